using System;
using System.Linq;
using Local.Dataverse.Security;
using Local.Dataverse.Tests.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>One account of the caller with a contact, one of somebody else with another: no query and no refusal tells of the other's.</summary>
public sealed class LeakageTests : IDisposable
{
    private readonly SecuredOrganization organization = new();
    private readonly Guid user, own, hidden, ownContact, hiddenContact;

    public LeakageTests()
    {
        var role = organization.Role(PrivilegeGrant.Basic, "prvReadAccount", "prvReadContact", "prvReadOrder", "prvReadActivity", "prvWriteAccount", "prvCreateContact", "prvAppendContact", "prvAppendToAccount");
        user = organization.User(organization.North, role);
        var other = organization.User(organization.South, role);
        own = organization.Account(user);
        hidden = organization.Account(other);
        organization.Admin.Update(new Entity("account", own) { ["revenue"] = new Money(10m) });
        organization.Admin.Update(new Entity("account", hidden) { ["revenue"] = new Money(500m) });
        ownContact = Contact(user, own);
        hiddenContact = Contact(other, hidden);
    }

    private IOrganizationService Service => organization.Dataverse.ServiceFor(user);

    [Theory]
    [InlineData(JoinOperator.Inner)]
    [InlineData(JoinOperator.Exists)]
    [InlineData(JoinOperator.In)]
    [InlineData(JoinOperator.MatchFirstRowUsingCrossApply)]
    [InlineData(JoinOperator.Any)]
    public void ALink_MeetsNoHiddenRow(JoinOperator join)
    {
        // A contact of the caller's below the hidden account.
        var below = Contact(user, hidden);
        var query = new QueryExpression("contact");
        query.AddLink("account", "parentcustomerid", "accountid", join);

        var found = Service.RetrieveMultiple(query).Entities.Select(e => e.Id).ToList();

        Assert.Contains(ownContact, found);
        Assert.DoesNotContain(below, found);
    }

    [Fact]
    public void AnOuterLink_LeavesTheHiddenSideEmpty()
    {
        var below = Contact(user, hidden);
        var query = new QueryExpression("contact");
        query.AddLink("account", "parentcustomerid", "accountid", JoinOperator.LeftOuter).Columns = new ColumnSet("name");

        var row = Service.RetrieveMultiple(query).Entities.Single(e => e.Id == below);

        Assert.DoesNotContain(row.Attributes.Keys, k => k.EndsWith(".name", StringComparison.Ordinal));
    }

    [Fact]
    public void FiguresCountAndTotals_LeaveHiddenRowsOut()
    {
        var sum = Service.RetrieveMultiple(new FetchExpression(
            "<fetch aggregate='true'><entity name='account'><attribute name='revenue' alias='s' aggregate='sum'/><attribute name='accountid' alias='n' aggregate='count'/></entity></fetch>")).Entities.Single();
        Assert.Equal(10m, ((Money)((AliasedValue)sum["s"]).Value).Value);
        Assert.Equal(1, ((AliasedValue)sum["n"]).Value);

        var counted = Service.RetrieveMultiple(new QueryExpression("account") { PageInfo = new PagingInfo { Count = 10, PageNumber = 1, ReturnTotalRecordCount = true } });
        Assert.Equal(1, counted.TotalRecordCount);
    }

    [Fact]
    public void AConditionOnALinkedHiddenRow_TellsNothing()
    {
        Contact(user, hidden);
        var query = new QueryExpression("contact");
        query.AddLink("account", "parentcustomerid", "accountid").LinkCriteria.AddCondition("revenue", ConditionOperator.GreaterThan, 100m);

        Assert.Empty(Service.RetrieveMultiple(query).Entities);
    }

    [Fact]
    public void LinesFollowTheirOrder_AndActivitiesTheirOwner()
    {
        var order = organization.Admin.Create(new Entity("salesorder") { ["name"] = "O", ["customerid"] = new EntityReference("account", hidden) });
        var line = organization.Admin.Create(new Entity("salesorderdetail")
        {
            ["salesorderid"] = new EntityReference("salesorder", order),
            ["isproductoverridden"] = true,
            ["productdescription"] = "Sensor",
            ["quantity"] = 1m,
            ["priceperunit"] = new Money(5m),
        });
        var task = organization.Admin.Create(new Entity("task") { ["subject"] = "T" });
        Assert.Empty(organization.Seen(user, "salesorderdetail"));
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => Service.Retrieve("salesorderdetail", line, new ColumnSet())));
        Assert.DoesNotContain(task, organization.Seen(user, "activitypointer"));

        foreach (var (table, id) in new[] { ("salesorder", order), ("task", task) })
        {
            organization.Admin.Update(new Entity(table, id) { ["ownerid"] = new EntityReference("systemuser", user) });
        }

        Assert.Equal([line], organization.Seen(user, "salesorderdetail"));
        Assert.Contains(task, organization.Seen(user, "activitypointer"));
    }

    [Fact]
    public void PairsOfHiddenRows_AreHidden()
    {
        using (var zip = new TestSolution { WithStep = false }.Zip()) organization.Dataverse.ImportSolution(zip);
        organization.Give("systemuser", user, new Guid(TestSolution.RoleId));
        var machine = organization.Admin.Create(new Entity("tst_machine") { ["tst_name"] = "Press" });
        organization.Admin.Associate("tst_machine", machine, new Relationship("tst_machine_contact"), [new EntityReference("contact", ownContact), new EntityReference("contact", hiddenContact)]);

        var pairs = Service.RetrieveMultiple(new QueryExpression("tst_machine_contact") { ColumnSet = new ColumnSet("contactid") }).Entities;

        Assert.Equal([ownContact], pairs.Select(p => p.GetAttributeValue<Guid>("contactid")));
    }

    [Fact]
    public void ARefusal_NamesTheRowByIdAlone()
    {
        var fault = SecuredOrganization.Refused(() => Service.Retrieve("account", hidden, new ColumnSet("name")));

        Assert.Equal(SecuredOrganization.AccessDenied, fault.ErrorCode);
        Assert.Equal($"Principal with id {user} does not have ReadAccess right(s) for record with id {hidden} of entity account", fault.Message);
    }

    [Fact]
    public void ARowThatIsNotThere_IsSaidNotToBe() =>
        Assert.Equal(SecuredOrganization.DoesNotExist, SecuredOrganization.Code(() => Service.Retrieve("account", Guid.NewGuid(), new ColumnSet("name"))));

    [Fact]
    public void ALookup_AppendsToARowTheCallerReaches_AndToNoOther()
    {
        Service.Create(new Entity("contact") { ["lastname"] = "A", ["parentcustomerid"] = new EntityReference("account", own) });

        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => Service.Create(new Entity("contact") { ["lastname"] = "B", ["parentcustomerid"] = new EntityReference("account", hidden) })));
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => Service.Update(new Entity("account", own) { ["primarycontactid"] = new EntityReference("contact", ownContact) })));
    }

    [Fact]
    public void TyingRowsTogether_NeedsAppendOnBothTables()
    {
        using (var zip = new TestSolution { WithStep = false }.Zip()) organization.Dataverse.ImportSolution(zip);
        organization.Give("systemuser", user, new Guid(TestSolution.RoleId));
        var machine = organization.Admin.Create(new Entity("tst_machine") { ["tst_name"] = "Press" });
        void Tie() => Service.Associate("tst_machine", machine, new Relationship("tst_machine_contact"), [new EntityReference("contact", ownContact)]);

        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(Tie));
        organization.Give("systemuser", user, organization.Role(PrivilegeGrant.Global, "prvAppendtst_Machine"));

        Assert.Equal(0, SecuredOrganization.Code(Tie));
    }

    [Theory]
    [InlineData("ImportSolution")]
    [InlineData("PublishAllXml")]
    public void CustomisingTheOrganization_NeedsItsPrivilege(string message) =>
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => Service.Execute(new OrganizationRequest(message))));

    [Fact]
    public void GivingARole_NeedsItsPrivilege() => Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => Service.Associate(
        "systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", organization.Role(PrivilegeGrant.Global, "prvReadLead"))])));

    [Fact]
    public void ABatch_IsHeldToTheRightsOfItsCaller() => Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() =>
        Service.Execute(new Microsoft.Xrm.Sdk.Messages.ExecuteTransactionRequest
        {
            Requests = [new AssignRequest { Target = new EntityReference("account", hidden), Assignee = new EntityReference("systemuser", user) }],
        })));

    private Guid Contact(Guid owner, Guid account) => organization.Admin.Create(new Entity("contact")
    {
        ["lastname"] = organization.Name(),
        ["ownerid"] = new EntityReference("systemuser", owner),
        ["parentcustomerid"] = new EntityReference("account", account),
    });

    public void Dispose() => organization.Dispose();
}
