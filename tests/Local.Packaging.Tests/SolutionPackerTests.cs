using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Local.Packaging.Tests;

public sealed class SolutionPackerTests
{
    [Fact]
    public void TheSameFolder_GivesTheSameBytesHoweverItsFilesAreDated()
    {
        using var solution = new SmallSolution();
        var first = Pack(solution, Flavour.Managed);
        foreach (var file in Directory.EnumerateFiles(solution.Folder, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.Equal(first, Pack(solution, Flavour.Managed));
    }

    [Fact]
    public void TheTwoFlavours_DifferInTheManifestsManagedAlone()
    {
        using var solution = new SmallSolution();
        var (managed, unmanaged) = (Entries(Pack(solution, Flavour.Managed)), Entries(Pack(solution, Flavour.Unmanaged)));

        Assert.Equal(managed.Keys, unmanaged.Keys);
        Assert.Equal(["solution.xml"], managed.Keys.Where(name => !managed[name].SequenceEqual(unmanaged[name])));
        Assert.Equal("1", Xml(managed, "solution.xml").Descendants("Managed").Single().Value);
        Assert.Equal("0", Xml(unmanaged, "solution.xml").Descendants("Managed").Single().Value);
    }

    [Fact]
    public void TheZip_HoldsTheThreeDocumentsTheNamedFilesAndTheComponentFolders()
    {
        using var solution = new SmallSolution();
        var entries = Entries(Pack(solution, Flavour.Managed));

        Assert.Equal(
        [
            "PluginAssemblies/SmallPlugins-173ED394-7BBE-52E2-8207-BC892ECB21E5/SmallPlugins.dll",
            "WebResources/sol_/task.js49E631A2-0A84-5B96-9542-A00299815288",
            "[Content_Types].xml", "customapis/sol_CountTasks/customapi.xml",
            "customapis/sol_CountTasks/customapiresponseproperties/Count/customapiresponseproperty.xml", "customizations.xml",
            "environmentvariabledefinitions/sol_Limit/environmentvariabledefinition.xml", "solution.xml",
        ], entries.Keys);
    }

    [Fact]
    public void ContentTypes_DeclareEveryExtensionAndEveryFileWithoutOne()
    {
        using var solution = new SmallSolution();
        var types = Xml(Entries(Pack(solution, Flavour.Managed)), "[Content_Types].xml").Root!;

        Assert.Equal(["dll", "xml"], types.Elements().Select(type => (string?)type.Attribute("Extension")).OfType<string>());
        Assert.Equal(["/WebResources/sol_/task.js49E631A2-0A84-5B96-9542-A00299815288"], types.Elements().Select(type => (string?)type.Attribute("PartName")).OfType<string>());
    }

    [Fact]
    public void SectionsInAnyOrder_AreWrittenInThePlatformsOrder()
    {
        using var solution = new SmallSolution();
        solution.Change("Other/Customizations.xml", "  <Entities />\n  <Roles />\n", "  <Roles />\n  <Entities />\n");

        var sections = Xml(Entries(Pack(solution, Flavour.Managed)), "customizations.xml").Root!.Elements().Select(section => section.Name.LocalName).ToList();
        Assert.Equal(["Entities", "Roles", "Workflows"], sections.Take(3));
        Assert.Equal("Languages", sections[^1]);
    }

    [Fact]
    public void ATable_CarriesItsFormsViewsChartsAndRibbonInThatOrder()
    {
        using var solution = new SmallSolution();
        var task = Xml(Entries(Pack(solution, Flavour.Managed)), "customizations.xml").Descendants("Entity").Single(table => (string?)table.Element("Name") == "sol_Task");

        Assert.Equal(["Name", "EntityInfo", "FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml"], task.Elements().Select(part => part.Name.LocalName));
        Assert.Equal("main", (string?)task.Element("FormXml")!.Element("forms")!.Attribute("type"));
    }

    [Fact]
    public void AManagedVariant_ReplacesItsFileInTheManagedZipOnly()
    {
        using var solution = new SmallSolution();
        var role = File.ReadAllText(Path.Combine(solution.Folder, "Roles/Worker.xml"));
        solution.Add("Roles/Worker_managed.xml", role.Replace("name=\"Worker\"", "name=\"Managed worker\"", StringComparison.Ordinal));

        Assert.Equal("Managed worker", RoleName(Pack(solution, Flavour.Managed)));
        Assert.Equal("Worker", RoleName(Pack(solution, Flavour.Unmanaged)));
    }

    [Fact]
    public void ConfigurationDataBesideTheSolution_StaysOutOfTheZip()
    {
        using var solution = new SmallSolution();
        solution.Add("data/data.xml", "<entities />");

        Assert.DoesNotContain(Entries(Pack(solution, Flavour.Managed)).Keys, name => name.StartsWith("data", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string, string, string> Drops => new()
    {
        { "Other/Customizations.xml", "  <Roles />\n", "", "placeholder", "Other/Customizations.xml" },
        { "Other/Relationships.xml", "  <EntityRelationship Name=\"sol_Account_Task\" />\n", "", "relationship-list", "Other/Relationships/Account.xml" },
        { "Other/Relationships/Account.xml", "Name=\"sol_Account_Task\"", "Name=\"sol_Other\"", "relationship-list", "Other/Relationships.xml" },
        { "WebResources/sol_/task.js.data.xml", "/WebResources/sol_", "/WebResources/../../sol_", "file-name", "WebResources/sol_/task.js.data.xml" },
        { "WebResources/sol_/task.js.data.xml", "/WebResources/sol_", "/Workflows/sol_", "file-name", "WebResources/sol_/task.js.data.xml" },
        { "Roles/Worker.xml", "<Role id", "<Roll id", "xml", "Roles/Worker.xml" },
        { "Other/Customizations.xml", "<Workflows />", "<Workflow />", "section", "Other/Customizations.xml" },
    };

    [Theory, MemberData(nameof(Drops))]
    public void WhatSolutionPackagerDropsOrBreaks_IsRefusedAndNothingIsWritten(string file, string from, string to, string rule, string place)
    {
        using var solution = new SmallSolution();
        solution.Change(file, from, to);
        using var target = new MemoryStream();

        var refused = Assert.Throws<SolutionException>(() => SolutionPacker.Pack(solution.Folder, SolutionMap.None, Flavour.Managed, target));
        Assert.Contains(refused.Findings, finding => finding.Rule == rule && finding.File == place);
        Assert.Equal(0, target.Length);
    }

    [Theory]
    [InlineData("sol_Task/RibbonDiff.xml", "file-missing")]
    [InlineData("WebResources/sol_/task.js", "file-missing")]
    public void AFileThatIsMissing_IsRefused(string file, string rule)
    {
        using var solution = new SmallSolution();
        solution.Remove(file);

        var finding = Assert.Single(Assert.Throws<SolutionException>(() => Pack(solution, Flavour.Managed)).Findings);
        Assert.Equal((rule, solution.Folder.Length > 0), (finding.Rule, finding.File.EndsWith(file, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("WebResources/sol_/stray.js")]
    [InlineData("Notes/readme.txt")]
    [InlineData("Entities/sol_Task/Entity.xml.orig")]
    public void AFileNothingDescribes_IsRefused(string file)
    {
        using var solution = new SmallSolution();
        solution.Add(file, "stray");

        var finding = Assert.Single(Assert.Throws<SolutionException>(() => Pack(solution, Flavour.Managed)).Findings);
        Assert.Equal(("layout", file), (finding.Rule, finding.File));
    }

    [Fact]
    public void ALinkOutOfTheFolder_IsNotFollowed()
    {
        using var solution = new SmallSolution();
        var outside = Directory.CreateTempSubdirectory("outside");
        File.WriteAllText(Path.Combine(outside.FullName, "secret.txt"), "secret");
        File.CreateSymbolicLink(Path.Combine(solution.Folder, "customapis", "sol_CountTasks", "secret.txt"), Path.Combine(outside.FullName, "secret.txt"));

        Assert.Contains(Assert.Throws<SolutionException>(() => Pack(solution, Flavour.Managed)).Findings, finding => finding.File == "customapis/sol_CountTasks/secret.txt");
        outside.Delete(recursive: true);
    }

    internal static byte[] Pack(SmallSolution solution, Flavour flavour)
    {
        using var zip = new MemoryStream();
        SolutionPacker.Pack(solution.Folder, SolutionMap.None, flavour, zip);
        return zip.ToArray();
    }

    private static SortedDictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            entries.Add(entry.FullName, content.ToArray());
        }
        return entries;
    }

    private static XDocument Xml(SortedDictionary<string, byte[]> entries, string name) => XDocument.Load(new MemoryStream(entries[name]));

    private static string RoleName(byte[] zip) => (string)Xml(Entries(zip), "customizations.xml").Descendants("Role").First(role => role.Attribute("name") is not null).Attribute("name")!;
}
