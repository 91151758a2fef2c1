using System;
using System.IO;
using System.ServiceModel;
using Local.Dataverse.Import;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Import;

public sealed class StoredImportTests : IDisposable
{
    private static readonly Guid Administrator = new("00000000-0000-0000-0000-0000000000a1");
    private static readonly OrganizationFacts Facts = new()
    {
        OrganizationId = new("00000000-0000-0000-0000-0000000000d1"), RootBusinessUnitId = new("00000000-0000-0000-0000-0000000000b1"),
        BaseCurrencyId = new("00000000-0000-0000-0000-0000000000c1"),
    };

    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private Store store;
    private CoreOperations core;

    public StoredImportTests()
    {
        store = new Store(file);
        store.Apply(SchemaStorage.Read(store));
        core = new CoreOperations(store, Facts);
        core.Create(Platform(), new Entity("transactioncurrency", Facts.BaseCurrencyId) { ["currencyname"] = "Franc", ["isocurrencycode"] = "CHF", ["currencysymbol"] = "CHF", ["currencyprecision"] = 2, ["exchangerate"] = 1m });
        core.Create(Platform(), new Entity("organization", Facts.OrganizationId) { ["name"] = "test" });
        core.Create(Platform(), new Entity("businessunit", Facts.RootBusinessUnitId) { ["name"] = "Root" });
        core.Create(Platform(), new Entity("systemuser", Administrator) { ["lastname"] = "Admin", ["businessunitid"] = new EntityReference("businessunit", Facts.RootBusinessUnitId) });
    }

    [Fact]
    public void RowsOfAnImportedTable_CanBeWrittenAndRead()
    {
        Import(new TestSolution());
        var account = core.Create(As(), new Entity("account") { ["name"] = "Muster AG", ["tst_machinecount"] = 3 });
        var machine = core.Create(As(), new Entity("tst_machine")
        {
            ["tst_name"] = "Press 7", ["tst_hours"] = 12.5m, ["tst_price"] = new Money(900m), ["tst_customerid"] = new EntityReference("account", account),
        });
        var row = core.Retrieve(As(), new EntityReference("tst_machine", machine), new ColumnSet(true));
        Assert.Equal(("Press 7", 12.5m, 900m), (row["tst_name"], row["tst_hours"], row.GetAttributeValue<Money>("tst_price").Value));
        Assert.Equal(900m, row.GetAttributeValue<Money>("tst_price_base").Value);
        Assert.Equal("Muster AG", row.GetAttributeValue<EntityReference>("tst_customerid").Name);
        Assert.Equal(123450001, row.GetAttributeValue<OptionSetValue>("tst_risk").Value);
        Assert.Equal("Low", row.FormattedValues["tst_risk"]);
    }

    [Fact]
    public void ComponentRows_AreStoredWithTheColumnsOnlyThePlatformWrites()
    {
        Import(new TestSolution());
        var assembly = core.Retrieve(Platform(), new EntityReference("pluginassembly", Guid.Parse(TestSolution.AssemblyId)), new ColumnSet(true));
        Assert.Equal(TestSolution.AssemblyBytes, Convert.FromBase64String(assembly.GetAttributeValue<string>("content")));
        var solution = core.Retrieve(Platform(), new EntityReference("solution", StableId.Of("solution", "TstService")), new ColumnSet(true));
        Assert.True(solution.GetAttributeValue<bool>("ismanaged"));
    }

    [Fact]
    public void AReopenedFile_HasTheImportedSchemaAndItsRows()
    {
        Import(new TestSolution());
        var machine = core.Create(As(), new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_risk"] = new OptionSetValue(123450000) });
        store.Dispose();
        store = new Store(file);
        store.Apply(SchemaStorage.Read(store));
        core = new CoreOperations(store, Facts);
        Assert.Equal("Press 7", core.Retrieve(As(), new EntityReference("tst_machine", machine), new ColumnSet("tst_name"))["tst_name"]);
        Assert.Equal("Maschine", store.Schema.Tables["tst_machine"].DisplayName.In(1031));
    }

    [Fact]
    public void AnUpgrade_KeepsTheRows_AndAColumnThatComesBackHasItsValuesAgain()
    {
        Import(new TestSolution());
        var machine = core.Create(As(), new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_serialnumber"] = "S-1" });
        Import(new TestSolution { Version = "1.1", WithSerialNumber = false }, new SolutionImportOptions { DeleteVanished = true });
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => core.Retrieve(As(), new EntityReference("tst_machine", machine), new ColumnSet("tst_serialnumber")));
        Import(new TestSolution { Version = "1.2" });
        Assert.Equal("S-1", core.Retrieve(As(), new EntityReference("tst_machine", machine), new ColumnSet("tst_serialnumber"))["tst_serialnumber"]);
    }

    [Fact]
    public void AnUpgradeWithoutAStep_DeletesItsRow()
    {
        Import(new TestSolution());
        Import(new TestSolution { Version = "1.1", WithStep = false });
        Assert.False(core.Exists(Platform(), "sdkmessageprocessingstep", Guid.Parse(TestSolution.StepId)));
        Assert.False(core.Exists(Platform(), "sdkmessageprocessingstepimage", Guid.Parse(TestSolution.ImageId)));
    }

    [Fact]
    public void ARowThatCannotBeWritten_TakesTheWholeImportBack()
    {
        var tooLong = new string('x', 300);
        var solution = new TestSolution { Change = t => t.Replace("EntityAlias>before<", $"EntityAlias>{tooLong}<") };
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Import(solution));
        Assert.Null(store.Schema.Find("tst_machine"));
        Assert.Null(store.Schema.Tables["account"].Find("tst_machinecount"));
        Assert.False(core.Exists(Platform(), "solution", StableId.Of("solution", "TstService")));
        Assert.Equal(0, store.Depth);
        Import(new TestSolution());
        Assert.NotNull(store.Schema.Find("tst_machine"));
    }

    public void Dispose()
    {
        store.Dispose();
        foreach (var path in new[] { file, file + "-wal", file + "-shm" }) File.Delete(path);
    }

    private SolutionImportResult Import(TestSolution solution, SolutionImportOptions? options = null) =>
        StoredImport.Run(store, core, Facts, Platform(), solution.Zip(), options);

    private RequestContext Platform() => Context(byPlatform: true);

    private RequestContext As() => Context(byPlatform: false);

    private RequestContext Context(bool byPlatform) => new()
    {
        UserId = Administrator, InitiatingUserId = Administrator, UtcNow = new DateTime(2026, 3, 18, 14, 30, 0, DateTimeKind.Utc), Schema = store.Schema, ByPlatform = byPlatform,
    };
}
