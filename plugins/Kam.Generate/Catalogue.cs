using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Kam.Generate;

/// <summary>
/// Assigns every custom API to the business event catalogue of its dimension, so that makers find it under "When an action is performed". The dimension is the namespace of its plug-in.
/// </summary>
/// <remarks>Form of the file: learn.microsoft.com, "Catalog and CatalogAssignment tables", "Create a CatalogAssignment with solution files".</remarks>
internal static class Catalogue
{
    private const string Pipeline = "Kam.Plugins.";

    /// <summary>One file for all; none where there is no catalogue.</summary>
    /// <exception cref="InvalidDataException">A custom API whose plug-in is not in the assembly, or a dimension without a catalogue.</exception>
    public static IEnumerable<GeneratedFile> Write(string root, PluginAssembly assembly)
    {
        var solution = Path.Combine(root, "solution");
        if (!Directory.Exists(Path.Combine(solution, "catalogs")) || !Directory.Exists(Path.Combine(solution, "customapis"))) yield break;
        var types = assembly.Types.ToDictionary(type => NameBasedId.OfType(type.FullName).ToString("D"), type => type.FullName, StringComparer.OrdinalIgnoreCase);
        var assignments = Directory.EnumerateFiles(Path.Combine(solution, "customapis"), "customapi.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => XDocument.Load(file).Root!)
            .Where(api => (string?)api.Element("isprivate") != "1")
            .Select(api => Assignment(api, types, solution));
        var document = new XElement("catalogassignments", assignments);
        yield return new("solution/Assets/catalogassignments.xml", document.ToString() + "\n");
    }

    private static XElement Assignment(XElement api, Dictionary<string, string> types, string solution)
    {
        var name = (string)api.Attribute("uniquename")!;
        var id = (string?)api.Element("plugintypeid")?.Element("plugintypeid") ?? "";
        if (!types.TryGetValue(id, out var type) || !type.StartsWith(Pipeline, StringComparison.Ordinal)) throw new InvalidDataException($"{name}: its plug-in type {id} is not in the assembly.");
        var catalogue = $"kam_{type[Pipeline.Length..].Split('.')[0]}Events";
        if (!File.Exists(Path.Combine(solution, "catalogs", catalogue, "catalog.xml"))) throw new InvalidDataException($"{name}: there is no catalogue solution/catalogs/{catalogue}.");
        return new("catalogassignment",
            new XAttribute("catalogid.uniquename", catalogue),
            new XAttribute("object.uniquename", name),
            new XAttribute("objectidtype", "customapi"),
            new XElement("iscustomizable", 1),
            new XElement("name", (string)api.Element("displayname")!.Attribute("default")!));
    }
}
