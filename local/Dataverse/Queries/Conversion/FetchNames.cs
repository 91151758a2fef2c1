using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries.Conversion;

/// <summary>FetchXML's words for what QueryExpression has enumerations for.</summary>
internal static class FetchNames
{
    private static readonly Dictionary<string, JoinOperator> joins = new(StringComparer.Ordinal)
    {
        ["inner"] = JoinOperator.Inner,
        ["outer"] = JoinOperator.LeftOuter,
        ["natural"] = JoinOperator.Natural,
        ["exists"] = JoinOperator.Exists,
        ["in"] = JoinOperator.In,
        ["matchfirstrowusingcrossapply"] = JoinOperator.MatchFirstRowUsingCrossApply,
        ["any"] = JoinOperator.Any,
        ["not any"] = JoinOperator.NotAny,
        ["all"] = JoinOperator.All,
        ["not all"] = JoinOperator.NotAll,
    };

    private static readonly Dictionary<string, XrmAggregateType> aggregates = new(StringComparer.Ordinal)
    {
        ["count"] = XrmAggregateType.Count,
        ["countcolumn"] = XrmAggregateType.CountColumn,
        ["sum"] = XrmAggregateType.Sum,
        ["avg"] = XrmAggregateType.Avg,
        ["min"] = XrmAggregateType.Min,
        ["max"] = XrmAggregateType.Max,
    };

    private static readonly Dictionary<string, XrmDateTimeGrouping> groupings = new(StringComparer.Ordinal)
    {
        ["day"] = XrmDateTimeGrouping.Day,
        ["week"] = XrmDateTimeGrouping.Week,
        ["month"] = XrmDateTimeGrouping.Month,
        ["quarter"] = XrmDateTimeGrouping.Quarter,
        ["year"] = XrmDateTimeGrouping.Year,
        ["fiscal-period"] = XrmDateTimeGrouping.FiscalPeriod,
        ["fiscal-year"] = XrmDateTimeGrouping.FiscalYear,
    };

    public static JoinOperator? Join(string name) => joins.TryGetValue(name, out var found) ? found : null;

    public static XrmAggregateType? Aggregate(string name) => aggregates.TryGetValue(name, out var found) ? found : null;

    public static XrmDateTimeGrouping? Grouping(string name) => groupings.TryGetValue(name, out var found) ? found : null;

    public static string Of(JoinOperator join) => joins.FirstOrDefault(j => j.Value == join).Key ?? throw PlatformErrors.QueryBuilderDeserializeInvalidLinkType.Fault();

    public static string Of(XrmAggregateType aggregate) => aggregates.First(a => a.Value == aggregate).Key;

    public static string Of(XrmDateTimeGrouping grouping) => groupings.First(g => g.Value == grouping).Key;
}
