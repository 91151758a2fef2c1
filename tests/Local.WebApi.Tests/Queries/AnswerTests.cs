using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>Queries as a client sees them, over HTTP.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Guid first;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.Start();
        for (var i = 0; i < 5; i++)
        {
            var account = server.Service.Create(new Entity("account") { ["name"] = $"A{i}", ["revenue"] = i == 4 ? null : new Money(i * 100), ["accountcategorycode"] = i < 2 ? new OptionSetValue(1) : null });
            if (i == 0) first = account;
            for (var t = 0; t < 3; t++) server.Service.Create(new Entity("task") { ["subject"] = $"T{i}{t}", ["regardingobjectid"] = new EntityReference("account", account) });
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task NextLinks_LeadToTheEnd()
    {
        var names = new List<string?>();
        var pages = 0;
        for (var url = "accounts?$select=name&$orderby=name&$count=true"; url is not null; pages++)
        {
            var page = await server.Get(url, "odata.maxpagesize=2");
            Assert.Equal((200, "odata.maxpagesize=2", 5), (page.Status, page.Headers["Preference-Applied"], page["@odata.count"].GetInt32()));
            names.AddRange(page["value"].EnumerateArray().Select(r => r.GetProperty("name").GetString()));
            url = page.Body.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        Assert.Equal((3, "A0 A1 A2 A3 A4"), (pages, string.Join(' ', names)));
    }

    [Fact]
    public async Task AnExpandedCollection_HasTheLinkToItself()
    {
        var page = await server.Get("accounts?$select=name&$filter=name eq 'A0'&$expand=Account_Tasks($select=subject;$filter=subject ne 'T02';$orderby=subject desc)");
        var row = page["value"][0];
        Assert.Equal(["T01", "T00"], row.GetProperty("Account_Tasks").EnumerateArray().Select(t => t.GetProperty("subject").GetString()));

        var link = row.GetProperty("Account_Tasks@odata.nextLink").GetString()!;
        Assert.EndsWith($"accounts({first})/Account_Tasks?$select=subject&$filter=subject%20ne%20'T02'&$orderby=subject%20desc", link);
        var again = await server.Get(link);
        Assert.Equal(["T01", "T00"], again["value"].EnumerateArray().Select(t => t.GetProperty("subject").GetString()));
    }

    [Fact]
    public async Task ANestedExpand_IsPaged_AndItsLinkGoesOn()
    {
        var page = await server.Get("accounts?$select=name&$orderby=name&$expand=Account_Tasks($select=subject;$expand=owninguser($select=fullname))".Replace("&$orderby=name", "", StringComparison.Ordinal), "odata.maxpagesize=2");
        var row = page["value"][0];
        var subjects = row.GetProperty("Account_Tasks").EnumerateArray().Select(t => t.GetProperty("subject").GetString()).ToList();
        Assert.Equal(2, subjects.Count);
        var next = await server.Get(row.GetProperty("Account_Tasks@odata.nextLink").GetString()!, "odata.maxpagesize=2");

        subjects.AddRange(next["value"].EnumerateArray().Select(t => t.GetProperty("subject").GetString()));
        var number = row.GetProperty("name").GetString()![1..];
        Assert.Equal([$"T{number}0", $"T{number}1", $"T{number}2"], subjects.Order());
        Assert.False(next.Body.TryGetProperty("@odata.nextLink", out _));
        Assert.Equal(JsonValueKind.Object, next["value"][0].GetProperty("owninguser").ValueKind);
    }

    [Fact]
    public async Task Groups_HaveNoKey_AndNoEmptyGroup()
    {
        var groups = await server.Get("accounts?$apply=groupby((accountcategorycode),aggregate(revenue with sum as total,$count as n))", "odata.include-annotations=\"*\"");

        Assert.EndsWith("$metadata#accounts", groups["@odata.context"].GetString());
        var rows = groups["value"].EnumerateArray().OrderBy(g => g.GetProperty("n").GetInt32()).ToList();
        Assert.Equal((1, "Preferred Customer", 100m, 2), (
            rows[0].GetProperty("accountcategorycode").GetInt32(), rows[0].GetProperty("accountcategorycode@OData.Community.Display.V1.FormattedValue").GetString(),
            rows[0].GetProperty("total").GetDecimal(), rows[0].GetProperty("n").GetInt32()));
        Assert.False(rows[1].TryGetProperty("accountcategorycode", out _));
        Assert.All(rows, r => Assert.False(r.TryGetProperty("accountid", out _) || r.TryGetProperty("@odata.etag", out _)));
    }

    [Fact]
    public async Task FetchXml_TellsOfItsPages()
    {
        var fetch = Uri.EscapeDataString("<fetch count='2' returntotalrecordcount='true'><entity name='account'><attribute name='name'/><order attribute='name'/></entity></fetch>");
        var page = await server.Get("accounts?fetchXml=" + fetch, "odata.include-annotations=\"*\"");

        Assert.Equal((5, false, true), (
            page["@Microsoft.Dynamics.CRM.totalrecordcount"].GetInt32(), page["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"].GetBoolean(), page["@Microsoft.Dynamics.CRM.morerecords"].GetBoolean()));
        Assert.StartsWith("<cookie pagenumber=\"2\" pagingcookie=\"%253Ccookie", page["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"].GetString());
    }

    [Fact]
    public async Task ADistinctFetch_HasRowsWithoutKey()
    {
        var fetch = Uri.EscapeDataString("<fetch distinct='true'><entity name='account'><attribute name='accountcategorycode'/></entity></fetch>");
        var page = await server.Get("accounts?fetchXml=" + fetch);

        Assert.Equal(2, page["value"].GetArrayLength());
        Assert.All(page["value"].EnumerateArray(), r => Assert.False(r.TryGetProperty("accountid", out _)));
    }

    [Fact]
    public async Task Count_IsText_AndABadQueryLeavesTheConnection()
    {
        Assert.Equal("5", (await server.Get("accounts/$count")).Text);
        var bad = await server.Get("accounts?$filter=nothing eq 1");
        Assert.Equal((400, "0x80060888", "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.account'."), (bad.Status, bad.Code, bad.Message));
        Assert.Equal(404, (await server.Get("nothings")).Status);
        Assert.Equal("5", (await server.Get("accounts/$count")).Text);
    }

    [Fact]
    public async Task AnEmptyLookup_IsNull_AndALinkToNothing_Is204()
    {
        var page = await server.Get("accounts?$select=name&$top=1&$expand=primarycontactid($select=fullname)");
        Assert.Equal(JsonValueKind.Null, page["value"][0].GetProperty("primarycontactid").ValueKind);
        Assert.Equal(204, (await server.Get($"accounts({first})/primarycontactid")).Status);
    }
}
