using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Rollups;

/// <summary>How a calculation of a rollup column ended; the values of its companion column <c>x_state</c>.</summary>
internal enum RollupState { NotCalculated = 0, Calculated = 1, OverflowError = 2 }

/// <summary>Calculates rollup columns with SQL over the related rows, and keeps value, moment and state in the row.</summary>
/// <remarks>
/// Without rows sum and count are 0, the others empty. Amounts are added up in the base currency and given in the currency of the row. As on
/// the platform a calculation runs no steps and leaves modifiedon as it is. Rows are counted whoever may see them.
/// </remarks>
internal sealed class RollupCalculation(Store store, RowWriter writer)
{
    private readonly Dictionary<ColumnSlot, string> statements = [];
    private IReadOnlyDictionary<string, TableLayout>? layouts;

    /// <summary>All rollup columns of the organisation.</summary>
    public IEnumerable<(TableLayout Layout, ColumnSlot Slot)> All() =>
        store.Layouts.Values.SelectMany(l => l.Slots.Where(s => RollupDefinition.IsRollup(s.Column)).Select(s => (l, s)));

    /// <summary>Calculates a column of every row of its table.</summary>
    public void CalculateAll(TableLayout layout, ColumnSlot slot, DateTime utcNow)
    {
        var ids = new List<Guid>();
        var statement = store.Prepare($"SELECT {layout.Id.SqlName} FROM {layout.SqlName}");
        while (statement.Step()) ids.Add(statement.Guid(0));
        foreach (var id in ids) Calculate(layout, slot, id, utcNow);
    }

    /// <summary>Calculates a column of one row.</summary>
    public void Calculate(TableLayout layout, ColumnSlot slot, Guid id, DateTime utcNow)
    {
        var definition = RollupDefinition.Read(slot.Column.FormulaDefinition!, layout.Name);
        var state = RollupState.Calculated;
        object? value = null;
        try
        {
            value = Value(layout, slot, definition, id);
            if (value is decimal number && !IsInRange(slot.Column, number)) (value, state) = (null, RollupState.OverflowError);
        }
        catch (StorageException failure) when (failure.IsIntegerOverflow)
        {
            state = RollupState.OverflowError;
        }
        var writes = new WriteSet(layout);
        Put(writes, slot, value);
        if (layout.Find(slot.Name + RollupDefinition.DateSuffix) is { } date) writes.Put(date, (utcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
        writes.Put(layout.Find(slot.Name + RollupDefinition.StateSuffix), (int)state);
        writer.WriteRollup(layout, writes, id);
    }

    private object? Value(TableLayout layout, ColumnSlot slot, RollupDefinition definition, Guid id)
    {
        var of = Summed(store.Layout(definition.Table).Slot(definition.Column), store.Layout(definition.Table));
        var statement = store.PrepareQuery(Sql(layout, slot, definition));
        statement.Bind(1, id);
        statement.Step();
        try
        {
            var count = statement.Int64(1);
            if (definition.Function == RollupFunction.Count) return (decimal)count;
            if (statement.IsNull(0)) return definition.Function == RollupFunction.Sum ? 0m : null;
            if (of.Kind == StorageKind.Seconds) return DateTime.UnixEpoch.AddSeconds(statement.Int64(0));
            var number = of.Kind == StorageKind.Real ? (decimal)statement.Double(0) : statement.Int64(0) / of.Factor;
            if (definition.Function == RollupFunction.Average) number /= count;
            return of.Column.BaseOf is not null && slot.Column.BaseOf is null ? number * (statement.IsNull(2) ? 1m : statement.Int64(2) / layout.ExchangeRate!.Factor) : number;
        }
        finally
        {
            statement.Reset();
        }
    }

    // Amounts of several currencies meet in the base currency.
    private static ColumnSlot Summed(ColumnSlot column, TableLayout layout) =>
        column.Kind == StorageKind.Money && column.Column.BaseOf is null ? layout.Slots.FirstOrDefault(s => s.Column.BaseOf == column.Name) ?? column : column;

    private string Sql(TableLayout layout, ColumnSlot slot, RollupDefinition definition)
    {
        if (!ReferenceEquals(layouts, store.Layouts))
        {
            statements.Clear();
            layouts = store.Layouts;
        }
        return statements.TryGetValue(slot, out var sql) ? sql : statements[slot] = Write(layout, definition);
    }

    private string Write(TableLayout layout, RollupDefinition definition)
    {
        var below = store.Layout(definition.Table);
        var of = Summed(below.Slot(definition.Column), below);
        var function = definition.Function switch
        {
            RollupFunction.Count => "NULL",
            RollupFunction.Sum or RollupFunction.Average => $"SUM({of.In("r")})",
            RollupFunction.Minimum => $"MIN({of.In("r")})",
            _ => $"MAX({of.In("r")})",
        };
        var rate = layout.ExchangeRate is { } exchange ? $"(SELECT o.{exchange.SqlName} FROM {layout.SqlName} o WHERE o.{layout.Id.SqlName} = ?1)" : "NULL";
        var link = "r." + (definition.Lookup is null ? below.Id : below.Slot(definition.Lookup)).SqlName;
        var sql = $"SELECT {function}, COUNT({of.In("r")}), {rate} FROM {below.SqlName} r WHERE {link} ";
        sql += definition.Hierarchy is null ? "= ?1" : "IN (SELECT id FROM h)";
        if (definition.Filter is { } filter) sql += $" AND {store.Calculated.Condition(below, filter).Replace(ColumnSlot.SourcePlaceholder.ToString(), "r", StringComparison.Ordinal)}";
        if (definition.Hierarchy is null) return sql;
        var parent = store.Schema.ChildrenOf(layout.Name).FirstOrDefault(r => string.Equals(r.SchemaName, definition.Hierarchy, StringComparison.OrdinalIgnoreCase))
            ?? throw PlatformErrors.InvalidArgument.Fault($"The hierarchical relationship '{definition.Hierarchy}' does not exist.");
        // UNION and not UNION ALL: a circle of rows is gone through once.
        return $"WITH RECURSIVE h(id) AS (SELECT ?1 UNION SELECT c.{layout.Id.SqlName} FROM {layout.SqlName} c JOIN h ON c.{layout.Slot(parent.ReferencingColumn).SqlName} = h.id) {sql}";
    }

    private static bool IsInRange(Column column, decimal number) =>
        !(number < column.MinValue) && !(number > column.MaxValue) && (column.Type != ColumnType.Integer || number is >= int.MinValue and <= int.MaxValue);

    private static void Put(WriteSet writes, ColumnSlot slot, object? value)
    {
        ref var cell = ref writes.Put(slot);
        switch (value)
        {
            case DateTime moment when slot.Kind == StorageKind.Seconds:
                cell.Number = (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
                break;
            case decimal number when slot.Kind == StorageKind.Money:
                cell.Amount = number;
                break;
            case decimal number when slot.Kind == StorageKind.Real:
                cell.Real = (double)number;
                break;
            case decimal number when slot.Kind == StorageKind.Scaled:
                cell.Number = (long)(Math.Round(number, slot.Column.Precision, MidpointRounding.AwayFromZero) * slot.Factor);
                break;
            case decimal number when slot.Kind == StorageKind.Integer:
                cell.Number = (long)Math.Round(number, 0, MidpointRounding.AwayFromZero);
                break;
            default:
                cell.IsNull = true;
                break;
        }
    }
}
