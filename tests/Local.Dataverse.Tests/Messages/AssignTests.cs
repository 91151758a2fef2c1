using System;
using System.Collections.Generic;
using Local.Dataverse.Tests.Import;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

/// <summary>Who owns what after a row got another owner.</summary>
public sealed class AssignTests : IDisposable
{
    private readonly TestOrganization organization = new();
    private readonly EntityReference team;
    private readonly Guid group, subsidiary, contact, task, order;

    public AssignTests()
    {
        team = new EntityReference("team", Create("team", ("name", "Key accounts"), ("businessunitid", new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId))));
        // A team owns what its roles let it read.
        organization.Service.Associate("team", team.Id, new Relationship("teamroles_association"), [new EntityReference("role", organization.Rows("role", "name", "System Administrator")[0].Id)]);
        group = organization.Account("Muster Holding");
        subsidiary = Create("account", ("name", "Muster AG"), ("parentaccountid", new EntityReference("account", group)));
        contact = Create("contact", ("lastname", "Muster"), ("parentcustomerid", new EntityReference("account", subsidiary)));
        task = Create("task", ("subject", "Call"), ("regardingobjectid", new EntityReference("account", group)));
        order = Create("account", ("name", "Other AG"));
    }

    public void Dispose() => organization.Dispose();

    [Fact]
    public void AnAssignedRow_TakesItsChildrenAlongAtEveryLevel()
    {
        organization.Service.Execute(new AssignRequest { Target = new EntityReference("account", group), Assignee = team });

        Assert.Equal([team.Id, team.Id, team.Id, team.Id], Owners());
        Assert.Equal(organization.Dataverse.AdministratorId, OwnerOf("account", order));
    }

    [Fact]
    public void AnOwnerWrittenByAnUpdate_DoesTheSame()
    {
        organization.Service.Update(new Entity("account", group) { ["ownerid"] = team });

        Assert.Equal([team.Id, team.Id, team.Id, team.Id], Owners());
    }

    [Fact]
    public void TheSameOwnerAgain_LeavesTheChildrenWithTheirs()
    {
        organization.Service.Execute(new AssignRequest { Target = new EntityReference("contact", contact), Assignee = team });

        organization.Service.Update(new Entity("account", group) { ["ownerid"] = new EntityReference("systemuser", organization.Dataverse.AdministratorId) });

        Assert.Equal(team.Id, OwnerOf("contact", contact));
    }

    [Fact]
    public void AStepOnAssignOfAChild_CanRefuseAll()
    {
        organization.Step("Refuse", "Assign", "contact", 20, new StepOptions { Configuration = "Not this one." });

        var fault = TestOrganization.Refused(() => organization.Service.Execute(new AssignRequest { Target = new EntityReference("account", group), Assignee = team }));

        Assert.Equal("Not this one.", fault.Message);
        Assert.DoesNotContain(team.Id, Owners());
    }

    [Fact]
    public void RowsThatStandAboveEachOther_AreGoneThroughOnce()
    {
        organization.Dataverse.ImportSolution(new TestSolution
        {
            MoreColumns = TestSolution.Column("tst_ParentId", "lookup"),
            MoreRelationships = TestSolution.OneToMany("tst_machine_parent", "tst_Machine", "tst_Machine", "tst_ParentId", "RemoveLink")
                .Replace("<CascadeAssign>NoCascade", "<CascadeAssign>Cascade", StringComparison.Ordinal),
            WithStep = false,
        }.Zip());
        var one = Create("tst_machine", ("tst_name", "1"));
        var two = Create("tst_machine", ("tst_name", "2"), ("tst_parentid", new EntityReference("tst_machine", one)));
        organization.Service.Update(new Entity("tst_machine", one) { ["tst_parentid"] = new EntityReference("tst_machine", two) });

        organization.Service.Execute(new AssignRequest { Target = new EntityReference("tst_machine", one), Assignee = team });

        Assert.Equal((team.Id, team.Id), (OwnerOf("tst_machine", one), OwnerOf("tst_machine", two)));
    }

    [Fact]
    public void AContactAboveItself_IsRefused()
    {
        var assistant = Create("contact", ("lastname", "Assistant"), ("parentcustomerid", new EntityReference("contact", contact)));

        var fault = TestOrganization.Refused(() => organization.Service.Update(new Entity("contact", contact) { ["parentcustomerid"] = new EntityReference("contact", assistant) }));

        Assert.Equal(unchecked((int)0x8004050A), fault.ErrorCode);
        Assert.Equal(subsidiary, organization.Service.Retrieve("contact", contact, new ColumnSet("parentcustomerid")).GetAttributeValue<EntityReference>("parentcustomerid").Id);
    }

    [Fact]
    public void AnAccountAboveItself_IsRefused()
    {
        Refused(group, group);
        Refused(group, subsidiary);
        organization.Service.Update(new Entity("account", subsidiary) { ["parentaccountid"] = new EntityReference("account", order) });

        void Refused(Guid child, Guid parent)
        {
            var fault = TestOrganization.Refused(() => organization.Service.Update(new Entity("account", child) { ["parentaccountid"] = new EntityReference("account", parent) }));
            Assert.Equal(unchecked((int)0x80040507), fault.ErrorCode);
            Assert.False(organization.Service.Retrieve("account", child, new ColumnSet("parentaccountid")).Contains("parentaccountid"));
        }
    }

    private List<Guid> Owners() => [OwnerOf("account", group), OwnerOf("account", subsidiary), OwnerOf("contact", contact), OwnerOf("task", task)];

    private Guid OwnerOf(string table, Guid id) => organization.Service.Retrieve(table, id, new ColumnSet("ownerid")).GetAttributeValue<EntityReference>("ownerid").Id;

    private Guid Create(string table, params (string Column, object Value)[] values)
    {
        var row = new Entity(table);
        foreach (var (column, value) in values) row[column] = value;
        return organization.Service.Create(row);
    }
}
