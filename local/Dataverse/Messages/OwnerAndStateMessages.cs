using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Messages;

/// <summary>Assign and SetState: older messages whose main operation is an Update, so steps on Update run too.</summary>
internal static class OwnerAndStateMessages
{
    private const int DefaultStatus = -1;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("Assign", Assign, static () => new AssignResponse());
        catalog.Add("SetState", SetState, static () => new SetStateResponse());
        catalog.Add("SetStateDynamicEntity", SetState);
    }

    private static void Assign(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        StagedPipeline.Run(execution, target.LogicalName, target.Id, frame =>
        {
            var change = new Entity(target.LogicalName, target.Id) { ["ownerid"] = execution.Required<EntityReference>("Assignee") };
            execution.Send("Update", new ParameterCollection { ["Target"] = change }, frame.AsContext());
        });
    }

    private static void SetState(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("EntityMoniker");
        target.Id = Targets.Resolve(execution, target);
        StagedPipeline.Run(execution, target.LogicalName, target.Id, frame =>
        {
            var change = new Entity(target.LogicalName, target.Id) { ["statecode"] = execution.Required<OptionSetValue>("State") };
            if (execution.Optional<OptionSetValue>("Status") is { Value: not DefaultStatus } status) change["statuscode"] = status;
            execution.Send("Update", new ParameterCollection { ["Target"] = change }, frame.AsContext());
        });
    }
}
