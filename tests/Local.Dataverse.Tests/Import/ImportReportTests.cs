using System;
using System.Linq;
using Local.Dataverse.Import;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Import;

/// <summary>What an import says it did, and what it says it left out.</summary>
public sealed class ImportReportTests : IDisposable
{
    private const string End = "</ImportExportXml>";
    private readonly LocalDataverse organization = LocalDataverse.Open(new LocalDataverseOptions());

    public void Dispose() => organization.Dispose();

    [Fact]
    public void APackageThatIsTakenInFull_HasNoWarning() => Assert.Empty(Import(new TestSolution()).Warnings);

    [Theory]
    [InlineData("<Workflows><Workflow Name=\"Dunning\" /></Workflows>", "Workflows: not taken, no process, business rule or flow runs (Dunning).")]
    [InlineData("<Reports><Report><Name>Ageing</Name></Report><Report><Name>Turnover</Name></Report></Reports>", "Reports: not taken, reports cannot be run (Ageing, Turnover).")]
    [InlineData("<SomethingNew><thing /></SomethingNew>", "SomethingNew: not taken (thing).")]
    public void AKindOfComponentWithoutAPlace_IsNamed(string xml, string warning) =>
        Assert.Equal(warning, Assert.Single(Import(new TestSolution { Change = t => t.Replace(End, xml + End, StringComparison.Ordinal) }).Warnings));

    [Fact]
    public void AComputedColumnWithoutDefinition_IsRefusedWhereItIsNamedAndLeftOutOfAll()
    {
        const string Refusal = "Not supported here: calculated, rollup and formula columns: tst_machine.tst_total";
        var warnings = Import(new TestSolution { WithStep = false, MoreColumns = TestSolution.Column("tst_Total", "decimal", "<SourceType>2</SourceType>") }).Warnings;
        var service = organization.AdministratorService;
        var id = service.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7" });

        Assert.Single(warnings, w => w.EndsWith("a request for one is refused (tst_machine.tst_total).", StringComparison.Ordinal));
        Assert.Equal(Refusal, TestOrganization.Refused(() => service.Retrieve("tst_machine", id, new ColumnSet("tst_total"))).Message);
        Assert.Equal(Refusal, TestOrganization.Refused(() => service.RetrieveMultiple(new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_total") })).Message);
        var query = new QueryExpression("tst_machine");
        query.Criteria.AddCondition("tst_total", ConditionOperator.Null);
        Assert.Equal(Refusal, TestOrganization.Refused(() => service.RetrieveMultiple(query)).Message);
        Assert.False(service.Retrieve("tst_machine", id, new ColumnSet(true)).Contains("tst_total"));
    }

    [Fact]
    public void AFolderWithoutAPlace_IsNamed()
    {
        var files = new TestSolution().Files().Select(f => (f.Key, f.Value)).Append(("Workflows/Dunning.xaml", [1])).Append(("Workflows/Ageing.xaml", [1]));

        Assert.Equal("Workflows: not taken (2 files).", Assert.Single(organization.ImportSolution(TestSolution.Zip(files)).Warnings));
    }

    [Fact]
    public void TheReport_ReadsAsAList()
    {
        Import(new TestSolution());
        var upgrade = new TestSolution { Version = "1.1", WithSerialNumber = false, Change = t => t.Replace(End, "<Workflows><Workflow Name=\"Dunning\" /></Workflows>" + End, StringComparison.Ordinal) };

        var report = Import(upgrade).ToString().Split('\n').Select(l => l.TrimEnd('\r')).ToList();

        Assert.Equal("TstService 1.1 (managed): imported over 1.0.0.0.", report[0]);
        Assert.StartsWith("  Components: 1 customapi, ", report[1], StringComparison.Ordinal);
        Assert.Contains("1 sdkmessageprocessingstep, 1 sdkmessageprocessingstepimage", report[1], StringComparison.Ordinal);
        Assert.Equal("  No longer in the solution, kept with their data: tst_machine.tst_serialnumber", report[2]);
        Assert.Equal("  Warning: Workflows: not taken, no process, business rule or flow runs (Dunning).", report[3]);
    }

    private SolutionImportResult Import(TestSolution solution) => organization.ImportSolution(solution.Zip());
}
