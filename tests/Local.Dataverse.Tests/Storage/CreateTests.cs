using System;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Storage;

public sealed class CreateTests : IDisposable
{
    private readonly Club club = new();

    public void Dispose() => club.Dispose();

    [Fact]
    public void EveryColumnType_ComesBackAsItWasGiven()
    {
        var clubId = club.Create(new Entity("club") { ["name"] = "Rowing" });
        var token = Guid.NewGuid();
        var id = club.Create(new Entity("member")
        {
            ["name"] = "Zoë",
            ["notes"] = "long text",
            ["nickname"] = "Z",
            ["age"] = 42,
            ["weight"] = 61.25m,
            ["factor"] = 1.5,
            ["fee"] = new Money(100.50m),
            ["active"] = false,
            ["level"] = new OptionSetValue(2),
            ["hobbies"] = new OptionSetValueCollection { new(3), new(1) },
            ["birthday"] = new DateTime(1984, 5, 6),
            ["lastseen"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            ["token"] = token,
            ["clubid"] = new EntityReference("club", clubId),
            ["sponsorid"] = new EntityReference("club", clubId),
        });

        var row = club.Read("member", id);

        Assert.Equal(id, row.Id);
        Assert.Equal(id, row["memberid"]);
        Assert.Equal("Zoë", row["name"]);
        Assert.Equal("long text", row["notes"]);
        Assert.Equal(42, row["age"]);
        Assert.Equal(61.25m, row["weight"]);
        Assert.Equal(1.5, row["factor"]);
        Assert.Equal(new Money(100.50m), row["fee"]);
        Assert.Equal(false, row["active"]);
        Assert.Equal(new OptionSetValue(2), row["level"]);
        Assert.Equal([new OptionSetValue(1), new OptionSetValue(3)], row.GetAttributeValue<OptionSetValueCollection>("hobbies"));
        Assert.Equal(new DateTime(1984, 5, 6, 0, 0, 0, DateTimeKind.Utc), row["birthday"]);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), row["lastseen"]);
        Assert.Equal(token, row["token"]);
        Assert.Equal(new EntityReference("club", clubId), row["clubid"]);
        Assert.Equal("Rowing", row.GetAttributeValue<EntityReference>("sponsorid").Name);
    }

    [Fact]
    public void WhatIsNotGiven_IsFilledByThePlatform()
    {
        var row = club.Read("member", club.Create(Club.Member("Ann")));

        Assert.Equal(Club.Now, row["createdon"]);
        Assert.Equal(Club.Now, row["modifiedon"]);
        Assert.Equal(Club.Administrator, row.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal("Ada Min", row.GetAttributeValue<EntityReference>("ownerid").Name);
        Assert.Equal(Club.Administrator, row.GetAttributeValue<EntityReference>("owninguser").Id);
        Assert.Equal(Club.BusinessUnit, row.GetAttributeValue<EntityReference>("owningbusinessunit").Id);
        Assert.Equal(new OptionSetValue(0), row["statecode"]);
        Assert.Equal(new OptionSetValue(1), row["statuscode"]);
        Assert.Equal(new OptionSetValue(3), row["level"]);
        Assert.Equal(true, row["active"]);
        Assert.False(row.Contains("owningteam"));
        Assert.False(row.Contains("createdonbehalfby"));
        Assert.False(row.Contains("transactioncurrencyid"));
        Assert.Equal(row.GetAttributeValue<long>("versionnumber").ToString(System.Globalization.CultureInfo.InvariantCulture), row.RowVersion);
    }

    [Fact]
    public void UnderImpersonation_TheStarterStandsBeside()
    {
        var other = club.Create(new Entity("systemuser") { ["lastname"] = "Other", ["businessunitid"] = new EntityReference("businessunit", Club.BusinessUnit) });
        var id = club.Operations.Create(club.As(user: other, initiating: Club.Administrator), Club.Member("Ann"));

        var row = club.Read("member", id);

        Assert.Equal(other, row.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal(Club.Administrator, row.GetAttributeValue<EntityReference>("createdonbehalfby").Id);
    }

    [Fact]
    public void ATeamAsOwner_BringsItsBusinessUnit()
    {
        var unit = club.Create(new Entity("businessunit") { ["name"] = "East" });
        var team = club.Create(new Entity("team") { ["name"] = "Juniors", ["businessunitid"] = new EntityReference("businessunit", unit) });

        var row = club.Read("member", club.Create(new Entity("member") { ["name"] = "Ann", ["ownerid"] = new EntityReference("team", team) }));

        Assert.Equal("team", row.GetAttributeValue<EntityReference>("ownerid").LogicalName);
        Assert.Equal(team, row.GetAttributeValue<EntityReference>("owningteam").Id);
        Assert.False(row.Contains("owninguser"));
        Assert.Equal(unit, row.GetAttributeValue<EntityReference>("owningbusinessunit").Id);
    }

    [Fact]
    public void AMigratedRow_KeepsItsOwnDateOfCreation()
    {
        var then = new DateTime(2019, 2, 3, 0, 0, 0, DateTimeKind.Utc);

        var row = club.Read("member", club.Create(new Entity("member") { ["name"] = "Ann", ["overriddencreatedon"] = then }));

        Assert.Equal(then, row["createdon"]);
        Assert.Equal(Club.Now, row["overriddencreatedon"]);
    }

    [Fact]
    public void ColumnsThatCannotBeSet_AreIgnored()
    {
        var row = club.Read("member", club.Create(new Entity("member") { ["name"] = "Ann", ["createdon"] = new DateTime(2000, 1, 1), ["statecode"] = new OptionSetValue(1) }));

        Assert.Equal(Club.Now, row["createdon"]);
        Assert.Equal(new OptionSetValue(0), row["statecode"]);
    }

    [Fact]
    public void TheEngineItself_MaySetThem()
    {
        var id = club.Operations.Create(club.As(byPlatform: true), new Entity("member") { ["name"] = "Ann", ["statecode"] = new OptionSetValue(1), ["createdon"] = new DateTime(2000, 1, 1) });

        var row = club.Read("member", id);

        Assert.Equal(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc), row["createdon"]);
        Assert.Equal(new OptionSetValue(2), row["statuscode"]);
    }

    [Fact]
    public void AnIdThatIsTaken_IsADuplicate()
    {
        var id = club.Create(Club.Member("Ann"));

        Club.Refused(0x80040237, () => club.Create(Club.Member("Bob", id)));
    }

    [Fact]
    public void AnAlternateKeyThatIsTaken_IsADuplicateInAnyCase()
    {
        club.Create(new Entity("member") { ["name"] = "Ann", ["number"] = "abc" });

        var message = Club.Refused(0x80060892, () => club.Create(new Entity("member") { ["name"] = "Bob", ["number"] = "ABC" }));

        Assert.StartsWith("Entity Key Member number violated. A record with the same value for number already exists.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyKeyColumn_SetsTheRowApart()
    {
        var first = club.Create(Club.Member("Ann"));

        Assert.NotEqual(first, club.Create(Club.Member("Bob")));
    }

    [Fact]
    public void AnUnknownTableOrColumn_IsNamed()
    {
        Assert.Contains("'nosuch'", Club.Refused(0x80041102, () => club.Create(new Entity("nosuch"))), StringComparison.Ordinal);
        Assert.Contains("'Member' entity doesn't contain attribute with Name = 'nosuch'", Club.Refused(0x80041103, () => club.Create(new Entity("member") { ["nosuch"] = 1 })), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutItsParent_ALineCannotBe()
    {
        Club.Refused(0x80040200, () => club.Create(new Entity("booking") { ["title"] = "Boat 1" }));
    }

    [Fact]
    public void APersonsFullName_IsPutTogether()
    {
        var id = club.Create(new Entity("systemuser") { ["firstname"] = "Eva", ["lastname"] = "Roth" });
        Assert.Equal("Eva Roth", club.Read("systemuser", id)["fullname"]);

        club.Update(new Entity("systemuser", id) { ["lastname"] = "Moser" });

        Assert.Equal("Eva Moser", club.Read("systemuser", id)["fullname"]);
    }

    [Fact]
    public void TheParties_AreRowsOfTheirOwn()
    {
        var member = club.Create(Club.Member("Ann"));
        var to = new EntityCollection { Entities = { new Entity("activityparty") { ["partyid"] = new EntityReference("member", member) } } };

        var id = club.Create(new Entity("meeting") { ["subject"] = "Opening", ["to"] = to });

        var party = Assert.Single(club.Read("meeting", id).GetAttributeValue<EntityCollection>("to").Entities);
        Assert.Equal(new EntityReference("member", member), party["partyid"]);
        Assert.Equal(new OptionSetValue(2), party["participationtypemask"]);
    }
}
