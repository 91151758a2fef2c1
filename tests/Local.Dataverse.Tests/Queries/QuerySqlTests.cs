using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.ServiceModel;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>The SQL of a query: nothing a caller wrote stands in it, and it finds rows by the indexes there are.</summary>
public sealed class QuerySqlTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    // Every place of a FetchXML query that takes free text; what is not valid there is refused.
    private static readonly string[] places =
    [
        "<fetch><entity name='member'><filter><condition attribute='name' operator='eq' value='{0}'/></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='name' operator='like' value='{0}%'/></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='name' operator='in'><value>{0}</value><value>b</value></condition></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='age' operator='{0}' value='1'/></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='{0}' operator='null'/></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='name' operator='eq' valueof='{0}'/></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='clubid' operator='under' value='{0}'/></filter></entity></fetch>",
        "<fetch><entity name='member'><filter><condition attribute='lastseen' operator='on' value='{0}'/></filter></entity></fetch>",
        "<fetch><entity name='{0}'/></fetch>",
        "<fetch><entity name='member'><attribute name='{0}'/></entity></fetch>",
        "<fetch><entity name='member'><attribute name='name' alias='{0}'/></entity></fetch>",
        "<fetch><entity name='member'><order attribute='{0}'/></entity></fetch>",
        "<fetch><entity name='member'><link-entity name='booking' from='memberid' to='memberid' alias='{0}'><attribute name='title'/><order attribute='title'/></link-entity></entity></fetch>",
        "<fetch><entity name='member'><link-entity name='booking' from='{0}' to='memberid'/></entity></fetch>",
        "<fetch aggregate='true'><entity name='member'><attribute name='level' alias='{0}' groupby='true'/><order alias='{0}'/></entity></fetch>",
        "<fetch count='2' page='2' paging-cookie='&lt;cookie page=\"1\"&gt;&lt;name last=\"{1}\" first=\"a\" /&gt;&lt;memberid last=\"{{00000000-0000-0000-0000-000000000001}}\" first=\"{{00000000-0000-0000-0000-000000000001}}\" /&gt;&lt;/cookie&gt;'>"
            + "<entity name='member'><order attribute='name'/></entity></fetch>",
    ];

    [Fact]
    public void WhatACallerWrites_NeverStandsInTheSql()
    {
        var run = 0;
        Gen.Select(Gen.Int[0, places.Length - 1], Gen.String[Gen.Char["abz'\";-()[]%_.? "], 0, 12]).Sample(
            (place, noise) =>
            {
                var text = "zqx" + noise;
                var escaped = SecurityElement.Escape(text);
                try
                {
                    rows.Run(new FetchExpression(string.Format(System.Globalization.CultureInfo.InvariantCulture, places[place], escaped, SecurityElement.Escape(escaped))));
                    run++;
                }
                catch (FaultException<OrganizationServiceFault> refused)
                {
                    Assert.NotEqual(unchecked((int)0x80044180), refused.Detail.ErrorCode); // SQLite's own complaint would come so
                }
                Assert.DoesNotContain(rows.Club.Store.PreparedQueries, sql => sql.Contains("zqx", StringComparison.OrdinalIgnoreCase));
            },
            iter: 1500, threads: 1);
        Assert.InRange(run, 200, 1500);
    }

    [Theory]
    [InlineData("<condition attribute='memberid' operator='eq' value='{0}'/>", "", "sqlite_autoindex_member_1")]
    [InlineData("<condition attribute='memberid' operator='in'><value>{0}</value><value>{0}</value></condition>", "", "sqlite_autoindex_member_1")]
    [InlineData("<condition attribute='clubid' operator='eq' value='{0}'/>", "", "member.clubid")]
    [InlineData("<condition attribute='clubid' operator='in'><value>{0}</value></condition>", "", "member.clubid")]
    [InlineData("<condition attribute='ownerid' operator='eq-userid'/>", "", "member.ownerid")]
    [InlineData("<condition attribute='clubid' operator='eq-or-under' value='{0}'/>", "", "member.clubid")]
    [InlineData("<condition attribute='name' operator='eq' value='x'/>", "", "member.name")]
    [InlineData("<condition attribute='name' operator='begins-with' value='x'/>", "", "member.name")]
    [InlineData("<condition attribute='name' operator='like' value='xy%z'/>", "", "member.name")]
    [InlineData("<condition attribute='number' operator='eq' value='x'/>", "", "member.$key$number")]
    [InlineData("<condition attribute='name' operator='eq' value='x'/>", "<link-entity name='booking' from='memberid' to='memberid'/>", "booking.memberid")]
    [InlineData("", "<link-entity name='booking' from='memberid' to='memberid' link-type='not any'/>", "booking.memberid")]
    [InlineData("", "<link-entity name='booking' from='memberid' to='memberid' link-type='matchfirstrowusingcrossapply'/>", "booking.memberid")]
    [InlineData("<condition attribute='memberid' operator='eq' value='{0}'/>", "<link-entity name='member_tag' from='memberid' to='memberid' intersect='true'><link-entity name='tag' from='tagid' to='tagid'/></link-entity>", "member_tag.")]
    public void WhatHasAnIndex_IsFoundByIt(string condition, string link, string index)
    {
        var plan = Plan($"<fetch><entity name='member'><attribute name='age'/>{link}<filter>{condition.Replace("{0}", Guid.NewGuid().ToString(), StringComparison.Ordinal)}</filter></entity></fetch>");

        Assert.Contains(plan, step => step.Contains("SEARCH", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => condition.Length > 0 && step.StartsWith("SCAN t0", StringComparison.Ordinal));
    }

    [Fact]
    public void ThePageAfterACookie_BeginsInTheIndex()
    {
        var first = rows.Fetch("<entity name='member'><attribute name='age'/><order attribute='name'/></entity>", "count='2' page='1'");

        var plan = Plan($"<fetch count='2' page='2' paging-cookie='{SecurityElement.Escape(first.PagingCookie)}'><entity name='member'><attribute name='age'/><order attribute='name'/></entity></fetch>");

        Assert.Contains(plan, step => step.StartsWith("SEARCH t0 USING INDEX member.name (name>?", StringComparison.Ordinal));
    }

    // How SQLite goes about the query: the steps of its plan.
    private List<string> Plan(string fetchXml)
    {
        var store = rows.Club.Store;
        var before = store.PreparedQueries.ToHashSet();
        rows.Run(new FetchExpression(fetchXml));
        var statement = store.PrepareQuery("EXPLAIN QUERY PLAN " + Assert.Single(store.PreparedQueries.Except(before)));
        var steps = new List<string>();
        while (statement.Step()) steps.Add(statement.Text(3));
        return steps;
    }
}
