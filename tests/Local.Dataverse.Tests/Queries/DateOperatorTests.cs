using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>Where the span of each date operator begins and ends, to the second, on clocks of several zones and around their changes.</summary>
public sealed class DateOperatorTests : IDisposable
{
    private const int London = 85, Zurich = 110, NewYork = 35, India = 190, Tokyo = 235, Beirut = 131, Auckland = 290, Utc = 92;

    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    /// <summary>Zone, moment of asking, operator and value, first moment inside (or none), first moment outside (or none). All in UTC.</summary>
    public static TheoryData<int, string, string, string, string> Spans => new()
    {
        // Half past midnight in Zürich is still the day before in UTC.
        { Zurich, "2026-07-14T22:30:00Z", "today", "2026-07-14T22:00:00Z", "2026-07-15T22:00:00Z" },
        { Zurich, "2026-07-14T22:30:00Z", "yesterday", "2026-07-13T22:00:00Z", "2026-07-14T22:00:00Z" },
        { Zurich, "2026-07-14T22:30:00Z", "tomorrow", "2026-07-15T22:00:00Z", "2026-07-16T22:00:00Z" },
        { Tokyo, "2026-01-31T15:00:00Z", "this-month", "2026-01-31T15:00:00Z", "2026-02-28T15:00:00Z" },
        { NewYork, "2027-01-01T04:59:59Z", "this-year", "2026-01-01T05:00:00Z", "2027-01-01T05:00:00Z" },
        { NewYork, "2027-01-01T04:59:59Z", "last-year", "2025-01-01T05:00:00Z", "2026-01-01T05:00:00Z" },
        { NewYork, "2027-01-01T04:59:59Z", "next-year", "2027-01-01T05:00:00Z", "2028-01-01T05:00:00Z" },
        // The clock is put forward on 29 March 2026 and back on 25 October: days of 23 and 25 hours.
        { Zurich, "2026-03-29T10:00:00Z", "today", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z" },
        { Zurich, "2026-10-25T10:00:00Z", "today", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z" },
        { Zurich, "2026-03-15T10:00:00Z", "this-month", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "last-month", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z" },
        { Zurich, "2026-02-15T10:00:00Z", "next-month", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z" },
        { NewYork, "2026-03-08T12:00:00Z", "today", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z" },
        { Auckland, "2026-04-04T20:00:00Z", "today", "2026-04-04T11:00:00Z", "2026-04-05T12:00:00Z" },
        // In Beirut the clock jumps from midnight to one: the day begins at the jump.
        { Beirut, "2026-03-29T12:00:00Z", "today", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z" },
        // Weeks from Sunday; 18 March 2026 is a Wednesday.
        { London, "2026-03-18T14:30:15Z", "this-week", "2026-03-15T00:00:00Z", "2026-03-22T00:00:00Z" },
        { London, "2026-03-18T14:30:15Z", "last-week", "2026-03-08T00:00:00Z", "2026-03-15T00:00:00Z" },
        { London, "2026-03-18T14:30:15Z", "next-week", "2026-03-22T00:00:00Z", "2026-03-29T00:00:00Z" },
        // To now and from now, whole days at the other end.
        { Zurich, "2026-07-14T22:30:00Z", "last-seven-days", "2026-07-07T22:00:00Z", "2026-07-14T22:30:01Z" },
        { Zurich, "2026-07-14T22:30:00Z", "next-seven-days", "2026-07-14T22:30:00Z", "2026-07-22T22:00:00Z" },
        { Zurich, "2026-07-14T22:30:00Z", "last-x-days:2", "2026-07-12T22:00:00Z", "2026-07-14T22:30:01Z" },
        { Zurich, "2026-07-14T22:30:00Z", "next-x-days:2", "2026-07-14T22:30:00Z", "2026-07-17T22:00:00Z" },
        { Zurich, "2026-04-02T10:00:00Z", "last-x-weeks:1", "2026-03-25T23:00:00Z", "2026-04-02T10:00:01Z" },
        { Zurich, "2026-03-26T10:00:00Z", "next-x-weeks:1", "2026-03-26T10:00:00Z", "2026-04-02T22:00:00Z" },
        { Utc, "2026-03-31T10:00:00Z", "last-x-months:1", "2026-02-28T00:00:00Z", "2026-03-31T10:00:01Z" },
        { Utc, "2026-01-31T10:00:00Z", "next-x-months:1", "2026-01-31T10:00:00Z", "2026-03-01T00:00:00Z" },
        { Utc, "2028-02-29T10:00:00Z", "last-x-years:1", "2027-02-28T00:00:00Z", "2028-02-29T10:00:01Z" },
        { Utc, "2028-02-29T10:00:00Z", "next-x-years:1", "2028-02-29T10:00:00Z", "2029-03-01T00:00:00Z" },
        { India, "2026-07-14T10:40:00Z", "last-x-hours:2", "2026-07-14T08:30:00Z", "2026-07-14T10:40:01Z" }, // 16:10 there, from 14:00
        { India, "2026-07-14T10:40:00Z", "next-x-hours:2", "2026-07-14T10:40:00Z", "2026-07-14T13:30:00Z" },
        { Zurich, "2026-03-29T01:30:00Z", "last-x-hours:1", "2026-03-29T00:00:00Z", "2026-03-29T01:30:01Z" },
        { Utc, "2026-07-14T10:40:30Z", "olderthan-x-minutes:30", "", "2026-07-14T10:10:30Z" },
        { India, "2026-07-14T10:40:00Z", "olderthan-x-hours:2", "", "2026-07-14T08:30:00Z" },
        { Zurich, "2026-07-14T22:30:00Z", "olderthan-x-days:2", "", "2026-07-12T22:00:00Z" },
        { Zurich, "2026-04-02T10:00:00Z", "olderthan-x-weeks:1", "", "2026-03-25T23:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "olderthan-x-months:1", "", "2026-03-14T23:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "olderthan-x-years:1", "", "2025-04-14T22:00:00Z" },
        // Days given as such are the user's.
        { Zurich, "2026-04-15T10:00:00Z", "on:2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "on:2026-03-28T23:30:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "on-or-before:2026-03-29", "", "2026-03-29T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "on-or-after:2026-03-29", "2026-03-28T23:00:00Z", "" },
        { Zurich, "2026-04-15T10:00:00Z", "ge:2026-03-29", "2026-03-28T23:00:00Z", "" },
        { Zurich, "2026-04-15T10:00:00Z", "lt:2026-07-01T12:00:00", "", "2026-07-01T10:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "lt:2026-07-01T12:00:00Z", "", "2026-07-01T12:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "lt:2026-07-01T12:00:00-04:00", "", "2026-07-01T16:00:00Z" },
        // Fiscal years from January in quarters.
        { Zurich, "2026-04-15T10:00:00Z", "this-fiscal-period", "2026-03-31T22:00:00Z", "2026-06-30T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "last-fiscal-period", "2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "next-fiscal-period", "2026-06-30T22:00:00Z", "2026-09-30T22:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "this-fiscal-year", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "last-fiscal-year", "2024-12-31T23:00:00Z", "2025-12-31T23:00:00Z" },
        { Zurich, "2026-04-15T10:00:00Z", "next-fiscal-year", "2026-12-31T23:00:00Z", "2027-12-31T23:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "last-x-fiscal-periods:2", "2025-10-01T00:00:00Z", "2026-04-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "next-x-fiscal-periods:2", "2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "last-x-fiscal-years:2", "2024-01-01T00:00:00Z", "2026-01-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "next-x-fiscal-years:2", "2027-01-01T00:00:00Z", "2029-01-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "in-fiscal-year:2025", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "in-fiscal-period-and-year:4,2025", "2025-10-01T00:00:00Z", "2026-01-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "in-or-before-fiscal-period-and-year:4,2025", "", "2026-01-01T00:00:00Z" },
        { Utc, "2026-04-15T10:00:00Z", "in-or-after-fiscal-period-and-year:4,2025", "2025-10-01T00:00:00Z", "" },
        { Zurich, "2026-04-15T10:00:00Z", "in-fiscal-period:3", "2026-06-30T22:00:00Z", "2026-09-30T22:00:00Z" },
    };

    [Theory, MemberData(nameof(Spans))]
    public void ASpan_BeginsAndEndsToTheSecond(int zone, string now, string asked, string from, string to)
    {
        rows.Calendar = UserCalendar.Utc with { Zone = TimeZoneCodes.Find(zone)! };
        rows.Now = Moment(now);
        var expected = new List<string>();
        if (from.Length > 0)
        {
            Seen("before", Moment(from).AddSeconds(-1));
            expected.Add(Seen("first", Moment(from)));
        }
        if (to.Length > 0)
        {
            expected.Add(Seen("last", Moment(to).AddSeconds(-1)));
            Seen("after", Moment(to));
        }

        Assert.Equal(expected.Order(), Found(Condition("lastseen", asked)).Order());
    }

    [Theory]
    [InlineData("on:2026-07-15", "2026-07-15")]
    [InlineData("today", "2026-07-15")]
    [InlineData("last-x-days:1", "2026-07-14 2026-07-15")]
    [InlineData("next-x-days:1", "2026-07-15 2026-07-16")]
    [InlineData("olderthan-x-days:1", "2026-07-13")]
    [InlineData("ge:2026-07-15", "2026-07-15 2026-07-16")]
    [InlineData("eq:2026-07-15", "2026-07-15")]
    public void ADayWithoutTime_IsTheDayOfTheUsersClock(string asked, string expected)
    {
        rows.Calendar = UserCalendar.Utc with { Zone = TimeZoneCodes.Find(Zurich)! };
        rows.Now = Moment("2026-07-14T22:30:00Z"); // half past midnight on the 15th there
        for (var day = 13; day <= 16; day++) rows.Club.Create(new Entity("member") { ["name"] = $"2026-07-{day}", ["birthday"] = new DateTime(2026, 7, day) });

        Assert.Equal(expected, string.Join(" ", Found(Condition("birthday", asked)).Order()));
    }

    [Theory]
    [InlineData("last-x-hours:1")]
    [InlineData("next-x-hours:1")]
    [InlineData("olderthan-x-hours:1")]
    [InlineData("olderthan-x-minutes:1")]
    public void OfADayWithoutTime_HoursCannotBeAsked(string asked) => Club.Refused(0x80041120, () => Found(Condition("birthday", asked)));

    [Theory]
    [InlineData("today", 0x80040203u)] // not a date column
    [InlineData("last-x-days:0", 0x80040203u)]
    [InlineData("last-x-days:soon", 0x80040203u)]
    [InlineData("last-x-days", 0x80041106u)]
    [InlineData("today:1", 0x80041106u)]
    [InlineData("last-x-years:9999", 0x80040203u)]
    [InlineData("next-x-days:2147483647", 0x80040203u)]
    [InlineData("in-fiscal-year:99999", 0x80040203u)]
    [InlineData("in-fiscal-period:5", 0x80040203u)]
    [InlineData("in-fiscal-period-and-year:0,2026", 0x80040203u)]
    [InlineData("in-fiscal-period-and-year:1", 0x80041106u)]
    [InlineData("on:someday", 0x80040203u)]
    public void WhatIsNoSpan_IsRefused(string asked, uint code) => Club.Refused(code, () => Found(Condition(asked == "today" ? "age" : "lastseen", asked)));

    [Fact]
    public void TheLastDayOfTheCalendar_CanBeAsked()
    {
        Seen("far", new DateTime(9998, 12, 31, 12, 0, 0, DateTimeKind.Utc));

        Assert.Equal(["far"], Found(Condition("lastseen", "on:9998-12-31")));
        Assert.Equal(["far"], Found(Condition("lastseen", "in-fiscal-year:9998")));
    }

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private string Seen(string name, DateTime at)
    {
        rows.Club.Create(new Entity("member") { ["name"] = name, ["lastseen"] = at });
        return name;
    }

    // Only rows of this test.
    private List<string> Found(string condition)
    {
        var mine = rows.Fetch($"<entity name='member'><attribute name='name'/><filter>{condition}</filter></entity>").Entities.Select(e => (string)e["name"]);
        return mine.Where(n => n is not ("Ann" or "Bob" or "Cyd" or "Dän" or "eve")).ToList();
    }

    private static string Condition(string column, string asked)
    {
        var parts = asked.Split(':', 2);
        var values = parts.Length == 1 ? [] : parts[1].Split(',');
        return $"<condition attribute='{column}' operator='{parts[0]}'>{string.Concat(values.Select(v => $"<value>{v}</value>"))}</condition>";
    }
}
