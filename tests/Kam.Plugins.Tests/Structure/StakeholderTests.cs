using System;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

public sealed class StakeholderTests : IDisposable
{
    private readonly Crm crm;
    private readonly Member manager;
    private readonly Guid account;

    public StakeholderTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
        account = manager.Given(AccountRow.Table, crm.Account("Meier AG"));
    }

    public void Dispose() => crm.Dispose();

    private EntityReference Contact(string lastName) => new(ContactRow.Table, manager.Given(ContactRow.Table, crm.Create(new ContactRow { FirstName = "Anna", LastName = lastName })));

    private Guid Add(string name, StakeholderRoleChoice role, int influence, int relationship, int? attitude = null, Guid? reportsTo = null) => manager.Service.Create(new StakeholderRow
    {
        AccountId = new EntityReference(AccountRow.Table, account),
        ContactId = Contact(name),
        Role = role,
        Influence = influence,
        Relationship = relationship,
        Attitude = attitude,
        ReportsToId = reportsTo is { } id ? new EntityReference(StakeholderRow.Table, id) : null,
    });

    [Fact]
    public void TheMap_SaysWhomWeReach_WhoIsMissing_AndWhoEverythingHangsOn()
    {
        var decider = Add("Decider", StakeholderRoleChoice.Decider, 5, 2, -1);
        var user = Add("User", StakeholderRoleChoice.User, 3, 4, 2, reportsTo: decider);

        var answer = manager.Call("kam_MapStakeholders", ("AccountId", account));

        // Of influence 8 we reach 3; (5 x −1 + 3 x 2) / 2 / 8; nobody buys; only one person is reached.
        Assert.Equal(37.50m, answer["CoveragePercent"]);
        Assert.Equal(6.25m, answer["SentimentPercent"]);
        Assert.Equal(["Buyer"], (string[])answer["MissingRoles"]);
        Assert.Equal(user, answer["SingleThreadId"]);
        // Quality 4/5 x density 1/4 x authority 3/8.
        Assert.Equal(7.50m, answer["RelationshipScore"]);
        var map = JsonDocument.Parse((string)answer["Map"]).RootElement;
        Assert.Equal(["Anna Decider", "Anna User"], map.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()).Order());
        Assert.Equal(decider, map.GetProperty("people").EnumerateArray().Single(person => person.GetProperty("role").GetString() == "User").GetProperty("reportsToId").GetGuid());
    }

    [Fact]
    public void TheMap_DecomposesTheScore_AndSaysOnWhichOtherMapsAPersonIs()
    {
        var shared = crm.Read<StakeholderRow>(Add("Decider", StakeholderRoleChoice.Decider, 5, 4));
        crm.Service.Update(new ContactRow { Id = shared.ContactId!.Id, JobTitle = "Head of Purchasing" });
        var own = manager.Given(AccountRow.Table, crm.Account("Huber AG"));
        foreach (var other in new[] { own, crm.Account("Not the manager's AG") })
        {
            foreach (var role in new[] { StakeholderRoleChoice.Buyer, StakeholderRoleChoice.Sponsor })
                manager.Given(StakeholderRow.Table, crm.Create(new StakeholderRow { AccountId = new EntityReference(AccountRow.Table, other), ContactId = shared.ContactId, Role = role, Influence = 1, Relationship = 1 }));
        }

        var map = JsonDocument.Parse((string)manager.Call("kam_MapStakeholders", ("AccountId", account))["Map"]).RootElement;

        var person = map.GetProperty("people").EnumerateArray().Single();
        Assert.Equal("Head of Purchasing", person.GetProperty("jobTitle").GetString());
        // Two roles there count once; an account the manager may not see is not named.
        Assert.Equal([(own, "Huber AG")], person.GetProperty("otherAccounts").EnumerateArray().Select(other => (other.GetProperty("accountId").GetGuid(), other.GetProperty("name").GetString()!)));
        // One person of four that are dense; all the influence of this map.
        Assert.Equal([0.8m, 0.25m, 1m], new[] { "quality", "density", "authority" }.Select(part => map.GetProperty(part).GetDecimal()));
        Assert.Equal(["Decider", "Buyer", "User"], map.GetProperty("requiredRoles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal(3, map.GetProperty("goodRelationship").GetInt32());
    }

    [Fact]
    public void TheAccount_CarriesWhatItsMapSays()
    {
        Assert.Null(crm.Read<AccountRow>(account).StakeholderCoveragePercent);
        var user = Add("User", StakeholderRoleChoice.User, 3, 4, 2);
        var row = crm.Read<AccountRow>(account);
        Assert.Equal(100m, row.StakeholderCoveragePercent);
        Assert.Equal(100m, row.SentimentPercent);
        Assert.True(row.IsSingleThreaded);

        Add("Decider", StakeholderRoleChoice.Decider, 5, 5);
        manager.Service.Update(new StakeholderRow { Id = user, Relationship = 0 });
        Assert.Equal(62.50m, crm.Read<AccountRow>(account).StakeholderCoveragePercent);
        manager.Service.Delete(StakeholderRow.Table, user);
        Assert.Equal(100m, crm.Read<AccountRow>(account).StakeholderCoveragePercent);
        Assert.Equal(["KAM-STR-030"], Crm.CodesOf(() => manager.Service.Update(new AccountRow { Id = account, RelationshipScore = 100m })));
    }

    [Fact]
    public void SuperiorsInACircle_AreRefused()
    {
        var first = Add("First", StakeholderRoleChoice.Decider, 5, 3);
        var second = Add("Second", StakeholderRoleChoice.Buyer, 3, 3, reportsTo: first);
        var third = Add("Third", StakeholderRoleChoice.User, 1, 3, reportsTo: second);
        Assert.Contains("KAM-STR-043", Crm.CodesOf(() => manager.Service.Update(new StakeholderRow { Id = first, ReportsToId = new EntityReference(StakeholderRow.Table, third) })));
        Assert.Contains("KAM-STR-043", Crm.CodesOf(() => manager.Service.Update(new StakeholderRow { Id = first, ReportsToId = new EntityReference(StakeholderRow.Table, first) })));
    }

    [Fact]
    public void ASuperior_IsOnTheSameMap()
    {
        var here = Add("Here", StakeholderRoleChoice.User, 3, 3);
        var elsewhere = manager.Given(StakeholderRow.Table, crm.Create(new StakeholderRow
        {
            AccountId = new EntityReference(AccountRow.Table, crm.Account("Huber AG")),
            ContactId = Contact("Elsewhere"),
            Role = StakeholderRoleChoice.Decider,
            Influence = 5,
            Relationship = 1,
        }));
        Assert.Equal(["KAM-STR-044"], Crm.CodesOf(() => manager.Service.Update(new StakeholderRow { Id = here, ReportsToId = new EntityReference(StakeholderRow.Table, elsewhere) })));
    }

    [Fact]
    public void APerson_IsOnceOnAMapInOneRole()
    {
        var row = crm.Read<StakeholderRow>(Add("Here", StakeholderRoleChoice.User, 3, 3));
        Assert.ThrowsAny<Exception>(() => manager.Service.Create(new StakeholderRow { AccountId = row.AccountId, ContactId = row.ContactId, Role = row.Role, Influence = 1, Relationship = 1 }));
        manager.Service.Create(new StakeholderRow { AccountId = row.AccountId, ContactId = row.ContactId, Role = StakeholderRoleChoice.Sponsor, Influence = 1, Relationship = 1 });
    }

    [Fact]
    public void TheMapTakesFourRequests_KeepingItsFiguresThree()
    {
        Add("User", StakeholderRoleChoice.User, 3, 4, 2);
        Assert.Equal(["Retrieve account", "RetrieveMultiple kam_segment", "RetrieveMultiple kam_stakeholder", "RetrieveMultiple kam_stakeholder"], crm.SentBy("MapStakeholders", () => manager.Call("kam_MapStakeholders", ("AccountId", account))));
        Assert.Equal(["RetrieveMultiple kam_segment", "RetrieveMultiple kam_stakeholder", "Update account"], crm.SentBy("KeepRelationship", () => Add("Buyer", StakeholderRoleChoice.Buyer, 3, 4)));
    }

    [Fact]
    public void AnAccountThatGoes_TakesItsMapAlong()
    {
        Add("User", StakeholderRoleChoice.User, 3, 4, 2);
        crm.Service.Delete(AccountRow.Table, account);
        Assert.Empty(crm.All<StakeholderRow>());
    }
}
