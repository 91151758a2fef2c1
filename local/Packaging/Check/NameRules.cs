using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>What is new carries the publisher's prefix, and new option values its number.</summary>
internal static class NameRules
{
    private const int ValuesPerPublisher = 10_000;

    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        Names(solution).Where(name => !solution.IsOurs(name.Name))
            .Select(name => Finding.ErrorAt(name.Where, "prefix", $"{name.Name} does not begin with {solution.Prefix}"))
            .Concat(Options(solution));

    private static IEnumerable<(string Name, XElement Where)> Names(CheckedSolution solution)
    {
        var root = solution.Root;
        var columns = root.Descendants("attribute").Where(column => (string?)column.Element("IsCustomField") == "1").ToList();
        var lookups = columns.Select(column => (string?)column.Element("LogicalName") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return root.Elements("Entities").Elements("Entity").Elements("EntityInfo").Elements("entity").Where(entity => entity.Element("EntitySetName") is not null).Select(entity => (CheckedSolution.Name(entity, "Name"), entity))
            .Concat(columns.Select(column => (CheckedSolution.Name(column, "PhysicalName"), column)))
            .Concat(solution.Relationships.Where(relationship => lookups.Contains((string?)relationship.Element("ReferencingAttributeName") ?? "")).Select(relationship => (CheckedSolution.Name(relationship, "Name"), relationship)))
            .Concat(root.Elements("optionsets").Elements("optionset").Select(choice => (CheckedSolution.Name(choice, "Name"), choice)))
            .Concat(root.Elements("WebResources").Elements("WebResource").Elements("Name").Select(name => (name.Value, name)))
            .Concat(root.Elements("AppModules").Elements("AppModule").Elements("UniqueName").Select(name => (name.Value, name)))
            .Concat(root.Elements("CustomControls").Elements("CustomControl").Elements("Name").Select(name => (name.Value, name)))
            .Concat(root.Descendants("EntityKey").Elements("Name").Select(name => (name.Value, name)))
            .Concat(solution.Documents.Select(document => document.Root!).Where(component => component.Name.LocalName is "customapi" or "environmentvariabledefinition")
                .Select(component => ((string?)component.Attribute("uniquename") ?? CheckedSolution.Name(component, "schemaname"), component)));
    }

    private static IEnumerable<Finding> Options(CheckedSolution solution)
    {
        if (!int.TryParse(solution.OptionPrefix, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)) yield break;
        var own = solution.Root.Elements("optionsets").Elements("optionset")
            .Concat(solution.Root.Descendants("attribute").Where(column => (string?)column.Element("IsCustomField") == "1" && (string?)column.Element("Type") is "picklist" or "multiselectpicklist").Elements("optionset"))
            .Descendants("option")
            // The platform's own status reasons are 1 and 2; every further one is ours.
            .Concat(solution.Tables.Values.Where(table => table.IsComplete).SelectMany(table => table.Element.Descendants("status")).Where(status => CheckedSolution.Name(status, "value") is not ("1" or "2")));
        foreach (var option in own)
        {
            if (!int.TryParse(CheckedSolution.Name(option, "value"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value / ValuesPerPublisher != prefix)
                yield return Finding.ErrorAt(option, "option-prefix", $"The value {CheckedSolution.Name(option, "value")} does not begin with {solution.OptionPrefix}.");
        }
    }
}
