using System;
using System.Collections.Generic;

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
}

/// <summary>How a solution is imported.</summary>
public sealed record SolutionImportOptions
{
    /// <summary>On the upgrade of a managed solution, take tables and columns away that its new version no longer has. Their data can no longer be reached.</summary>
    public bool DeleteVanished { get; init; }
}
