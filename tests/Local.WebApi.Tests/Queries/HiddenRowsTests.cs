using System;
using System.Linq;
using System.ServiceModel;
using Local.WebApi.Queries;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>A user who may read all accounts and only his own contacts, of which he has none: no query tells him anything of the others'.</summary>
public sealed class HiddenRowsTests : IDisposable
{
    private readonly SampleRows rows = new();
    private readonly IOrganizationService reader;

    public HiddenRowsTests() => reader = rows.Dataverse.ServiceFor(User(("prvReadAccount", PrivilegeDepth.Global), ("prvReadContact", PrivilegeDepth.Basic)));

    public void Dispose() => rows.Dispose();

    [Theory]
    [InlineData("accounts?$select=name&$filter=primarycontactid/firstname eq 'Ann'", "")]
    [InlineData("accounts?$select=name&$orderby=name&$filter=primarycontactid/firstname ne 'Ann'", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("accounts?$select=name&$orderby=name&$filter=not (primarycontactid/firstname eq 'Ann')", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("accounts?$select=name&$orderby=name&$filter=primarycontactid/firstname eq null", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("accounts?$select=name&$filter=contact_customer_accounts/any()", "")]
    [InlineData("accounts?$select=name&$filter=contact_customer_accounts/any(c:c/firstname ne 'Ann')", "")]
    [InlineData("accounts?$select=name&$orderby=name&$filter=contact_customer_accounts/all(c:c/firstname eq 'Zoe')", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("accounts?$select=name&$filter=account_parent_account/any(c:c/primarycontactid/firstname eq 'Bea')", "")]
    [InlineData("accounts?$select=name&$filter=primarycontactid/Microsoft.Dynamics.CRM.On(PropertyName='birthdate',PropertyValue='1980-05-17')", "")]
    [InlineData("contacts?$select=fullname", "")]
    public void AFilter_MeetsNoHiddenRow(string url, string names) => Assert.Equal(names, SampleRows.Names(Ask(url)));

    [Fact]
    public void Expands_HoldNoHiddenRow()
    {
        var page = Ask("accounts?$select=name&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=fullname)");

        Assert.Equal(5, page.Rows.Count);
        Assert.All(page.Rows, r => Assert.All(r.RelatedEntities.Values, related => Assert.Empty(related.Entities)));
    }

    [Fact]
    public void Groups_TellNothingOfHiddenRows()
    {
        var group = Assert.Single(Ask("accounts?$apply=groupby((primarycontactid/firstname),aggregate($count as n))").Rows);
        Assert.Equal(5, ((AliasedValue)group["n"]).Value);
        Assert.False(group.Contains("contact_firstname"));
        Assert.Equal(0, Ask("contacts/$count").Count);
    }

    [Fact]
    public void Paths_LeadToNoHiddenRow()
    {
        Assert.Empty(Ask($"accounts({rows.Alpina})/primarycontactid").Rows);
        Assert.Empty(Ask($"accounts({rows.Alpina})/contact_customer_accounts").Rows);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Ask($"contacts({rows.Ann})"));
    }

    [Fact]
    public void ATableOneMayNotReadAtAll_IsDenied()
    {
        var stranger = rows.Dataverse.ServiceFor(User(("prvReadAccount", PrivilegeDepth.Global)));
        foreach (var url in new[] { "contacts", "accounts?$expand=primarycontactid", "accounts?$filter=primarycontactid/firstname eq 'Ann'", "accounts?$filter=contact_customer_accounts/any()" })
        {
            var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => rows.Plan(url).Read(stranger));
            Assert.Equal(unchecked((int)0x80040220), fault.Detail.ErrorCode);
            Assert.DoesNotContain("Ann", fault.Message, StringComparison.Ordinal);
        }
    }

    private RowsPage Ask(string url) => rows.Plan(url).Read(reader);

    private Guid User(params (string Privilege, PrivilegeDepth Depth)[] privileges)
    {
        var unit = rows.Dataverse.RootBusinessUnitId;
        var role = rows.Service.Create(new Entity("role") { ["name"] = "Reader", ["businessunitid"] = new EntityReference("businessunit", unit) });
        rows.Service.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = privileges.Select(p => new RolePrivilege(p.Depth, PrivilegeOf(p.Privilege), unit)).ToArray() });
        var user = rows.Service.Create(new Entity("systemuser")
        {
            ["firstname"] = "Rea",
            ["lastname"] = "Der",
            ["domainname"] = $"{Guid.NewGuid():N}@local",
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        rows.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return user;
    }

    private Guid PrivilegeOf(string name)
    {
        var query = new QueryExpression("privilege");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        return rows.Service.RetrieveMultiple(query).Entities.Single().Id;
    }
}
