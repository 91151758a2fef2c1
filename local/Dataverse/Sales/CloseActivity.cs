using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>What ends a row of Sales or Service: its state changes, and a completed activity tells of it.</summary>
/// <param name="Parameter">The parameter that carries the activity.</param>
/// <param name="Table">The row's table.</param>
/// <param name="Lookup">The activity's lookup to the row.</param>
/// <param name="State">The state the row gets.</param>
/// <param name="EventName">The name under which steps are registered.</param>
internal sealed record CloseActivity(string Parameter, string Table, string Lookup, int State, string EventName)
{
    private const int DefaultStatus = -1;
    private const int ActivityCompleted = 1, ActivityCompletedStatus = 2;

    /// <summary>Closes the row the activity names.</summary>
    /// <param name="execution">The request, with the activity and a parameter Status.</param>
    /// <param name="check">Refuses a row that cannot be closed; gets it as stored.</param>
    /// <param name="complete">Adds to the row's change what the activity says.</param>
    /// <param name="needs">Columns the two look at.</param>
    public void Run(
        MessageExecution execution, System.Action<Entity> check, System.Action<Entity, Entity, Entity> complete, params string[] needs)
    {
        var close = execution.Required<Entity>(Parameter);
        if (close.GetAttributeValue<EntityReference>(Lookup) is not { } reference) throw PipelineErrors.MissingParameter($"{Parameter}.{Lookup}");
        reference.Id = Targets.Resolve(execution, reference);
        StagedPipeline.Run(execution, Table, reference.Id, frame => Close(execution, frame, execution.Required<Entity>(Parameter), check, complete, needs), eventName: EventName);
    }

    /// <summary>The same inside another message.</summary>
    public void Close(
        MessageExecution execution, PipelineFrame frame, Entity close, System.Action<Entity> check, System.Action<Entity, Entity, Entity> complete, params string[] needs)
    {
        var reference = close.GetAttributeValue<EntityReference>(Lookup);
        if (!close.Contains("actualend")) close["actualend"] = execution.Context.UtcNow;
        var row = execution.Unit.Retrieve(execution.Context, reference, new ColumnSet(["statecode", "statuscode", .. needs]));
        check(row);
        var change = new Entity(Table, reference.Id) { ["statecode"] = new OptionSetValue(State) };
        if (execution.Optional<OptionSetValue>("Status") is { Value: not DefaultStatus } status) change["statuscode"] = status;
        complete(change, close, row);
        execution.SendUpdate(change, frame, byPlatform: true);
        Complete(execution, frame, close, reference);
    }

    /// <summary>The activity: created through its own pipeline, then completed.</summary>
    private static void Complete(MessageExecution execution, PipelineFrame frame, Entity close, EntityReference about)
    {
        if (!close.Contains("regardingobjectid")) close["regardingobjectid"] = new EntityReference(about.LogicalName, about.Id);
        var created = execution.SendCreate(close, frame);
        execution.Unit.Update(execution.Context, new Entity(close.LogicalName, created)
        {
            ["statecode"] = new OptionSetValue(ActivityCompleted),
            ["statuscode"] = new OptionSetValue(ActivityCompletedStatus),
        });
    }
}
