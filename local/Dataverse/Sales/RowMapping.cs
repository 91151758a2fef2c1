using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Sales;

/// <summary>Copies values from row to row by the mappings between their tables.</summary>
internal static class RowMapping
{
    /// <summary>Copies what the mappings name and the target has not.</summary>
    /// <param name="schema">With the mappings.</param>
    /// <param name="source">As stored.</param>
    /// <param name="target">The row to be.</param>
    /// <param name="onlyCustom">Whether mappings between two standard columns are left out.</param>
    public static void Copy(DataverseSchema schema, Entity source, Entity target, bool onlyCustom = false)
    {
        var (from, to) = (schema.Find(source.LogicalName)!, schema.Find(target.LogicalName)!);
        foreach (var map in schema.Maps)
        {
            if (map.Source != from.LogicalName || map.Target != to.LogicalName) continue;
            foreach (var column in map.Columns)
            {
                if (from.Find(column.Source) is not { } given || to.Find(column.Target) is not { ValidForCreate: true } wanted) continue;
                if (given.IsPrimaryId || (onlyCustom && !given.IsCustom && !wanted.IsCustom) || target.Contains(column.Target)) continue;
                if (source.Attributes.TryGetValue(column.Source, out var value)) target[column.Target] = Copies.Value(value);
            }
        }
    }
}
