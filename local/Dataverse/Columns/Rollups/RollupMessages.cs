using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns.Rollups;

/// <summary>CalculateRollupField: calculates one rollup column of one row at once.</summary>
internal static class RollupMessages
{
    public static void AddTo(MessageCatalog catalog) => catalog.Add("CalculateRollupField", Calculate, static () => new CalculateRollupFieldResponse());

    private static void Calculate(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        var field = execution.Required<string>("FieldName");
        target.Id = Targets.Resolve(execution, target);
        var layout = execution.Organization.Store.Layout(target.LogicalName);
        var slot = layout.Slot(field);
        if (!RollupDefinition.IsRollup(slot.Column)) throw PlatformErrors.InvalidArgument.Fault($"The attribute '{field}' of the entity '{layout.Name}' is not a rollup attribute.");
        // What the user may read is found out first: the calculation itself sees every row.
        var columns = new ColumnSet(field, field + RollupDefinition.DateSuffix, field + RollupDefinition.StateSuffix);
        execution.Unit.Retrieve(execution.Context, target, columns);
        execution.Unit.Within(core =>
        {
            core.Rollups.Calculate(layout, slot, target.Id, execution.Context.UtcNow);
            return true;
        });
        execution.Output["Entity"] = execution.Unit.Retrieve(execution.Context, target, columns);
    }
}
