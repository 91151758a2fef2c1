using System;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.Dataverse.Messages;

/// <summary>Upsert: an Update when the row is there, by id or by alternate key, else a Create.</summary>
internal static class UpsertMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("Upsert", Upsert, static () => new UpsertResponse());
        catalog.Add("UpsertMultiple", UpsertMultiple, static () => new UpsertMultipleResponse());
    }

    private static void Upsert(MessageExecution execution)
    {
        var target = execution.Required<Entity>("Target");
        var exists = Exists(execution, target);
        var targets = new EntityCollection([target]) { EntityName = target.LogicalName };
        if (exists) WritePipeline.Update(execution, targets, isMultiple: false);
        else WritePipeline.Create(execution, targets, isMultiple: false);
        Report(execution.Output, target, created: !exists);
    }

    private static void UpsertMultiple(MessageExecution execution)
    {
        var targets = RowMessages.SeveralOfOneTable(execution);
        var updates = new EntityCollection { EntityName = targets.EntityName };
        var creates = new EntityCollection { EntityName = targets.EntityName };
        var created = new bool[targets.Entities.Count];
        for (var i = 0; i < created.Length; i++)
        {
            created[i] = !Exists(execution, targets.Entities[i]);
            (created[i] ? creates : updates).Entities.Add(targets.Entities[i]);
        }
        if (creates.Entities.Count > 0) WritePipeline.Create(execution, creates, isMultiple: true, new ParameterCollection { ["Targets"] = creates });
        if (updates.Entities.Count > 0) WritePipeline.Update(execution, updates, isMultiple: true, new ParameterCollection { ["Targets"] = updates });

        var results = new UpsertResponse[created.Length];
        for (var i = 0; i < created.Length; i++)
        {
            results[i] = new UpsertResponse { ResponseName = "Upsert" };
            Report(results[i].Results, targets.Entities[i], created[i]);
        }
        execution.Output["Results"] = results;
    }

    private static void Report(ParameterCollection output, Entity row, bool created)
    {
        output["RecordCreated"] = created;
        output["Target"] = new EntityReference(row.LogicalName, row.Id);
    }

    // Prepares the row for what follows: with its id for an Update, with its key values as columns for a Create.
    private static bool Exists(MessageExecution execution, Entity target)
    {
        if (Find(execution, target) is { } id)
        {
            target.Id = id;
            return true;
        }
        Targets.TakeKeysAsValues(target);
        return false;
    }

    private static Guid? Find(MessageExecution execution, Entity target)
    {
        if (execution.OpenUnit is { } unit) return unit.FindExisting(execution.Context, target);
        // The steps before the transaction come after this look.
        using var reading = new UnitOfWork(execution.Organization, execution.Run);
        return reading.FindExisting(execution.Context, target);
    }
}
