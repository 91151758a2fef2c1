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
        var targets = new EntityCollection([target]) { EntityName = target.LogicalName };
        var exists = Exist(execution, targets.Entities)[0];
        if (exists) WritePipeline.Update(execution, targets, isMultiple: false);
        else WritePipeline.Create(execution, targets, isMultiple: false);
        Report(execution.Output, target, created: !exists);
    }

    private static void UpsertMultiple(MessageExecution execution)
    {
        var targets = RowMessages.SeveralOfOneTable(execution);
        var updates = new EntityCollection { EntityName = targets.EntityName };
        var creates = new EntityCollection { EntityName = targets.EntityName };
        var exist = Exist(execution, targets.Entities);
        for (var i = 0; i < exist.Length; i++) (exist[i] ? updates : creates).Entities.Add(targets.Entities[i]);
        if (creates.Entities.Count > 0) WritePipeline.Create(execution, creates, isMultiple: true, new ParameterCollection { ["Targets"] = creates });
        if (updates.Entities.Count > 0) WritePipeline.Update(execution, updates, isMultiple: true, new ParameterCollection { ["Targets"] = updates });

        var results = new UpsertResponse[exist.Length];
        for (var i = 0; i < exist.Length; i++)
        {
            results[i] = new UpsertResponse { ResponseName = "Upsert" };
            Report(results[i].Results, targets.Entities[i], created: !exist[i]);
        }
        execution.Output["Results"] = results;
    }

    private static void Report(ParameterCollection output, Entity row, bool created)
    {
        output["RecordCreated"] = created;
        output["Target"] = new EntityReference(row.LogicalName, row.Id);
    }

    // Prepares the rows for what follows: with their ids for an Update, with their key values as columns for a Create.
    private static bool[] Exist(MessageExecution execution, DataCollection<Entity> targets)
    {
        var found = Find(execution, targets);
        var exist = new bool[found.Length];
        for (var i = 0; i < exist.Length; i++)
        {
            exist[i] = found[i] is not null;
            if (found[i] is { } id) targets[i].Id = id;
            else Targets.TakeKeysAsValues(targets[i]);
        }
        return exist;
    }

    private static Guid?[] Find(MessageExecution execution, DataCollection<Entity> targets)
    {
        if (execution.OpenUnit is { } unit) return unit.FindExisting(execution.Context, targets);
        // The steps before the transaction come after this look.
        using var reading = new UnitOfWork(execution.Organization, execution.Run);
        return reading.FindExisting(execution.Context, targets);
    }
}
