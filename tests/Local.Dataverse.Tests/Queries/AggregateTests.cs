using System;
using System.Linq;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

public sealed class AggregateTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    private Entity One(string inner) => Assert.Single(rows.Fetch($"<entity name='member'>{inner}</entity>", "aggregate='true'").Entities);

    private static object? Value(Entity row, string alias) => Assert.IsType<AliasedValue>(row[alias]).Value;

    [Fact]
    public void FiguresOverAllRows_HaveTheTypesOfThePlatform()
    {
        var row = One(
            "<attribute name='memberid' alias='rows' aggregate='count'/><attribute name='age' alias='aged' aggregate='countcolumn'/>" +
            "<attribute name='age' alias='ages' aggregate='countcolumn' distinct='true'/><attribute name='age' alias='sum' aggregate='sum'/><attribute name='age' alias='avg' aggregate='avg'/>" +
            "<attribute name='fee' alias='fees' aggregate='sum'/><attribute name='fee' alias='fee' aggregate='avg'/><attribute name='fee' alias='least' aggregate='min'/><attribute name='lastseen' alias='seen' aggregate='max'/>");

        Assert.Equal(5, Value(row, "rows"));
        Assert.Equal(4, Value(row, "aged"));
        Assert.Equal(3, Value(row, "ages"));
        Assert.Equal(150, Value(row, "sum"));
        Assert.Equal(37, Value(row, "avg")); // 37.5, cut to a whole number as SQL Server does
        Assert.Equal(new Money(270.5m), Value(row, "fees"));
        Assert.Equal(new Money(67.625m), Value(row, "fee"));
        Assert.Equal(new Money(20m), Value(row, "least"));
        Assert.Equal(new DateTime(2026, 3, 18, 8, 0, 0, DateTimeKind.Utc), Value(row, "seen"));
    }

    [Fact]
    public void OfNoRows_CountIsZeroAndSumIsEmpty()
    {
        var row = One("<attribute name='memberid' alias='rows' aggregate='count'/><attribute name='fee' alias='fees' aggregate='sum'/><filter><condition attribute='name' operator='eq' value='nobody'/></filter>");

        Assert.Equal(0, Value(row, "rows"));
        Assert.Null(Value(row, "fees"));
    }

    [Fact]
    public void Groups_AreSplitByValueWithOneForNull()
    {
        var groups = rows.Fetch(
            "<entity name='member'><attribute name='level' alias='level' groupby='true'/><attribute name='memberid' alias='rows' aggregate='count'/><order alias='rows' descending='true'/><order alias='level'/></entity>",
            "aggregate='true'").Entities;

        Assert.Equal(["1:2", "-:1", "2:1", "3:1"], groups.Select(g => $"{(g.Contains("level") ? ((OptionSetValue)Value(g, "level")!).Value : "-")}:{Value(g, "rows")}"));
        Assert.Equal("Gold", groups[0].FormattedValues["level"]);
    }

    [Fact]
    public void AGroupByLookup_IsAReferenceWithItsName()
    {
        var groups = rows.Fetch(
            "<entity name='member'><attribute name='clubid' alias='club' groupby='true'/><attribute name='fee' alias='fees' aggregate='sum'/><filter><condition attribute='clubid' operator='not-null'/></filter><order alias='club'/></entity>",
            "aggregate='true'").Entities;

        Assert.Equal([new EntityReference("club", rows.Archery), new EntityReference("club", rows.Rowing)], groups.Select(g => Value(g, "club")));
        Assert.Equal(["Archery", "Rowing"], groups.Select(g => g.FormattedValues["club"]));
        Assert.Equal([new Money(20m), new Money(150.5m)], groups.Select(g => Value(g, "fees")));
    }

    [Fact]
    public void AnAggregateOverALink_GroupsByTheColumnsOfEither()
    {
        var groups = rows.Fetch(
            "<entity name='booking'><attribute name='seats' alias='seats' aggregate='sum'/><link-entity name='member' from='memberid' to='memberid' alias='m'>" +
            "<attribute name='name' alias='who' groupby='true'/><order alias='who'/></link-entity></entity>", "aggregate='true'").Entities;

        Assert.Equal(["Ann 3", "Cyd 4"], groups.Select(g => $"{Value(g, "who")} {Value(g, "seats")}"));
    }

    [Theory]
    [InlineData("year", "2025:1 2026:3")]
    [InlineData("quarter", "1:3 4:1")]
    [InlineData("month", "2:1 3:2 12:1")]
    [InlineData("day", "10:1 17:1 18:1 31:1")]
    [InlineData("week", "7:1 12:2 53:1")] // 18 March 2026 is in week 12, 31 December 2025 in week 53
    [InlineData("fiscal-year", "2025:1 2026:3")]
    [InlineData("fiscal-period", "4:1 1:3")] // in the order of the years they are of
    public void Dates_GroupByTheirParts(string grouping, string expected)
    {
        var groups = rows.Fetch(
            $"<entity name='member'><attribute name='lastseen' alias='part' groupby='true' dategrouping='{grouping}'/><attribute name='memberid' alias='rows' aggregate='count'/>" +
            "<filter><condition attribute='lastseen' operator='not-null'/></filter><order alias='part'/></entity>", "aggregate='true'").Entities;

        Assert.Equal(expected, string.Join(" ", groups.Select(g => $"{Value(g, "part")}:{Value(g, "rows")}")));
    }

    [Fact]
    public void AQueryExpression_AggregatesLikeFetchXml()
    {
        var query = new QueryExpression("member");
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("level", XrmAggregateType.None, "level") { HasGroupBy = true });
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fee", XrmAggregateType.Max, "most"));
        query.Criteria.AddCondition("level", ConditionOperator.Equal, 1);

        Assert.Equal(new Money(100m), Value(Assert.Single(rows.Run(query).Entities), "most"));
    }

    [Fact]
    public void BeyondTheLimit_ThePlatformsErrorComes()
    {
        // 226 members with 226 bookings each are 51,076 rows of a link of all with all of one title.
        using var transaction = rows.Club.Store.Begin();
        var member = new EntityReference("member", rows.Eve);
        for (var i = 0; i < 226; i++) rows.Club.Create(new Entity("booking") { ["title"] = "Lake", ["memberid"] = member });
        transaction.Commit();
        var pairs = "<entity name='booking'><attribute name='bookingid' alias='rows' aggregate='count'/><link-entity name='booking' from='title' to='title' alias='b'>{0}</link-entity></entity>";

        Club.Refused(0x8004E023, () => rows.Fetch(pairs.Replace("{0}", "", StringComparison.Ordinal), "aggregate='true'"));

        // One fewer on a side is below it: 221 x 226 = 49,946, and the three bookings of before pair among themselves: Boat with Boat.
        rows.Fetch(pairs.Replace("{0}", "<filter><condition attribute='seats' operator='not-null'/></filter>", StringComparison.Ordinal), "aggregate='true'");
    }

    [Fact]
    public void ManySmallGroups_CountTogetherTowardsTheLimit()
    {
        using var transaction = rows.Club.Store.Begin();
        var member = new EntityReference("member", rows.Eve);
        for (var i = 0; i < 230; i++) rows.Club.Create(new Entity("booking") { ["title"] = "Lake", ["seats"] = i, ["memberid"] = member });
        transaction.Commit();

        Club.Refused(0x8004E023, () => rows.Fetch(
            "<entity name='booking'><attribute name='seats' alias='seats' groupby='true'/><link-entity name='booking' from='title' to='title' alias='b'><attribute name='bookingid' alias='rows' aggregate='count'/></link-entity></entity>",
            "aggregate='true'"));
    }

    [Fact]
    public void ASumBeyondItsType_Overflows()
    {
        rows.Club.Create(new Entity("booking") { ["title"] = "a", ["seats"] = int.MaxValue, ["memberid"] = new EntityReference("member", rows.Ann) });

        Club.Refused(0x80041136, () => rows.Fetch("<entity name='booking'><attribute name='seats' alias='s' aggregate='sum'/></entity>", "aggregate='true'"));
    }

    [Fact]
    public void PagesOfGroups_AreCutAfterCounting()
    {
        const string ByName = "<entity name='member'><attribute name='name' alias='n' groupby='true'/><attribute name='memberid' alias='c' aggregate='count'/><order alias='n'/></entity>";

        var second = rows.Fetch(ByName, "aggregate='true' count='2' page='2'");

        Assert.Equal("Cyd Dän", ClubRows.Names(second, "n"));
        Assert.True(second.MoreRecords);
        Assert.Equal("Ann Bob Cyd", ClubRows.Names(rows.Fetch(ByName, "aggregate='true' top='3'"), "n"));
    }

    [Theory]
    [InlineData("<attribute name='name'/>", 0x80041107u)]
    [InlineData("<attribute name='fee' aggregate='sum'/>", 0x80041109u)]
    [InlineData("<attribute name='fee' aggregate='median' alias='m'/>", 0x8004111Au)]
    [InlineData("<attribute name='fee' aggregate='sum' groupby='true' alias='m'/>", 0x80041137u)]
    [InlineData("<attribute name='name' aggregate='sum' alias='m'/>", 0x8004112Fu)]
    [InlineData("<attribute name='fee' aggregate='sum' alias='m'/><attribute name='age' aggregate='sum' alias='M'/>", 0x80041130u)]
    [InlineData("<attribute name='fee' aggregate='sum' alias='m'/><order attribute='fee'/>", 0x80041131u)]
    [InlineData("<attribute name='lastseen' groupby='true' dategrouping='hour' alias='m'/>", 0x80041135u)]
    [InlineData("<attribute name='hobbies' groupby='true' alias='m'/>", 0x80050224u)]
    public void WhatCannotBeAggregated_IsRefusedWithItsCode(string columns, uint code) =>
        Club.Refused(code, () => rows.Fetch($"<entity name='member'>{columns}</entity>", "aggregate='true'"));
}
