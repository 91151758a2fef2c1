using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using SQLitePCL;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>
/// Gives calculated and formula columns their SQL: a call of the function <c>dv_formula</c> with the columns they read. So a query can return
/// them, filter, order, group and aggregate by them like any other column.
/// </summary>
internal sealed class CalculatedColumns
{
    // A column's SQL holds that of the columns it reads: a few that read each other twice would fill the memory.
    private const int LongestSql = 100_000;

    /// <summary>Name of the function in SQL.</summary>
    public const string Function = "dv_formula";

    private sealed record Bound(ColumnSlot Target, FormulaTerm Term, ColumnSlot[] Arguments);

    private static readonly ColumnSlot yesNo = new(new Column { LogicalName = "condition", SchemaName = "condition", Type = ColumnType.Boolean }, 0, 0);

    // Never shrinks: a prepared statement calls a formula by its number.
    private readonly List<Bound> formulas = [];
    private IReadOnlyDictionary<string, TableLayout> layouts = new Dictionary<string, TableLayout>();
    private int aliases;

    /// <summary>What formulas take for now.</summary>
    public DateTime UtcNow { get; set; }

    /// <summary>Whether the column is computed when it is read.</summary>
    public static bool IsCalculated(Column column) => column is { SourceType: 1 or 3, FormulaDefinition: not null };

    /// <summary>Binds every calculated column of the layouts.</summary>
    /// <exception cref="FormulaException">A definition cannot be computed.</exception>
    public void Bind(IReadOnlyDictionary<string, TableLayout> all)
    {
        layouts = all;
        var calculated = all.Values.SelectMany(l => l.Slots.Select(s => (Layout: l, Slot: s))).Where(c => IsCalculated(c.Slot.Column) || CalculatedAmount(c.Layout, c.Slot) is not null).ToList();
        foreach (var (_, slot) in calculated) slot.Expression = null;
        foreach (var (layout, slot) in calculated) Bind(layout, slot, []);
    }

    /// <summary>The formula of a column.</summary>
    /// <exception cref="FormulaException">The definition cannot be computed.</exception>
    public static Formula Read(Column column) => column.FormulaDefinition!.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<')
        ? XamlFormula.Read(column.FormulaDefinition.TrimStart('\uFEFF'), column.LogicalName)
        : FxFormula.Read(column.FormulaDefinition);

    /// <summary>Computes a formula: called by SQLite with the formula's number and the values of its columns.</summary>
    public void Compute(sqlite3_context context, object userData, sqlite3_value[] arguments)
    {
        var formula = formulas[raw.sqlite3_value_int(arguments[0])];
        var values = new object?[formula.Arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = StoredValue.Read(formula.Arguments[i], arguments[i + 1]);
        try
        {
            StoredValue.Write(formula.Target, formula.Term(new FormulaRow(values, UtcNow)), context);
        }
        catch (OverflowException)
        {
            raw.sqlite3_result_null(context);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or InvalidCastException)
        {
            // Through SQLite no exception may pass.
            raw.sqlite3_result_error(context, utf8z.FromString($"The formula of {formula.Target.Name} failed: {problem.Message}"));
        }
    }

    private static ColumnSlot? CalculatedAmount(TableLayout layout, ColumnSlot slot) =>
        slot.Column.BaseOf is { } amount && layout.Find(amount) is { } source && IsCalculated(source.Column) ? source : null;

    private void Bind(TableLayout layout, ColumnSlot slot, ColumnSlot[] around)
    {
        if (slot.Expression is not null) return;
        if (around.Contains(slot)) throw new FormulaException($"the column {layout.Name}.{slot.Name}, which depends on itself");
        var formula = CalculatedAmount(layout, slot) is { } amount ? BaseAmount(layout, amount) : Read(slot.Column);
        var sql = Sql(layout, slot, formula, [.. around, slot]);
        if (sql.Length > LongestSql) throw new FormulaException($"calculated columns inside each other without end, at {layout.Name}.{slot.Name}");
        slot.Expression = sql;
    }

    /// <summary>Registers the term and writes the call, with <see cref="ColumnSlot.SourcePlaceholder"/> where the table's name in the statement belongs.</summary>
    public string Sql(TableLayout layout, ColumnSlot target, Formula formula, params ColumnSlot[] around)
    {
        var slots = new ColumnSlot[formula.Columns.Count];
        var sql = new List<string> { "" };
        for (var i = 0; i < slots.Length; i++) sql.Add(Argument(layout, formula.Columns[i], around, out slots[i]));
        sql[0] = formulas.Count.ToString(CultureInfo.InvariantCulture);
        formulas.Add(new Bound(target, formula.Term, slots));
        var call = $"{Function}({string.Join(", ", sql)})";
        return target.Kind == StorageKind.Text ? $"({call} COLLATE {TextOrder.Collation})" : call;
    }

    /// <summary>SQL that is 1 for the rows for which a formula holds, with <see cref="ColumnSlot.SourcePlaceholder"/> for the table's name.</summary>
    public string Condition(TableLayout layout, Formula formula) => Sql(layout, yesNo, formula) + " = 1";

    private string Argument(TableLayout layout, FormulaColumn column, ColumnSlot[] around, out ColumnSlot slot)
    {
        var source = ColumnSlot.SourcePlaceholder.ToString();
        if (column.Lookup is null)
        {
            slot = Readable(layout, column.Column, around);
            return slot.In(source);
        }
        var lookup = layout.Find(column.Lookup) is { Kind: StorageKind.Reference } found ? found : throw new FormulaException($"the lookup {layout.Name}.{column.Lookup}, which does not exist");
        var table = column.Table ?? (lookup.Targets.Count == 1 ? lookup.Targets[0] : throw new FormulaException($"the lookup {layout.Name}.{column.Lookup}, which points to several tables"));
        var related = layouts.GetValueOrDefault(table) ?? throw new FormulaException($"the table {table}, which does not exist");
        slot = Readable(related, column.Column, around);
        var alias = "f" + (++aliases).ToString(CultureInfo.InvariantCulture);
        return $"(SELECT {slot.In(alias)} FROM {related.SqlName} {alias} WHERE {alias}.{related.Id.SqlName} = {source}.{lookup.SqlName})";
    }

    private ColumnSlot Readable(TableLayout layout, string name, ColumnSlot[] around)
    {
        var slot = layout.Find(name) ?? throw new FormulaException($"the column {layout.Name}.{name}, which does not exist");
        if (!StoredValue.IsReadable(slot)) throw new FormulaException($"the {slot.Column.Type} column {layout.Name}.{name}");
        if (IsCalculated(slot.Column) || CalculatedAmount(layout, slot) is not null) Bind(layout, slot, around);
        return slot;
    }

    private static Formula BaseAmount(TableLayout layout, ColumnSlot amount)
    {
        var columns = new FormulaColumns();
        var value = columns.Read(new FormulaColumn(amount.Name));
        if (layout.ExchangeRate is not { } slot) return new Formula(value, columns.All);
        var rate = columns.Read(new FormulaColumn(slot.Name));
        return new Formula(row => FormulaMath.Divide(value(row), rate(row) ?? 1m), columns.All);
    }
}
