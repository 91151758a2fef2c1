using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>What SQL finds and groups by dates must be what a plain loop over the user's local dates does.</summary>
public sealed class DateLawTests : IDisposable
{
    private static readonly DateTime begin = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<UserCalendar> calendarGen = Gen.Select(
        OneOf(92, 110, 35, 190, 235, 290, 60, 4, 193), Gen.Int[0, 6], Gen.Int[1, 12], OneOf(1, 6, 15, 28), Gen.Int[2000, 2004], Gen.Bool,
        (zone, week, month, day, type, byEnd) => new UserCalendar(TimeZoneCodes.Find(zone)!, (DayOfWeek)week, new FiscalCalendar(month, day, (FiscalPeriodType)type, byEnd)));

    // Three years by the minute; now is in the second.
    private static readonly Gen<DateTime> momentGen = Gen.Int[0, 3 * 365 * 24 * 60].Select(m => begin.AddMinutes(m));
    private static readonly Gen<DateTime> nowGen = Gen.Int[366 * 24 * 60, 2 * 365 * 24 * 60].Select(m => begin.AddMinutes(m));

    private readonly Club club = new();

    public void Dispose() => club.Dispose();

    private sealed record Meaning(ConditionOperator Operator, object[] Values, Func<UserCalendar, DateTime, DateTime, bool> Holds);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static DateTime Day(UserCalendar calendar, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, calendar.Zone).Date;

    private static DateTime WeekOf(UserCalendar calendar, DateTime day)
    {
        while (day.DayOfWeek != calendar.FirstDayOfWeek) day = day.AddDays(-1);
        return day;
    }

    private static Meaning OfDay(ConditionOperator comparison, Func<UserCalendar, DateTime, DateTime, bool> holds) =>
        new(comparison, [], (calendar, now, value) => holds(calendar, Day(calendar, now), Day(calendar, value)));

    private static Meaning OfSpan(ConditionOperator comparison, int x, Func<DateTime, DateTime, bool> holds, bool past) =>
        new(comparison, [x], (calendar, now, value) => holds(Day(calendar, now), Day(calendar, value)) && (past ? value <= now : value >= now));

    private static int Months(DateTime day) => (day.Year * 12) + day.Month;

    private static readonly Meaning[] meanings =
    [
        OfDay(ConditionOperator.Today, (_, today, day) => day == today),
        OfDay(ConditionOperator.Yesterday, (_, today, day) => day == today.AddDays(-1)),
        OfDay(ConditionOperator.Tomorrow, (_, today, day) => day == today.AddDays(1)),
        OfDay(ConditionOperator.ThisWeek, (c, today, day) => WeekOf(c, day) == WeekOf(c, today)),
        OfDay(ConditionOperator.LastWeek, (c, today, day) => WeekOf(c, day) == WeekOf(c, today).AddDays(-7)),
        OfDay(ConditionOperator.NextWeek, (c, today, day) => WeekOf(c, day) == WeekOf(c, today).AddDays(7)),
        OfDay(ConditionOperator.ThisMonth, (_, today, day) => Months(day) == Months(today)),
        OfDay(ConditionOperator.LastMonth, (_, today, day) => Months(day) == Months(today) - 1),
        OfDay(ConditionOperator.NextMonth, (_, today, day) => Months(day) == Months(today) + 1),
        OfDay(ConditionOperator.ThisYear, (_, today, day) => day.Year == today.Year),
        OfDay(ConditionOperator.LastYear, (_, today, day) => day.Year == today.Year - 1),
        OfDay(ConditionOperator.NextYear, (_, today, day) => day.Year == today.Year + 1),
        OfDay(ConditionOperator.ThisFiscalYear, (c, today, day) => c.Fiscal.YearOf(day) == c.Fiscal.YearOf(today)),
        OfDay(ConditionOperator.LastFiscalYear, (c, today, day) => c.Fiscal.YearOf(day) == c.Fiscal.YearOf(today) - 1),
        OfDay(ConditionOperator.NextFiscalYear, (c, today, day) => c.Fiscal.YearOf(day) == c.Fiscal.YearOf(today) + 1),
        OfDay(ConditionOperator.ThisFiscalPeriod, (c, today, day) => (c.Fiscal.YearOf(day), c.Fiscal.PeriodOf(day)) == (c.Fiscal.YearOf(today), c.Fiscal.PeriodOf(today))),
        new(ConditionOperator.InFiscalPeriod, [1], (c, _, value) => c.Fiscal.PeriodOf(Day(c, value)) == 1),
        new(ConditionOperator.InFiscalPeriodAndYear, [1, 2025], (c, _, value) => c.Fiscal.PeriodOf(Day(c, value)) == 1 && c.Fiscal.YearOf(Day(c, value)) == 2025),
        new(ConditionOperator.InFiscalYear, [2025], (c, _, value) => c.Fiscal.YearOf(Day(c, value)) == 2025),
        OfSpan(ConditionOperator.LastXDays, 9, (today, day) => day >= today.AddDays(-9), past: true),
        OfSpan(ConditionOperator.NextXDays, 9, (today, day) => day <= today.AddDays(9), past: false),
        OfSpan(ConditionOperator.LastXMonths, 3, (today, day) => day >= today.AddMonths(-3), past: true),
        OfSpan(ConditionOperator.NextXWeeks, 2, (today, day) => day <= today.AddDays(14), past: false),
        new(ConditionOperator.OlderThanXMonths, [2], (c, now, value) => Day(c, value) < Day(c, now).AddMonths(-2)),
        new(ConditionOperator.NotOn, [new DateTime(2025, 7, 4)], (c, _, value) => Day(c, value) != new DateTime(2025, 7, 4)),
        new(ConditionOperator.OnOrBefore, [new DateTime(2025, 7, 4)], (c, _, value) => Day(c, value) <= new DateTime(2025, 7, 4)),
    ];

    [Fact]
    public void ADateCondition_FindsWhatItMeansOnTheUsersClock() => Gen.Select(calendarGen, nowGen, momentGen.List[5, 30], Gen.Int[0, meanings.Length - 1]).Sample(
        (calendar, now, moments, which) =>
        {
            var meaning = meanings[which];
            using var transaction = club.Store.Begin();
            // Some near now, where the edges are.
            var stored = Store(moments.Concat(moments.Take(5).Select((m, i) => now.AddMinutes(((m - begin).TotalMinutes % 4000) - 2000 + i))));
            var query = new QueryExpression("booking");
            query.Criteria.AddCondition(new ConditionExpression("starts", meaning.Operator, meaning.Values));

            var found = club.Operations.RetrieveMultiple(club.As(at: now, calendar: calendar), query).Entities.Select(e => e.Id);

            Assert.Equal(stored.Where(p => meaning.Holds(calendar, now, p.Value)).Select(p => p.Key).Order(), found.Order());
        },
        iter: 1500, threads: 1);

    [Fact]
    public void PartsOfDates_GroupAsTheUsersClockAndTheFiscalCalendarSay() => Gen.Select(calendarGen, momentGen.List[1, 40], OneOf("day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year"), Gen.Bool).Sample(
        (calendar, moments, grouping, userTimeZone) =>
        {
            using var transaction = club.Store.Begin();
            Store(moments);
            var xml = $"<fetch aggregate='true'><entity name='booking'><attribute name='starts' alias='part' groupby='true' dategrouping='{grouping}'{(userTimeZone ? "" : " usertimezone='false'")}/>" +
                "<attribute name='bookingid' alias='rows' aggregate='count'/></entity></fetch>";

            var groups = club.Operations.RetrieveMultiple(club.As(calendar: calendar), new FetchExpression(xml)).Entities.Select(g => $"{g.FormattedValues["part"]}: {((AliasedValue)g["rows"]).Value}");

            var expected = moments.GroupBy(m => Part(grouping, calendar, userTimeZone ? Day(calendar, m) : m.Date)).Select(g => $"{g.Key}: {g.Count()}");
            Assert.Equal(expected.Order(), groups.Order());
        },
        iter: 500, threads: 1);

    [Fact]
    public void OfAQueryExpression_PartsOfDatesAreThoseOfUtc()
    {
        Store([new DateTime(2026, 3, 1, 23, 30, 0, DateTimeKind.Utc)]);
        var query = new QueryExpression("booking");
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("starts", XrmAggregateType.None, "day", XrmDateTimeGrouping.Day) { HasGroupBy = true });

        var group = Assert.Single(club.Operations.RetrieveMultiple(club.As(calendar: UserCalendar.Utc with { Zone = TimeZoneCodes.Find(110)! }), query).Entities);

        Assert.Equal(1, ((AliasedValue)group["day"]).Value);
    }

    private static string Part(string grouping, UserCalendar calendar, DateTime day) => grouping switch
    {
        "day" => $"{day.Day}",
        "week" => $"{Week(calendar, day)}",
        "month" => $"{day.Month}",
        "quarter" => $"{((day.Month - 1) / 3) + 1}",
        "year" => $"{day.Year}",
        "fiscal-year" => $"FY{calendar.Fiscal.YearOf(day)}",
        _ => calendar.Fiscal.Read(calendar.Fiscal.YearOf(day), calendar.Fiscal.PeriodOf(day)),
    };

    // Counted day by day from the first of January, a new week whenever one begins.
    private static int Week(UserCalendar calendar, DateTime day)
    {
        var week = 1;
        for (var date = new DateTime(day.Year, 1, 2); date <= day; date = date.AddDays(1))
        {
            if (date.DayOfWeek == calendar.FirstDayOfWeek) week++;
        }
        return week;
    }

    private Dictionary<Guid, DateTime> Store(IEnumerable<DateTime> moments)
    {
        var member = new EntityReference("member", club.Create(Club.Member("m")));
        return moments.ToDictionary(m => club.Create(new Entity("booking") { ["title"] = "b", ["memberid"] = member, ["starts"] = m }));
    }
}
