using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Local.Packaging.Check;
using Xunit;

namespace Local.Packaging.Tests;

public sealed class HostileZipTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("WebResources/../../evil.js")]
    [InlineData("/etc/passwd")]
    [InlineData("WebResources\\evil.js")]
    [InlineData("C:/evil.js")]
    [InlineData("WebResources//evil.js")]
    public void ANameThatLeavesTheFolder_IsRefused(string name) => AssertRefused("zip-name", name, (name, Bytes("evil")));

    [Fact]
    public void TwoEntriesOfOneName_AreRefused() => AssertRefused("zip-name", "a.xml", ("a.xml", Bytes("one")), ("A.xml", Bytes("two")));

    [Fact]
    public void AnEntryThatUnfoldsBeyondMeasure_IsRefused() => AssertRefused("zip-bomb", "WebResources/bomb", ("WebResources/bomb", new byte[64 * 1024 * 1024]));

    [Fact]
    public void ADocumentThatUnfoldsByEntities_IsRefusedForItsDtd() => AssertRefused("xml", "customizations.xml",
        ("[Content_Types].xml", Bytes("<Types />")), ("solution.xml", Bytes("<ImportExportXml />")),
        ("customizations.xml", Bytes("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>")));

    [Fact]
    public void ADocumentNestedWithoutEnd_IsRefused() => AssertRefused("xml", "customizations.xml",
        ("[Content_Types].xml", Bytes("<Types />")), ("solution.xml", Bytes("<ImportExportXml />")),
        ("customizations.xml", Bytes(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)))));

    [Fact]
    public void AZipWithoutItsThreeDocuments_IsRefused()
    {
        Write(("other.xml", Bytes("<a />")));

        Assert.Equal(["[Content_Types].xml", "customizations.xml", "solution.xml"], SolutionCheck.Run(file, new()).Select(finding => finding.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BytesThatAreNoZip_AreRefused()
    {
        File.WriteAllText(file, "PK but no zip");

        Assert.Equal("zip", Assert.Single(SolutionCheck.Run(file, new())).Rule);
    }

    [Fact]
    public void AZipCutShort_IsRefused()
    {
        using var solution = new SmallSolution();
        var whole = SolutionPackerTests.Pack(solution, Flavour.Managed);
        File.WriteAllBytes(file, whole[..(whole.Length / 2)]);

        Assert.Equal("zip", Assert.Single(SolutionCheck.Run(file, new())).Rule);
    }

    [Fact]
    public void AFileNamedInCustomizationsButNotInTheZip_IsFound()
    {
        using var solution = new SmallSolution();
        File.WriteAllBytes(file, SolutionPackerTests.Pack(solution, Flavour.Managed));
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update)) zip.Entries.Single(entry => entry.FullName.StartsWith("WebResources/", StringComparison.Ordinal)).Delete();

        var finding = Assert.Single(SolutionCheck.Run(file, new()), finding => finding.Severity == Severity.Error);
        Assert.Equal(("file-missing", "customizations.xml"), (finding.Rule, finding.File));
        Assert.True(finding.Line > 0);
    }

    public void Dispose() => File.Delete(file);

    private void AssertRefused(string rule, string name, params (string Name, byte[] Content)[] entries)
    {
        Write(entries);

        var finding = Assert.Single(SolutionCheck.Run(file, new()));
        Assert.Equal((rule, Severity.Error), (finding.Rule, finding.Severity));
        Assert.Equal(name, finding.File, ignoreCase: true);
    }

    private void Write(params (string Name, byte[] Content)[] entries)
    {
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
