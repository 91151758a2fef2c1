using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Local.Dataverse;
using Local.Dataverse.Storage;
using Local.Dataverse.Tests.Import;
using Local.Reliability.Tests.Fuzzing;
using Local.Reliability.Tests.Kills;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Imports;

/// <summary>An import that is interrupted, wherever it is, leaves the organisation as it was; done again, it succeeds.</summary>
public sealed class InterruptedImportTests : IDisposable
{
    private const string Machine = "11111111-0000-0000-0000-000000000001", Customer = "22222222-0000-0000-0000-000000000001";

    private const string Declaration = """
        <entities>
          <entity name="tst_machine" primaryidfield="tst_machineid" disableplugins="true"><fields>
            <field name="tst_machineid" type="guid" primaryKey="true" /><field name="tst_name" type="string" /><field name="tst_customerid" type="entityreference" lookupType="account" />
            <field name="statecode" type="state" /><field name="statuscode" type="status" /></fields></entity>
          <entity name="account" primaryidfield="accountid"><fields><field name="accountid" type="guid" primaryKey="true" /><field name="name" type="string" /></fields></entity>
        </entities>
        """;

    private const string Records = $"""
        <entities>
          <entity name="tst_machine"><records><record id="{Machine}"><field name="tst_machineid" value="{Machine}" /><field name="tst_name" value="Press 8" />
            <field name="tst_customerid" value="{Customer}" lookupentity="account" lookupentityname="Neu AG" /><field name="statecode" value="1" /><field name="statuscode" value="2" /></record></records></entity>
          <entity name="account"><records><record id="{Customer}"><field name="accountid" value="{Customer}" /><field name="name" value="Neu AG" /></record></records></entity>
        </entities>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("imports").FullName;
    private readonly Dataverse.LocalDataverse dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());

    private Store Store => dataverse.Organization.Store;

    public void Dispose()
    {
        dataverse.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void ASolution_InterruptedAtAnyStatement_LeavesTheOldVersion()
    {
        dataverse.ImportSolution(Version1().Zip());
        dataverse.AdministratorService.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_serialnumber"] = "S-1" });
        InterruptEverywhere(() => dataverse.ImportSolution(Version2().Zip()));
        Assert.NotNull(dataverse.Schema.Tables["tst_machine"].Find("tst_odd"));
    }

    [Fact]
    public void ConfigurationData_InterruptedAtAnyStatement_LeavesTheOldRows()
    {
        dataverse.ImportSolution(Version1().Zip());
        dataverse.AdministratorService.Create(new Entity("tst_machine", Guid.Parse(Machine)) { ["tst_name"] = "Press 7" });
        InterruptEverywhere(() => dataverse.ImportConfigurationData(Data()));
        var machine = dataverse.AdministratorService.Retrieve("tst_machine", Guid.Parse(Machine), new ColumnSet("tst_name", "tst_customerid"));
        Assert.Equal(("Press 8", Guid.Parse(Customer)), (machine["tst_name"], machine.GetAttributeValue<EntityReference>("tst_customerid").Id));
    }

    [Fact]
    public void AProcessKilledDuringAnImport_LeavesTheOldVersionOrTheNewOne()
    {
        string path = Path.Combine(folder, "organization.db"), zip = Path.Combine(folder, "next.zip");
        var random = new Random(7);
        var version = 1;
        using (var fresh = Open(path))
        {
            fresh.ImportSolution(Version(1).Zip());
            fresh.AdministratorService.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_serialnumber"] = "S-1" });
        }
        for (var kill = 0; kill < Fuzz.Times(12); kill++)
        {
            File.WriteAllBytes(zip, Version(version + 1).Zip().ToArray());
            var imported = WriterProcess.ImportAndKill(path, zip, TimeSpan.FromMilliseconds(random.Next(700)));
            using var opened = Open(path);
            var found = FoundVersion(opened);
            if (imported) Assert.Equal(version + 1, found);
            Assert.InRange(found, version, version + 1);
            version = found;
            // Each version brings a column: the schema is that of the version, and the row has come through.
            Assert.NotNull(opened.Schema.Tables["tst_machine"].Find($"tst_v{found}"));
            Assert.Null(opened.Schema.Tables["tst_machine"].Find($"tst_v{found + 1}"));
            Assert.Equal("S-1", opened.AdministratorService.RetrieveMultiple(new QueryExpression("tst_machine") { ColumnSet = new ColumnSet(true) }).Entities.Single()["tst_serialnumber"]);
        }
    }

    private void InterruptEverywhere(Action import)
    {
        var before = Contents();
        var schema = dataverse.Schema;
        var step = 0;
        for (var at = 1; ; at += 1 + (step / 40))
        {
            step++;
            if (!Interrupted(import, at)) break;
            Assert.Same(schema, dataverse.Schema);
            Assert.Equal(before, Contents());
        }
        Assert.True(step > 15, $"The import was interrupted only {step} times.");
        Assert.NotEqual(before, Contents());
    }

    // Throws before the n-th statement, once: undoing runs statements, too.
    private bool Interrupted(Action import, int at)
    {
        var count = 0;
        Store.Watch = _ =>
        {
            if (++count == at) throw new PowerCutException();
        };
        try
        {
            import();
            Assert.True(count < at, "The interruption was swallowed.");
            return false;
        }
        catch (Exception failure) when (count >= at && IsPowerCut(failure))
        {
            return true;
        }
        finally
        {
            Store.Watch = null;
        }
    }

    private static bool IsPowerCut(Exception failure) => failure is PowerCutException || failure.Message.Contains(nameof(PowerCutException), StringComparison.Ordinal)
        || (failure.InnerException is { } inner && IsPowerCut(inner));

    // Every table, index and row as text.
    private string Contents()
    {
        var contents = new StringBuilder();
        var tables = new List<string>();
        using (var objects = new Rows(Store, "SELECT name, type, coalesce(sql, '') FROM sqlite_master ORDER BY name"))
        {
            while (objects.Next())
            {
                contents.AppendLine(objects.Text(0) + " " + objects.Text(2));
                if (objects.Text(1) == "table") tables.Add(objects.Text(0));
            }
        }
        foreach (var table in tables)
        {
            var columns = new List<string>();
            using (var info = new Rows(Store, $"SELECT name FROM pragma_table_info('{table}')"))
            {
                while (info.Next()) columns.Add($"quote(\"{info.Text(0)}\")");
            }
            using var rows = new Rows(Store, $"SELECT {string.Join("||','||", columns)} FROM \"{table}\" ORDER BY 1");
            while (rows.Next()) contents.AppendLine(rows.Text(0));
        }
        return contents.ToString();
    }

    private static int FoundVersion(Dataverse.LocalDataverse opened) => System.Version.Parse(
        (string)opened.AdministratorService.RetrieveMultiple(new QueryExpression("solution") { ColumnSet = new ColumnSet("version") }).Entities.Single()["version"]).Major;

    private static TestSolution Version1() => new() { WithStep = false };

    private static TestSolution Version2() => Version1() with { Version = "2.0.0.0", MoreColumns = TestSolution.Column("tst_Odd", "int") };

    private static TestSolution Version(int version) => Version1() with
    {
        Version = $"{version}.0.0.0",
        MoreColumns = string.Concat(Enumerable.Range(1, version).Select(v => TestSolution.Column($"tst_V{v}", "int"))),
    };

    private static MemoryStream Data() => TestSolution.Zip([("data_schema.xml", Encoding.UTF8.GetBytes(Declaration)), ("data.xml", Encoding.UTF8.GetBytes(Records))]);

    private static Dataverse.LocalDataverse Open(string path) => Dataverse.LocalDataverse.Open(new LocalDataverseOptions { Path = path });

    private sealed class PowerCutException : Exception;

    private sealed class Rows(Store store, string sql) : IDisposable
    {
        private readonly Statement statement = store.PrepareQuery(sql);

        public bool Next() => statement.Step();

        public string Text(int column) => statement.IsNull(column) ? "" : statement.Text(column);

        public void Dispose() => statement.Reset();
    }
}
