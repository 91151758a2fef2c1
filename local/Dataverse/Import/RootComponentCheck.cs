using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Dataverse.Import;

/// <summary>Holds the list of solution.xml against what customizations.xml has: the platform refuses a component that is not declared.</summary>
internal sealed class RootComponentCheck(SolutionPackage package, ImportErrors errors)
{
    private static readonly ImportFailure Undeclared = new(
        "ImportMissingRootComponentEntry", 0x8004803A, "The import has failed because a component is not declared in the solution file as a root component.");

    public void Check()
    {
        var c = package.Customizations;
        Named(1, "table", c.Elements("Entities").Elements("Entity"), e => XmlValues.Text(e, "Name"));
        Named(9, "choice", c.Elements("optionsets").Elements("optionset"), e => (string?)e.Attribute("Name"));
        Named(61, "web resource", c.Elements("WebResources").Elements("WebResource"), e => XmlValues.Text(e, "Name"));
        Named(80, "app", c.Elements("AppModules").Elements("AppModule"), e => XmlValues.Text(e, "UniqueName"));
        Identified(20, "role", c.Elements("Roles").Elements("Role"), e => (string?)e.Attribute("id"));
        Identified(91, "plug-in assembly", c.Elements("SolutionPluginAssemblies").Elements("PluginAssembly"), e => (string?)e.Attribute("PluginAssemblyId"));
        Identified(92, "step", c.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep"), e => (string?)e.Attribute("SdkMessageProcessingStepId"));
    }

    private void Named(int type, string kind, IEnumerable<XElement> found, Func<XElement, string?> name)
    {
        var declared = package.Manifest.RootComponents.Where(r => r.Type == type).Select(r => r.SchemaName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var e in found.Where(e => name(e) is { } n && !declared.Contains(n))) Report(e, type, kind, name(e)!);
    }

    private void Identified(int type, string kind, IEnumerable<XElement> found, Func<XElement, string?> id)
    {
        var declared = package.Manifest.RootComponents.Where(r => r.Type == type).Select(r => r.Id).ToHashSet();
        foreach (var e in found.Where(e => Guid.TryParse(id(e), out var parsed) && !declared.Contains(parsed))) Report(e, type, kind, id(e)!);
    }

    private void Report(XElement e, int type, string kind, string name) =>
        errors.Add(Undeclared, e, $"The {kind} {name} is not declared in solution.xml. Add <RootComponent type=\"{type}\" .../> for it.");
}
