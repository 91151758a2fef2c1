using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse;

/// <summary>Stands in until queries are translated to SQL: plain conditions on one table. An instance method of the same name takes its place.</summary>
internal static class InterimQueries
{
    public static EntityCollection RetrieveMultiple(this CoreOperations core, RequestContext context, QueryBase query)
    {
        if (query is not QueryExpression { LinkEntities.Count: 0 } expression) throw PlatformErrors.NotSupportedHere("this kind of query");
        var rows = core.Ids(expression.EntityName).Select(id => core.Retrieve(context, new EntityReference(expression.EntityName, id), new ColumnSet(true)))
            .Where(row => Fits(row, expression.Criteria));
        foreach (var order in expression.Orders.Reverse())
        {
            rows = order.OrderType == OrderType.Ascending
                ? rows.OrderBy(r => Plain(r.Attributes.GetValueOrDefault(order.AttributeName)), Comparer<object?>.Default)
                : rows.OrderByDescending(r => Plain(r.Attributes.GetValueOrDefault(order.AttributeName)), Comparer<object?>.Default);
        }
        if (expression.TopCount is { } top) rows = rows.Take(top);
        return new EntityCollection(rows.ToList()) { EntityName = expression.EntityName };
    }

    private static object? GetValueOrDefault(this AttributeCollection attributes, string name) => attributes.TryGetValue(name, out var value) ? value : null;

    private static bool Fits(Entity row, FilterExpression filter)
    {
        var results = filter.Conditions.Select(c => Fits(row, c)).Concat(filter.Filters.Select(f => Fits(row, f))).ToList();
        return results.Count == 0 || (filter.FilterOperator == LogicalOperator.And ? results.All(r => r) : results.Any(r => r));
    }

    private static bool Fits(Entity row, ConditionExpression condition)
    {
        var value = Plain(row.Attributes.GetValueOrDefault(condition.AttributeName));
        return condition.Operator switch
        {
            ConditionOperator.Null => value is null,
            ConditionOperator.NotNull => value is not null,
            ConditionOperator.Equal => Equals(value, Plain(condition.Values[0])),
            ConditionOperator.OnOrBefore => value is DateTime date && date.Date <= (DateTime)condition.Values[0],
            _ => throw PlatformErrors.NotSupportedHere($"operator {condition.Operator}"),
        };
    }

    private static object? Plain(object? value) => value switch
    {
        OptionSetValue option => option.Value,
        EntityReference reference => reference.Id,
        Money money => money.Value,
        _ => value,
    };
}
