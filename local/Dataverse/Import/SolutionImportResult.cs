using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Local.Dataverse.Import;

/// <summary>What an import did.</summary>
public sealed record SolutionImportResult
{
    public required string UniqueName { get; init; }
    public required Version Version { get; init; }
    /// <summary>Version that was installed before; null on a first import.</summary>
    public Version? PreviousVersion { get; init; }
    public required bool IsManaged { get; init; }
    /// <summary>Logical names.</summary>
    public required IReadOnlyList<string> AddedTables { get; init; }
    /// <summary>Columns added to tables that were there, as <c>table.column</c>.</summary>
    public required IReadOnlyList<string> AddedColumns { get; init; }
    public required IReadOnlyList<string> AddedRelationships { get; init; }
    /// <summary>Rows written, by table.</summary>
    public required IReadOnlyDictionary<string, int> Components { get; init; }
    /// <summary>Component rows the new version of a managed solution no longer has and that were removed, as <c>table id</c>.</summary>
    public required IReadOnlyList<string> RemovedComponents { get; init; }
    /// <summary>Tables and columns (<c>table.column</c>) the new version no longer has. They are kept with their data unless the import was asked to delete.</summary>
    public required IReadOnlyList<string> Vanished { get; init; }
    /// <summary>What the package has and the embedded Dataverse does not take: nothing of it is there or runs.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The report as a person reads it, one line for each kind of thing.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{UniqueName} {Version} ({(IsManaged ? "managed" : "unmanaged")}): ");
        text.Append(PreviousVersion is null ? "imported." : $"imported over {PreviousVersion}.");
        Line(text, "Tables added", AddedTables);
        Line(text, "Columns added", AddedColumns);
        if (AddedRelationships.Count > 0) text.AppendLine().Append(CultureInfo.InvariantCulture, $"  Relationships added: {AddedRelationships.Count}");
        Line(text, "Components", Components.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key}").ToList(), int.MaxValue);
        Line(text, "Removed", RemovedComponents);
        Line(text, "No longer in the solution, kept with their data", Vanished);
        foreach (var warning in Warnings) text.AppendLine().Append("  Warning: ").Append(warning);
        return text.ToString();
    }

    // Names where they can be taken in at a glance, else their number.
    private static void Line(StringBuilder text, string title, IReadOnlyList<string> items, int mostNamed = 12)
    {
        if (items.Count == 0) return;
        text.AppendLine().Append("  ").Append(title).Append(": ");
        if (items.Count <= mostNamed) text.AppendJoin(", ", items);
        else text.Append(CultureInfo.InvariantCulture, $"{items.Count}");
    }
}

/// <summary>How a solution is imported.</summary>
public sealed record SolutionImportOptions
{
    /// <summary>On the upgrade of a managed solution, take tables and columns away that its new version no longer has. Their data can no longer be reached.</summary>
    public bool DeleteVanished { get; init; }
}
