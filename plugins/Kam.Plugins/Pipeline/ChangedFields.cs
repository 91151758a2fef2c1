using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pipeline;

/// <summary>Which fields of a row an update really changes; sending the stored value again is no change.</summary>
internal static class ChangedFields
{
    private const string Prefix = "kam_";

    /// <summary>Of the fields asked for, by their names in the rules, those whose column changes.</summary>
    public static IReadOnlyList<string> Of(Entity before, Entity target, IEnumerable<string> fields) => fields.Where(field => Changes(before, target, ColumnOf(field))).ToList();

    // A field of the rules is our column's name without the prefix.
    private static string ColumnOf(string field) =>
#pragma warning disable CA1308 // Logical names are lower case.
        Prefix + field.ToLowerInvariant();
#pragma warning restore CA1308

    private static bool Changes(Entity before, Entity target, string column) =>
        target.Attributes.TryGetValue(column, out var value) && !Equals(value, before.Attributes.TryGetValue(column, out var stored) ? stored : null);
}
