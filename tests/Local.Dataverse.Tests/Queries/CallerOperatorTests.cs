using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>Operators that mean the one who asks: his rows, his teams, his unit, his people.</summary>
public sealed class CallerOperatorTests : IDisposable
{
    private readonly TestOrganization organization = new();
    private readonly Guid boss, lead, clerk, stranger, team;

    public CallerOperatorTests()
    {
        boss = organization.User("Boss");
        lead = organization.User("Lead");
        clerk = organization.User("Clerk");
        stranger = organization.User("Stranger");
        ReportsTo(lead, boss);
        ReportsTo(clerk, lead);
        team = Team("Field", clerk);
        var other = Team("Office", stranger);
        foreach (var (name, owner) in new[] { ("boss", boss), ("lead", lead), ("clerk", clerk), ("stranger", stranger) }) Account(name, new EntityReference("systemuser", owner));
        Account("field", new EntityReference("team", team));
        Account("office", new EntityReference("team", other));
    }

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData("eq-userid", "Boss", "boss")]
    [InlineData("ne-userid", "Boss", "clerk field lead office stranger")]
    [InlineData("eq-useroruserhierarchy", "Boss", "boss clerk lead")]
    [InlineData("eq-useroruserhierarchy", "Lead", "clerk lead")]
    [InlineData("eq-useroruserhierarchy", "Clerk", "clerk")]
    [InlineData("eq-useroruserhierarchyandteams", "Boss", "boss clerk field lead")]
    [InlineData("eq-useroruserhierarchyandteams", "Stranger", "office stranger")]
    [InlineData("eq-userteams", "Clerk", "field")]
    [InlineData("eq-useroruserteams", "Clerk", "clerk field")]
    public void OwnersOfTheAsker_AreFound(string comparison, string user, string expected) => Assert.Equal(expected, Found(user, $"<condition attribute='ownerid' operator='{comparison}'/>"));

    [Theory]
    [InlineData("eq-businessid", 6)]
    [InlineData("ne-businessid", 0)]
    public void TheUnitOfTheAsker_IsCompared(string comparison, int expected) =>
        Assert.Equal(expected, Found("Boss", $"<condition attribute='owningbusinessunit' operator='{comparison}'/>").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    [Theory]
    [InlineData("<condition attribute='name' operator='eq-userid'/>", 0x80040203u)]
    [InlineData("<condition attribute='ownerid' operator='eq-userid' value='x'/>", 0x80041106u)]
    [InlineData("<condition attribute='ownerid' operator='under' value='00000000-0000-0000-0000-000000000001'/>", 0x80040203u)] // an account's owner has no one hierarchy
    public void WhatDoesNotFit_IsRefused(string condition, uint code) =>
        Assert.Equal(unchecked((int)code), TestOrganization.Refused(() => Found("Boss", condition)).ErrorCode);

    [Fact]
    public void ChildrenAreCounted_RowByRow()
    {
        Guid Id(string name) => organization.Rows("account", "name", name).Single().Id;
        foreach (var child in new[] { "lead", "clerk" }) organization.Service.Update(new Entity("account", Id(child)) { ["parentaccountid"] = new EntityReference("account", Id("boss")) });
        organization.Service.Update(new Entity("account", Id("field")) { ["parentaccountid"] = new EntityReference("account", Id("lead")) });

        var rows = organization.Service.RetrieveMultiple(new FetchExpression(
            "<fetch><entity name='account'><attribute name='name'/><attribute name='accountid' alias='children' rowaggregate='CountChildren'/><order attribute='name'/></entity></fetch>")).Entities;

        Assert.Equal(["boss 2", "clerk 0", "field 0", "lead 1", "office 0", "stranger 0"], rows.Select(r => $"{r["name"]} {((AliasedValue)r["children"]).Value}"));
        Assert.Equal(unchecked((int)0x80040203), TestOrganization.Refused(() => organization.Service.RetrieveMultiple(new FetchExpression(
            "<fetch><entity name='task'><attribute name='activityid' alias='n' rowaggregate='CountChildren'/></entity></fetch>"))).ErrorCode);
    }

    private string Found(string user, string condition)
    {
        var service = organization.Dataverse.ServiceFor(user switch { "Boss" => boss, "Lead" => lead, "Clerk" => clerk, _ => stranger });
        var rows = service.RetrieveMultiple(new FetchExpression($"<fetch><entity name='account'><attribute name='name'/><order attribute='name'/><filter>{condition}</filter></entity></fetch>"));
        return string.Join(" ", rows.Entities.Select(e => e["name"]));
    }

    private void ReportsTo(Guid user, Guid manager) => organization.Service.Update(new Entity("systemuser", user) { ["parentsystemuserid"] = new EntityReference("systemuser", manager) });

    private Guid Team(string name, Guid member)
    {
        var id = organization.Write(new Entity("team") { ["name"] = name, ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId), ["teamtype"] = new OptionSetValue(0) });
        var role = organization.Rows("role", "name", "System Administrator").Single().Id;
        organization.Service.Associate("team", id, new Relationship("teamroles_association"), [new EntityReference("role", role)]);
        organization.Service.Associate("team", id, new Relationship("teammembership_association"), [new EntityReference("systemuser", member)]);
        return id;
    }

    private void Account(string name, EntityReference owner) => organization.Service.Create(new Entity("account") { ["name"] = name, ["ownerid"] = owner });
}
