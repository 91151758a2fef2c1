using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Brings QueryExpression and QueryByAttribute into the inner form.</summary>
internal static class QueryExpressionReader
{
    private const int DeepestNesting = 50;

    public static QueryModel Read(QueryExpression query)
    {
        if (query.SubQueryExpression is not null) throw PlatformErrors.NotSupportedHere("QueryExpression.SubQueryExpression");
        if (!string.IsNullOrEmpty(query.DataSource)) throw PlatformErrors.NotSupportedHere("data source " + query.DataSource);
        var root = new QueryTable { Table = query.EntityName ?? "", AllColumns = query.ColumnSet.AllColumns };
        Fill(root, query.ColumnSet, query.Criteria, query.LinkEntities, query.Orders, 0);
        // Only now: links that lead back to themselves have been refused as nested too deeply.
        var aggregate = query.ColumnSet.AttributeExpressions.Count > 0 || query.LinkEntities.Any(HasAggregate);
        return new QueryModel
        {
            Root = root,
            Distinct = query.Distinct,
            NoLock = query.NoLock,
            Top = query.TopCount,
            Page = query.PageInfo.PageNumber < 1 ? 1 : query.PageInfo.PageNumber,
            PageSize = query.PageInfo.Count > 0 ? query.PageInfo.Count : null,
            Cookie = query.PageInfo.PagingCookie,
            ReturnTotal = query.PageInfo.ReturnTotalRecordCount,
            Aggregate = aggregate,
        };
    }

    public static QueryModel Read(QueryByAttribute query)
    {
        if (query.Attributes.Count == 0) throw PlatformErrors.QueryBuilderByAttributeNonEmpty.Fault();
        if (query.Values.Count != query.Attributes.Count) throw PlatformErrors.QueryBuilderByAttributeMismatch.Fault();
        var root = new QueryTable { Table = query.EntityName ?? "", AllColumns = query.ColumnSet?.AllColumns ?? false };
        root.Filter = new QueryFilter();
        for (var i = 0; i < query.Attributes.Count; i++)
        {
            root.Filter.Conditions.Add(new QueryCondition(null, query.Attributes[i], ConditionOperator.Equal, [query.Values[i]]));
        }
        Fill(root, query.ColumnSet ?? new ColumnSet(), new FilterExpression(), [], query.Orders, 0);
        var page = query.PageInfo ?? new PagingInfo();
        return new QueryModel
        {
            Root = root,
            Top = query.TopCount,
            Page = page.PageNumber < 1 ? 1 : page.PageNumber,
            PageSize = page.Count > 0 ? page.Count : null,
            Cookie = page.PagingCookie,
            ReturnTotal = page.ReturnTotalRecordCount,
        };
    }

    private static bool HasAggregate(LinkEntity link) => link.Columns.AttributeExpressions.Count > 0 || link.LinkEntities.Any(HasAggregate);

    private static void Fill(QueryTable table, ColumnSet columns, FilterExpression? filter, IEnumerable<LinkEntity> links, IEnumerable<OrderExpression> orders, int depth)
    {
        if (depth > DeepestNesting) throw PlatformErrors.QueryBuilderBadCondition.Fault("The query is nested too deeply.");
        foreach (var column in columns.Columns) table.Columns.Add(new QueryColumn(column));
        foreach (var expression in columns.AttributeExpressions)
        {
            table.Columns.Add(new QueryColumn(
                expression.AttributeName, string.IsNullOrEmpty(expression.Alias) ? null : expression.Alias, expression.AggregateType, expression.HasGroupBy, expression.DateTimeGrouping));
        }
        if (filter is not null && Read(filter, depth) is { } read) table.Filter = read;
        foreach (var order in orders)
        {
            var alias = string.IsNullOrEmpty(order.Alias) ? null : order.Alias;
            table.Orders.Add(new QueryOrder(alias is null ? order.AttributeName : null, alias, string.IsNullOrEmpty(order.EntityName) ? null : order.EntityName, order.OrderType == OrderType.Descending));
        }
        foreach (var link in links) table.Links.Add(Read(link, depth + 1));
    }

    private static QueryTable Read(LinkEntity link, int depth)
    {
        var table = new QueryTable
        {
            Table = link.LinkToEntityName ?? "",
            Alias = string.IsNullOrEmpty(link.EntityAlias) ? null : link.EntityAlias,
            Join = link.JoinOperator,
            ParentColumn = link.LinkFromAttributeName ?? "",
            OwnColumn = link.LinkToAttributeName ?? "",
            AllColumns = link.Columns.AllColumns,
        };
        Fill(table, link.Columns, link.LinkCriteria, link.LinkEntities, link.Orders, depth);
        return table;
    }

    private static QueryFilter? Read(FilterExpression filter, int depth)
    {
        if (depth > DeepestNesting) throw PlatformErrors.QueryBuilderBadCondition.Fault("The filter is nested too deeply.");
        if (filter.Conditions.Count == 0 && filter.Filters.Count == 0 && filter.AnyAllFilterLinkEntity is null) return null;
        var read = new QueryFilter { Or = filter.FilterOperator == LogicalOperator.Or };
        foreach (var condition in filter.Conditions)
        {
            read.Conditions.Add(new QueryCondition(
                string.IsNullOrEmpty(condition.EntityName) ? null : condition.EntityName, condition.AttributeName, condition.Operator, condition.Values.ToArray(), condition.CompareColumns));
        }
        foreach (var inner in filter.Filters)
        {
            if (Read(inner, depth + 1) is { } nested) read.Filters.Add(nested);
        }
        if (filter.AnyAllFilterLinkEntity is { } related) read.Related.Add(Read(related, depth + 1));
        return read;
    }
}
