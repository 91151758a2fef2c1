using System.Collections.Generic;

namespace Local.Dataverse.Schema;

/// <summary>A column whose value goes to another when a row is made from a row.</summary>
/// <param name="Source">Logical name in the table of the given row; its primary key stands for the row itself.</param>
/// <param name="Target">Logical name in the table of the new row.</param>
public sealed record ColumnMap(string Source, string Target);

/// <summary>What is copied when a row of one table is made from a row of another (EntityMap with its AttributeMaps).</summary>
public sealed record TableMap(string Source, string Target, IReadOnlyList<ColumnMap> Columns);
