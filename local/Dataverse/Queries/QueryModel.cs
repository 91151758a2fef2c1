using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>A query in the one form that QueryExpression, QueryByAttribute and FetchXML are brought into before they become SQL.</summary>
internal sealed class QueryModel
{
    /// <summary>Rows on one page at most; also the page when none is asked for.</summary>
    public const int LargestPage = 5000;

    public required QueryTable Root { get; init; }

    public bool Distinct { get; init; }

    /// <summary>Asked for and of no effect here: nobody reads while somebody else writes.</summary>
    public bool NoLock { get; init; }

    public int? Top { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page; null when the query does not page.</summary>
    public int? PageSize { get; init; }

    public string? Cookie { get; init; }

    public bool ReturnTotal { get; init; }

    public bool Aggregate { get; init; }

    /// <summary>Rows an aggregate query may look at, when the query itself says fewer than the platform's limit.</summary>
    public int? AggregateLimit { get; init; }

    /// <summary>Choices are ordered by their numbers, not by their labels.</summary>
    public bool RawChoiceOrder { get; init; }
}

/// <summary>A table in a query: the one asked for, or one linked to it.</summary>
internal sealed class QueryTable
{
    public required string Table { get; init; }

    /// <summary>Name by which conditions and results call a linked table; null when the query gives none.</summary>
    public string? Alias { get; init; }

    public JoinOperator Join { get; init; }

    /// <summary>Column of the table it is linked to.</summary>
    public string ParentColumn { get; init; } = "";

    /// <summary>Column of this table that equals it.</summary>
    public string OwnColumn { get; init; } = "";

    public bool AllColumns { get; init; }

    public List<QueryColumn> Columns { get; } = new();

    public QueryFilter? Filter { get; set; }

    public List<QueryTable> Links { get; } = new();

    public List<QueryOrder> Orders { get; } = new();
}

/// <summary>A column asked for.</summary>
/// <param name="Name">Logical name.</param>
/// <param name="Alias">Name it goes out under; null for its own.</param>
/// <param name="Aggregate">What is computed of it, in an aggregate query.</param>
/// <param name="GroupBy">In an aggregate query: rows with the same value are one group.</param>
/// <param name="Grouping">Part of a date to group by.</param>
/// <param name="Distinct">Count each value once.</param>
/// <param name="UserTimeZone">Parts of dates are those of the user's clock, not of UTC.</param>
/// <param name="CountChildren">Not the value is asked for, but how many rows of the table have the row as their parent in its hierarchy.</param>
internal sealed record QueryColumn(
    string Name,
    string? Alias = null,
    XrmAggregateType Aggregate = XrmAggregateType.None,
    bool GroupBy = false,
    XrmDateTimeGrouping Grouping = XrmDateTimeGrouping.None,
    bool Distinct = false,
    bool UserTimeZone = false,
    bool CountChildren = false);

/// <summary>Conditions that all, or of which one, must hold.</summary>
internal sealed class QueryFilter
{
    public bool Or { get; init; }

    public List<QueryCondition> Conditions { get; } = new();

    public List<QueryFilter> Filters { get; } = new();

    /// <summary>Tables of which related rows must (any, all) or must not (not any, not all) exist.</summary>
    public List<QueryTable> Related { get; } = new();
}

/// <summary>A condition on one column.</summary>
/// <param name="Table">Alias or name of the linked table the column is of; null for the table the filter stands in.</param>
/// <param name="Column">Logical name.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="Values">What it is compared with.</param>
/// <param name="CompareColumns">The one value names another column, <c>column</c> or <c>alias.column</c>.</param>
internal sealed record QueryCondition(string? Table, string Column, ConditionOperator Operator, IReadOnlyList<object?> Values, bool CompareColumns = false)
{
    /// <summary>Refuses a condition with fewer or more values than its operator takes.</summary>
    public void RequireValues(int least, int most)
    {
        if (Values.Count >= least && Values.Count <= most) return;
        var needed = least == most ? least.ToString(CultureInfo.InvariantCulture) : "at least " + least.ToString(CultureInfo.InvariantCulture);
        throw PlatformErrors.QueryBuilderBadCondition.Fault($"The condition operator '{FetchOperators.NameOf(Operator)}' on '{Column}' needs {needed} value(s), not {Values.Count}.");
    }
}

/// <summary>One term of the order.</summary>
/// <param name="Column">Logical name; null where an alias is given.</param>
/// <param name="Alias">Alias of a column of an aggregate query.</param>
/// <param name="Table">Alias or name of the linked table the column is of; null for the table the order stands in.</param>
/// <param name="Descending">Greatest first.</param>
internal sealed record QueryOrder(string? Column, string? Alias, string? Table, bool Descending);
