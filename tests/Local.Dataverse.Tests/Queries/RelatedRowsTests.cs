using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>A row comes with the rows it is tied to when Retrieve asks for them.</summary>
public sealed class RelatedRowsTests : IDisposable
{
    private readonly TestOrganization organization = new();
    private readonly Guid group, shop;

    public RelatedRowsTests()
    {
        group = organization.Account("Group");
        shop = organization.Service.Create(new Entity("account") { ["name"] = "Shop", ["parentaccountid"] = new EntityReference("account", group) });
        foreach (var (name, account) in new[] { ("Ann", shop), ("Bob", shop), ("Cyd", group) })
        {
            organization.Service.Create(new Entity("contact") { ["lastname"] = name, ["parentcustomerid"] = new EntityReference("account", account) });
        }
    }

    public void Dispose() => organization.Dispose();

    [Fact]
    public void RowsOfTheManySide_AreThoseThatPointToIt()
    {
        var query = new QueryExpression("contact") { ColumnSet = new ColumnSet("lastname"), Criteria = { FilterOperator = LogicalOperator.Or } };
        query.Criteria.AddCondition("lastname", ConditionOperator.Equal, "Bob");
        query.Criteria.AddCondition("lastname", ConditionOperator.Equal, "Cyd");

        Assert.Equal("Bob", Related(shop, new Relationship("contact_customer_accounts"), query, "lastname"));
        // The query that was sent stays as it was.
        Assert.Equal(2, organization.Service.RetrieveMultiple(query).Entities.Count);
    }

    [Fact]
    public void OfAHierarchy_TheRoleSaysWhichWay()
    {
        QueryExpression Accounts() => new("account") { ColumnSet = new ColumnSet("name") };

        Assert.Equal("Shop", Related(group, new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referenced }, Accounts(), "name"));
        Assert.Equal("Group", Related(shop, new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referencing }, Accounts(), "name"));
        Assert.Equal("", Related(group, new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referencing }, Accounts(), "name"));
    }

    [Fact]
    public void OfPairs_ItIsTheOthers()
    {
        var teams = new FetchExpression("<fetch><entity name='team'><attribute name='name'/></entity></fetch>");

        var row = Retrieve("systemuser", organization.Dataverse.AdministratorId, new Relationship("teammembership_association"), teams);

        Assert.Single(row.RelatedEntities.Single().Value.Entities);
    }

    [Fact]
    public void WhatIsNotTied_IsRefused()
    {
        int Code(string relationship, string table) => TestOrganization.Refused(() => Related(shop, new Relationship(relationship), new QueryExpression(table), "name")).ErrorCode;

        Assert.Equal(unchecked((int)0x80040203), Code("nosuch", "contact"));
        Assert.Equal(unchecked((int)0x80040203), Code("contact_customer_accounts", "task"));
        Assert.Equal(unchecked((int)0x80040203), Code("account_parent_account", "account"));
        Assert.Equal(unchecked((int)0x80040203), Code("teammembership_association", "team"));
    }

    private string Related(Guid account, Relationship relationship, QueryBase query, string column) =>
        string.Join(" ", Retrieve("account", account, relationship, query).RelatedEntities[relationship].Entities.Select(e => e[column]));

    private Entity Retrieve(string table, Guid id, Relationship relationship, QueryBase query) => ((RetrieveResponse)organization.Service.Execute(new RetrieveRequest
    {
        Target = new EntityReference(table, id),
        ColumnSet = new ColumnSet(false),
        RelatedEntitiesQuery = new RelationshipQueryCollection { { relationship, query } },
    })).Entity;
}
