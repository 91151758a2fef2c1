using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Local.Dataverse.Import;
using Xunit;

namespace Local.Dataverse.Tests.Import;

public sealed class BadPackageTests
{
    private const int InvalidFile = unchecked((int)0x80048000), NotWellFormed = unchecked((int)0x80048013), WrongPublisher = unchecked((int)0x8004801C),
        MissingDependencies = unchecked((int)0x8004801D), InvalidXml = unchecked((int)0x8004802C), OlderVersion = unchecked((int)0x80048033),
        MissingOptionSet = unchecked((int)0x80048039), NotDeclared = unchecked((int)0x8004803A), UnmanagedIsInstalled = unchecked((int)0x80048040),
        ManagedIsInstalled = unchecked((int)0x80048041), TooLarge = unchecked((int)0x80040375);

    private readonly RowsInMemory rows = new();

    [Fact]
    public void BytesThatAreNoZip_AreRefused() => Refused(new MemoryStream([1, 2, 3, 4]), InvalidFile, "complete zip");

    [Fact]
    public void ATruncatedZip_IsRefused()
    {
        var whole = new TestSolution().Zip().ToArray();
        Refused(new MemoryStream(whole[..(whole.Length / 2)]), InvalidFile, "complete zip");
    }

    [Fact]
    public void AZipBomb_IsRefusedByWhatItUnpacksTo()
    {
        var zip = TestSolution.Zip([("solution.xml", new byte[3_000_000])]);
        var refused = Assert.Throws<SolutionImportException>(() => SolutionPackage.Read(zip, new PackageLimits(Files: 10, Bytes: 1_000_000)));
        Assert.Equal(TooLarge, refused.ErrorCode);
    }

    [Fact]
    public void AFileThatDoesNotHaveItsChecksum_IsRefused()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in Whole())
            {
                using var entry = archive.CreateEntry(path, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }
        var content = zip.ToArray();
        content[content.AsSpan().IndexOf("export {};"u8)] = (byte)'x';
        Refused(new MemoryStream(content), InvalidFile, "WebResources/tst_machinejs: The file is damaged");
    }

    [Fact]
    public void MoreFilesThanAllowed_AreRefused()
    {
        var zip = TestSolution.Zip(Enumerable.Range(0, 11).Select(i => ($"f{i}", Array.Empty<byte>())));
        Assert.Equal(TooLarge, Assert.Throws<SolutionImportException>(() => SolutionPackage.Read(zip, new PackageLimits(Files: 10, Bytes: 1000))).ErrorCode);
    }

    [Theory]
    [InlineData("../solution.xml")]
    [InlineData("WebResources/../../evil.js")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/evil.dll")]
    [InlineData("..\\evil.dll")]
    public void APathThatLeavesThePackage_IsRefused(string path) =>
        Refused(TestSolution.Zip([.. Whole(), (path, [1])]), InvalidFile, "leaves the package");

    [Fact]
    public void TwoFilesOfOneName_AreRefused() => Refused(TestSolution.Zip([.. Whole(), ("SOLUTION.xml", [1])]), InvalidFile, "two files");

    [Fact]
    public void APackageWithoutCustomizations_IsRefused() =>
        Refused(TestSolution.Zip(Whole().Where(f => f.Item1 != "customizations.xml")), InvalidFile, "customizations.xml: The package has no such file");

    [Fact]
    public void XmlWithADocumentType_IsRefusedBeforeAnyEntityIsExpanded() =>
        Refused(new TestSolution { Change = text => "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + text }.Zip(), NotWellFormed, "DTD");

    [Fact]
    public void XmlThatIsNotWellFormed_IsNamedWithItsLine() =>
        Refused(new TestSolution { Change = text => text.Replace("</Entities>", "") }.Zip(), NotWellFormed, "customizations.xml(");

    [Fact]
    public void AnUnknownColumnType_IsNamedWithItsLine() =>
        Refused(new TestSolution { MoreColumns = TestSolution.Column("tst_Odd", "hologram") }.Zip(), InvalidXml, "tst_machine.tst_odd has the unknown type 'hologram'");

    [Fact]
    public void AColumnNameThatIsNoName_IsRefused() =>
        Refused(new TestSolution { MoreColumns = TestSolution.Column("tst_x]; DROP TABLE account", "int") }.Zip(), InvalidXml, "is not a column name");

    [Fact]
    public void AColumnDefinedTwice_IsRefused() =>
        Refused(new TestSolution { MoreColumns = TestSolution.Column("tst_Hours", "int") }.Zip(), InvalidXml, "two columns tst_hours");

    [Fact]
    public void AnOptionValueUsedTwice_IsRefused() =>
        Refused(new TestSolution { MoreOptions = "<option value=\"123450000\" />" }.Zip(), InvalidXml, "has the value 123450000 twice");

    [Fact]
    public void AChoiceThatDoesNotExist_IsRefused() =>
        Refused(new TestSolution { MoreColumns = TestSolution.Column("tst_Odd", "picklist", "<OptionSetName>tst_nowhere</OptionSetName>") }.Zip(), MissingOptionSet, "tst_nowhere");

    [Fact]
    public void ALookupWithoutRelationship_IsRefused() =>
        Refused(new TestSolution { MoreColumns = TestSolution.Column("tst_LostId", "lookup") }.Zip(), InvalidXml, "tst_machine.tst_lostid has no relationship");

    [Fact]
    public void ARelationshipToATableThatIsNotThere_IsAMissingDependency() => Refused(
        new TestSolution
        {
            MoreColumns = TestSolution.Column("tst_ResourceId", "lookup"),
            MoreRelationships = TestSolution.OneToMany("tst_resource", "BookableResource", "tst_Machine", "tst_ResourceId", "RemoveLink"),
        }.Zip(),
        MissingDependencies, "needs the table bookableresource");

    [Fact]
    public void MissingDependencies_AreListedAllAtOnce()
    {
        const string required = "<MissingDependency><Required type=\"1\" schemaName=\"msdyn_project\" displayName=\"Project\" solution=\"ProjectService (3.1)\" /><Dependent type=\"1\" schemaName=\"tst_machine\" /></MissingDependency>"
            + "<MissingDependency><Required type=\"2\" schemaName=\"msdyn_rating\" parentSchemaName=\"account\" displayName=\"Rating\" solution=\"Rating (1.0)\" /><Dependent type=\"1\" schemaName=\"tst_machine\" /></MissingDependency>"
            + "<MissingDependency><Required type=\"1\" schemaName=\"salesorder\" displayName=\"Order\" solution=\"Sales (9.0)\" /><Dependent type=\"1\" schemaName=\"tst_machine\" /></MissingDependency>";
        var refused = Refused(new TestSolution { MissingDependencies = required }.Zip(), MissingDependencies, "table msdyn_project (Project) of solution ProjectService (3.1)");
        Assert.Equal(2, refused.Errors.Count);
        Assert.Contains("account.msdyn_rating", refused.Errors[1].Message);
    }

    [Fact]
    public void AStepOnAColumnThatDoesNotExist_IsRefused() =>
        Refused(new TestSolution { Change = t => t.Replace("tst_customerid,tst_hours", "tst_customerid,tst_gone") }.Zip(), InvalidXml, "filters on the column tst_gone");

    [Fact]
    public void AnAssemblyWhoseFileIsMissing_IsRefused() =>
        Refused(TestSolution.Zip(Whole().Where(f => f.Item1 != "PluginAssemblies/TstPlugins.dll")), InvalidXml, "PluginAssemblies/TstPlugins.dll");

    [Fact]
    public void AComponentThatIsNotDeclared_IsRefused() =>
        Refused(new TestSolution { Change = t => t.Replace("Name=\"tst_risk\"", "Name=\"tst_other\"").Replace("<OptionSetName>tst_risk", "<OptionSetName>tst_other") }.Zip(), NotDeclared, "tst_other is not declared");

    [Fact]
    public void AColumnThatChangesItsType_IsRefused()
    {
        Import(new TestSolution());
        Refused(new TestSolution { Version = "1.1.0.0", Change = t => t.Replace("<Type>decimal</Type><Name>tst_hours", "<Type>nvarchar</Type><Name>tst_hours") }.Zip(), InvalidXml, "type cannot change");
    }

    [Fact]
    public void ManagedOverUnmanagedAndBack_IsRefusedAsThePlatformDoes()
    {
        Import(new TestSolution { Managed = "0" });
        Refused(new TestSolution { Version = "2.0" }.Zip(), UnmanagedIsInstalled, "installed as unmanaged");
        var other = new BadPackageTests();
        other.Import(new TestSolution());
        other.Refused(new TestSolution { Managed = "0", Version = "2.0" }.Zip(), ManagedIsInstalled, "installed as managed");
    }

    [Fact]
    public void AnOlderVersion_IsRefused()
    {
        Import(new TestSolution { Version = "1.2.0.0" });
        Refused(new TestSolution { Version = "1.1.9.9" }.Zip(), OlderVersion, "1.2.0.0 is installed");
    }

    [Fact]
    public void AnotherPublisher_IsRefused()
    {
        Import(new TestSolution());
        Refused(new TestSolution { Version = "1.1", Publisher = "somebodyelse" }.Zip(), WrongPublisher, "somebodyelse");
    }

    [Theory]
    [InlineData("2", "<Managed> is '2'")]
    [InlineData("", "<Managed> is ''")]
    public void AManifestThatDoesNotSayWhetherItIsManaged_IsRefused(string managed, string message) =>
        Refused(new TestSolution { Managed = managed }.Zip(), InvalidXml, message);

    [Fact]
    public void EverythingThatIsWrong_IsReportedAtOnce()
    {
        var refused = Refused(
            new TestSolution { MoreColumns = TestSolution.Column("tst_A", "hologram") + TestSolution.Column("tst_B", "lookup"), MoreOptions = "<option value=\"x\" />" }.Zip(),
            InvalidXml, "hologram");
        Assert.Equal(3, refused.Errors.Count);
        Assert.All(refused.Errors, e => Assert.Equal("customizations.xml", e.File));
    }

    private static List<(string, byte[])> Whole() => new TestSolution().Files().Select(f => (f.Key, f.Value)).ToList();

    private void Import(TestSolution solution) =>
        new SolutionImporter(rows.Schema, rows, schema => rows.Schema = schema).Import(SolutionPackage.Read(solution.Zip()));

    // Nothing of a refused package may be left: neither a row nor a table.
    private SolutionImportException Refused(Stream zip, int errorCode, string message)
    {
        var (schema, count) = (rows.Schema, rows.Count);
        var refused = Assert.Throws<SolutionImportException>(() =>
            new SolutionImporter(rows.Schema, rows, s => rows.Schema = s).Import(SolutionPackage.Read(zip)));
        Assert.Contains(message, refused.Message);
        Assert.Equal(errorCode, refused.ErrorCode);
        Assert.Same(schema, rows.Schema);
        Assert.Equal(count, rows.Count);
        return refused;
    }
}
