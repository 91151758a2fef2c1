using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>Reads rows for images, and only when a step asks for one.</summary>
internal static class ImageReader
{
    /// <summary>The row as it is now, with the columns the steps' pre-images ask for.</summary>
    public static RowImages Before(MessageExecution execution, EntityReference row, params Step[][] steps) =>
        new() { Before = Read(execution, row, Columns(pre: true, steps)) };

    /// <summary>The row as it is now, with the columns the steps' post-images ask for; null when none does.</summary>
    public static Entity? After(MessageExecution execution, EntityReference row, params Step[][] steps) => Read(execution, row, Columns(pre: false, steps));

    /// <summary>The same of several rows: read together, and again where a step in between wrote something.</summary>
    /// <param name="execution">The request.</param>
    /// <param name="table">The table of the rows.</param>
    /// <param name="ids">Of the rows.</param>
    /// <param name="pre">Whether for pre-images or for post-images.</param>
    /// <param name="steps">Whose images.</param>
    /// <returns>The row with an id; null when no step has an image.</returns>
    public static Func<Guid, Entity?> Of(MessageExecution execution, string table, IReadOnlyCollection<Guid> ids, bool pre, params Step[][] steps)
    {
        if (Columns(pre, steps) is not { } columns) return static _ => null;
        if (ids.Count < 2) return id => Read(execution, new EntityReference(table, id), columns);
        var rows = Read(execution, unit => unit.Retrieve(execution.PlatformContext, table, ids, columns));
        var store = execution.Organization.Store;
        var asOf = store.Changes;
        return id => asOf == store.Changes && rows.TryGetValue(id, out var row) ? row : Read(execution, new EntityReference(table, id), columns);
    }

    private static ColumnSet? Columns(bool pre, Step[][] steps)
    {
        HashSet<string>? names = null;
        var all = false;
        foreach (var group in steps)
        {
            foreach (var step in group)
            {
                foreach (var image in step.Images)
                {
                    if (!(pre ? image.IsPre : image.IsPost)) continue;
                    names ??= [];
                    if (image.Columns is null) all = true;
                    else names.UnionWith(image.Columns);
                }
            }
        }
        if (names is null) return null;
        return all ? new ColumnSet(true) : new ColumnSet([.. names]);
    }

    private static Entity? Read(MessageExecution execution, EntityReference row, ColumnSet? columns) =>
        columns is null ? null : Read(execution, unit => unit.Retrieve(execution.PlatformContext, row, columns));

    private static T Read<T>(MessageExecution execution, Func<UnitOfWork, T> read)
    {
        if (execution.OpenUnit is { } unit) return read(unit);
        // Pre-validation: the transaction of the request must not begin yet.
        using var reading = new UnitOfWork(execution.Organization, execution.Run);
        return read(reading);
    }
}
