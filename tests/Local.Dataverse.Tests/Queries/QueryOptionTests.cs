using System;
using System.Linq;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>What a query may say besides what it looks for: hints, limits, and behaviours of columns.</summary>
public sealed class QueryOptionTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    [Theory]
    [InlineData("no-lock='true'")]
    [InlineData("latematerialize='true'")]
    [InlineData("options='OptimizeForUnknown,ForceOrder'")]
    [InlineData("version='1.0' mapping='logical' output-format='xml-platform'")]
    [InlineData("utc-offset='60' min-active-row-version='true'")]
    [InlineData("useraworderby='false' distinct='0'")]
    public void HintsToTheServer_ChangeNothing(string attributes) =>
        Assert.Equal("Ann Bob Cyd Dän eve", ClubRows.Names(rows.Fetch("<entity name='member' enableprefiltering='1' prefilterparametername='p'><attribute name='name'/><order attribute='name'/></entity>", attributes)));

    [Fact]
    public void HintsOfAQueryExpression_ChangeNothing()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), NoLock = true, QueryHints = "OptimizeForUnknown", ForceSeek = "ndx_x" };
        query.Criteria.FilterHint = "union";
        query.Criteria.IsQuickFindFilter = true;
        query.Criteria.AddCondition("age", ConditionOperator.Equal, 30);
        query.AddLink("club", "clubid", "clubid").ForceSeek = "ndx_y";
        query.AddOrder("name", OrderType.Ascending);

        Assert.Equal("Ann Cyd", ClubRows.Names(rows.Run(query)));
    }

    [Theory]
    [InlineData("datasource='retained'", 0x80044180u)]
    [InlineData("distinct='maybe'", 0x80041115u)]
    [InlineData("top='-1'", 0x80040203u)]
    [InlineData("count='many'", 0x80040203u)]
    [InlineData("page='0'", 0x80040203u)]
    [InlineData("top='3' page='2'", 0x80040203u)]
    [InlineData("colour='red'", 0x8004111Cu)]
    public void WhatFetchCannotMean_IsRefused(string attributes, uint code) => Club.Refused(code, () => rows.Fetch("<entity name='member'/>", attributes));

    [Theory]
    [InlineData(5, null)]
    [InlineData(4, 0x8004E023u)]
    public void AnAggregateLimitOfTheQuery_HoldsBelowThePlatforms(int limit, uint? code)
    {
        EntityCollection Count() => rows.Fetch("<entity name='member'><attribute name='memberid' alias='n' aggregate='count'/></entity>", $"aggregate='true' aggregatelimit='{limit}'");
        if (code is { } refused) Club.Refused(refused, () => Count());
        else Assert.Equal(5, ((AliasedValue)Count().Entities[0]["n"]).Value);
    }

    [Fact]
    public void APageLargerThanTheLargest_IsTheLargest()
    {
        using var transaction = rows.Club.Store.Begin();
        for (var i = 0; i < 5001; i++) rows.Club.Create(new Entity("tag") { ["name"] = "t" });

        Assert.Equal((5000, true), (rows.Fetch("<entity name='tag'/>", "count='9999'").Entities.Count, rows.Fetch("<entity name='tag'/>", "count='9999'").MoreRecords));
    }

    [Theory]
    [InlineData("today", "noon now")] // on the clock, whatever the zone
    [InlineData("last-x-hours:1", "now")]
    [InlineData("on:2026-07-15", "noon now")]
    [InlineData("lt:2026-07-15T12:00:00", "now yesterday")]
    public void ATimeOfNoZone_IsComparedWithWhatTheUsersClockShows(string asked, string expected)
    {
        var schema = MadeUpSchema.Build(MadeUpSchema.Of(ColumnType.DateTime, "alarm") with { DateBehavior = DateBehavior.TimeZoneIndependent });
        using var club = new Club(schema: schema);
        var calendar = UserCalendar.Utc with { Zone = TimeZoneCodes.Find(110)! };
        var now = new DateTime(2026, 7, 14, 22, 30, 0, DateTimeKind.Utc); // half past midnight on the 15th in Zürich
        foreach (var (name, at) in new[] { ("noon", "2026-07-15T12:00:00"), ("now", "2026-07-15T00:15:00"), ("yesterday", "2026-07-14T22:30:00") })
        {
            club.Create(new Entity("member") { ["name"] = name, ["alarm"] = DateTime.SpecifyKind(DateTime.Parse(at, null), DateTimeKind.Utc) });
        }
        var parts = asked.Split(':', 2);
        var value = parts.Length == 1 ? "" : $"value='{parts[1]}'";

        var found = club.Operations.RetrieveMultiple(club.As(at: now, calendar: calendar), new FetchExpression(
            $"<fetch><entity name='member'><attribute name='name'/><order attribute='name'/><filter><condition attribute='alarm' operator='{parts[0]}' {value}/></filter></entity></fetch>"));

        Assert.Equal(expected, ClubRows.Names(found));
    }

    [Fact]
    public void LabelsSort_InTheLanguageOfTheUser()
    {
        string Levels(int language, string raw) => ClubRows.Names(rows.Club.Operations.RetrieveMultiple(rows.Club.As(language: language), new FetchExpression(
            $"<fetch {raw}><entity name='member'><attribute name='level'/><order attribute='level'/><filter><condition attribute='level' operator='not-null'/></filter></entity></fetch>")), "level");

        Assert.Equal("2 1 1 3", Levels(1033, "")); // Bronze Gold Silver
        Assert.Equal("1 1 2 3", Levels(1033, "useraworderby='true'"));
    }

    [Fact]
    public void AFirstRow_IsOneThatMeetsTheLinksOfTheLink()
    {
        var eight = rows.Club.Create(new Entity("booking") { ["title"] = "Eight", ["seats"] = 8, ["memberid"] = new EntityReference("member", rows.Ann) });
        var found = rows.Fetch(
            "<entity name='member'><attribute name='name'/><link-entity name='booking' from='memberid' to='memberid' link-type='matchfirstrowusingcrossapply' alias='b'><attribute name='bookingid'/>" +
            "<link-entity name='booking' from='bookingid' to='bookingid' link-type='exists'><filter><condition attribute='seats' operator='gt' value='5'/></filter></link-entity></link-entity></entity>").Entities;

        Assert.Equal([(rows.Ann, (object)eight)], found.Select(e => (e.Id, ((AliasedValue)e["b.bookingid"]).Value)));
    }

    [Fact]
    public void AColumn_ComparesWithThatOfALinkedTable()
    {
        rows.Club.Create(new Entity("booking") { ["title"] = "Bob", ["seats"] = 40, ["memberid"] = new EntityReference("member", rows.Bob) });

        Assert.Equal("Bob", rows.Found("<condition attribute='name' operator='eq' valueof='b.title'/>", "<link-entity name='booking' from='memberid' to='memberid' alias='b'/>"));
        Assert.Equal("Bob", rows.Found("<condition attribute='age' operator='le' valueof='b.seats'/>", "<link-entity name='booking' from='memberid' to='memberid' alias='b'/>"));
        Assert.Equal("Bob", rows.Found("", "<link-entity name='club' from='clubid' to='clubid' alias='c'/><link-entity name='booking' from='memberid' to='memberid' alias='b'><filter><condition attribute='title' operator='ne' valueof='c.name'/><condition attribute='seats' operator='gt' value='10'/></filter></link-entity>"));
        Club.Refused(0x8004110b, () => rows.Found("<condition attribute='name' operator='eq' valueof='x.title'/>"));
    }
}
