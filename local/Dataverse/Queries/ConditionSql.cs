using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Storage;
using Local.Dataverse.Validation;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Writes filters and conditions as SQL. Every value becomes a parameter.</summary>
/// <remarks>As the platform's own SQL does, the negative comparisons (ne, not-like, not-in ...) also take rows where the column is null.</remarks>
internal sealed class ConditionSql(QueryScope scope, Func<QueryTable, Source, string> relatedRows)
{
    /// <summary>SQL of a filter of a table; null when it holds no condition.</summary>
    public string? Filter(QueryFilter? filter, Source source)
    {
        if (filter is null) return null;
        var terms = new List<string>();
        foreach (var condition in filter.Conditions) terms.Add(Condition(condition, source));
        foreach (var inner in filter.Filters)
        {
            if (Filter(inner, source) is { } sql) terms.Add(sql);
        }
        foreach (var related in filter.Related) terms.Add(relatedRows(related, source));
        return terms.Count switch
        {
            0 => null,
            1 => terms[0],
            _ => "(" + string.Join(filter.Or ? " OR " : " AND ", terms) + ")",
        };
    }

    private string Condition(QueryCondition condition, Source around)
    {
        var source = condition.Table is null || condition.Table == around.Alias ? around : scope.Find(condition.Table);
        if (scope.IsJoinedAfter(source, around)) throw PlatformErrors.QueryBuilderNoAlias.Fault(condition.Table);
        var column = scope.Column(source, condition.Column ?? throw PlatformErrors.QueryBuilderAttributeNotFound.Fault("attribute"));
        var comparison = condition.Operator;
        if (condition.CompareColumns) return CompareColumns(condition, source, column);
        if (new DateCondition(scope).Write(condition, source, column) is { } dates) return dates;
        return comparison switch
        {
            ConditionOperator.Null => RequireNone(condition, column.Sql + " IS NULL"),
            ConditionOperator.NotNull => RequireNone(condition, column.Sql + " IS NOT NULL"),
            ConditionOperator.Equal => OneValue(condition, source, column, "="),
            ConditionOperator.NotEqual => OrNull(column, OneValue(condition, source, column, "<>")),
            ConditionOperator.GreaterThan => OneValue(condition, source, column, ">"),
            ConditionOperator.GreaterEqual => OneValue(condition, source, column, ">="),
            ConditionOperator.LessThan => OneValue(condition, source, column, "<"),
            ConditionOperator.LessEqual => OneValue(condition, source, column, "<="),
            ConditionOperator.In => List(condition, source, column),
            ConditionOperator.NotIn => OrNull(column, "NOT " + List(condition, source, column)),
            ConditionOperator.Between => Between(condition, source, column),
            ConditionOperator.NotBetween => "NOT " + Between(condition, source, column),
            ConditionOperator.Like => "(" + Begin(condition, column, "") + Like(condition, source, column, "", "") + ")",
            ConditionOperator.NotLike => OrNull(column, "NOT " + Like(condition, source, column, "", "")),
            ConditionOperator.BeginsWith => "(" + Begin(condition, column, "%") + Like(condition, source, column, "", "%") + ")",
            ConditionOperator.DoesNotBeginWith => OrNull(column, "NOT " + Like(condition, source, column, "", "%")),
            ConditionOperator.EndsWith => Like(condition, source, column, "%", ""),
            ConditionOperator.DoesNotEndWith => OrNull(column, "NOT " + Like(condition, source, column, "%", "")),
            ConditionOperator.Contains => Like(condition, source, column, "%", "%"),
            ConditionOperator.DoesNotContain => OrNull(column, "NOT " + Like(condition, source, column, "%", "%")),
            ConditionOperator.ContainValues => ContainValues(condition, source, column),
            ConditionOperator.DoesNotContainValues => OrNull(column, "NOT " + ContainValues(condition, source, column)),
            // The rest are "for internal use only" (ConditionOperator).
            _ => new CallerCondition(scope).Write(condition, source, column) ?? throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(FetchOperators.NameOf(comparison)),
        };
    }

    private string OneValue(QueryCondition condition, Source source, ColumnExpression column, string comparison)
    {
        condition.RequireValues(1, 1);
        if (column.Kind == StorageKind.OptionList) return WholeList(condition, source, column, comparison);
        return $"{column.Sql} {comparison} {scope.Parameter(scope.Value(source, column, condition.Values[0]))}";
    }

    // A multi-select column equals a value when it holds that one and no other.
    private string WholeList(QueryCondition condition, Source source, ColumnExpression column, string comparison)
    {
        if (comparison is not ("=" or "<>")) throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(FetchOperators.NameOf(condition.Operator));
        return $"{column.Sql} {comparison} {scope.Parameter(new SqlValue(Text: ColumnValue.ListOf(Numbers(condition, source, column))))}";
    }

    private string List(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(1, int.MaxValue);
        if (column.Kind == StorageKind.OptionList) return $"{column.Sql} = {scope.Parameter(new SqlValue(Text: ColumnValue.ListOf(Numbers(condition, source, column))))}";
        return $"{column.Sql} IN ({string.Join(',', condition.Values.Select(v => scope.Parameter(scope.Value(source, column, v))))})";
    }

    private string Between(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(2, 2);
        var from = scope.Parameter(scope.Value(source, column, condition.Values[0]));
        return $"({column.Sql} BETWEEN {from} AND {scope.Parameter(scope.Value(source, column, condition.Values[1]))})";
    }

    private string Like(QueryCondition condition, Source source, ColumnExpression column, string before, string after)
    {
        condition.RequireValues(1, 1);
        var pattern = before + Convert.ToString(condition.Values[0], CultureInfo.InvariantCulture) + after;
        if (TextOfValue.IsChoice(column)) return TextOfValue.LabelLike(column, pattern, scope.Context.LanguageCode);
        return $"dv_like({TextOf(condition, source, column)}, {scope.Parameter(new SqlValue(Text: pattern))})";
    }

    // What every text that matches lies between, so that an index finds it: the first weight of all, and the last, behind the pattern's fixed beginning.
    private string Begin(QueryCondition condition, ColumnExpression column, string after)
    {
        if (column.Kind != StorageKind.Text || column.IsName || condition.Values.Count != 1) return "";
        var pattern = Convert.ToString(condition.Values[0], CultureInfo.InvariantCulture) + after;
        var end = pattern.AsSpan().IndexOfAny('%', '_', '[');
        if (end <= 0 || char.IsHighSurrogate(pattern[end - 1])) return "";
        var begin = pattern[..end];
        return $"{column.Sql} >= {scope.Parameter(new SqlValue(Text: begin + "\u0001"))} AND {column.Sql} < {scope.Parameter(new SqlValue(Text: begin + "\U000FFFFF\U000FFFFF"))} AND ";
    }

    // Of a lookup the name is compared, of a number what SQL Server makes of it.
    private string TextOf(QueryCondition condition, Source source, ColumnExpression column)
    {
        if (column.Kind == StorageKind.Text || column.IsHidden) return column.Sql;
        if (column.Kind == StorageKind.Reference) return SelectList.NameOf(scope.Store.Layouts, column.Slot, source.Sql) ?? "NULL";
        return TextOfValue.Number(column)
            ?? throw PlatformErrors.NotSupportedHere($"operator {FetchOperators.NameOf(condition.Operator)} on {column.Slot.Column.Type} column {column.Slot.Name}");
    }

    private string ContainValues(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(1, int.MaxValue);
        if (column.Kind != StorageKind.OptionList) throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(FetchOperators.NameOf(condition.Operator));
        var each = condition.Values.Select(v => $"instr({column.Sql}, {scope.Parameter(new SqlValue(Text: ";" + scope.Value(source, column, v).Number + ";"))}) > 0");
        return "(" + string.Join(" OR ", each) + ")";
    }

    private IEnumerable<int> Numbers(QueryCondition condition, Source source, ColumnExpression column) =>
        condition.Values.Select(v => (int)scope.Value(source, column, v).Number!.Value);

    private string CompareColumns(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(1, 1);
        var comparison = condition.Operator switch
        {
            ConditionOperator.Equal => "=",
            ConditionOperator.NotEqual => "<>",
            ConditionOperator.GreaterThan => ">",
            ConditionOperator.GreaterEqual => ">=",
            ConditionOperator.LessThan => "<",
            ConditionOperator.LessEqual => "<=",
            _ => throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(FetchOperators.NameOf(condition.Operator)),
        };
        var name = condition.Values[0] as string ?? throw PlatformErrors.InvalidArgument.Fault("A column comparison needs the name of a column.");
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var other = dot < 0 ? scope.Column(source, name) : scope.Column(scope.Find(name[..dot]), name[(dot + 1)..]);
        if (other.Kind != column.Kind) throw PlatformErrors.InvalidArgument.Fault($"Attributes '{column.Slot.Name}' and '{other.Slot.Name}' of different types cannot be compared.");
        if (other.Slot.Scale == column.Slot.Scale) return $"{column.Sql} {comparison} {other.Sql}";
        // Scaled differently: both on the finer scale.
        var finest = Math.Max(other.Slot.Scale, column.Slot.Scale);
        return $"{column.Sql} * {Power(finest - column.Slot.Scale)} {comparison} {other.Sql} * {Power(finest - other.Slot.Scale)}";
    }

    private static string Power(int digits) => "1" + new string('0', digits);

    private static string OrNull(ColumnExpression column, string sql) => $"({sql} OR {column.Sql} IS NULL)";

    private static string RequireNone(QueryCondition condition, string sql)
    {
        condition.RequireValues(0, 0);
        return sql;
    }
}
