using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Storage;

public sealed class UpdateTests : IDisposable
{
    private static readonly DateTime Later = Club.Now.AddHours(1);

    private readonly Club club = new();

    public void Dispose() => club.Dispose();

    [Fact]
    public void AnUpdate_ChangesWhatItGivesAndStampsTheRow()
    {
        var id = club.Create(new Entity("member") { ["name"] = "Ann", ["age"] = 30 });
        var before = club.Read("member", id);

        club.Operations.Update(club.As(at: Later), new Entity("member", id) { ["age"] = 31 });

        var after = club.Read("member", id);
        Assert.Equal("Ann", after["name"]);
        Assert.Equal(31, after["age"]);
        Assert.Equal(Club.Now, after["createdon"]);
        Assert.Equal(Later, after["modifiedon"]);
        Assert.True(after.GetAttributeValue<long>("versionnumber") > before.GetAttributeValue<long>("versionnumber"));
    }

    [Fact]
    public void Null_EmptiesAColumnAndEmptyTextIsNull()
    {
        var id = club.Create(new Entity("member") { ["name"] = "Ann", ["age"] = 30, ["notes"] = "x", ["fee"] = new Money(5m) });

        club.Update(new Entity("member", id) { ["age"] = null, ["notes"] = "", ["fee"] = null });

        var row = club.Read("member", id);
        Assert.False(row.Contains("age"));
        Assert.False(row.Contains("notes"));
        Assert.False(row.Contains("fee"));
        Assert.False(row.Contains("fee_base"));
        Club.Refused(0x80040203, () => club.Update(new Entity("member", id) { ["nickname"] = null }));
    }

    [Fact]
    public void ARowThatIsNotThere_IsNamed()
    {
        var id = Guid.NewGuid();

        Assert.Equal($"member With Ids = {id} Do Not Exist", Club.Refused(0x80040217, () => club.Update(Club.Member("Ann", id))));
    }

    [Fact]
    public void ByAlternateKey_TheRowIsFound()
    {
        var id = club.Create(new Entity("member") { ["name"] = "Ann", ["number"] = "A1" });

        club.Update(new Entity("member", "number", "a1") { ["age"] = 30 });

        Assert.Equal(30, club.Read("member", id)["age"]);
        Club.Refused(0x80060891, () => club.Update(new Entity("member", "number", "B1") { ["age"] = 30 }));
        Club.Refused(0x80060890, () => club.Update(new Entity("member", "name", "Ann") { ["age"] = 30 }));
    }

    [Fact]
    public void ANewState_BringsItsStatus()
    {
        var id = club.Create(Club.Member("Ann"));

        club.Update(new Entity("member", id) { ["statecode"] = new OptionSetValue(1) });

        var row = club.Read("member", id);
        Assert.Equal(new OptionSetValue(1), row["statecode"]);
        Assert.Equal(new OptionSetValue(2), row["statuscode"]);
        Assert.Equal("Left", row.FormattedValues["statuscode"]);
    }

    [Fact]
    public void AStatusOfAnotherState_IsRefused()
    {
        var id = club.Create(Club.Member("Ann"));

        var message = Club.Refused(0x80048408, () => club.Update(new Entity("member", id) { ["statuscode"] = new OptionSetValue(2) }));

        Assert.Equal($"2 is not a valid status code for state code MemberState.Active on member with Id {id}.", message);
        Club.Refused(0x80048408, () => club.Update(new Entity("member", id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(3) }));
        club.Update(new Entity("member", id) { ["statuscode"] = new OptionSetValue(3) });
        Assert.Equal(new OptionSetValue(3), club.Read("member", id)["statuscode"]);
        Club.Refused(0x80048408, () => club.Create(new Entity("member") { ["name"] = "Bob", ["statuscode"] = new OptionSetValue(2) }));
    }

    [Fact]
    public void ANewOwner_BringsUserTeamAndUnit()
    {
        var unit = club.Create(new Entity("businessunit") { ["name"] = "East" });
        var team = club.Create(new Entity("team") { ["name"] = "Juniors", ["businessunitid"] = new EntityReference("businessunit", unit) });
        var id = club.Create(Club.Member("Ann"));

        club.Update(new Entity("member", id) { ["ownerid"] = new EntityReference("team", team) });

        var row = club.Read("member", id);
        Assert.Equal(team, row.GetAttributeValue<EntityReference>("owningteam").Id);
        Assert.Equal(unit, row.GetAttributeValue<EntityReference>("owningbusinessunit").Id);
        Assert.False(row.Contains("owninguser"));
        Club.Refused(0x80040203, () => club.Update(new Entity("member", id) { ["ownerid"] = null }));
    }

    [Fact]
    public void WithAnOldRowVersion_TheUpdateIsRefused()
    {
        var id = club.Create(Club.Member("Ann"));
        var version = club.Read("member", id).RowVersion;
        var target = new Entity("member", id) { RowVersion = version, ["age"] = 30 };

        club.Operations.Update(club.As(), target, ConcurrencyBehavior.IfRowVersionMatches);

        Club.Refused(0x80060882, () => club.Operations.Update(club.As(), target, ConcurrencyBehavior.IfRowVersionMatches));
        target.RowVersion = null;
        Club.Refused(0x80060883, () => club.Operations.Update(club.As(), target, ConcurrencyBehavior.IfRowVersionMatches));
        Club.Refused(0x80060882, () => club.Operations.Delete(club.As(), new EntityReference("member", id) { RowVersion = version }, ConcurrencyBehavior.IfRowVersionMatches));
    }

    [Fact]
    public void Amounts_AreKeptInTheBaseCurrencyToo()
    {
        var id = club.Create(new Entity("member") { ["name"] = "Ann", ["fee"] = new Money(100m), ["deposit"] = new Money(10.005m), ["transactioncurrencyid"] = new EntityReference("transactioncurrency", Club.Euros) });

        var row = club.Read("member", id);
        Assert.Equal(0.8m, row["exchangerate"]);
        Assert.Equal(new Money(125m), row["fee_base"]);
        Assert.Equal(new Money(10.01m), row["deposit"]); // half a cent up
        Assert.Equal(new Money(12.51m), row["deposit_base"]); // 12.5125
        Assert.Equal("€100.00", row.FormattedValues["fee"]);
        Assert.Equal("CHF125.00", row.FormattedValues["fee_base"]);

        club.Update(new Entity("member", id) { ["transactioncurrencyid"] = new EntityReference("transactioncurrency", Club.Francs) });
        Assert.Equal(new Money(100m), club.Read("member", id)["fee_base"]);

        club.Update(new Entity("transactioncurrency", Club.Euros) { ["exchangerate"] = 0.5m });
        club.Update(new Entity("member", id) { ["deposit"] = new Money(1m), ["transactioncurrencyid"] = new EntityReference("transactioncurrency", Club.Euros) });
        Assert.Equal(new Money(200m), club.Read("member", id)["fee_base"]);
    }

    [Fact]
    public void WithAnAmount_ARowGetsTheBaseCurrency()
    {
        var id = club.Create(Club.Member("Ann"));
        Assert.False(club.Read("member", id).Contains("transactioncurrencyid"));

        club.Update(new Entity("member", id) { ["fee"] = new Money(3m) });

        var row = club.Read("member", id, "fee");
        Assert.Equal("Franc", row.GetAttributeValue<EntityReference>("transactioncurrencyid").Name);
        Assert.Equal(new Money(3m), club.Read("member", id)["fee_base"]);
    }

    [Fact]
    public void RolledBack_NothingIsLeft()
    {
        var kept = club.Create(Club.Member("Ann"));
        var versions = club.Store.LastVersion.ToString(CultureInfo.InvariantCulture);
        Guid lost;
        using (club.Store.Begin())
        {
            lost = club.Create(Club.Member("Bob"));
            club.Update(Club.Member("Changed", kept));
            using (var inner = club.Store.Begin())
            {
                club.Delete("member", kept);
                inner.Commit();
            }
        }

        Assert.Equal("Ann", club.Read("member", kept)["name"]);
        Assert.Equal(versions, club.Read("member", kept).RowVersion);
        Club.Refused(0x80040217, () => club.Read("member", lost));
    }

    [Fact]
    public void AnInnerRollback_LeavesTheOuterWork()
    {
        Guid outer, inner;
        using (var transaction = club.Store.Begin())
        {
            outer = club.Create(Club.Member("Ann"));
            using (club.Store.Begin()) inner = club.Create(Club.Member("Bob"));
            transaction.Commit();
        }

        Assert.Equal("Ann", club.Read("member", outer)["name"]);
        Club.Refused(0x80040217, () => club.Read("member", inner));
    }
}
