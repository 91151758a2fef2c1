using System;
using System.Linq;
using CsCheck;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>Query expressions with every operator, values of any type, and names that do not belong.</summary>
internal static class QueryGen
{
    private static readonly Gen<ConditionExpression> condition =
        from table in Gen.Frequency((4, Gen.Const((string?)null)), (1, Fuzz.Table.Select(t => (string?)t)))
        from column in Fuzz.Column
        from op in Gen.OneOf(Gen.OneOf(Enum.GetValues<ConditionOperator>()), Gen.Const((ConditionOperator)4711))
        from values in ValueGen.Any.Array[0, 3]
        select new ConditionExpression(table, column, op, values);

    private static readonly Gen<OrderExpression> order =
        from column in Fuzz.Column
        from type in Gen.OneOf(OrderType.Ascending, OrderType.Descending)
        select new OrderExpression(column, type);

    /// <summary>A whole query.</summary>
    public static readonly Gen<QueryBase> Query =
        from table in Fuzz.Table
        from columns in Fuzz.Column.Array[0, 4]
        from all in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from filter in Filter(2)
        from links in Link(1).Array[0, 2]
        from orders in order.Array[0, 2]
        from distinct in Gen.Bool
        from top in Gen.OneOf<int?>(null, null, null, 1, 0, -1, Fuzz.MarkedNumber)
        from page in Gen.Select(Gen.OneOf(0, 1, 2, -1, Fuzz.MarkedNumber), Gen.OneOf(0, 1, 5000, -1, Fuzz.MarkedNumber), Gen.Frequency((3, Gen.Const((string?)null)), (1, Fuzz.Text.Select(t => (string?)t))), Gen.Bool)
        select Make(table, all ? new ColumnSet(true) : new ColumnSet(columns), filter, links, orders, distinct, top, new PagingInfo { PageNumber = page.Item1, Count = page.Item2, PagingCookie = page.Item3, ReturnTotalRecordCount = page.Item4 });

    private static QueryBase Make(string table, ColumnSet columns, FilterExpression filter, LinkEntity[] links, OrderExpression[] orders, bool distinct, int? top, PagingInfo page)
    {
        var query = new QueryExpression(table) { ColumnSet = columns, Criteria = filter, Distinct = distinct, TopCount = top, PageInfo = page };
        query.LinkEntities.AddRange(links);
        query.Orders.AddRange(orders);
        return query;
    }

    private static Gen<FilterExpression> Filter(int depth) =>
        from type in Gen.OneOf(LogicalOperator.And, LogicalOperator.Or)
        from conditions in condition.Array[0, 3]
        from inner in depth == 0 ? Gen.Const(Array.Empty<FilterExpression>()) : Filter(depth - 1).Array[0, 2]
        select Combine(type, conditions, inner);

    private static FilterExpression Combine(LogicalOperator type, ConditionExpression[] conditions, FilterExpression[] inner)
    {
        var filter = new FilterExpression(type);
        filter.Conditions.AddRange(conditions);
        filter.Filters.AddRange(inner);
        return filter;
    }

    private static Gen<LinkEntity> Link(int depth) =>
        from table in Fuzz.Table
        from own in Fuzz.Column
        from other in Fuzz.Column
        from type in Gen.OneOf(Enum.GetValues<JoinOperator>())
        from alias in Gen.OneOf(null, "a", "b", Fuzz.Marker)
        from columns in Fuzz.Column.Array[0, 2]
        from filter in Filter(1)
        from links in depth == 0 ? Gen.Const(Array.Empty<LinkEntity>()) : Link(depth - 1).Array[0, 1]
        select Make(table, own, other, type, alias, columns, filter, links);

    private static LinkEntity Make(string table, string own, string other, JoinOperator type, string? alias, string[] columns, FilterExpression filter, LinkEntity[] links)
    {
        var link = new LinkEntity(null, table, other, own, type) { EntityAlias = alias, Columns = new ColumnSet(columns), LinkCriteria = filter };
        link.LinkEntities.AddRange(links.AsEnumerable());
        return link;
    }
}
