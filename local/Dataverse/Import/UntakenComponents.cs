using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Dataverse.Import;

/// <summary>Names what a package brings and this organisation has no place for, so that nobody takes its absence for a fault of the solution.</summary>
internal static class UntakenComponents
{
    /// <summary>Sections of customizations.xml that are read.</summary>
    public static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Entities", "Roles", "FieldSecurityProfiles", "EntityRelationships", "optionsets", "Dashboards", "WebResources", "SolutionPluginAssemblies",
        "RibbonDiffXml", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "EntityMaps", "AppModules", "CustomControls", "Languages",
    };

    private static readonly HashSet<string> takenOfTables = new(StringComparer.Ordinal)
    {
        "Name", "ObjectTypeCode", "EntityInfo", "FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml",
    };

    private static readonly string[] takenFiles =
        ["solution.xml", "customizations.xml", "[Content_Types].xml", "customapis/", "environmentvariabledefinitions/", "WebResources/", "PluginAssemblies/", "Formulas/", "Controls/"];

    private static readonly Dictionary<string, string> consequences = new(StringComparer.Ordinal)
    {
        ["Workflows"] = "no process, business rule or flow runs",
        ["Reports"] = "reports cannot be run",
        ["EntityDataProviders"] = "virtual tables have no rows",
        ["ConnectionRoles"] = "roles of connections are missing",
    };

    /// <summary>One sentence for each kind.</summary>
    public static List<string> Of(SolutionPackage package)
    {
        var warnings = new List<string>();
        foreach (var section in package.Customizations.Elements().Where(e => !Taken.Contains(e.Name.LocalName) && e.HasElements))
        {
            warnings.Add(Sentence(section.Name.LocalName, Names(section.Elements())));
        }
        foreach (var section in package.Customizations.Elements("Entities").Elements("Entity").Elements().Where(HasContent).GroupBy(e => e.Name.LocalName))
        {
            warnings.Add(Sentence(section.Key, string.Join(", ", section.Select(e => "table " + (XmlValues.Text(e.Parent, "Name") ?? "?")))));
        }
        warnings.AddRange(ComputedColumns(package));
        foreach (var folder in package.Archive.Files.Where(f => !takenFiles.Any(t => t.EndsWith('/') ? f.StartsWith(t, StringComparison.OrdinalIgnoreCase) : f.Equals(t, StringComparison.OrdinalIgnoreCase))).GroupBy(f => f.Split('/')[0]))
        {
            warnings.Add($"{folder.Key}: not taken ({folder.Count()} file{(folder.Count() == 1 ? "" : "s")}).");
        }
        return warnings;
    }

    private static IEnumerable<string> ComputedColumns(SolutionPackage package)
    {
        var computed = package.Customizations.Elements("Entities").Elements("Entity").SelectMany(
            e => e.Elements("EntityInfo").Elements("entity").Elements("attributes").Elements("attribute").Where(a => XmlValues.Text(a, "SourceType") is not (null or "0")
                && XmlValues.Text(a, "FormulaDefinitionFileName") is null && XmlValues.Text(a, "FormulaDefinition") is null && XmlValues.Text(a, "CalculationOf") is null),
            (e, a) => $"{XmlValues.Text(e, "Name")}.{XmlValues.Text(a, "LogicalName") ?? (string?)a.Attribute("PhysicalName")}".ToLowerInvariant()).ToList();
        if (computed.Count > 0) yield return $"Calculated, rollup and formula columns without a definition: not computed, a request for one is refused ({string.Join(", ", computed)}).";
    }

    private static bool HasContent(XElement section) => !takenOfTables.Contains(section.Name.LocalName) && section.HasElements;

    private static string Names(IEnumerable<XElement> components)
    {
        var names = components.Select(e => (string?)e.Attribute("Name") ?? (string?)e.Attribute("name") ?? XmlValues.Text(e, "Name") ?? XmlValues.Text(e, "name") ?? e.Name.LocalName);
        return string.Join(", ", names.Distinct());
    }

    private static string Sentence(string kind, string names) =>
        consequences.TryGetValue(kind, out var consequence) ? $"{kind}: not taken, {consequence} ({names})." : $"{kind}: not taken ({names}).";
}
