using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class TeamMemberTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void MembersThatAreAdded_AreListedUntilTheyAreRemoved()
    {
        var team = organization.Service.Create(new Entity("team") { ["name"] = "Verkauf Nord", ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId) });
        var (anna, bruno) = (organization.User("Anna"), organization.User("Bruno"));

        organization.Service.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [bruno, anna] });
        Assert.Equal(["Anna Muster", "Bruno Muster"], Members(team));

        organization.Service.Execute(new RemoveMembersTeamRequest { TeamId = team, MemberIds = [anna] });
        Assert.Equal(["Bruno Muster"], Members(team));
    }

    private string[] Members(Guid team) =>
    [
        .. ((RetrieveMembersTeamResponse)organization.Service.Execute(new RetrieveMembersTeamRequest { EntityId = team, MemberColumnSet = new ColumnSet("fullname") }))
            .EntityCollection.Entities.Select(e => e.GetAttributeValue<string>("fullname")),
    ];
}
