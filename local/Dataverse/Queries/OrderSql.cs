using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>One term of ORDER BY.</summary>
/// <param name="Source">The table the column is of.</param>
/// <param name="Column">The column.</param>
/// <param name="Sql">What is ordered by: of a reference the row's name, of a choice the rank of its label.</param>
/// <param name="Descending">Greatest first.</param>
/// <param name="Kind">What kind of value that is.</param>
internal sealed record OrderTerm(Source Source, ColumnExpression Column, string Sql, bool Descending, StorageKind Kind);

/// <summary>Writes the order of a query as the platform sorts: references by name, choices by label in the user's language, null first.</summary>
internal sealed class OrderSql(QueryScope scope, bool rawChoices)
{
    /// <summary>The terms: those of the table asked for, then those of its links in the order of the query.</summary>
    public List<OrderTerm> Terms(IReadOnlyList<Source> sources)
    {
        var terms = new List<OrderTerm>();
        foreach (var source in sources)
        {
            foreach (var order in source.Node.Orders)
            {
                if (order.Column is null) throw PlatformErrors.QueryBuilderAttributeRequiredForNonAggregateOrderBy.Fault();
                var of = order.Table is null ? source : scope.Find(order.Table);
                // Of a link that only asks whether rows exist there is nothing to order by.
                if (!sources.Contains(of)) throw PlatformErrors.QueryBuilderNoAlias.Fault(order.Table);
                var column = scope.Column(of, order.Column);
                var sql = Sortable(of, column);
                if (terms.Exists(t => t.Column.Sql == column.Sql)) throw PlatformErrors.OrderByColumnsMustBeUnique.Fault();
                terms.Add(new OrderTerm(of, column, sql, order.Descending, KindOf(column, sql)));
            }
        }
        return terms;
    }

    private static StorageKind KindOf(ColumnExpression column, string sql)
    {
        if (sql == column.Sql) return column.Kind;
        return column.Kind == StorageKind.Reference ? StorageKind.Text : StorageKind.Integer;
    }

    /// <summary>What a column is ordered by.</summary>
    public string Sortable(Source source, ColumnExpression column)
    {
        if (column.IsName || column.IsHidden) return column.Sql;
        if (column.Kind == StorageKind.OptionList) throw PlatformErrors.AttributeTypeNotSupportedForGroupByOrderByQuery.Fault();
        if (column.Kind == StorageKind.Reference)
        {
            return SelectList.NameOf(scope.Store.Layouts, column.Slot, source.Sql) is { } name ? $"({name}) COLLATE {TextOrder.Collation}" : column.Sql;
        }
        var isChoice = column.Slot.Column.Type is ColumnType.Picklist or ColumnType.State or ColumnType.Status;
        return isChoice && !rawChoices && column.Slot.Column.OptionSet is { Options.Count: > 0 } set ? Rank(column.Sql, set) : column.Sql;
    }

    private string Rank(string column, OptionSet set)
    {
        var labels = set.Options.Select(o => (o.Value, Label: o.Label.In(scope.Context.LanguageCode) ?? "")).ToList();
        labels.Sort((left, right) => TextOrder.Compare(left.Label, right.Label));
        var cases = new StringBuilder("CASE ").Append(column);
        for (var i = 0; i < labels.Count; i++) cases.Append(CultureInfo.InvariantCulture, $" WHEN {labels[i].Value} THEN {i}");
        return cases.Append(" END").ToString();
    }

    /// <summary>ORDER BY with all terms; empty without terms.</summary>
    public static string Sql(IReadOnlyList<(string Sql, bool Descending)> terms) =>
        terms.Count == 0 ? "" : " ORDER BY " + string.Join(", ", terms.Select(t => t.Sql + (t.Descending ? " DESC" : "")));
}
