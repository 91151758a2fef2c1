using System;
using System.Globalization;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries.Conversion;

/// <summary>Writes a query as QueryExpression, its values in the types of the columns they are compared with.</summary>
/// <remarks>What QueryExpression cannot say is refused by name; whose clock cuts dates into parts is lost, as the platform documents (attribute element, usertimezone).</remarks>
internal sealed class QueryExpressionWriter(DataverseSchema schema)
{
    public QueryExpression Write(QueryModel query)
    {
        var written = new QueryExpression(query.Root.Table)
        {
            Distinct = query.Distinct,
            NoLock = query.NoLock,
            TopCount = query.Top,
            PageInfo = new PagingInfo { PageNumber = query.PageSize is null ? 0 : query.Page, Count = query.PageSize ?? 0, PagingCookie = query.Cookie, ReturnTotalRecordCount = query.ReturnTotal },
            ColumnSet = Columns(query.Root, query.Aggregate),
        };
        if (query.Root.Filter is { } filter) written.Criteria = Filter(filter, query.Root);
        foreach (var order in query.Root.Orders) written.Orders.Add(Order(order));
        foreach (var link in query.Root.Links) written.LinkEntities.Add(Link(link, query.Root, query.Aggregate));
        return written;
    }

    private static ColumnSet Columns(QueryTable table, bool aggregate)
    {
        var columns = new ColumnSet(table.AllColumns);
        foreach (var column in table.Columns)
        {
            if (column.CountChildren) throw PlatformErrors.NotSupportedHere("rowaggregate in a QueryExpression");
            if (column.Distinct) throw PlatformErrors.NotSupportedHere("distinct countcolumn in a QueryExpression");
            if (!aggregate && column.Alias is null)
            {
                columns.AddColumn(column.Name);
                continue;
            }
            if (!aggregate) throw PlatformErrors.NotSupportedHere("an alias of a column in a QueryExpression");
            columns.AttributeExpressions.Add(new XrmAttributeExpression(column.Name, column.Aggregate, column.Alias, column.Grouping) { HasGroupBy = column.GroupBy });
        }
        return columns;
    }

    private static OrderExpression Order(QueryOrder order) =>
        new(order.Column ?? "", order.Descending ? OrderType.Descending : OrderType.Ascending, order.Alias ?? "", order.Table ?? "");

    private LinkEntity Link(QueryTable link, QueryTable parent, bool aggregate)
    {
        var written = new LinkEntity(parent.Table, link.Table, link.ParentColumn, link.OwnColumn, link.Join) { EntityAlias = link.Alias, Columns = Columns(link, aggregate) };
        if (link.Filter is { } filter) written.LinkCriteria = Filter(filter, link);
        foreach (var order in link.Orders) written.Orders.Add(Order(order));
        foreach (var inner in link.Links) written.LinkEntities.Add(Link(inner, link, aggregate));
        return written;
    }

    private FilterExpression Filter(QueryFilter filter, QueryTable table)
    {
        // The filters that stand side by side in FetchXML; one alone is the filter.
        if (filter is { Conditions.Count: 0, Related.Count: 0, Filters.Count: 1 }) return Filter(filter.Filters[0], table);
        var written = new FilterExpression(filter.Or ? LogicalOperator.Or : LogicalOperator.And);
        foreach (var condition in filter.Conditions) written.AddCondition(Condition(condition, table));
        foreach (var inner in filter.Filters) written.AddFilter(Filter(inner, table));
        foreach (var related in filter.Related)
        {
            if (filter.Related.Count == 1)
            {
                written.AnyAllFilterLinkEntity = Link(related, table, aggregate: false);
                break;
            }
            // A filter has room for one.
            written.AddFilter(new FilterExpression { AnyAllFilterLinkEntity = Link(related, table, aggregate: false) });
        }
        return written;
    }

    private ConditionExpression Condition(QueryCondition condition, QueryTable table)
    {
        var written = new ConditionExpression(condition.Table, condition.Column, condition.Operator) { CompareColumns = condition.CompareColumns };
        // Of a linked table's alias the column is not known here; its value stays the text it is.
        var column = condition.Table is null ? schema.Find(table.Table)?.Find(condition.Column) : null;
        foreach (var value in condition.Values) written.Values.Add(value is string text && !condition.CompareColumns ? Typed(column, condition.Operator, text) : value!);
        return written;
    }

    private static object Typed(Column? column, ConditionOperator comparison, string text)
    {
        if (column is null || comparison is ConditionOperator.Like or ConditionOperator.NotLike or ConditionOperator.BeginsWith or ConditionOperator.DoesNotBeginWith
            or ConditionOperator.EndsWith or ConditionOperator.DoesNotEndWith) return text;
        var culture = CultureInfo.InvariantCulture;
        switch (column.Type)
        {
            case ColumnType.Integer or ColumnType.Picklist or ColumnType.State or ColumnType.Status or ColumnType.MultiSelectPicklist:
                return int.TryParse(text, NumberStyles.Integer, culture, out var whole) ? whole : text;
            case ColumnType.BigInt:
                return long.TryParse(text, NumberStyles.Integer, culture, out var large) ? large : text;
            case ColumnType.Decimal or ColumnType.Money:
                return decimal.TryParse(text, NumberStyles.Number, culture, out var exact) ? exact : text;
            case ColumnType.Double:
                return double.TryParse(text, NumberStyles.Float, culture, out var real) ? real : text;
            case ColumnType.Boolean:
                return text is "1" or "true" ? true : text is "0" or "false" ? false : text;
            case ColumnType.Uniqueidentifier or ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner:
                return Guid.TryParse(text, out var id) ? id : text;
            case ColumnType.DateTime:
                // The count of days, a year ... is a number, a moment is one.
                if (int.TryParse(text, NumberStyles.Integer, culture, out var count)) return count;
                return DateTime.TryParse(text, culture, DateTimeStyles.AdjustToUniversal, out var moment) ? moment : text;
            default:
                return text;
        }
    }
}
