using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

public sealed class FetchTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public FetchTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    private static string Fetch(string inner, string attributes = "") => "accounts?fetchXml=" + Uri.EscapeDataString($"<fetch {attributes}><entity name='account'>{inner}</entity></fetch>");

    [Fact]
    public void FetchXml_GivesItsRowsAndAliases()
    {
        var plan = rows.Plan(Fetch(
            "<attribute name='name'/><attribute name='revenue' alias='money'/><order attribute='name'/>" +
            "<link-entity name='contact' from='contactid' to='primarycontactid' alias='who'><attribute name='firstname'/></link-entity>"));
        var found = plan.Read(rows.Service).Rows;

        Assert.Equal("50% Alpina Bergbahn O'Neil", SampleRows.Names(found));
        Assert.Equal(["name"], plan.Projection.Columns!.Select(c => c.LogicalName));
        Assert.Equal(1000m, ((Money)((AliasedValue)found[1]["money"]).Value).Value);
        Assert.Equal("Ann", ((AliasedValue)found[1]["who.firstname"]).Value);
    }

    [Fact]
    public void PagesOfFetchXml_GoOnWithTheCookieOfTheAnnotation()
    {
        var names = new List<string>();
        string? cookie = null;
        for (var page = 1; ; page++)
        {
            var given = cookie is null ? "" : $" paging-cookie='{new XText(cookie).ToString().Replace("'", "&apos;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}'";
            var answer = rows.Ask(Fetch("<attribute name='name'/><order attribute='name'/>", $"count='2' page='{page}' returntotalrecordcount='true'{given}"));
            names.Add(SampleRows.Names(answer));
            Assert.Equal(5, answer.Count);
            if (answer.MoreRecords != true) break;
            // As "Page results using FetchXml" tells: take the attribute, decode it twice.
            cookie = Uri.UnescapeDataString(Uri.UnescapeDataString(XElement.Parse(answer.FetchPagingCookie!).Attribute("pagingcookie")!.Value));
        }

        Assert.Equal(["50% Alpina", "Bergbahn Chäserei", "O'Neil"], names);
    }

    [Fact]
    public void AggregateFetchXml_IsNoRow()
    {
        var plan = rows.Plan(Fetch("<attribute name='revenue' aggregate='sum' alias='total'/>", "aggregate='true'"));

        Assert.True(plan.Projection.IsAggregate);
        Assert.Equal(["total"], plan.Projection.Aliases!);
        Assert.Equal(3900.5m, ((Money)((AliasedValue)plan.Read(rows.Service).Rows.Single()["total"]).Value).Value);
    }

    [Fact]
    public void AView_IsItsFetchXml_AlsoOfARowsCollection()
    {
        var view = rows.Service.Create(new Entity("savedquery")
        {
            ["name"] = "Large",
            ["returnedtypecode"] = "account",
            ["querytype"] = 0,
            ["fetchxml"] = "<fetch><entity name='account'><attribute name='name'/><filter><condition attribute='numberofemployees' operator='ge' value='10'/></filter><order attribute='name'/></entity></fetch>",
        });

        Assert.Equal("50% Alpina Bergbahn", SampleRows.Names(rows.Ask($"accounts?savedQuery={view}")));
        Assert.Equal("Bergbahn", SampleRows.Names(rows.Ask($"accounts({rows.Alpina})/account_parent_account?savedQuery={view}")));
        Assert.Equal("50% Alpina", SampleRows.Names(rows.Ask($"accounts?savedQuery={view}", pageSize: 2)));
        rows.Refused(0x80040217, $"accounts?savedQuery={Guid.NewGuid()}");
        rows.Refused(0x80060888, "accounts?savedQuery=large");
    }

    [Fact]
    public void APersonalView_IsItsFetchXml()
    {
        var view = rows.Service.Create(new Entity("userquery")
        {
            ["name"] = "My large ones",
            ["returnedtypecode"] = "account",
            ["querytype"] = 0,
            ["fetchxml"] = "<fetch><entity name='account'><attribute name='name'/><filter><condition attribute='numberofemployees' operator='ge' value='10'/></filter><order attribute='name' descending='true'/></entity></fetch>",
        });

        Assert.Equal("Bergbahn Alpina 50%", SampleRows.Names(rows.Ask($"accounts?userQuery={view}")));
        Assert.Equal("Bergbahn", SampleRows.Names(rows.Ask($"accounts({rows.Alpina})/account_parent_account?userQuery={view}")));
        rows.Refused(0x80040217, $"accounts?savedQuery={view}");
        rows.Refused(0x80040217, $"accounts?userQuery={Guid.NewGuid()}");
        rows.Refused(0x80060888, "accounts?userQuery=mine");
    }

    [Theory]
    [InlineData("accounts?fetchXml=", 0x80041124)]
    [InlineData("accounts?fetchXml=%3Cfetch", 0x80040201)]
    [InlineData("accounts?fetchXml=%3C!DOCTYPE%20x%20%5B%3C!ENTITY%20a%20%22b%22%3E%5D%3E%3Cfetch%2F%3E", 0x80040201)]
    [InlineData("accounts?fetchXml=%3Cfetch%3E%3Centity%20name%3D%22contact%22%2F%3E%3C%2Ffetch%3E", 0x80060888)]
    [InlineData("accounts?fetchXml=%3Cfetch%3E%3Centity%20name%3D%22account%22%3E%3Cattribute%20name%3D%22nothing%22%2F%3E%3C%2Fentity%3E%3C%2Ffetch%3E", 0x80041103)]
    [InlineData("accounts?fetchXml=%3Cfetch%20page%3D%22x%22%3E%3Centity%20name%3D%22account%22%2F%3E%3C%2Ffetch%3E", 0x80040203)]
    public void FetchXmlThatCannotBeRead_IsRefusedAsEverywhere(string url, uint code) => rows.Refused(code, url);
}
