using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Tests.ValueInsights;

/// <summary>Somebody who has roles of the solution and no other.</summary>
internal sealed class Member
{
    private readonly Crm crm;

    public Member(Crm crm, params string[] roles)
    {
        this.crm = crm;
        Id = crm.Create(new Entity("systemuser")
        {
            ["firstname"] = "Mia",
            ["lastname"] = string.Join(" and ", roles),
            ["domainname"] = string.Join(".", roles) + "@local",
            ["businessunitid"] = new EntityReference("businessunit", crm.Organisation.RootBusinessUnitId),
        });
        foreach (var role in roles) Associate("systemuserroles_association", Find("role", role));
        Service = crm.Organisation.ServiceFor(Id);
    }

    public Guid Id { get; }

    public IOrganizationService Service { get; }

    /// <summary>Becomes a member of a column security profile.</summary>
    public void Join(string profile) => Associate("systemuserprofiles_association", Find("fieldsecurityprofile", profile));

    /// <summary>Is given a row.</summary>
    public Guid Given(string table, Guid id)
    {
        crm.Service.Update(new Entity(table, id) { ["ownerid"] = new EntityReference("systemuser", Id) });
        return id;
    }

    /// <summary>An account of the member's own, with a year of orders.</summary>
    public Guid Customer()
    {
        var account = Given(AccountRow.Table, crm.Account("Meier AG"));
        crm.Order(account, Crm.Day(2026, 3, 2), 60_000m, 36_000m);
        crm.Order(account, Crm.Day(2025, 2, 3), 50_000m, 30_000m);
        return account;
    }

    /// <summary>Calls a custom API.</summary>
    public OrganizationResponse Call(string name, params (string Name, object Value)[] parameters)
    {
        var request = new OrganizationRequest(name);
        foreach (var (parameter, value) in parameters) request[parameter] = value;
        return Service.Execute(request);
    }

    public Entity Read(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    private EntityReference Find(string table, string name)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet("name") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        return crm.Service.RetrieveMultiple(query).Entities.Single().ToEntityReference();
    }

    private void Associate(string relationship, EntityReference row) => crm.Service.Associate("systemuser", Id, new Relationship(relationship), [row]);
}
