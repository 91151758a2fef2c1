using System;
using System.IO;
using System.Linq;
using System.Text;
using Local.Dataverse.Tests.Import;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Storage;

/// <summary>The database file: who may open it, and what is in it when the process ends without a word.</summary>
public sealed class DatabaseFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dataverse").FullName;

    private string FilePath => Path.Combine(folder, "organization.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AFileThatIsInUse_IsRefusedAndFreeAgainAfterwards()
    {
        using (var first = Open(FilePath))
        {
            var refused = Assert.Throws<IOException>(() => Open(FilePath));
            Assert.Contains("is in use by another embedded Dataverse", refused.Message, StringComparison.Ordinal);
            first.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG" });
        }
        using var again = Open(FilePath);
        Assert.Equal(["Muster AG"], Names(again));
    }

    [Fact]
    public void AProcessThatEndsWithoutDispose_LeavesEveryFinishedRequestAndNothingOfTheOneUnderWay()
    {
        using var running = Open(FilePath);
        running.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG" });
        // As the disk is when the process ends in the middle of a request.
        using (running.Organization.Store.Begin())
        {
            running.Organization.Core.Create(running.Organization.PlatformContext(), new Entity("account") { ["name"] = "Halb AG" });
            CopyTo("ended.db");
        }

        using var reopened = Open(Path.Combine(folder, "ended.db"));

        Assert.Equal(["Muster AG"], Names(reopened));
        var id = reopened.AdministratorService.Create(new Entity("account") { ["name"] = "Neu AG" });
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public void AProcessThatEndsDuringAnImport_LeavesTheOldVersionWithItsRows()
    {
        using var running = Open(FilePath);
        running.ImportSolution(new TestSolution { WithStep = false }.Zip());
        running.AdministratorService.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7", ["tst_serialnumber"] = "S-1" });
        var organization = running.Organization;
        using (organization.Store.Begin())
        {
            Local.Dataverse.Import.StoredImport.Run(
                organization.Store, organization.Core, organization.Facts, organization.PlatformContext(),
                new TestSolution { Version = "2.0", MoreColumns = TestSolution.Column("tst_Odd", "int") }.Zip());
            CopyTo("ended.db");
        }

        using var reopened = Open(Path.Combine(folder, "ended.db"));

        Assert.Null(reopened.Schema.Tables["tst_machine"].Find("tst_odd"));
        Assert.Equal("1.0.0.0", reopened.AdministratorService.RetrieveMultiple(new QueryExpression("solution") { ColumnSet = new ColumnSet("version") }).Entities.Single()["version"]);
        Assert.Equal("S-1", reopened.AdministratorService.RetrieveMultiple(new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_serialnumber") }).Entities.Single()["tst_serialnumber"]);
        Assert.Equal("2.0", reopened.ImportSolution(new TestSolution { Version = "2.0" }.Zip()).Version.ToString());
    }

    [Fact]
    public void AFileThatIsNoDatabase_IsRefusedAndStaysAsItWas()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 5000));
        File.WriteAllBytes(FilePath, bytes);

        Assert.Contains("is not a database of the embedded Dataverse", Assert.Throws<InvalidDataException>(() => Open(FilePath)).Message, StringComparison.Ordinal);

        Assert.Equal(bytes, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void ADatabaseOfAnotherProgram_IsRefusedAndGetsNoTables()
    {
        Sql("CREATE TABLE bookmarks(url TEXT)");

        Assert.Contains("is a database of another program", Assert.Throws<InvalidDataException>(() => Open(FilePath)).Message, StringComparison.Ordinal);

        Assert.Equal(1L, Sql("SELECT COUNT(*) FROM sqlite_master"));
    }

    [Fact]
    public void AFolderThatDoesNotExist_IsNamed() => Assert.Contains(
        "Does its folder exist", Assert.Throws<IOException>(() => Open(Path.Combine(folder, "nowhere", "organization.db"))).Message, StringComparison.Ordinal);

    private static LocalDataverse Open(string path) => LocalDataverse.Open(new LocalDataverseOptions { Path = path });

    private static string[] Names(LocalDataverse dataverse) => dataverse.AdministratorService
        .RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet("name") }).Entities.Select(e => (string)e["name"]).ToArray();

    private void CopyTo(string name)
    {
        foreach (var end in new[] { "", "-wal" })
        {
            using var from = new FileStream(FilePath + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(Path.Combine(folder, name) + end);
            from.CopyTo(to);
        }
    }

    private object? Sql(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
