using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>Reads rows for images, and only when a step asks for one.</summary>
internal static class ImageReader
{
    /// <summary>The row as it is now, with the columns the steps' pre-images ask for.</summary>
    public static RowImages Before(MessageExecution execution, EntityReference row, params Step[][] steps) =>
        new() { Before = Read(execution, row, pre: true, steps) };

    /// <summary>The row as it is now, with the columns the steps' post-images ask for; null when none does.</summary>
    public static Entity? After(MessageExecution execution, EntityReference row, params Step[][] steps) => Read(execution, row, pre: false, steps);

    private static Entity? Read(MessageExecution execution, EntityReference row, bool pre, Step[][] steps)
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
        var columns = all ? new ColumnSet(true) : new ColumnSet([.. names]);
        if (execution.OpenUnit is { } unit) return unit.Retrieve(execution.PlatformContext, row, columns);
        // Pre-validation: the transaction of the request must not begin yet.
        using var reading = new UnitOfWork(execution.Organization, execution.Run);
        return reading.Retrieve(execution.PlatformContext, row, columns);
    }
}
