using System;
using System.Linq;
using Local.Dataverse.Queries;
using Local.Dataverse.Queries.Conversion;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>A query in the other form finds the same.</summary>
public sealed class QueryConversionTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    [Theory]
    [InlineData("<fetch><entity name='member'/></fetch>")]
    [InlineData("<fetch><entity name='member'><no-attrs/></entity></fetch>")]
    [InlineData("<fetch top='2'><entity name='member'><attribute name='name'/><order attribute='name' descending='true'/></entity></fetch>")]
    [InlineData("<fetch count='2' page='2' returntotalrecordcount='true'><entity name='member'><attribute name='name'/><order attribute='age'/><order attribute='name'/></entity></fetch>")]
    [InlineData("<fetch distinct='true' no-lock='true'><entity name='member'><attribute name='age'/><order attribute='age'/></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><filter type='or'><condition attribute='age' operator='between'><value>30</value><value>40</value></condition>"
        + "<filter><condition attribute='level' operator='in'><value>1</value><value>3</value></condition><condition attribute='fee' operator='gt' value='50.5'/></filter></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><filter><condition attribute='name' operator='like' value='[a-c]%'/></filter><filter><condition attribute='age' operator='not-null'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><filter><condition attribute='lastseen' operator='last-x-days' value='40'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><filter><condition attribute='lastseen' operator='ge' value='2026-03-17T23:59:59Z'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><filter><condition attribute='fee' operator='eq' valueof='fee_base'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><link-entity name='booking' from='memberid' to='memberid' link-type='outer' alias='b'><attribute name='title'/><order attribute='title'/>"
        + "<filter><condition attribute='seats' operator='gt' value='1'/></filter></link-entity><filter><condition entityname='b' attribute='bookingid' operator='not-null'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><filter type='or'><condition attribute='age' operator='null'/><link-entity name='booking' from='memberid' to='memberid' link-type='any'>"
        + "<filter><condition attribute='title' operator='eq' value='gym'/></filter></link-entity></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='member'><attribute name='name'/><link-entity name='booking' from='memberid' to='memberid' link-type='not all'><filter><condition attribute='seats' operator='eq' value='2'/></filter></link-entity></entity></fetch>")]
    [InlineData("<fetch aggregate='true'><entity name='member'><attribute name='level' alias='l' groupby='true'/><attribute name='fee' alias='s' aggregate='sum'/><order alias='l'/></entity></fetch>")]
    [InlineData("<fetch aggregate='true'><entity name='member'><attribute name='lastseen' alias='m' groupby='true' dategrouping='month'/><attribute name='memberid' alias='n' aggregate='count'/><order alias='m'/></entity></fetch>")]
    public void FetchXmlAndBack_FindsTheSame(string fetchXml)
    {
        var expression = new QueryExpressionWriter(rows.Club.Schema).Write(FetchXmlReader.Read(fetchXml));
        var again = FetchXmlWriter.Write(QueryExpressionReader.Read(expression));

        var expected = Result(new FetchExpression(fetchXml));
        Assert.False(expected.StartsWith('0'), "Nothing found shows nothing.");
        Assert.Equal(expected, Result(expression));
        Assert.Equal(expected, Result(new FetchExpression(again)));
    }

    [Fact]
    public void AnyFilter_FindsTheSameAsFetchXml() => QueryLawTests.ForRandomRows((club, stored, filter) =>
    {
        var query = new QueryExpression("member") { Criteria = filter.Asked };

        var found = club.Operations.RetrieveMultiple(club.As(), new FetchExpression(FetchXmlWriter.Write(QueryExpressionReader.Read(query))));

        Assert.Equal(stored.Where(p => filter.Meant(p.Value)).Select(p => p.Key).Order(), found.Entities.Select(e => e.Id).Order());
    });

    [Fact]
    public void FetchXml_IsWrittenInTheOrderOfThePlatform()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), TopCount = 3 };
        query.Criteria.AddCondition("clubid", ConditionOperator.Equal, Guid.Empty);
        query.AddOrder("name", OrderType.Descending);

        Assert.Equal(
            "<fetch version=\"1.0\" output-format=\"xml-platform\" mapping=\"logical\" no-lock=\"false\" distinct=\"false\" top=\"3\"><entity name=\"member\"><attribute name=\"name\" />" +
            "<filter type=\"and\"><condition attribute=\"clubid\" operator=\"eq\" value=\"00000000-0000-0000-0000-000000000000\" /></filter><order attribute=\"name\" descending=\"true\" /></entity></fetch>",
            FetchXmlWriter.Write(QueryExpressionReader.Read(query)));
    }

    [Fact]
    public void Values_TakeTheTypesOfTheirColumns()
    {
        object Value(string column, string value) => new QueryExpressionWriter(rows.Club.Schema)
            .Write(FetchXmlReader.Read($"<fetch><entity name='member'><filter><condition attribute='{column}' operator='eq' value='{value}'/></filter></entity></fetch>")).Criteria.Conditions.Single().Values.Single();

        Assert.Equal("7", Value("name", "7"));
        Assert.Equal(7, Value("age", "7"));
        Assert.Equal(7.5m, Value("fee", "7.5"));
        Assert.Equal(7.5, Value("factor", "7.5"));
        Assert.Equal(true, Value("active", "1"));
        Assert.Equal(rows.Rowing, Value("clubid", rows.Rowing.ToString("B")));
        Assert.Equal(new DateTime(2026, 3, 17, 10, 0, 0, DateTimeKind.Utc), Value("lastseen", "2026-03-17T12:00:00+02:00"));
    }

    [Fact]
    public void PartsOfDates_StayThoseOfUtc()
    {
        var query = new QueryExpression("member");
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("lastseen", XrmAggregateType.None, "d", XrmDateTimeGrouping.Day) { HasGroupBy = true });

        Assert.Contains("usertimezone=\"false\"", FetchXmlWriter.Write(QueryExpressionReader.Read(query)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<fetch><entity name='member'><attribute name='name' alias='n'/></entity></fetch>", 0x80044180u)]
    [InlineData("<fetch><entity name='club'><attribute name='clubid' alias='n' rowaggregate='CountChildren'/></entity></fetch>", 0x80044180u)]
    [InlineData("<fetch aggregate='true'><entity name='member'><attribute name='age' alias='n' aggregate='countcolumn' distinct='true'/></entity></fetch>", 0x80044180u)]
    [InlineData("<fetch><entity name='member'>", 0x80040201u)]
    public void WhatAQueryExpressionCannotSay_IsRefused(string fetchXml, uint code) =>
        Club.Refused(code, () => new QueryExpressionWriter(rows.Club.Schema).Write(FetchXmlReader.Read(fetchXml)));

    private string Result(QueryBase query)
    {
        var found = rows.Run(query);
        return string.Join('\n', found.Entities.Select(e => string.Join('|', e.Attributes.OrderBy(a => a.Key).Select(a => $"{a.Key}={ClubRows.Plain(a.Value)}"))).Prepend($"{found.Entities.Count}").Append($"{found.TotalRecordCount} {found.MoreRecords}"));
    }
}
