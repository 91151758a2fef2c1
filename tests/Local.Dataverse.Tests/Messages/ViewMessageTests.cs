using System;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class ViewMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void ASystemView_AnswersItsRowsAsXml()
    {
        var contact = organization.Service.Create(new Entity("contact") { ["lastname"] = "Muster" });
        var account = organization.Service.Create(new Entity("account")
        {
            ["name"] = "Müller & Söhne",
            ["primarycontactid"] = new EntityReference("contact", contact),
            ["revenue"] = new Money(1_234_567.5m),
            ["creditonhold"] = true,
            ["industrycode"] = new OptionSetValue(1),
        });
        var view = View("savedquery", "<attribute name='name'/><attribute name='primarycontactid'/><attribute name='revenue'/><attribute name='creditonhold'/><attribute name='statecode'/><attribute name='telephone1'/>");

        var set = XElement.Parse(((ExecuteByIdSavedQueryResponse)organization.Service.Execute(new ExecuteByIdSavedQueryRequest { EntityId = view })).String);

        Assert.Equal("resultset", set.Name.LocalName);
        Assert.Equal("0", set.Attribute("morerecords")?.Value);
        var result = set.Elements("result").Single();
        Assert.Equal("Müller & Söhne", result.Element("name")?.Value);
        Assert.Equal(account.ToString("B").ToUpperInvariant(), result.Element("accountid")?.Value);
        var person = result.Element("primarycontactid")!;
        Assert.Equal((contact.ToString("B").ToUpperInvariant(), "Muster", "2"), (person.Value, person.Attribute("name")?.Value, person.Attribute("type")?.Value));
        Assert.StartsWith("1234567.5", result.Element("revenue")?.Value, StringComparison.Ordinal);
        Assert.Contains("1,234,567.50", result.Element("revenue")?.Attribute("formattedvalue")?.Value, StringComparison.Ordinal);
        Assert.Equal(("1", "Yes"), (result.Element("creditonhold")?.Value, result.Element("creditonhold")?.Attribute("name")?.Value));
        Assert.Equal(("0", "Active"), (result.Element("statecode")?.Value, result.Element("statecode")?.Attribute("name")?.Value));
        // "does not contain elements for attributes where the value is null"
        Assert.Null(result.Element("telephone1"));
    }

    [Fact]
    public void APersonalView_GoesOnWhereItsPageEnded()
    {
        foreach (var name in new[] { "Eins", "Zwei", "Drei" }) organization.Account(name);
        var view = View("userquery", "<attribute name='name'/><order attribute='name'/>", "count='2'");

        var set = XElement.Parse(((ExecuteByIdUserQueryResponse)organization.Service.Execute(new ExecuteByIdUserQueryRequest { EntityId = new EntityReference("userquery", view) })).String);

        Assert.Equal("1", set.Attribute("morerecords")?.Value);
        Assert.Equal(["Drei", "Eins"], set.Elements("result").Select(r => r.Element("name")?.Value));
        Assert.Equal("cookie", XElement.Parse(set.Attribute("paging-cookie")!.Value).Name.LocalName);
    }

    [Fact]
    public void AViewOfAggregates_HasTheirAliases()
    {
        foreach (var name in new[] { "Eins", "Zwei" }) organization.Account(name);
        var view = View("savedquery", "<attribute name='accountid' aggregate='count' alias='account_count'/>", "aggregate='true'");

        var text = ((ExecuteByIdSavedQueryResponse)organization.Service.Execute(new ExecuteByIdSavedQueryRequest { EntityId = view })).String;

        Assert.Equal("2", XElement.Parse(text).Element("result")?.Element("account_count")?.Value);
    }

    [Fact]
    public void NoRows_GiveADocumentWithoutData() =>
        Assert.Equal(
            "<resultset morerecords=\"0\" />",
            ((ExecuteByIdSavedQueryResponse)organization.Service.Execute(new ExecuteByIdSavedQueryRequest { EntityId = View("savedquery", "<attribute name='name'/>") })).String);

    [Fact]
    public void AViewThatDoesNotExist_IsRefused() =>
        Assert.Equal(
            unchecked((int)0x80040217),
            TestOrganization.Refused(() => organization.Service.Execute(new ExecuteByIdSavedQueryRequest { EntityId = Guid.NewGuid() })).ErrorCode);

    private Guid View(string table, string columns, string fetch = "")
    {
        var view = new Entity(table)
        {
            ["name"] = "Accounts",
            ["returnedtypecode"] = "account",
            ["querytype"] = 0,
            ["fetchxml"] = $"<fetch {fetch}><entity name='account'>{columns}</entity></fetch>",
        };
        return organization.Service.Create(view);
    }
}
