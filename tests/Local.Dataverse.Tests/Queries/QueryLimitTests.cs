using System;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>What a query may not ask: the platform's limits, and names that mean nothing where they stand.</summary>
public sealed class QueryLimitTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, 0x8004430Du)]
    public void FifteenLinks_AreTheMost(int links, uint? code) => Check(code, new FetchExpression(
        $"<fetch><entity name='member'>{Repeat(links, "<link-entity name='club' from='clubid' to='clubid' link-type='outer'/>")}</entity></fetch>"));

    [Theory]
    [InlineData(499, null)]
    [InlineData(500, 0x8004430Cu)]
    public void FiveHundredConditionsAndLinks_AreTheMost(int conditions, uint? code) => Check(code, new FetchExpression(
        $"<fetch><entity name='member'><filter type='or'>{Repeat(conditions, "<condition attribute='name' operator='null'/>")}</filter><link-entity name='club' from='clubid' to='clubid'/></entity></fetch>"));

    [Theory]
    [InlineData("inner")]
    [InlineData("outer")]
    public void AFilterOfALink_CannotNameALinkThatIsJoinedLater(string type) => Check(0x8004110B, new FetchExpression(
        $"<fetch><entity name='member'><link-entity name='booking' from='memberid' to='memberid' alias='a' link-type='{type}'><filter><condition entityname='b' attribute='title' operator='not-null'/></filter></link-entity>"
        + $"<link-entity name='booking' from='memberid' to='memberid' alias='b' link-type='{type}'/></entity></fetch>"));

    [Fact]
    public void AFilterOfALink_CanNameALinkThatIsJoinedBefore() => Check(null, new FetchExpression(
        "<fetch><entity name='member'><link-entity name='booking' from='memberid' to='memberid' alias='a'/>"
        + "<link-entity name='booking' from='memberid' to='memberid' alias='b' link-type='outer'><filter><condition entityname='a' attribute='title' operator='not-null'/></filter></link-entity></entity></fetch>"));

    [Fact]
    public void AnOrder_CannotNameALinkThatOnlyAsksForExistence() => Check(0x8004110B, new FetchExpression(
        "<fetch><entity name='member'><order entityname='b' attribute='title'/><link-entity name='booking' from='memberid' to='memberid' alias='b' link-type='exists'/></entity></fetch>"));

    [Fact]
    public void TwoColumnsOfOneAlias_AreRefused() => Check(0x80041130, new FetchExpression(
        "<fetch><entity name='member'><attribute name='name' alias='x'/><attribute name='clubid' alias='x'/></entity></fetch>"));

    [Theory]
    [InlineData("a_1", null)]
    [InlineData("_a", null)]
    [InlineData("1a", 0x80040216u)]
    [InlineData("a b", 0x80040216u)]
    [InlineData("a.b", 0x80040216u)]
    [InlineData("ä", 0x80040216u)]
    public void AnAlias_IsAnIdentifier(string alias, uint? code)
    {
        Check(code, new FetchExpression($"<fetch><entity name='member'><attribute name='name' alias='{alias}'/></entity></fetch>"));
        Check(code, new FetchExpression($"<fetch><entity name='member'><link-entity name='club' from='clubid' to='clubid' alias='{alias}'/></entity></fetch>"));
        Check(code, new FetchExpression($"<fetch aggregate='true'><entity name='member'><attribute name='name' alias='{alias}' groupby='true'/></entity></fetch>"));
    }

    private void Check(uint? code, QueryBase query)
    {
        if (code is { } expected) Assert.Equal(unchecked((int)expected), Pipeline.TestOrganization.Refused(() => rows.Run(query)).ErrorCode);
        else Assert.Equal("member", rows.Run(query).EntityName);
    }

    private static string Repeat(int count, string text) => string.Concat(Enumerable.Repeat(text, count));
}
