using System;
using System.IO;
using System.ServiceModel;
using Local.Dataverse.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Import;

/// <summary>Import into a whole organisation: what is stored, and that a refused package leaves nothing.</summary>
public sealed class OrganizationImportTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private LocalDataverse organization;

    public OrganizationImportTests() => organization = LocalDataverse.Open(new LocalDataverseOptions { Path = file });

    private IOrganizationService Service => organization.AdministratorService;

    [Fact]
    public void RowsOfAnImportedTable_CanBeWrittenAndRead()
    {
        Import(Solution);
        var account = Service.Create(new Entity("account") { ["name"] = "Muster AG", ["tst_machinecount"] = 3 });
        var machine = Service.Create(new Entity("tst_machine")
        {
            ["tst_name"] = "Press 7",
            ["tst_hours"] = 12.5m,
            ["tst_price"] = new Money(900m),
            ["tst_customerid"] = new EntityReference("account", account),
        });
        var row = Service.Retrieve("tst_machine", machine, new ColumnSet(true));
        Assert.Equal(("Press 7", 12.5m, 900m), (row["tst_name"], row["tst_hours"], row.GetAttributeValue<Money>("tst_price").Value));
        Assert.Equal(900m, row.GetAttributeValue<Money>("tst_price_base").Value);
        Assert.Equal("Muster AG", row.GetAttributeValue<EntityReference>("tst_customerid").Name);
        Assert.Equal(123450001, row.GetAttributeValue<OptionSetValue>("tst_risk").Value);
        Assert.Equal("Low", row.FormattedValues["tst_risk"]);
    }

    [Fact]
    public void ComponentRows_AreStoredWithTheColumnsOnlyThePlatformWrites()
    {
        Import(Solution);
        var assembly = Service.Retrieve("pluginassembly", Guid.Parse(TestSolution.AssemblyId), new ColumnSet(true));
        Assert.Equal(TestSolution.AssemblyBytes, Convert.FromBase64String(assembly.GetAttributeValue<string>("content")));
        Assert.True(Service.Retrieve("solution", StableId.Of("solution", "TstService"), new ColumnSet(true)).GetAttributeValue<bool>("ismanaged"));
    }

    [Fact]
    public void ACustomControl_IsKeptWithItsFilesAsWebResources()
    {
        Import(Solution with
        {
            MoreFiles = new System.Collections.Generic.Dictionary<string, string>
            {
                ["Controls/tst_Tst.Gauge/ControlManifest.xml"] =
                    "<manifest><control namespace=\"Tst\" constructor=\"Gauge\" version=\"1.0.2\"><property name=\"value\" of-type=\"Whole.None\" usage=\"bound\" /></control></manifest>",
                ["Controls/tst_Tst.Gauge/bundle.js"] = "void 0;",
            },
            Change = text => text.Replace("<Languages>", "<CustomControls><CustomControl><Name>tst_Tst.Gauge</Name><FileName>/Controls/tst_Tst.Gauge/ControlManifest.xml</FileName></CustomControl></CustomControls><Languages>"),
        });

        var control = First("customcontrol", "tst_Tst.Gauge");
        Assert.Equal(("1.0.2", "Whole.None"), (control["version"], control["compatibledatatypes"]));
        var bundle = First("webresource", "cc_tst_Tst.Gauge/bundle.js");
        Assert.Equal(3, bundle.GetAttributeValue<OptionSetValue>("webresourcetype").Value);
        Assert.Equal("void 0;", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(bundle.GetAttributeValue<string>("content"))));

        Entity First(string table, string name)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
            query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
            return Assert.Single(Service.RetrieveMultiple(query).Entities);
        }
    }

    [Fact]
    public void ANameOfAFormOrView_IsReadInTheLanguageOfTheUser()
    {
        Import(Solution with
        {
            Change = text => text.Replace("<LocalizedName description=\"Active Machines\" languagecode=\"1033\" />",
            "<LocalizedName description=\"Active Machines\" languagecode=\"1033\" /><LocalizedName description=\"Aktive Maschinen\" languagecode=\"1031\" />")
        });
        var view = Guid.Parse(TestSolution.ViewId);
        Assert.Equal("Active Machines", Name());

        Service.Update(new Entity("usersettings", organization.AdministratorId) { ["uilanguageid"] = 1031 });
        Assert.Equal("Aktive Maschinen", Name());
        var query = new QueryExpression("savedquery") { ColumnSet = new ColumnSet("name") };
        query.Criteria.AddCondition("savedqueryid", ConditionOperator.Equal, view);
        Assert.Equal("Aktive Maschinen", Service.RetrieveMultiple(query).Entities[0]["name"]);

        Service.Update(new Entity("usersettings", organization.AdministratorId) { ["uilanguageid"] = 1036 });
        Assert.Equal("Active Machines", Name());

        Import(Solution with { Version = "1.1" });
        Service.Update(new Entity("usersettings", organization.AdministratorId) { ["uilanguageid"] = 1031 });
        Assert.Equal("Active Machines", Name());

        string Name() => Service.Retrieve("savedquery", view, new ColumnSet("name")).GetAttributeValue<string>("name");
    }

    [Fact]
    public void AReopenedFile_HasTheImportedSchemaAndItsRows()
    {
        Import(Solution);
        var machine = Service.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_risk"] = new OptionSetValue(123450000) });
        organization.Dispose();
        organization = LocalDataverse.Open(new LocalDataverseOptions { Path = file });
        Assert.Equal("Press 7", Service.Retrieve("tst_machine", machine, new ColumnSet("tst_name"))["tst_name"]);
        Assert.Equal("Maschine", organization.Schema.Tables["tst_machine"].DisplayName.In(1031));
    }

    [Fact]
    public void AnUpgrade_KeepsTheRows_AndAColumnThatComesBackHasItsValuesAgain()
    {
        Import(Solution);
        var machine = Service.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_serialnumber"] = "S-1" });
        Import(Solution with { Version = "1.1", WithSerialNumber = false }, new SolutionImportOptions { DeleteVanished = true });
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Service.Retrieve("tst_machine", machine, new ColumnSet("tst_serialnumber")));
        Import(Solution with { Version = "1.2" });
        Assert.Equal("S-1", Service.Retrieve("tst_machine", machine, new ColumnSet("tst_serialnumber"))["tst_serialnumber"]);
    }

    [Fact]
    public void AnUpgradeWithoutAStep_DeletesItsRow()
    {
        Import(new TestSolution());
        Import(Solution with { Version = "1.1" });
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Service.Retrieve("sdkmessageprocessingstep", Guid.Parse(TestSolution.StepId), new ColumnSet()));
    }

    [Fact]
    public void ARowThatCannotBeWritten_TakesTheWholeImportBack()
    {
        var tooLong = new string('x', 300);
        var solution = new TestSolution { Change = t => t.Replace("EntityAlias>before<", $"EntityAlias>{tooLong}<") };
        Assert.Contains("The sdkmessageprocessingstepimage 'before' cannot be stored", Assert.Throws<SolutionImportException>(() => Import(solution)).Message);
        Assert.Null(organization.Schema.Find("tst_machine"));
        Assert.Null(organization.Schema.Tables["account"].Find("tst_machinecount"));
        Assert.Empty(Service.RetrieveMultiple(new QueryExpression("solution")).Entities);
        Import(Solution);
        Assert.NotNull(organization.Schema.Find("tst_machine"));
    }

    public void Dispose()
    {
        organization.Dispose();
        foreach (var path in new[] { file, file + "-wal", file + "-shm" }) File.Delete(path);
    }

    // Its DLL is none: rows are written without the step.
    private static TestSolution Solution => new() { WithStep = false };

    private SolutionImportResult Import(TestSolution solution, SolutionImportOptions? options = null) => organization.ImportSolution(solution.Zip(), options);
}
