using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Kam.Solution.Tests;

/// <summary>Whoever builds a flow finds our custom APIs in the catalogue of business events.</summary>
public sealed class CatalogueTests
{
    private static readonly string Solution = Path.Combine(Repository.Root, "solution");

    [Fact]
    public void EveryCustomApi_IsABusinessEventOfOneDimension()
    {
        var apis = Directory.EnumerateDirectories(Path.Combine(Solution, "customapis")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        var assigned = Assignments().Select(assignment => (string)assignment.Attribute("object.uniquename")!).Order(StringComparer.Ordinal);

        Assert.Equal(apis, assigned);
    }

    [Fact]
    public void EveryCatalogue_IsNamedAsItsFolder_AndHangsUnderTheRoot()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Solution, "catalogs"), "catalog.xml", SearchOption.AllDirectories))
        {
            var catalogue = XDocument.Load(file).Root!;
            var name = (string)catalogue.Attribute("uniquename")!;
            Assert.Equal(Path.GetFileName(Path.GetDirectoryName(file)), name);
            Assert.Equal(name == "kam_KeyAccountManagementEvents" ? null : "kam_KeyAccountManagementEvents", (string?)catalogue.Element("parentcatalogid")?.Element("uniquename"));
            Assert.Equal(["1031", "1033", "1036", "1040"], catalogue.Element("displayname")!.Elements("label").Select(label => (string)label.Attribute("languagecode")!).Order());
        }
    }

    [Fact]
    public void EveryCustomApi_MayBeFollowedBySteps() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Solution, "customapis"), "customapi.xml", SearchOption.AllDirectories), file =>
            Assert.Contains((string)XDocument.Load(file).Root!.Element("allowedcustomprocessingsteptype")!, new[] { "1", "2" }));

    private static System.Collections.Generic.IEnumerable<XElement> Assignments() =>
        XDocument.Load(Path.Combine(Solution, "Assets", "catalogassignments.xml")).Root!.Elements("catalogassignment");
}
