using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Local.Packaging.Tests;

public sealed class SolutionMapTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("solution-map").FullName;

    [Fact]
    public void ABuiltFile_IsPackedInPlaceOfTheOneInTheFolder()
    {
        using var solution = new SmallSolution();
        Build("dist/built.js", "built");
        using var zip = new MemoryStream();
        SolutionPacker.Pack(solution.Folder, Map("""<FileToFile map="task.js" to="dist\built.js" />"""), Flavour.Managed, zip);

        using var archive = new System.IO.Compression.ZipArchive(zip);
        using var content = new StreamReader(archive.Entries.Single(entry => entry.FullName.StartsWith("WebResources/", StringComparison.Ordinal)).Open());
        Assert.Equal("built", content.ReadToEnd());
    }

    [Fact]
    public void ABuiltControl_IsPackedWithWhateverItsManifestNames()
    {
        using var solution = new SmallSolution();
        Describe(solution);
        Build("dist/ControlManifest.xml", """<manifest><control><resources><code path="bundle.js" order="1" /><platform-library name="React" version="16.14.0" /><resx path="strings/Gauge.1033.resx" /></resources></control></manifest>""");
        Build("dist/bundle.js", "bundle");
        Build("dist/strings/Gauge.1033.resx", "<root />");
        Build("dist/bundle.js.LICENSE.txt", "not named");
        using var zip = new MemoryStream();

        SolutionPacker.Pack(solution.Folder, Map("""<FileToPath map="Controls\sol_Tst.Gauge\ControlManifest.xml" to="dist" /><FileToPath map="Controls\**\*.js" to="dist" /><FileToPath map="Controls\**\*.resx" to="dist\strings" />"""), Flavour.Managed, zip);

        using var archive = new System.IO.Compression.ZipArchive(zip);
        Assert.Equal(
            ["Controls/sol_Tst.Gauge/ControlManifest.xml", "Controls/sol_Tst.Gauge/bundle.js", "Controls/sol_Tst.Gauge/strings/Gauge.1033.resx"],
            archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("Controls/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("missing.js", "Controls/sol_Tst.Gauge/missing.js")]
    [InlineData("../../task.js", "is not a plain path")]
    public void AControlWhoseManifestNamesWhatIsNotInItsFolder_IsRefused(string path, string expected)
    {
        using var solution = new SmallSolution();
        Describe(solution);
        solution.Add("Controls/sol_Tst.Gauge/ControlManifest.xml", $"""<manifest><control><resources><code path="{path}" order="1" /></resources></control></manifest>""");

        var refused = Assert.Throws<SolutionException>(() => SolutionPacker.Pack(solution.Folder, SolutionMap.None, Flavour.Managed, new MemoryStream()));

        Assert.Contains(refused.Findings, finding => finding.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""<FileToFile map="a.js" to="dist\x\a.js" />""", "WebResources/sol_/a.js", "dist/x/a.js")]
    [InlineData("""<FileToFile map="a.js" to="dist\**\b.js" />""", "WebResources/sol_/a.js", "dist/y/b.js")]
    [InlineData("""<FileToPath map="WebResources\sol_\*.js" to="dist\x" />""", "WebResources/sol_/a.js", "dist/x/a.js")]
    [InlineData("""<FileToPath map="WebResources\**\*.*" to="dist\**" />""", "WebResources/sol_/y/b.js", "dist/y/b.js")]
    [InlineData("""<FileToPath map="WebResources\**\*.js" to="dist\**" />""", "WebResources/sol_/x/c.js", "dist/x/c.js")]
    public void APattern_FindsTheOneFileItMeans(string rule, string path, string expected)
    {
        foreach (var file in new[] { "dist/x/a.js", "dist/y/b.js", "dist/x/c.js", "dist/y/c.js" }) Build(file, file);

        Assert.Equal(expected, Path.GetRelativePath(root, Map(rule).Resolve(path)!).Replace('\\', '/'));
    }

    [Fact]
    public void APatternThatFindsTwoFiles_IsRefused()
    {
        foreach (var file in new[] { "dist/x/c.js", "dist/y/c.js" }) Build(file, file);

        Assert.Throws<FileNotFoundException>(() => Map("""<FileToFile map="c.js" to="dist\**\c.js" />""").Resolve("WebResources/sol_/c.js"));
    }

    [Fact]
    public void AFileNoRuleSpeaksOf_IsTakenFromTheFolder() =>
        Assert.Null(Map("""<FileToFile map="a.js" to="dist\a.js" />""").Resolve("WebResources/sol_/other.js"));

    [Theory]
    [InlineData("""<FileToFile map="a.js" to="..\a.js" />""")]
    [InlineData("""<FileToFile map="a.js" to="dist\..\..\a.js" />""")]
    [InlineData("""<FileToFile map="a.js" to="/etc/passwd" />""")]
    [InlineData("""<FileToFile map="a.js" />""")]
    [InlineData("""<Folder map="a" to="b" />""")]
    public void ARuleThatLeavesTheFolderOrIsUnknown_IsRefused(string rule) =>
        Assert.Equal("map", Assert.Single(Assert.Throws<SolutionException>(() => Map(rule)).Findings).Rule);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private SolutionMap Map(string rule)
    {
        var path = Path.Combine(root, "map.xml");
        File.WriteAllText(path, $"<Mapping>{rule}</Mapping>");
        return SolutionMap.Read(path);
    }

    private static void Describe(SmallSolution solution) => solution.Add(
        "Controls/sol_Tst.Gauge/ControlManifest.xml.data.xml",
        "<CustomControl><Name>sol_Tst.Gauge</Name><FileName>/Controls/sol_Tst.Gauge/ControlManifest.xml</FileName></CustomControl>");

    private void Build(string file, string content)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
