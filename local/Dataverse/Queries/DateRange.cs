using System;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>The span of time an operator means: from inclusive, to exclusive; null is open.</summary>
/// <remarks>Days begin at midnight UTC and weeks on Sunday, the platform's default for English users.</remarks>
internal readonly record struct DateRange(DateTime? From, DateTime? To)
{
    /// <summary>The span of an operator that takes no value, or null when it is not one.</summary>
    public static DateRange? Of(ConditionOperator comparison, DateTime now)
    {
        var today = now.Date;
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = new DateTime(today.Year, today.Month, 1);
        var year = new DateTime(today.Year, 1, 1);
        return comparison switch
        {
            ConditionOperator.Yesterday => new DateRange(today.AddDays(-1), today),
            ConditionOperator.Today => new DateRange(today, today.AddDays(1)),
            ConditionOperator.Tomorrow => new DateRange(today.AddDays(1), today.AddDays(2)),
            ConditionOperator.Last7Days => new DateRange(today.AddDays(-7), Until(now)),
            ConditionOperator.Next7Days => new DateRange(now, today.AddDays(8)),
            ConditionOperator.LastWeek => new DateRange(week.AddDays(-7), week),
            ConditionOperator.ThisWeek => new DateRange(week, week.AddDays(7)),
            ConditionOperator.NextWeek => new DateRange(week.AddDays(7), week.AddDays(14)),
            ConditionOperator.LastMonth => new DateRange(month.AddMonths(-1), month),
            ConditionOperator.ThisMonth => new DateRange(month, month.AddMonths(1)),
            ConditionOperator.NextMonth => new DateRange(month.AddMonths(1), month.AddMonths(2)),
            ConditionOperator.LastYear => new DateRange(year.AddYears(-1), year),
            ConditionOperator.ThisYear => new DateRange(year, year.AddYears(1)),
            ConditionOperator.NextYear => new DateRange(year.AddYears(1), year.AddYears(2)),
            _ => null,
        };
    }

    /// <summary>The span of an operator with a count, or null when it is not one.</summary>
    public static DateRange? Of(ConditionOperator comparison, DateTime now, int x)
    {
        var today = now.Date;
        var hour = today.AddHours(now.Hour);
        return comparison switch
        {
            ConditionOperator.LastXHours => new DateRange(hour.AddHours(-x), Until(now)),
            ConditionOperator.NextXHours => new DateRange(now, hour.AddHours(x + 1)),
            ConditionOperator.LastXDays => new DateRange(today.AddDays(-x), Until(now)),
            ConditionOperator.NextXDays => new DateRange(now, today.AddDays(x + 1)),
            ConditionOperator.LastXWeeks => new DateRange(today.AddDays(-7 * x), Until(now)),
            ConditionOperator.NextXWeeks => new DateRange(now, today.AddDays((7 * x) + 1)),
            ConditionOperator.LastXMonths => new DateRange(today.AddMonths(-x), Until(now)),
            ConditionOperator.NextXMonths => new DateRange(now, today.AddMonths(x).AddDays(1)),
            ConditionOperator.LastXYears => new DateRange(today.AddYears(-x), Until(now)),
            ConditionOperator.NextXYears => new DateRange(now, today.AddYears(x).AddDays(1)),
            ConditionOperator.OlderThanXMinutes => new DateRange(null, now.AddMinutes(-x)),
            ConditionOperator.OlderThanXHours => new DateRange(null, hour.AddHours(-x)),
            ConditionOperator.OlderThanXDays => new DateRange(null, today.AddDays(-x)),
            ConditionOperator.OlderThanXWeeks => new DateRange(null, today.AddDays(-7 * x)),
            ConditionOperator.OlderThanXMonths => new DateRange(null, today.AddMonths(-x)),
            ConditionOperator.OlderThanXYears => new DateRange(null, today.AddYears(-x)),
            _ => null,
        };
    }

    /// <summary>The span of an operator with a date, or null when it is not one.</summary>
    public static DateRange? OnDay(ConditionOperator comparison, DateTime day) => comparison switch
    {
        ConditionOperator.On or ConditionOperator.NotOn => new DateRange(day.Date, day.Date.AddDays(1)),
        ConditionOperator.OnOrBefore => new DateRange(null, day.Date.AddDays(1)),
        ConditionOperator.OnOrAfter => new DateRange(day.Date, null),
        _ => null,
    };

    /// <summary>Whether the operator takes a date.</summary>
    public static bool TakesDate(ConditionOperator comparison) =>
        comparison is ConditionOperator.On or ConditionOperator.NotOn or ConditionOperator.OnOrBefore or ConditionOperator.OnOrAfter;

    // "Until now" includes now.
    private static DateTime Until(DateTime now) => now.AddSeconds(1);
}
