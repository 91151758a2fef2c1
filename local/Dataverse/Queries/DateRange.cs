using System;
using Local.Dataverse.Queries.Calendars;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>One end of a span: what the user's clock shows, and the moment itself where it is known better than by the clock.</summary>
internal readonly record struct TimeBound(DateTime Local, DateTime? Moment = null);

/// <summary>The span of time an operator means on the user's clock: from inclusive, to exclusive; null is open.</summary>
/// <remarks>
/// Source: "condition operator values" (FetchXml reference). Days are the user's days, weeks begin as the organisation says. "Last x" ends now,
/// "next x" begins now, and both reach to the beginning or end of their first or last hour or day.
/// </remarks>
internal readonly record struct DateRange(TimeBound? From, TimeBound? To)
{
    /// <summary>The span of an operator that takes no value, or null when it is not one.</summary>
    public static DateRange? Of(ConditionOperator comparison, UserCalendar calendar, DateTime utcNow)
    {
        var today = calendar.Local(utcNow).Date;
        var week = calendar.WeekOf(today);
        var month = new DateTime(today.Year, today.Month, 1);
        var year = new DateTime(today.Year, 1, 1);
        return comparison switch
        {
            ConditionOperator.Yesterday => Days(today.AddDays(-1), today),
            ConditionOperator.Today => Days(today, today.AddDays(1)),
            ConditionOperator.Tomorrow => Days(today.AddDays(1), today.AddDays(2)),
            ConditionOperator.Last7Days => UntilNow(today.AddDays(-7), calendar, utcNow),
            ConditionOperator.Next7Days => FromNow(today.AddDays(8), calendar, utcNow),
            ConditionOperator.LastWeek => Days(week.AddDays(-7), week),
            ConditionOperator.ThisWeek => Days(week, week.AddDays(7)),
            ConditionOperator.NextWeek => Days(week.AddDays(7), week.AddDays(14)),
            ConditionOperator.LastMonth => Days(month.AddMonths(-1), month),
            ConditionOperator.ThisMonth => Days(month, month.AddMonths(1)),
            ConditionOperator.NextMonth => Days(month.AddMonths(1), month.AddMonths(2)),
            ConditionOperator.LastYear => Days(year.AddYears(-1), year),
            ConditionOperator.ThisYear => Days(year, year.AddYears(1)),
            ConditionOperator.NextYear => Days(year.AddYears(1), year.AddYears(2)),
            _ => FiscalRange.Of(comparison, calendar.Fiscal, today),
        };
    }

    /// <summary>The span of an operator with a count, or null when it is not one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span leaves the calendar.</exception>
    public static DateRange? Of(ConditionOperator comparison, UserCalendar calendar, DateTime utcNow, int x)
    {
        var now = calendar.Local(utcNow);
        var today = now.Date;
        var intoHour = now.TimeOfDay - TimeSpan.FromHours(now.Hour);
        return comparison switch
        {
            ConditionOperator.LastXHours => new DateRange(At(calendar, utcNow.AddHours(-x) - intoHour), At(calendar, Until(utcNow))),
            ConditionOperator.NextXHours => new DateRange(At(calendar, utcNow), At(calendar, utcNow.AddHours(x + 1d) - intoHour)),
            ConditionOperator.LastXDays => UntilNow(today.AddDays(-x), calendar, utcNow),
            ConditionOperator.NextXDays => FromNow(today.AddDays(x + 1d), calendar, utcNow),
            ConditionOperator.LastXWeeks => UntilNow(today.AddDays(-7d * x), calendar, utcNow),
            ConditionOperator.NextXWeeks => FromNow(today.AddDays((7d * x) + 1), calendar, utcNow),
            ConditionOperator.LastXMonths => UntilNow(today.AddMonths(-x), calendar, utcNow),
            ConditionOperator.NextXMonths => FromNow(today.AddMonths(x).AddDays(1), calendar, utcNow),
            ConditionOperator.LastXYears => UntilNow(today.AddYears(-x), calendar, utcNow),
            ConditionOperator.NextXYears => FromNow(today.AddYears(x).AddDays(1), calendar, utcNow),
            ConditionOperator.OlderThanXMinutes => new DateRange(null, At(calendar, utcNow.AddMinutes(-x))),
            ConditionOperator.OlderThanXHours => new DateRange(null, At(calendar, utcNow.AddHours(-x) - intoHour)),
            ConditionOperator.OlderThanXDays => new DateRange(null, new TimeBound(today.AddDays(-x))),
            ConditionOperator.OlderThanXWeeks => new DateRange(null, new TimeBound(today.AddDays(-7d * x))),
            ConditionOperator.OlderThanXMonths => new DateRange(null, new TimeBound(today.AddMonths(-x))),
            ConditionOperator.OlderThanXYears => new DateRange(null, new TimeBound(today.AddYears(-x))),
            _ => FiscalRange.Of(comparison, calendar.Fiscal, today, x),
        };
    }

    /// <summary>The span of an operator with a day, or null when it is not one.</summary>
    public static DateRange? OnDay(ConditionOperator comparison, DateTime day) => comparison switch
    {
        ConditionOperator.On or ConditionOperator.NotOn => Days(day.Date, day.Date.AddDays(1)),
        ConditionOperator.OnOrBefore => new DateRange(null, new TimeBound(day.Date.AddDays(1))),
        ConditionOperator.OnOrAfter => new DateRange(new TimeBound(day.Date), null),
        _ => null,
    };

    /// <summary>Whether the operator takes a date.</summary>
    public static bool TakesDate(ConditionOperator comparison) =>
        comparison is ConditionOperator.On or ConditionOperator.NotOn or ConditionOperator.OnOrBefore or ConditionOperator.OnOrAfter;

    /// <summary>Whether the operator takes how many hours, days, periods ..., or a fiscal year.</summary>
    public static bool TakesCount(ConditionOperator comparison) => comparison
        is (>= ConditionOperator.LastXHours and <= ConditionOperator.NextXYears)
        or (>= ConditionOperator.LastXFiscalYears and <= ConditionOperator.InFiscalYear)
        or (>= ConditionOperator.OlderThanXYears and <= ConditionOperator.OlderThanXMinutes)
        or ConditionOperator.OlderThanXMonths;

    /// <summary>Whether the operator is about dates at all.</summary>
    public static bool IsOfDates(ConditionOperator comparison) => TakesCount(comparison) || comparison
        is (>= ConditionOperator.Yesterday and <= ConditionOperator.NextYear)
        or (>= ConditionOperator.ThisFiscalYear and <= ConditionOperator.InOrAfterFiscalPeriodAndYear)
        or ConditionOperator.NotOn;

    /// <summary>From the beginning of a day to the beginning of another.</summary>
    public static DateRange Days(DateTime from, DateTime to) => new(new TimeBound(from), new TimeBound(to));

    private static DateRange UntilNow(DateTime from, UserCalendar calendar, DateTime utcNow) => new(new TimeBound(from), At(calendar, Until(utcNow)));

    private static DateRange FromNow(DateTime to, UserCalendar calendar, DateTime utcNow) => new(At(calendar, utcNow), new TimeBound(to));

    private static TimeBound At(UserCalendar calendar, DateTime utc) => new(calendar.Local(utc), utc);

    // "Until now" includes now.
    private static DateTime Until(DateTime utcNow) => utcNow.AddSeconds(1);
}
