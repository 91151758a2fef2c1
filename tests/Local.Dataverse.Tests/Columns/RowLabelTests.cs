using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

public sealed class RowLabelTests : IDisposable
{
    private const int English = 1033, German = 1031, French = 1036, Japanese = 1041;
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void LabelsOfARow_AreKeptPerLanguageAndTheRowHasTheOrganisations()
    {
        var view = View("Active machines");

        Set(view, "name", new LocalizedLabel("Aktive Maschinen", German), new LocalizedLabel("Machines in use", English));

        var label = Labels(view, "name", organization.Service);
        Assert.Equal([(English, "Machines in use"), (German, "Aktive Maschinen")], label.LocalizedLabels.Select(l => (l.LanguageCode, l.Label)));
        Assert.Equal("Machines in use", label.UserLocalizedLabel.Label);
        Assert.Equal("Machines in use", organization.Rows("savedquery", "savedqueryid", view.Id).Single()["name"]);
    }

    [Fact]
    public void WhoReadsInAnotherLanguage_IsGivenItsTextAndElseTheOrganisations()
    {
        var view = View("Active machines");
        Set(view, "name", new LocalizedLabel("Aktive Maschinen", German));
        var (german, french) = (Reader("Heidi", German), Reader("Claire", French));

        Assert.Equal("Aktive Maschinen", german.Retrieve("savedquery", view.Id, new ColumnSet("name"))["name"]);
        Assert.Equal("Active machines", french.Retrieve("savedquery", view.Id, new ColumnSet("name"))["name"]);
        Assert.Contains(german.RetrieveMultiple(new QueryExpression("savedquery") { ColumnSet = new ColumnSet("name") }).Entities, row => row["name"] is "Aktive Maschinen");
        Assert.Equal("Aktive Maschinen", Labels(view, "name", german).UserLocalizedLabel.Label);
        Assert.Equal("Active machines", Labels(view, "name", german).LocalizedLabels[0].Label);
    }

    [Fact]
    public void AnEmptyLabel_TakesThatLanguageAway()
    {
        var view = View("Active machines");
        Set(view, "name", new LocalizedLabel("Aktive Maschinen", German), new LocalizedLabel("Machines actives", French));

        Set(view, "name", new LocalizedLabel("", German));

        Assert.Equal([English, French], Labels(view, "name", organization.Service).LocalizedLabels.Select(l => l.LanguageCode));
    }

    [Fact]
    public void ADeletedRow_TakesItsLabelsAlong()
    {
        var view = View("Active machines");
        Set(view, "name", new LocalizedLabel("Aktive Maschinen", German));

        organization.Service.Delete("savedquery", view.Id);

        Assert.Empty(organization.Rows("businessdatalocalizedlabel"));
    }

    [Fact]
    public void LabelsOfARequestThatFailed_AreNotThere()
    {
        var view = View("Active machines");

        TestOrganization.Refused(() => Set(view, "name", new LocalizedLabel("Aktive Maschinen", German), new LocalizedLabel(new string('x', 201), French)));

        Assert.Single(Labels(view, "name", organization.Service).LocalizedLabels);
    }

    [Fact]
    public void ALanguageTheOrganisationDoesNotHave_IsRefused()
    {
        var fault = TestOrganization.Refused(() => Set(View("Active machines"), "name", new LocalizedLabel("x", Japanese)));

        Assert.Equal(unchecked((int)0x80044195), fault.ErrorCode);
        Assert.Contains("1041", fault.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("savedquery", "fetchxml"), InlineData("account", "name")]
    public void AColumnWithoutLabels_IsRefused(string table, string column)
    {
        var row = table == "account" ? new EntityReference(table, organization.Account("Muster AG")) : View("Active machines");

        Assert.Equal(unchecked((int)0x80040203), TestOrganization.Refused(() => Labels(row, column, organization.Service)).ErrorCode);
    }

    [Fact]
    public void WhoMayNotWriteTheRow_MayNotSetItsLabels()
    {
        var view = View("Active machines");
        var user = organization.User("Reto");
        var administrator = organization.Rows("role", "name", "System Administrator").Single().Id;
        var basic = organization.Rows("role", "name", "Basic User").Single().Id;
        organization.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", basic)]);
        organization.Service.Disassociate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", administrator)]);

        var fault = TestOrganization.Refused(() => organization.Dataverse.ServiceFor(user).Execute(
            new SetLocLabelsRequest { EntityMoniker = view, AttributeName = "name", Labels = [new LocalizedLabel("x", German)] }));

        Assert.Equal(unchecked((int)0x80040220), fault.ErrorCode);
        Assert.Empty(organization.Rows("businessdatalocalizedlabel"));
    }

    private EntityReference View(string name) => new("savedquery", organization.Service.Create(new Entity("savedquery")
    {
        ["name"] = name,
        ["returnedtypecode"] = "account",
        ["querytype"] = 0,
        ["fetchxml"] = "<fetch><entity name='account'><attribute name='name'/></entity></fetch>",
    }));

    private void Set(EntityReference row, string column, params LocalizedLabel[] labels) =>
        organization.Service.Execute(new SetLocLabelsRequest { EntityMoniker = row, AttributeName = column, Labels = labels });

    private static Label Labels(EntityReference row, string column, IOrganizationService service) =>
        ((RetrieveLocLabelsResponse)service.Execute(new RetrieveLocLabelsRequest { EntityMoniker = row, AttributeName = column, IncludeUnpublished = true })).Label;

    private IOrganizationService Reader(string name, int language)
    {
        var user = organization.User(name);
        organization.Service.Update(new Entity("usersettings", user) { ["uilanguageid"] = language });
        return organization.Dataverse.ServiceFor(user);
    }
}
