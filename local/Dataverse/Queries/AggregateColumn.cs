using System;
using System.Collections.Generic;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>One column of an aggregate query: a group key, a part of a date, or a figure over the group.</summary>
internal sealed class AggregateColumn
{
    private int countAt = OutputColumn.None, fiscalYearAt = OutputColumn.None;
    private FiscalCalendar fiscal = FiscalCalendar.Default;

    private AggregateColumn(Source source, QueryColumn wanted, OutputColumn output)
    {
        Source = source;
        Wanted = wanted;
        Output = output;
    }

    public Source Source { get; }

    public QueryColumn Wanted { get; }

    /// <summary>Where the value stands.</summary>
    public OutputColumn Output { get; }

    /// <summary>What GROUP BY gets of it.</summary>
    public List<string> Groups { get; } = new();

    /// <summary>The same as it stands in the table, beside the table of a reference; none where the key is made of a column.</summary>
    public List<ColumnSlot> PlainKeys { get; } = new();

    /// <summary>What the figure is made of, where each is a whole number: SQL of the figure, what it is, SQL of the value. Null for others.</summary>
    public List<(string Sql, TallyFigure Figure, string Value)>? Figures { get; private init; }

    /// <summary>What the groups are ordered by where the query does not say: the keys themselves.</summary>
    public string? Key { get; private init; }

    /// <summary>What ORDER BY of its alias sorts by.</summary>
    public string Sortable { get; private init; } = "";

    public static AggregateColumn Add(QueryScope scope, Source source, QueryColumn wanted, SelectList select, bool rawChoices)
    {
        // count counts rows, so its column only has to be there.
        var column = scope.Column(source, wanted.Name);
        if (column.IsName) throw PlatformErrors.QueryBuilderNoAttribute.Fault(source.Layout.Table.SchemaName, wanted.Name);
        if (wanted.GroupBy) return wanted.Grouping == XrmDateTimeGrouping.None ? Group(scope, source, wanted, column, select, rawChoices) : DatePart(scope, source, wanted, column, select);
        return Figure(source, wanted, column, select);
    }

    /// <summary>The value in the current row; null when it has none.</summary>
    public object? Value(Statement row, RowReader reader, FormattedText text, out string? formatted)
    {
        formatted = null;
        if (row.IsNull(Output.At)) return null;
        if (Wanted.GroupBy && Wanted.Grouping == XrmDateTimeGrouping.None) return reader.Value(row, Output, out formatted);
        if (Wanted.GroupBy || Wanted.Aggregate is XrmAggregateType.Count or XrmAggregateType.CountColumn)
        {
            var count = checked((int)row.Int64(Output.At));
            formatted = Wanted.GroupBy ? Part(row, count) : text.Whole(count);
            return count;
        }
        if (Wanted.Aggregate is XrmAggregateType.Min or XrmAggregateType.Max) return reader.Value(row, Output, out formatted);
        return Output.Slot.Kind switch
        {
            StorageKind.Real => Real(row, text, out formatted),
            StorageKind.Integer when Output.Slot.Column.Type == ColumnType.BigInt => Whole(row, text, out formatted),
            StorageKind.Integer => (int)Whole(row, text, out formatted),
            StorageKind.Money => reader.Amount(row, Output, Exact(row, StorageKind.Money), out formatted),
            _ => reader.Number(Exact(row, StorageKind.Scaled), Output.Slot, out formatted),
        };
    }

    private string Part(Statement row, int part) => Wanted.Grouping switch
    {
        XrmDateTimeGrouping.FiscalYear => FiscalCalendar.Read(part),
        XrmDateTimeGrouping.FiscalPeriod => fiscal.Read((int)row.Int64(fiscalYearAt), part),
        _ => part.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private double Real(Statement row, FormattedText text, out string formatted)
    {
        var value = row.Double(Output.At);
        formatted = text.Number(value, Output.Slot.Column.Precision);
        return value;
    }

    // Of whole numbers the platform gives whole results: the average loses its fraction, and a sum beyond 32 bit fails.
    private long Whole(Statement row, FormattedText text, out string formatted)
    {
        var value = row.Int64(Output.At);
        if (countAt != OutputColumn.None) value /= row.Int64(countAt);
        formatted = text.Whole(value);
        if (Output.Slot.Column.Type != ColumnType.BigInt && value is < int.MinValue or > int.MaxValue) throw PlatformErrors.SqlArithmeticOverflowError.Fault();
        return value;
    }

    private decimal Exact(Statement row, StorageKind kind)
    {
        decimal sum = row.Int64(Output.At);
        if (countAt == OutputColumn.None) return sum / Output.Slot.Factor;
        // SQL Server's average of money keeps four digits and cuts the rest; of a decimal it keeps at least six.
        var average = sum / row.Int64(countAt);
        return kind == StorageKind.Money ? Math.Truncate(average) / Output.Slot.Factor : Math.Round(average / Output.Slot.Factor, Math.Max(6, Output.Slot.Scale));
    }

    private static AggregateColumn Group(QueryScope scope, Source source, QueryColumn wanted, ColumnExpression column, SelectList select, bool rawChoices)
    {
        if (column.Kind == StorageKind.OptionList) throw PlatformErrors.AttributeTypeNotSupportedForGroupByOrderByQuery.Fault();
        select.Add(source.Layout, column.Slot, source.Sql, wanted.Alias!, aliased: true);
        var group = new AggregateColumn(source, wanted, select.Columns[^1]) { Sortable = new OrderSql(scope, rawChoices).Sortable(source, column), Key = column.Sql };
        // Numbers for the texts sort several times faster than the texts themselves.
        group.Groups.Add(column.Kind == StorageKind.Text ? $"dv_code({column.Sql})" : column.Sql);
        if (!column.IsHidden && column.Slot.TypeSqlName is { } type) group.Groups.Add(source.Sql + "." + type);
        if (!column.IsHidden && column.Slot.Expression is null && column.Slot.Kind is not (StorageKind.Money or StorageKind.Real)) group.PlainKeys.Add(column.Slot);
        return group;
    }

    private static AggregateColumn DatePart(QueryScope scope, Source source, QueryColumn wanted, ColumnExpression column, SelectList select)
    {
        if (column.Kind != StorageKind.Seconds) throw PlatformErrors.QueryBuilderInvalidDateGrouping.Fault();
        var parts = new DateParts(scope);
        var part = parts.Sql(wanted.Grouping, column, wanted.UserTimeZone);
        var output = At(select.Add(part), source, wanted, column.Slot);
        if (wanted.Grouping != XrmDateTimeGrouping.FiscalPeriod) return new AggregateColumn(source, wanted, output) { Sortable = part, Groups = { part } };
        // A fiscal period is one of its year: the same quarter of two years is two groups, in their order.
        var year = parts.FiscalYear(column, wanted.UserTimeZone);
        return new AggregateColumn(source, wanted, output)
        {
            Sortable = $"({year}) * 100 + ({part})",
            Groups = { part, year },
            fiscal = scope.Context.Calendar.Fiscal,
            fiscalYearAt = select.Add(year),
        };
    }

    private static AggregateColumn Figure(Source source, QueryColumn wanted, ColumnExpression column, SelectList select)
    {
        RequireType(wanted.Aggregate, column.Slot.Column.Type);
        var sql = wanted.Aggregate switch
        {
            XrmAggregateType.Count => "COUNT(*)",
            XrmAggregateType.CountColumn => $"COUNT({(wanted.Distinct ? "DISTINCT " : "")}{column.Sql})",
            XrmAggregateType.Sum => $"SUM({column.Sql})",
            XrmAggregateType.Avg => column.Kind == StorageKind.Real ? $"AVG({column.Sql})" : $"SUM({column.Sql})",
            XrmAggregateType.Min => $"MIN({column.Sql})",
            _ => $"MAX({column.Sql})",
        };
        var averages = wanted.Aggregate == XrmAggregateType.Avg && column.Kind != StorageKind.Real;
        var figure = new AggregateColumn(source, wanted, At(select.Add(sql), source, wanted, column.Slot)) { Figures = FiguresOf(wanted, column, sql), Sortable = averages ? $"AVG({column.Sql})" : sql };
        if (averages) figure.countAt = select.Add($"COUNT({column.Sql})");
        return figure;
    }

    private static List<(string, TallyFigure, string)>? FiguresOf(QueryColumn wanted, ColumnExpression column, string sql)
    {
        if (wanted.Aggregate == XrmAggregateType.Count) return [];
        if (wanted.Distinct || column.Slot.Expression is not null) return null;
        if (wanted.Aggregate == XrmAggregateType.CountColumn) return [(sql, TallyFigure.Count, column.Sql)];
        if (column.Kind == StorageKind.Real) return null;
        return wanted.Aggregate switch
        {
            XrmAggregateType.Sum => [(sql, TallyFigure.Sum, column.Sql)],
            XrmAggregateType.Min => [(sql, TallyFigure.Least, column.Sql)],
            XrmAggregateType.Max => [(sql, TallyFigure.Greatest, column.Sql)],
            _ => [(sql, TallyFigure.Sum, column.Sql), ($"COUNT({column.Sql})", TallyFigure.Count, column.Sql)],
        };
    }

    private static OutputColumn At(int at, Source source, QueryColumn wanted, ColumnSlot slot) =>
        new() { Key = wanted.Alias!, Layout = source.Layout, Slot = slot, At = at, Aliased = true };

    private static void RequireType(XrmAggregateType aggregate, ColumnType type)
    {
        var fits = aggregate switch
        {
            XrmAggregateType.Count or XrmAggregateType.CountColumn => true,
            XrmAggregateType.Min or XrmAggregateType.Max => IsNumber(type) || type == ColumnType.DateTime,
            _ => IsNumber(type),
        };
        if (!fits) throw PlatformErrors.QueryBuilderInvalidAggregateAttribute.Fault(aggregate, type);
    }

    private static bool IsNumber(ColumnType type) => type is ColumnType.Integer or ColumnType.BigInt or ColumnType.Decimal or ColumnType.Double or ColumnType.Money;
}
