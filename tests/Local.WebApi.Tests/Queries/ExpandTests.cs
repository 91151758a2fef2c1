using System.Collections.Generic;
using System.Linq;
using Local.WebApi.Queries;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

public sealed class ExpandTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public ExpandTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    // What was expanded under a row, by the name in the URL.
    private static IReadOnlyList<Entity> Under(Entity row, Projection projection, string name)
    {
        var expansion = projection.Expansions.Single(e => e.Navigation.Name == name);
        return row.RelatedEntities.TryGetValue(expansion.Navigation.Key, out var related) ? related.Entities : [];
    }

    [Fact]
    public void ALookup_StandsUnderItsRow_AndNothingWhereItIsEmpty()
    {
        var plan = rows.Plan("accounts?$select=name&$expand=primarycontactid($select=firstname)&$orderby=name");
        var found = plan.Read(rows.Service).Rows;

        Assert.Equal("50%:Cai Alpina:Ann Bergbahn:Bea Chäserei: O'Neil:Ann", string.Join(' ', found.Select(r =>
            $"{r.GetAttributeValue<string>("name").Split(' ')[0]}:{SampleRows.Names(Under(r, plan.Projection, "primarycontactid"), "firstname")}")));
        Assert.Equal("accounts(name,primarycontactid(firstname))", plan.Context);
        Assert.Equal(rows.Ann, Under(found[1], plan.Projection, "primarycontactid").Single().Id);
    }

    [Fact]
    public void LookupsOfLookups_StandUnderEachOther()
    {
        var plan = rows.Plan("accounts?$select=name&$expand=parentaccountid($select=name;$expand=parentaccountid($select=name;$expand=primarycontactid($select=lastname)))&$filter=name eq 'O''Neil'");
        var parent = Under(plan.Read(rows.Service).Rows.Single(), plan.Projection, "parentaccountid").Single();
        var inner = plan.Projection.Expansions[0].Projection;
        var grandparent = Under(parent, inner, "parentaccountid").Single();

        Assert.Equal("Bergbahn", parent["name"]);
        Assert.Equal("Alpina", grandparent["name"]);
        Assert.Equal("Amsler", Under(grandparent, inner.Expansions[0].Projection, "primarycontactid").Single()["lastname"]);
        Assert.Equal("accounts(name,parentaccountid(name,parentaccountid(name,primarycontactid(lastname))))", plan.Context);
    }

    [Theory]
    [InlineData("Account_Tasks($select=subject;$orderby=subject)", "50%: Alpina:Call,Visit Bergbahn:Offer Chäserei: O'Neil:")]
    [InlineData("Account_Tasks($select=subject;$orderby=subject desc)", "50%: Alpina:Visit,Call Bergbahn:Offer Chäserei: O'Neil:")]
    [InlineData("Account_Tasks($select=subject;$filter=actualdurationminutes gt 30;$orderby=subject)", "50%: Alpina:Visit Bergbahn:Offer Chäserei: O'Neil:")]
    [InlineData("Account_Tasks($select=subject;$orderby=scheduledend desc;$top=1)", "50%: Alpina:Visit Bergbahn:Offer Chäserei: O'Neil:")]
    [InlineData("Account_Tasks($select=subject;$filter=contains(subject,';') or contains(subject,'a');$orderby=subject)", "50%: Alpina:Call Bergbahn: Chäserei: O'Neil:")]
    public void ACollection_StandsUnderEachOfItsRows(string expand, string expected)
    {
        var plan = rows.Plan($"accounts?$select=name&$orderby=name&$expand={expand}");
        var found = plan.Read(rows.Service).Rows;

        Assert.Equal(expected, string.Join(' ', found.Select(r =>
            $"{r.GetAttributeValue<string>("name").Split(' ')[0]}:{SampleRows.Names(Under(r, plan.Projection, "Account_Tasks"), "subject").Replace(' ', ',')}")));
    }

    [Fact]
    public void CollectionsInCollectionsAndLookups_TakeOneQueryALevel()
    {
        var plan = rows.Plan("accounts?$select=name&$orderby=name&$expand=parentaccountid($select=name;$expand=Account_Tasks($select=subject))," +
            "contact_customer_accounts($select=firstname;$expand=Contact_Tasks($select=subject),account_primary_contact($select=name))");
        var queries = 0;
        RowsPage page;
        using (rows.Dataverse.ObserveRequests(request => queries += request.MessageName == "RetrieveMultiple" ? 1 : 0)) page = plan.Read(rows.Service);

        Assert.Equal(5, queries);
        var alpina = page.Rows[1];
        var contacts = plan.Projection.Expansions.Single(e => e.Navigation.IsCollection).Projection;
        var ann = Under(alpina, plan.Projection, "contact_customer_accounts").Single(c => c.Id == rows.Ann);
        Assert.Equal("Greet", SampleRows.Names(Under(ann, contacts, "Contact_Tasks"), "subject"));
        Assert.Equal("Alpina O'Neil", string.Join(' ', Under(ann, contacts, "account_primary_contact").Select(a => (string)a["name"]).Order()));
        var parent = Under(page.Rows[2], plan.Projection, "parentaccountid").Single();
        Assert.Equal("Call Visit", string.Join(' ', Under(parent, plan.Projection.Expansions[0].Projection, "Account_Tasks").Select(t => (string)t["subject"]).Order()));
    }

    [Fact]
    public void ManyToMany_StandsUnderItsRows()
    {
        var team = rows.Service.Create(new Entity("team") { ["name"] = "Guides", ["businessunitid"] = new EntityReference("businessunit", rows.Dataverse.RootBusinessUnitId) });
        rows.Service.Associate("team", team, new Relationship("teammembership_association"), [new EntityReference("systemuser", rows.Dataverse.AdministratorId)]);

        var plan = rows.Plan($"teams?$select=name&$filter=name eq 'Guides'&$expand=teammembership_association($select=systemuserid)");
        Assert.Equal(rows.Dataverse.AdministratorId, Under(plan.Read(rows.Service).Rows.Single(), plan.Projection, "teammembership_association").Single().Id);
        Assert.Equal(rows.Dataverse.AdministratorId, rows.Ask($"teams({team})/teammembership_association?$select=systemuserid").Rows.Single().Id);
        Assert.Single(rows.Ask("teams?$filter=teammembership_association/any(u:u/lastname ne null) and name eq 'Guides'").Rows);
    }

    [Fact]
    public void AFilterOfALookup_HidesTheRowUnder_NotTheRow()
    {
        var plan = rows.Plan("accounts?$select=name&$orderby=name&$expand=primarycontactid($select=firstname;$filter=firstname eq 'Ann')&$filter=primarycontactid/firstname ne null");

        Assert.Equal(["50%:", "Alpina:Ann", "Bergbahn:", "O'Neil:Ann"], plan.Read(rows.Service).Rows.Select(r =>
            $"{r.GetAttributeValue<string>("name").Split(' ')[0]}:{SampleRows.Names(Under(r, plan.Projection, "primarycontactid"), "firstname")}"));
    }

    [Fact]
    public void References_AreJustThat()
    {
        var plan = rows.Plan("accounts?$select=name&$expand=primarycontactid/$ref&$filter=name eq 'Alpina'");

        Assert.Equal("accounts(name,primarycontactid,primarycontactid/$ref())", plan.Context);
        Assert.Equal(["name", "primarycontactid"], plan.Projection.Columns!.Select(c => c.LogicalName));
        Assert.True(plan.Projection.Expansions.Single().ReferencesOnly);
        Assert.Equal(rows.Ann, Under(plan.Read(rows.Service).Rows.Single(), plan.Projection, "primarycontactid").Single().Id);
    }

    [Fact]
    public void AnOwner_IsTheUserOrTheTeam()
    {
        var plan = rows.Plan("accounts?$select=name&$expand=ownerid&$filter=name eq 'Alpina'");
        var owner = Under(plan.Read(rows.Service).Rows.Single(), plan.Projection, "ownerid").Single();

        Assert.Equal(("systemuser", rows.Dataverse.AdministratorId), (owner.LogicalName, owner.Id));
    }

    [Fact]
    public void OneRow_IsRetrieved_WithWhatIsExpanded()
    {
        var plan = rows.Plan($"accounts({rows.Alpina})?$select=name&$expand=primarycontactid($select=firstname),Account_Tasks($select=subject)");
        var row = plan.Read(rows.Service).Rows.Single();

        Assert.True(plan.IsSingle);
        Assert.Equal("accounts(name,primarycontactid(firstname),Account_Tasks(subject))/$entity", plan.Context);
        Assert.Equal("Ann", Under(row, plan.Projection, "primarycontactid").Single()["firstname"]);
        Assert.Equal(2, Under(row, plan.Projection, "Account_Tasks").Count);
    }

    [Fact]
    public void NestedCollections_ArePaged_AndTheirLinksGoOn()
    {
        var plan = rows.Plan("accounts?$select=name&$filter=name eq 'Alpina'&$expand=Account_Tasks($select=subject;$expand=owninguser($select=systemuserid))", pageSize: 1);
        var row = plan.Read(rows.Service).Rows.Single();
        var expansion = plan.Projection.Expansions.Single();
        var tasks = row.RelatedEntities[expansion.Navigation.Key];

        Assert.True(expansion.IsPaged);
        Assert.True(tasks.MoreRecords);
        var next = rows.Ask($"accounts({rows.Alpina})/Account_Tasks?{expansion.Link}&$skiptoken={tasks.PagingCookie}", pageSize: 1);
        Assert.Equal(["Call", "Visit"], tasks.Entities.Concat(next.Rows).Select(t => (string)t["subject"]).Order());
    }

    [Theory]
    [InlineData("primarycontactid($orderby=firstname)", "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.")]
    [InlineData("primarycontactid($top=1)", "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.")]
    [InlineData("Account_Tasks($top=1;$expand=owninguser)", "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.")]
    [InlineData("primarycontactid($expand=Contact_Tasks($orderby=subject))", "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.")]
    [InlineData("Account_Tasks/$ref", "Expand with $ref is only supported on lookup type navigation property.")]
    [InlineData("Account_Tasks($skip=1)", "Skip Clause is not supported in CRM")]
    [InlineData("parentaccountid($levels=2)", "The query option '$levels' is not supported in $expand.")]
    [InlineData("Account_Tasks($count=true)", "The query option '$count' is not supported in $expand.")]
    [InlineData("primarycontact", "Could not find a property named 'primarycontact' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("primarycontactid($select=name)", "Could not find a property named 'name' on type 'Microsoft.Dynamics.CRM.contact'.")]
    public void WhatExpandDoesNotDo_IsRefused(string expand, string message) => Assert.Equal(message, rows.Refused(0x80060888, $"accounts?$expand={expand}"));

    [Fact]
    public void MoreThanFifteenExpands_AreRefused()
    {
        var names = rows.Dataverse.Schema.ChildrenOf("account").Select(r => r.SchemaName).Distinct().Take(16).ToList();

        Assert.Equal(16, names.Count);
        rows.Refused(0x80060888, "accounts?$expand=" + string.Join(',', names));
        var deep = string.Concat(Enumerable.Repeat("parentaccountid($expand=", 30)) + "parentaccountid" + new string(')', 30);
        rows.Refused(0x80060888, "accounts?$expand=" + deep);
    }
}
