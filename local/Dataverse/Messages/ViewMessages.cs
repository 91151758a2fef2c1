using System;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Queries.Conversion;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>ExecuteByIdSavedQuery and ExecuteByIdUserQuery: a system or personal view the caller may read, run with his rights.</summary>
internal static class ViewMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("ExecuteByIdSavedQuery", static e => Execute(e, new EntityReference("savedquery", e.Required<Guid>("EntityId"))), static () => new ExecuteByIdSavedQueryResponse());
        catalog.Add("ExecuteByIdUserQuery", static e => Execute(e, Personal(e.Required<EntityReference>("EntityId"))), static () => new ExecuteByIdUserQueryResponse());
    }

    private static EntityReference Personal(EntityReference given) => given.LogicalName == "userquery"
        ? given
        : throw PipelineErrors.Invalid($"EntityId must reference a userquery; it references a {given.LogicalName}.");

    private static void Execute(MessageExecution execution, EntityReference view)
    {
        var fetch = execution.Unit.Retrieve(execution.Context, view, new ColumnSet("fetchxml")).GetAttributeValue<string>("fetchxml")
            ?? throw PlatformErrors.QueryBuilderDeserializeEmptyXml.Fault();
        var rows = execution.Unit.RetrieveMultiple(execution.Context, new FetchExpression(fetch));
        execution.Output["String"] = ResultSetWriter.Write(rows, execution.Context.Schema);
    }
}
