using System.Collections.Generic;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>The rows around an expression.</summary>
/// <param name="Table">Their table.</param>
/// <param name="Variable">The range variable that stands for them.</param>
/// <param name="Joins">Joins of the query; null inside a lambda, whose rows are asked for existence.</param>
internal sealed record Place(Table Table, string Variable, JoinedTables? Joins);

/// <summary>Single conditions and their exact opposites.</summary>
/// <remarks>
/// As in the platform's own SQL a comparison with null does not hold, and the negative operators do hold of null. The opposite of a
/// condition holds exactly where the condition does not, null included.
/// </remarks>
internal sealed class Conditions(DataverseSchema schema)
{
    private static readonly Dictionary<ConditionOperator, ConditionOperator> opposites = Pairs(
        (ConditionOperator.Equal, ConditionOperator.NotEqual), (ConditionOperator.Null, ConditionOperator.NotNull), (ConditionOperator.Like, ConditionOperator.NotLike),
        (ConditionOperator.In, ConditionOperator.NotIn), (ConditionOperator.ContainValues, ConditionOperator.DoesNotContainValues),
        (ConditionOperator.EqualUserId, ConditionOperator.NotEqualUserId), (ConditionOperator.EqualBusinessId, ConditionOperator.NotEqualBusinessId),
        (ConditionOperator.Under, ConditionOperator.NotUnder));

    // Of these neither holds of null.
    private static readonly Dictionary<ConditionOperator, ConditionOperator> reversals = Pairs(
        (ConditionOperator.GreaterThan, ConditionOperator.LessEqual), (ConditionOperator.LessThan, ConditionOperator.GreaterEqual));

    private static readonly HashSet<ConditionOperator> holdOfNull =
    [
        ConditionOperator.NotEqual, ConditionOperator.Null, ConditionOperator.NotLike, ConditionOperator.NotIn, ConditionOperator.DoesNotContainValues,
        ConditionOperator.NotEqualUserId, ConditionOperator.NotEqualBusinessId, ConditionOperator.NotUnder,
    ];

    /// <summary>A condition or its opposite.</summary>
    public FilterExpression On(Place place, ColumnPath path, bool negate, ConditionOperator comparison, params object?[] values)
    {
        if (!negate) return Met(place, path, comparison, values);
        if (opposites.TryGetValue(comparison, out var opposite)) return Met(place, path, opposite, values);
        if (!reversals.TryGetValue(comparison, out var reversed)) return NotMet(place, path, new ConditionExpression(path.Column, comparison, values));
        var either = new FilterExpression(LogicalOperator.Or);
        Add(either, Met(place, path, reversed, values));
        Add(either, Met(place, path, ConditionOperator.Null));
        return either;
    }

    /// <summary>A comparison of two columns of one row, or its opposite.</summary>
    public FilterExpression OnColumns(Place place, ColumnPath left, bool negate, ConditionOperator comparison, ColumnPath right)
    {
        var condition = new ConditionExpression(left.Column, comparison, compareColumns: true, right.Column);
        return negate ? NotMet(place, left, condition) : Only(condition);
    }

    /// <summary>Puts a filter into another, without a level of its own where it needs none.</summary>
    public static void Add(FilterExpression into, FilterExpression filter)
    {
        var fits = filter.AnyAllFilterLinkEntity is null && (filter.FilterOperator == into.FilterOperator || filter.Conditions.Count + filter.Filters.Count == 1);
        if (!fits)
        {
            into.AddFilter(filter);
            return;
        }
        into.Conditions.AddRange(filter.Conditions);
        into.Filters.AddRange(filter.Filters);
    }

    private FilterExpression Met(Place place, ColumnPath path, ConditionOperator comparison, params object?[] values)
    {
        if (path.Steps.Count == 0) return Only(new ConditionExpression(path.Column, comparison, values));
        if (place.Joins is not null) return Only(new ConditionExpression(place.Joins.Join(path.Steps).EntityAlias, path.Column, comparison, values));
        // Where the lookup is empty all its columns are null.
        return holdOfNull.Contains(comparison)
            ? Related.Exists(schema, path.Steps, negate: true, Only(new ConditionExpression(path.Column, opposites[comparison], values)))
            : Related.Exists(schema, path.Steps, negate: false, Only(new ConditionExpression(path.Column, comparison, values)));
    }

    // An operator without opposite: no such row under the same id.
    private FilterExpression NotMet(Place place, ColumnPath path, ConditionExpression condition)
    {
        if (path.Steps.Count > 0) return Related.Exists(schema, path.Steps, negate: true, Only(condition));
        var itself = new LinkEntity(place.Table.LogicalName, place.Table.LogicalName, place.Table.PrimaryId, place.Table.PrimaryId, JoinOperator.NotAny);
        itself.LinkCriteria.AddCondition(condition);
        return Related.Exist(itself);
    }

    private static FilterExpression Only(ConditionExpression condition)
    {
        var filter = new FilterExpression();
        filter.AddCondition(condition);
        return filter;
    }

    private static Dictionary<ConditionOperator, ConditionOperator> Pairs(params (ConditionOperator, ConditionOperator)[] pairs)
    {
        var both = new Dictionary<ConditionOperator, ConditionOperator>();
        foreach (var (one, other) in pairs) (both[one], both[other]) = (other, one);
        return both;
    }
}
