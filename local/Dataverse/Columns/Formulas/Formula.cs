using System;
using System.Collections.Generic;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>A column a formula reads: of the row itself, or of the row one of its lookups points to.</summary>
/// <param name="Column">Logical name.</param>
/// <param name="Lookup">Logical name of the lookup that leads to the row; null for the row itself.</param>
/// <param name="Table">Table the lookup leads to, where the formula says so.</param>
internal sealed record FormulaColumn(string Column, string? Lookup = null, string? Table = null);

/// <summary>What a formula sees while it is computed for one row.</summary>
/// <param name="Values">Values of the formula's columns: decimal, bool, string, DateTime (UTC), Guid or null.</param>
/// <param name="UtcNow">The moment of the request.</param>
internal readonly record struct FormulaRow(object?[] Values, DateTime UtcNow);

/// <summary>One term of a formula, computed for a row.</summary>
internal delegate object? FormulaTerm(FormulaRow row);

/// <summary>A formula, read once: the columns it needs and how its value follows from theirs.</summary>
internal sealed record Formula(FormulaTerm Term, IReadOnlyList<FormulaColumn> Columns);

/// <summary>Collects the columns a formula reads while it is being read.</summary>
internal sealed class FormulaColumns
{
    private readonly List<FormulaColumn> columns = [];

    public IReadOnlyList<FormulaColumn> All => columns;

    /// <summary>The term that reads a column.</summary>
    public FormulaTerm Read(FormulaColumn column)
    {
        var at = columns.IndexOf(column);
        if (at < 0)
        {
            at = columns.Count;
            columns.Add(column);
        }
        return row => row.Values[at];
    }
}

/// <summary>A definition that this engine cannot compute; the message names the construct.</summary>
internal sealed class FormulaException(string message) : Exception(message);
