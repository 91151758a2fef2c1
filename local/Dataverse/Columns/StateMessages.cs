using System;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Storage;
using Local.Dataverse.Validation;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns;

/// <summary>IsValidStateTransition: whether a row may go into a state with a status reason.</summary>
internal static class StateMessages
{
    public static void AddTo(MessageCatalog catalog) => catalog.Add("IsValidStateTransition", IsValidStateTransition, static () => new IsValidStateTransitionResponse());

    private static void IsValidStateTransition(MessageExecution execution)
    {
        var row = execution.Required<EntityReference>("Entity");
        row.Id = Targets.Resolve(execution, row);
        var layout = execution.Organization.Store.Layout(row.LogicalName);
        if (layout.State is not { } state || layout.Status is not { } status) throw PlatformErrors.EntityHasNoStateCode.Fault();
        var now = execution.Unit.Retrieve(execution.Context, row, new ColumnSet(status.Name)).GetAttributeValue<OptionSetValue>(status.Name);
        execution.Output["IsValid"] = IsValid(layout, state, status, execution.Required<string>("NewState"), execution.Required<int>("NewStatus"), now?.Value);
    }

    // The state is named as the platform names it (Active, Won ...) or by its number.
    private static bool IsValid(TableLayout layout, ColumnSlot state, ColumnSlot status, string newState, int newStatus, int? now)
    {
        var wanted = state.Column.OptionSet?.Options.FirstOrDefault(o =>
            string.Equals(o.InvariantName ?? o.Label.In(1033), newState, StringComparison.OrdinalIgnoreCase) || o.Value.ToString(CultureInfo.InvariantCulture) == newState);
        if (wanted is null || status.Column.OptionSet?.Find(newStatus) is not { } reason || (reason.State is { } belongsTo && belongsTo != wanted.Value)) return false;
        return !layout.Table.EnforcesStateTransitions || now is not { } from || from == newStatus || StateRules.Allows(status.Column, from, newStatus);
    }
}
