using System;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Queries;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>Create, Update, Delete, Retrieve and RetrieveMultiple, and the Multiple forms of the first two.</summary>
internal static class RowMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("Create", Create, static () => new CreateResponse());
        catalog.Add("Update", Update, static () => new UpdateResponse());
        catalog.Add("Delete", Delete, static () => new DeleteResponse());
        catalog.Add("Retrieve", Retrieve, static () => new RetrieveResponse());
        catalog.Add("RetrieveMultiple", RetrieveMultiple, static () => new RetrieveMultipleResponse());
        catalog.Add("CreateMultiple", CreateMultiple, static () => new CreateMultipleResponse());
        catalog.Add("UpdateMultiple", UpdateMultiple, static () => new UpdateMultipleResponse());
        catalog.Refuse("DeleteMultiple", ", which only elastic tables have");
    }

    private static void Create(MessageExecution execution)
    {
        var target = execution.Required<Entity>("Target");
        // Key attributes of a new row are simply its values.
        Targets.TakeKeysAsValues(target);
        WritePipeline.Create(execution, Alone(target), isMultiple: false);
        execution.Output["id"] = Written(execution, target).Id;
    }

    private static void Update(MessageExecution execution)
    {
        var target = execution.Required<Entity>("Target");
        target.Id = Targets.Resolve(execution, target);
        WritePipeline.Update(execution, Alone(target), isMultiple: false);
    }

    private static void CreateMultiple(MessageExecution execution)
    {
        var targets = SeveralOfOneTable(execution);
        WritePipeline.Create(execution, targets, isMultiple: true);
        var ids = new Guid[targets.Entities.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = targets.Entities[i].Id;
        execution.Output["Ids"] = ids;
    }

    private static void UpdateMultiple(MessageExecution execution)
    {
        var targets = SeveralOfOneTable(execution);
        Targets.Resolve(execution, targets.Entities);
        WritePipeline.Update(execution, targets, isMultiple: true);
    }

    private static void Delete(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        StagedPipeline.Run(execution, target.LogicalName, target.Id, frame => DeleteWithChildren(execution, frame, target), hasTwoFrames: true);
    }

    private static void DeleteWithChildren(MessageExecution execution, PipelineFrame frame, EntityReference target)
    {
        foreach (var child in execution.Unit.CascadeDeleteTargets(execution.Context, target))
        {
            // What hangs on two of the rows that go has gone with the first.
            if (!execution.Unit.Exists(execution.Context, child)) continue;
            execution.Send("Delete", new ParameterCollection { ["Target"] = child }, frame.AsContext());
        }
        var operations = new RowOperations(execution);
        operations.Delete(target);
        operations.Finish();
    }

    private static void Retrieve(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        var results = StagedPipeline.Run(execution, target.LogicalName, target.Id, frame => frame.Output["BusinessEntity"] = WithRelated(
            execution, execution.Unit.Retrieve(execution.Context, target, execution.Required<ColumnSet>("ColumnSet"))));
        execution.Output["Entity"] = results["BusinessEntity"];
    }

    private static Entity WithRelated(MessageExecution execution, Entity row)
    {
        if (execution.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is not { } asked) return row;
        var related = new RelatedRows(execution.Context.Schema);
        foreach (var (relationship, query) in asked)
        {
            row.RelatedEntities[relationship] = execution.Unit.RetrieveMultiple(execution.Context, related.Of(row.ToEntityReference(), relationship, query));
        }
        return row;
    }

    private static void RetrieveMultiple(MessageExecution execution)
    {
        // Reading FetchXML for its table costs; it matters only when there are steps on the message at all.
        var query = execution.Required<QueryBase>("Query");
        var table = execution.Organization.Components.HasSteps("RetrieveMultiple") ? Targets.TableOf(query) : null;
        var results = StagedPipeline.Run(execution, table, Guid.Empty, frame => frame.Output["BusinessEntityCollection"] =
            execution.Unit.RetrieveMultiple(execution.Context, execution.Required<QueryBase>("Query")));
        execution.Output["EntityCollection"] = results["BusinessEntityCollection"];
    }

    /// <summary>The row as the steps left it: one may have put another into the parameters.</summary>
    private static Entity Written(MessageExecution execution, Entity target) => execution.Input["Target"] as Entity ?? target;

    private static EntityCollection Alone(Entity row) => new([row]) { EntityName = row.LogicalName };

    internal static EntityCollection SeveralOfOneTable(MessageExecution execution)
    {
        var targets = execution.Required<EntityCollection>("Targets");
        if (targets.Entities.Count == 0) throw PipelineErrors.Invalid("Targets must contain at least one row.");
        var table = targets.Entities[0].LogicalName;
        if (string.IsNullOrEmpty(targets.EntityName)) targets.EntityName = table;
        foreach (var row in targets.Entities)
        {
            if (row.LogicalName != targets.EntityName)
            {
                throw PipelineErrors.Invalid($"All rows of Targets must be of table {targets.EntityName}; one is of {row.LogicalName}.");
            }
        }
        return targets;
    }
}
