using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>An id belongs to one component and is an id.</summary>
internal static class IdRules
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "formid", "savedqueryid", "savedqueryvisualizationid", "WebResourceId", "FormId", "SdkMessageProcessingStepImageId",
    };

    private static readonly Dictionary<string, string> Attributes = new(StringComparer.Ordinal)
    {
        ["Role"] = "id",
        ["PluginType"] = "PluginTypeId",
        ["PluginAssembly"] = "PluginAssemblyId",
        ["FieldSecurityProfile"] = "fieldsecurityprofileid",
        ["SdkMessageProcessingStep"] = "SdkMessageProcessingStepId",
        ["Workflow"] = "WorkflowId",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Entity"] = "Name",
        ["WebResource"] = "Name",
        ["AppModule"] = "UniqueName",
        ["AppModuleSiteMap"] = "SiteMapUniqueName",
        ["CustomControl"] = "Name",
    };

    public static IEnumerable<Finding> Check(CheckedSolution solution)
    {
        var ids = Ids(solution).ToList();
        foreach (var (id, where) in ids.Where(id => !Guid.TryParse(id.Id, out _))) yield return Finding.ErrorAt(where, "id", $"\"{id}\" is no id.");
        foreach (var same in ids.GroupBy(id => CheckedSolution.IdOf(id.Id), StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return Finding.ErrorAt(same.Last().Where, "duplicate-id", $"The id {same.Key} is already used in {SourceFile.Of(same.First().Where)}.");
        foreach (var section in solution.Root.Elements())
        {
            foreach (var same in section.Elements().GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() > 1))
                yield return Finding.ErrorAt(same.Last(), "duplicate-name", $"{same.Key} is already defined in {SourceFile.Of(same.First())}.");
        }
        foreach (var same in solution.Root.Descendants("attributes").SelectMany(list => list.Elements("attribute")
            .GroupBy(column => (string?)column.Element("LogicalName") ?? "", StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)))
            yield return Finding.ErrorAt(same.Last(), "duplicate-name", $"The table has the column {same.Key} twice.");
    }

    private static IEnumerable<(string Id, XElement Where)> Ids(CheckedSolution solution) => solution.Root.Elements().Elements().DescendantsAndSelf().SelectMany(element =>
    {
        var name = element.Name.LocalName;
        // An app's WebResourceId names its icon, which many may share; a role of an app is a reference.
        if (Elements.Contains(name) && element.Parent!.Name.LocalName != "AppModule") return [(element.Value, element)];
        return Attributes.TryGetValue(name, out var attribute) && element.Attribute(attribute) is { } id && element.Parent!.Name.LocalName != "AppModuleRoleMaps"
            ? new[] { (id.Value, element) } : [];
    });

    private static string NameOf(XElement component)
    {
        if (Names.TryGetValue(component.Name.LocalName, out var element)) return component.Element(element)?.Value ?? "";
        return component.Name.LocalName is "optionset" or "EntityRelationship" ? CheckedSolution.Name(component, "Name") : "";
    }
}
