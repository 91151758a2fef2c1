using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Every component of a listed kind has its root component, and every root component its component.</summary>
internal static class RootComponents
{
    public static IEnumerable<Finding> Check(CheckedSolution solution)
    {
        if (solution.Solution?.Element("RootComponents") is not { } list) return [Finding.ErrorAt(solution.Content.Manifest.Root!, "root-component", "solution.xml has no RootComponents.")];
        var roots = list.Elements("RootComponent").ToList();
        return Kinds(solution).SelectMany(kind => Compare(kind, roots.Where(root => (string?)root.Attribute("type") == kind.Type).ToList(), list))
            .Concat(roots.GroupBy(root => (CheckedSolution.Name(root, "type"), KeyOf(root))).Where(same => same.Count() > 1)
                .Select(same => Finding.ErrorAt(same.Last(), "root-component", $"Listed {same.Count()} times.")));
    }

    private static IEnumerable<Finding> Compare(Kind kind, List<XElement> roots, XElement list)
    {
        var listed = roots.Select(KeyOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var present = kind.Components.Select(component => component.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, element) in kind.Components.Where(component => !listed.Contains(component.Key)))
            yield return Finding.ErrorAt(element, "root-component", $"{kind.Title} {key} has no RootComponent of type {kind.Type} in the manifest.");
        foreach (var root in roots.Where(root => !present.Contains(KeyOf(root)) && !kind.Others.Contains(KeyOf(root))))
            yield return Finding.ErrorAt(root, "root-component", $"There is no {kind.Title} {KeyOf(root)} in the solution.");
    }

    private static Kind[] Kinds(CheckedSolution solution)
    {
        var root = solution.Root;
        return
        [
            new("1", "table", [.. solution.Tables.Values.Select(table => (table.Name, table.Element))]),
            new("9", "choice", ByName(root.Elements("optionsets").Elements("optionset"), choice => CheckedSolution.Name(choice, "Name"))),
            new("20", "role", ById(root.Elements("Roles").Elements("Role"), role => (string?)role.Attribute("id"))),
            new("29", "process", ById(root.Elements("Workflows").Elements("Workflow"), process => (string?)process.Attribute("WorkflowId"))),
            // A single form added to somebody else's table goes by the same type.
            new("60", "dashboard or form", ById(root.Elements("Dashboards").Elements("Dashboard"), dashboard => (string?)dashboard.Element("FormId"))) { Others = solution.Forms },
            new("61", "web resource", ByName(root.Elements("WebResources").Elements("WebResource"), resource => (string?)resource.Element("Name"))),
            new("62", "site map", ByName(root.Elements("AppModuleSiteMaps").Elements("AppModuleSiteMap"), map => (string?)map.Element("SiteMapUniqueName"))),
            new("66", "code component", ByName(root.Elements("CustomControls").Elements("CustomControl"), control => (string?)control.Element("Name"))),
            new("70", "column security profile", ById(root.Elements("FieldSecurityProfiles").Elements("FieldSecurityProfile"), profile => (string?)profile.Attribute("fieldsecurityprofileid"))),
            new("80", "app", ByName(root.Elements("AppModules").Elements("AppModule"), app => (string?)app.Element("UniqueName"))),
            new("91", "plug-in assembly", ByName(root.Elements("SolutionPluginAssemblies").Elements("PluginAssembly"), assembly => (string?)assembly.Attribute("FullName"))),
            new("92", "step", ById(root.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep"), step => (string?)step.Attribute("SdkMessageProcessingStepId"))),
        ];
    }

    private static string KeyOf(XElement root) => (string?)root.Attribute("schemaName") ?? CheckedSolution.IdOf((string?)root.Attribute("id"));

    private static List<(string Key, XElement Element)> ByName(IEnumerable<XElement> components, Func<XElement, string?> name) =>
        [.. components.Select(component => (name(component) ?? "", component))];

    private static List<(string Key, XElement Element)> ById(IEnumerable<XElement> components, Func<XElement, string?> id) =>
        [.. components.Select(component => (CheckedSolution.IdOf(id(component)), component))];

    private sealed record Kind(string Type, string Title, IReadOnlyList<(string Key, XElement Element)> Components)
    {
        /// <summary>Components that may have a root component of this type, but need none.</summary>
        public IReadOnlySet<string> Others { get; init; } = new HashSet<string>();
    }
}
