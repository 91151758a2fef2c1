using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Alternate keys of several columns, with lookups and empty parts.</summary>
public sealed class KeyTests
{
    private const int Violated = unchecked((int)0x80060892);

    // Customer and serial number together.
    private static Workshop Composite() => new()
    {
        Change = text => text.Replace("<AttributeName>tst_serialnumber</AttributeName>", "<AttributeName>tst_customerid</AttributeName><AttributeName>tst_serialnumber</AttributeName>", StringComparison.Ordinal),
    };

    [Fact]
    public void TheSameValuesAgain_AreRefusedByCreateUpdateAndUpsert()
    {
        using var shop = Composite();
        Guid account = shop.Account(("name", "A")), other = shop.Account(("name", "B"));
        Machine(shop, account, "7");
        var second = Machine(shop, other, "7");

        Assert.Equal(Violated, Fault(() => Machine(shop, account, "7")).ErrorCode);
        Assert.Equal(Violated, Fault(() => shop.Service.Update(new Entity("tst_machine", second) { ["tst_customerid"] = new EntityReference("account", account) })).ErrorCode);
        Assert.Equal(Violated, Fault(() => shop.Service.Execute(new UpsertRequest { Target = new Entity("tst_machine", second) { ["tst_customerid"] = new EntityReference("account", account) } })).ErrorCode);
    }

    [Fact]
    public void ARowWithAnEmptyPart_IsNeverADuplicate()
    {
        using var shop = Composite();
        var account = shop.Account(("name", "A"));

        Assert.NotEqual(Machine(shop, account, null), Machine(shop, account, null));
        Assert.NotEqual(Machine(shop, null, "7"), Machine(shop, null, "7"));
    }

    [Fact]
    public void AnUpsertByKey_CreatesThenUpdates()
    {
        using var shop = Composite();
        var account = shop.Account(("name", "A"));
        UpsertResponse Upsert(string name)
        {
            var target = new Entity("tst_machine") { ["tst_name"] = name };
            target.KeyAttributes["tst_customerid"] = new EntityReference("account", account);
            target.KeyAttributes["tst_serialnumber"] = "7";
            return (UpsertResponse)shop.Service.Execute(new UpsertRequest { Target = target });
        }
        UpsertResponse first = Upsert("Press"), second = Upsert("Drill");

        Assert.Equal((true, false, first.Target.Id), (first.RecordCreated, second.RecordCreated, second.Target.Id));
        var row = shop.Service.Retrieve("tst_machine", first.Target.Id, new ColumnSet("tst_name", "tst_serialnumber", "tst_customerid"));
        Assert.Equal(("Drill", "7", account), (row["tst_name"], row["tst_serialnumber"], row.GetAttributeValue<EntityReference>("tst_customerid").Id));
    }

    [Fact]
    public void AReference_MayNameItsRowByKey()
    {
        using var shop = Composite();
        var account = shop.Account(("name", "A"));
        var machine = Machine(shop, account, "7");
        var keys = new KeyAttributeCollection { ["tst_customerid"] = new EntityReference("account", account), ["tst_serialnumber"] = "7" };

        Assert.Equal(machine, ((RetrieveResponse)shop.Service.Execute(new RetrieveRequest { Target = new EntityReference("tst_machine", keys), ColumnSet = new ColumnSet(false) })).Entity.Id);
        var task = shop.Create("task", ("subject", "x"));
        Assert.Equal(unchecked((int)0x80060891), Fault(() => shop.Service.Update(new Entity("tst_machine", new KeyAttributeCollection { ["tst_customerid"] = new EntityReference("account", account), ["tst_serialnumber"] = "8" }))).ErrorCode);
        Assert.Equal(unchecked((int)0x80060890), Fault(() => shop.Service.Update(new Entity("tst_machine", new KeyAttributeCollection { ["tst_serialnumber"] = "7" }))).ErrorCode);
        Assert.NotEqual(Guid.Empty, task);
    }

    [Fact]
    public void AKey_IsActiveAndCanBeActivatedAgain()
    {
        using var shop = Composite();
        var key = ((RetrieveEntityKeyResponse)shop.Service.Execute(new RetrieveEntityKeyRequest { EntityLogicalName = "tst_machine", LogicalName = "tst_serialkey" })).EntityKeyMetadata;
        shop.Service.Execute(new ReactivateEntityKeyRequest { EntityLogicalName = "tst_machine", EntityKeyLogicalName = "tst_serialkey" });

        Assert.Equal((EntityKeyIndexStatus.Active, 2), (key.EntityKeyIndexStatus, key.KeyAttributes.Length));
        Fault(() => shop.Service.Execute(new ReactivateEntityKeyRequest { EntityLogicalName = "tst_machine", EntityKeyLogicalName = "tst_none" }));
    }

    private static Guid Machine(Workshop shop, Guid? account, string? serial) =>
        shop.Machine(("tst_name", "Press"), ("tst_customerid", account is { } id ? new EntityReference("account", id) : null), ("tst_serialnumber", serial));

    private static OrganizationServiceFault Fault(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;
}
