using System;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Validation;

/// <summary>State and status reason of a row belong together: what is not given follows, what contradicts is refused.</summary>
internal static class StateRules
{
    /// <summary>Completes a new row: state by default the first, status by default the state's own.</summary>
    public static void CompleteNew(TableLayout layout, WriteSet writes, Guid id)
    {
        if (layout.State is not { } state) return;
        var value = writes.HasValue(state) ? (int)writes[state].Number : state.Column.DefaultValue ?? FirstState(state.Column);
        writes.Put(state, value);
        if (layout.Status is { } status) CompleteStatus(layout, writes, status, value, id);
    }

    /// <summary>Completes a change of state or status of an existing row whose state is still <paramref name="current"/>, and holds it to the transitions the table enforces.</summary>
    public static void CompleteExisting(TableLayout layout, WriteSet writes, Guid id, int current, int? currentStatus)
    {
        if (layout.State is not { } state) return;
        var changesState = writes.HasValue(state);
        if (writes.Has(state) && !changesState) throw PlatformErrors.AttributeCannotBeNull.Fault(state.Name);
        if (layout.Status is not { } status || !changesState && !writes.Has(status)) return;
        var value = changesState ? (int)writes[state].Number : current;
        // The same state again keeps its status reason.
        if (changesState && value == current && !writes.HasValue(status)) return;
        CompleteStatus(layout, writes, status, value, id);
        if (layout.Table.EnforcesStateTransitions && currentStatus is { } from && writes.HasValue(status) && writes[status].Number is var to && to != from && !Allows(status.Column, from, (int)to))
        {
            throw PlatformErrors.InvalidStateCodeStatusCode.Fault(to, StateName(layout, value), layout.Name, id);
        }
    }

    /// <summary>Whether a status reason may follow another; a reason without transitions allows none.</summary>
    public static bool Allows(Column status, int from, int to) => status.OptionSet?.Find(from)?.TransitionsTo is { } allowed && allowed.Contains(to);

    private static void CompleteStatus(TableLayout layout, WriteSet writes, ColumnSlot status, int state, Guid id)
    {
        if (!writes.HasValue(status))
        {
            if (DefaultStatus(layout, status.Column, state) is { } byDefault) writes.Put(status, byDefault);
            return;
        }
        var given = (int)writes[status].Number;
        if (status.Column.OptionSet?.Find(given) is { State: { } belongsTo } && belongsTo != state)
        {
            throw PlatformErrors.InvalidStateCodeStatusCode.Fault(given, StateName(layout, state), layout.Name, id);
        }
    }

    private static int FirstState(Column state) => state.OptionSet is { Options.Count: > 0 } set ? set.Options[0].Value : 0;

    private static int? DefaultStatus(TableLayout layout, Column status, int state)
    {
        if (layout.State!.Column.OptionSet?.Find(state)?.DefaultStatus is { } declared) return declared;
        if (status.OptionSet is null) return null;
        foreach (var option in status.OptionSet.Options)
        {
            if (option.State == state) return option.Value;
        }
        return null;
    }

    private static string StateName(TableLayout layout, int state)
    {
        var option = layout.State!.Column.OptionSet?.Find(state);
        return $"{layout.Table.SchemaName}State.{option?.InvariantName ?? option?.Label.In(1033) ?? state.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
