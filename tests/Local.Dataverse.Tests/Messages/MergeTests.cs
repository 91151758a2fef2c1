using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Tests.Import;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class MergeTests : IDisposable
{
    private const string OfContacts =
        "<EntityRelationship Name=\"tst_contact_contact\"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>Contact</FirstEntityName>" +
        "<SecondEntityName>Contact</SecondEntityName><IntersectEntityName>tst_contact_contact</IntersectEntityName></EntityRelationship>";

    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    // table, name column | state and status of what was merged away
    [Theory]
    [InlineData("account", "name", "1/2")]
    [InlineData("contact", "lastname", "1/2")]
    [InlineData("lead", "lastname", "2/7")]
    [InlineData("incident", "title", "2/2000")]
    public void TheSubordinate_IsDeactivatedAndSaysIntoWhichRowItWent(string table, string name, string state)
    {
        var master = Row(table, name, "Muster");
        var gone = Row(table, name, "Muster doppelt");

        Merge(master, gone);

        var row = Read(gone);
        Assert.True(row.GetAttributeValue<bool>("merged"));
        Assert.Equal(master.Id, row.GetAttributeValue<EntityReference>("masterid").Id);
        Assert.Equal(state, $"{row.GetAttributeValue<OptionSetValue>("statecode").Value}/{row.GetAttributeValue<OptionSetValue>("statuscode").Value}");
        Assert.Equal(0, Read(master).GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.False(Read(master).GetAttributeValue<bool>("merged"));
    }

    [Fact]
    public void WhatHungOnTheSubordinate_HangsOnTheMaster()
    {
        var (master, gone) = Accounts();
        var contact = organization.Service.Create(new Entity("contact") { ["lastname"] = "Keller", ["parentcustomerid"] = gone });
        var child = organization.Service.Create(new Entity("account") { ["name"] = "Werk", ["parentaccountid"] = gone });
        var order = organization.Service.Create(new Entity("salesorder") { ["name"] = "A-1", ["customerid"] = gone });
        var task = organization.Service.Create(new Entity("task") { ["subject"] = "Besuch", ["regardingobjectid"] = gone });
        organization.Service.Update(new Entity("salesorder", order) { ["statecode"] = new OptionSetValue(3) });
        var elsewhere = organization.Service.Create(new Entity("contact") { ["lastname"] = "Anders", ["parentcustomerid"] = master });

        Merge(master, gone);

        Assert.Equal(master.Id, Lookup("contact", contact, "parentcustomerid"));
        Assert.Equal(master.Id, Lookup("account", child, "parentaccountid"));
        Assert.Equal(master.Id, Lookup("salesorder", order, "customerid"));
        Assert.Equal(master.Id, Lookup("task", task, "regardingobjectid"));
        Assert.Equal(master.Id, Lookup("contact", elsewhere, "parentcustomerid"));
    }

    [Fact]
    public void WhatTheSubordinateWasTiedTo_IsTiedToTheMasterOnce()
    {
        organization.Dataverse.ImportSolution(new TestSolution { WithStep = false, MoreRelationships = OfContacts }.Zip());
        var (master, gone) = (Row("contact", "lastname", "Keller"), Row("contact", "lastname", "Keler"));
        var (his, both, hers) = (Row("tst_machine", "tst_name", "Presse"), Row("tst_machine", "tst_name", "Säge"), Row("tst_machine", "tst_name", "Fräse"));
        Tie("tst_machine_contact", master, his, both);
        Tie("tst_machine_contact", gone, both, hers);

        Merge(master, gone);

        Assert.Equal(new[] { (his.Id, master.Id), (both.Id, master.Id), (hers.Id, master.Id) }.Order(), Pairs("tst_machine_contact", "tst_machineid", "contactid"));
    }

    [Fact]
    public void TiesBetweenRowsOfTheSameTable_KeepTheirDirectionAndNeverLeadBack()
    {
        organization.Dataverse.ImportSolution(new TestSolution { WithStep = false, MoreRelationships = OfContacts }.Zip());
        var (master, gone) = (Row("contact", "lastname", "Keller"), Row("contact", "lastname", "Keler"));
        var (above, below) = (Row("contact", "lastname", "Meier"), Row("contact", "lastname", "Huber"));
        Tie("tst_contact_contact", EntityRole.Referencing, gone, below, master);
        Tie("tst_contact_contact", EntityRole.Referenced, gone, above, master);

        Merge(master, gone);

        Assert.Equal(new[] { (master.Id, below.Id), (above.Id, master.Id) }.Order(), Pairs("tst_contact_contact", "contactidone", "contactidtwo"));
    }

    [Fact]
    public void TheMaster_TakesTheUpdateContentAndNothingElse()
    {
        var master = Row("account", "name", "Muster AG");
        var gone = organization.Service.Create(new Entity("account") { ["name"] = "Muster A.G.", ["telephone1"] = "056 200 00 00", ["fax"] = "056 200 00 01" });

        Merge(master, new EntityReference("account", gone), new Entity("account") { ["telephone1"] = "056 200 00 00" });

        var row = Read(master);
        Assert.Equal("Muster AG", row["name"]);
        Assert.Equal("056 200 00 00", row["telephone1"]);
        Assert.False(row.Contains("fax"));
    }

    [Fact]
    public void StepsSeeMergeAboveTheUpdatesItMakes()
    {
        var (master, gone) = Accounts();
        organization.Tracing();
        organization.Step("Recorder", "Merge", "account", 20);
        organization.Step("Recorder", "Update", "account", 20);

        Merge(master, gone, new Entity("account") { ["telephone1"] = "1" });

        var seen = organization.Traces();
        Assert.Equal("PerformParentingChecks,SubordinateId,Target,UpdateContent", seen[0]["Input"]);
        Assert.Equal(master.Id, Guid.Parse(seen[0]["Row"]));
        Assert.All(seen.Skip(1), t => Assert.EndsWith("<Merge", t["Parents"], StringComparison.Ordinal));
        Assert.Contains(seen, t => t["Message"] == "Update of account" && Guid.Parse(t["Row"]) == gone.Id);
        Assert.Contains(seen, t => t["Message"] == "Update of account" && Guid.Parse(t["Row"]) == master.Id && t["Target"] == "telephone1:1");
    }

    [Fact]
    public void ARowThatChangesHands_IsUpdatedWithMergeAboveIt()
    {
        var (master, gone) = Accounts();
        var contact = organization.Service.Create(new Entity("contact") { ["lastname"] = "Keller", ["parentcustomerid"] = gone });
        organization.Tracing();
        organization.Step("Recorder", "Update", "contact", 20, new StepOptions { FilteringColumns = "parentcustomerid", Images = [new ImageOptions("before", 0, "parentcustomerid")] });

        Merge(master, gone);

        var seen = Assert.Single(organization.Traces());
        Assert.Equal(contact, Guid.Parse(seen["Row"]));
        Assert.EndsWith("<Merge", seen["Parents"], StringComparison.Ordinal);
        Assert.StartsWith("before{parentcustomerid:", seen["Pre"], StringComparison.Ordinal);
        Assert.StartsWith("parentcustomerid:", seen["Target"], StringComparison.Ordinal);
        Assert.Equal(master.Id, Lookup("contact", contact, "parentcustomerid"));
    }

    [Fact]
    public void APlugInThatRefusesARowThatChangesHands_StopsTheMerge()
    {
        var (master, gone) = Accounts();
        var contact = organization.Service.Create(new Entity("contact") { ["lastname"] = "Keller", ["parentcustomerid"] = gone });
        organization.Step("Refuse", "Update", "contact", 20, new StepOptions { Configuration = "Stay." });

        Assert.Equal("Stay.", TestOrganization.Refused(() => Merge(master, gone)).Message);

        Assert.Equal(gone.Id, Lookup("contact", contact, "parentcustomerid"));
        Assert.Equal(0, Read(gone).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void APlugInThatRefuses_LeavesBothAsTheyWere()
    {
        var (master, gone) = Accounts();
        var contact = organization.Service.Create(new Entity("contact") { ["lastname"] = "Keller", ["parentcustomerid"] = gone });
        organization.Step("Refuse", "Merge", "account", 40, new StepOptions { Configuration = "No." });

        TestOrganization.Refused(() => Merge(master, gone));

        Assert.Equal(gone.Id, Lookup("contact", contact, "parentcustomerid"));
        Assert.Equal(0, Read(gone).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void ARowIntoItself_IsRefused() => Assert.Equal(0x80045305, CodeOf(() => Merge(Accounts().Master, new EntityReference("account", organization.Rows("account")[0].Id))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnInactiveRow_IsRefused(bool inactiveMaster)
    {
        var (master, gone) = Accounts();
        organization.Service.Update(new Entity("account", inactiveMaster ? master.Id : gone.Id) { ["statecode"] = new OptionSetValue(1) });

        Assert.Equal(0x80045304, CodeOf(() => Merge(master, gone)));
    }

    [Fact]
    public void AMasterBelowItsSubordinate_IsRefused()
    {
        var (master, gone) = Accounts();
        var between = organization.Service.Create(new Entity("account") { ["name"] = "Zwischen", ["parentaccountid"] = gone });
        organization.Service.Update(new Entity("account", master.Id) { ["parentaccountid"] = new EntityReference("account", between) });

        Assert.Equal(0x80045300, CodeOf(() => Merge(master, gone)));
    }

    // parent of master, of subordinate, asked to check | error
    [Theory]
    [InlineData("A", "B", true, 0x80045316)]
    [InlineData(null, "B", true, 0x80045317)]
    [InlineData("A", "A", true, 0u)]
    [InlineData("A", null, true, 0u)]
    [InlineData("A", "B", false, 0u)]
    public void Parents_AreComparedWhenAsked(string? ofMaster, string? ofSubordinate, bool check, uint error)
    {
        var (master, gone) = Accounts();
        var parents = new[] { "A", "B" }.ToDictionary(n => n, n => new EntityReference("account", organization.Account(n)));
        if (ofMaster is not null) organization.Service.Update(new Entity("account", master.Id) { ["parentaccountid"] = parents[ofMaster] });
        if (ofSubordinate is not null) organization.Service.Update(new Entity("account", gone.Id) { ["parentaccountid"] = parents[ofSubordinate] });

        if (error != 0u) Assert.Equal(error, CodeOf(() => Merge(master, gone, check: check)));
        else Merge(master, gone, check: check);
    }

    [Fact]
    public void AnActiveQuoteOfTheSubordinate_IsInTheWay()
    {
        var (master, gone) = Accounts();
        var quote = organization.Service.Create(new Entity("quote") { ["name"] = "Q", ["customerid"] = gone });
        organization.Service.Update(new Entity("quote", quote) { ["statecode"] = new OptionSetValue(1) });

        Assert.Equal(0x80045302, CodeOf(() => Merge(master, gone)));
    }

    [Fact]
    public void ATableThatCannotBeMerged_IsRefused()
    {
        var task = new EntityReference("task", organization.Service.Create(new Entity("task") { ["subject"] = "x" }));

        Assert.Equal(0x80100008, CodeOf(() => Merge(task, task)));
    }

    private (EntityReference Master, EntityReference Gone) Accounts() => (Row("account", "name", "Muster AG"), Row("account", "name", "Muster A.G."));

    private void Tie(string relationship, EntityReference row, params EntityReference[] others) =>
        organization.Service.Associate(row.LogicalName, row.Id, new Relationship(relationship), [.. others]);

    private void Tie(string relationship, EntityRole role, EntityReference row, params EntityReference[] others) =>
        organization.Service.Associate(row.LogicalName, row.Id, new Relationship(relationship) { PrimaryEntityRole = role }, [.. others]);

    private IEnumerable<(Guid, Guid)> Pairs(string table, string one, string two) =>
        organization.Rows(table).Select(row => (row.GetAttributeValue<Guid>(one), row.GetAttributeValue<Guid>(two))).Order();

    private EntityReference Row(string table, string column, string value)
    {
        var row = new Entity(table) { [column] = value };
        if (table == "incident") row["customerid"] = new EntityReference("account", organization.Account("Kundin"));
        return new EntityReference(table, organization.Service.Create(row));
    }

    private void Merge(EntityReference master, EntityReference gone, Entity? content = null, bool check = false) => organization.Service.Execute(
        new MergeRequest { Target = master, SubordinateId = gone.Id, UpdateContent = content ?? new Entity(master.LogicalName), PerformParentingChecks = check });

    private Entity Read(EntityReference row) => organization.Service.Retrieve(row.LogicalName, row.Id, new ColumnSet(true));

    private Guid Lookup(string table, Guid id, string column) => organization.Service.Retrieve(table, id, new ColumnSet(column)).GetAttributeValue<EntityReference>(column).Id;

    private static uint CodeOf(Action request) => unchecked((uint)TestOrganization.Refused(request).ErrorCode);
}
