using System;
using System.IO;
using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Storage;

public sealed class SchemaChangeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Database => Path.Combine(folder, "club.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ANewColumn_IsEmptyInTheRowsThereAre()
    {
        using var club = new Club();
        var id = club.Create(Club.Member("Ann"));

        club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Text("email"), MadeUpSchema.Of(ColumnType.Customer, "payerid", "club", "member")));

        Assert.Equal("Ann", club.Read("member", id)["name"]);
        club.Update(new Entity("member", id) { ["email"] = "ann@example.org", ["payerid"] = new EntityReference("member", id) });
        Assert.Equal("ann@example.org", club.Read("member", id)["email"]);
        Assert.Equal("member", club.Read("member", id).GetAttributeValue<EntityReference>("payerid").LogicalName);
    }

    [Fact]
    public void WhatTheSchemaNoLongerHas_StaysForTheDayItReturns()
    {
        using var club = new Club(schema: MadeUpSchema.Build(MadeUpSchema.Text("email")));
        var id = club.Create(new Entity("member") { ["name"] = "Ann", ["email"] = "ann@example.org" });

        club.Store.Apply(MadeUpSchema.Build());
        Club.Refused(0x80041103, () => club.Read("member", id, "email"));
        club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Text("email")));

        Assert.Equal("ann@example.org", club.Read("member", id, "email")["email"]);
    }

    [Fact]
    public void MoreDigits_KeepTheValuesAndFewerLoseNone()
    {
        using var club = new Club(schema: MadeUpSchema.Build(MadeUpSchema.Decimal("hours", 2)));
        var id = club.Create(new Entity("member") { ["name"] = "Ann", ["hours"] = 12.25m });

        club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Decimal("hours", 5)));
        Assert.Equal(12.25m, club.Read("member", id)["hours"]);
        club.Update(new Entity("member", id) { ["hours"] = 12.12345m });

        club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Decimal("hours", 1)));
        Assert.Equal(12.12345m, club.Read("member", id)["hours"]);
    }

    [Fact]
    public void MoreTargetsOfALookup_KeepWhereItPoints()
    {
        using var club = new Club(schema: MadeUpSchema.Build(MadeUpSchema.Of(ColumnType.Lookup, "payerid", "member")));
        var ann = club.Create(Club.Member("Ann"));
        var bob = club.Create(new Entity("member") { ["name"] = "Bob", ["payerid"] = new EntityReference("member", ann) });

        club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Of(ColumnType.Lookup, "payerid", "member", "club")));

        Assert.Equal(new EntityReference("member", ann), club.Read("member", bob)["payerid"]);
    }

    [Fact]
    public void AnotherType_IsRefusedByNameAndChangesNothing()
    {
        using var club = new Club(schema: MadeUpSchema.Build(MadeUpSchema.Text("size")));
        var id = club.Create(new Entity("member") { ["size"] = "XL" });

        var message = Club.Refused(0x80044180, () => club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Text("other"), MadeUpSchema.Of(ColumnType.Integer, "size"))));

        Assert.Contains("member.size", message, StringComparison.Ordinal);
        Assert.Equal("XL", club.Read("member", id)["size"]);
        Club.Refused(0x80041103, () => club.Read("member", id, "other"));
    }

    [Fact]
    public void ARolledBackChangeOfTheSchema_IsUndone()
    {
        using var club = new Club();
        var id = club.Create(Club.Member("Ann"));
        using (club.Store.Begin())
        {
            club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Text("email")));
            club.Update(new Entity("member", id) { ["email"] = "x" });
        }

        Club.Refused(0x80041103, () => club.Read("member", id, "email"));
        club.Store.Apply(MadeUpSchema.Build(MadeUpSchema.Text("email")));
        Assert.False(club.Read("member", id).Contains("email"));
    }

    [Fact]
    public void InAFile_RowsOutliveTheProgram()
    {
        Guid id;
        long version;
        using (var club = new Club(Database))
        {
            id = club.Create(new Entity("member") { ["name"] = "Ann", ["fee"] = new Money(10m) });
            version = club.Store.LastVersion;
        }

        using var again = new Club(Database, filled: false);

        Assert.Equal(new Money(10m), again.Read("member", id)["fee"]);
        Assert.True(again.Store.NextVersion() > version);
    }

    [Fact]
    public void WhatWasNotCommitted_IsNotInTheFile()
    {
        Guid id;
        using (var club = new Club(Database))
        {
            var transaction = club.Store.Begin();
            id = club.Create(Club.Member("Ann"));
            // The program ends here: the transaction is never disposed.
        }

        using var again = new Club(Database, filled: false);
        Club.Refused(0x80040217, () => again.Read("member", id));
    }

    [Fact]
    public void TheStandardTables_TakeRowsOfTheDayToDay()
    {
        using var club = new Club(schema: StandardSchema.Load(), filled: false);
        Guid Platform(Entity row) => club.Operations.Create(club.As(byPlatform: true), row);
        Platform(new Entity("businessunit", Club.BusinessUnit) { ["name"] = "Root" });
        Platform(new Entity("systemuser", Club.Administrator) { ["firstname"] = "Ada", ["lastname"] = "Min" });
        Platform(new Entity("transactioncurrency", Club.Francs) { ["currencyname"] = "Franc", ["isocurrencycode"] = "CHF", ["currencysymbol"] = "CHF", ["currencyprecision"] = 2, ["exchangerate"] = 1m });

        var account = club.Create(new Entity("account") { ["name"] = "Brauerei Locher", ["revenue"] = new Money(1_000_000m), ["industrycode"] = new OptionSetValue(1) });
        var order = club.Create(new Entity("salesorder") { ["name"] = "Malt", ["customerid"] = new EntityReference("account", account), ["totalamount"] = new Money(99.5m) });
        club.Create(new Entity("task") { ["subject"] = "Call", ["regardingobjectid"] = new EntityReference("account", account) });
        club.Create(new Entity("phonecall") { ["subject"] = "Ring", ["regardingobjectid"] = new EntityReference("account", account) });

        Assert.Equal("Brauerei Locher", club.Read("salesorder", order).GetAttributeValue<EntityReference>("customerid").Name);
        var activities = club.Operations.RetrieveMultiple(club.As(), new FetchExpression(
            "<fetch><entity name='activitypointer'><attribute name='subject'/><attribute name='activitytypecode'/><order attribute='subject'/></entity></fetch>")).Entities;
        Assert.Equal(["Call task", "Ring phonecall"], activities.Select(a => $"{a["subject"]} {ClubActivity(a)}"));
        Club.Refused(0x80044180, () => club.Create(new Entity("activitypointer") { ["subject"] = "x" }));
    }

    private static object ClubActivity(Entity activity) => activity["activitytypecode"] is OptionSetValue code ? code.Value : activity["activitytypecode"];
}
