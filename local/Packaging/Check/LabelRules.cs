using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Every label is there in every language the solution lists, and once.</summary>
internal static class LabelRules
{
    /// <summary>Parts of our own tables that people see and that therefore always have labels.</summary>
    private static readonly (string Owner, string Labels)[] Labelled =
    [
        ("attribute", "displaynames"), ("entity", "LocalizedNames"), ("entity", "LocalizedCollectionNames"), ("systemform", "LocalizedNames"),
        ("savedquery", "LocalizedNames"), ("visualization", "LocalizedNames"), ("option", "labels"), ("state", "labels"), ("status", "labels"),
        ("tab", "labels"), ("section", "labels"), ("Dashboard", "LocalizedNames"), ("AppModule", "LocalizedNames"), ("SubArea", "Titles"), ("optionset", "displaynames"),
    ];

    public static IEnumerable<Finding> Check(CheckedSolution solution)
    {
        var documents = solution.Documents.Select(document => document.Root!).Prepend(solution.Root).Append(solution.Content.Manifest.Root!).ToList();
        return documents.SelectMany(root => root.DescendantsAndSelf()).SelectMany(element => Languages(solution, element))
            .Concat(solution.Root.Descendants().SelectMany(Missing));
    }

    private static IEnumerable<Finding> Languages(CheckedSolution solution, XElement list)
    {
        var labels = list.Elements().Where(label => LanguageOf(label) is not null).ToList();
        if (labels.Count == 0) yield break;

        // A tab, section or cell that shows no label need not have one.
        var isHidden = (string?)list.Parent?.Attribute("showlabel") == "false";
        var given = labels.Where(label => isHidden || TextOf(label).Trim().Length > 0).Select(LanguageOf).ToHashSet();
        var missing = solution.Languages.Where(language => !given.Contains(language)).ToList();
        // A description may be in the base language alone, but not in some of the others.
        if (list.Name.LocalName is "Descriptions" && given.Count == 1 && given.Contains(solution.Languages[0])) missing.Clear();
        var owner = list.Parent is null ? "" : list.Parent.Name.LocalName + " ";
        if (missing.Count > 0) yield return Finding.ErrorAt(list, "label-missing", $"{owner}{list.Name.LocalName} \"{TextOf(labels[0])}\" lacks {string.Join(", ", missing)}.");
        foreach (var same in labels.GroupBy(LanguageOf).Where(same => same.Count() > 1))
            yield return Finding.ErrorAt(same.Last(), "label-duplicate", $"{owner}{list.Name.LocalName} has two labels in {same.Key}.");
    }

    private static IEnumerable<Finding> Missing(XElement element) =>
        from rule in Labelled
        where element.Name.LocalName == rule.Owner && (string?)element.Attribute("showlabel") != "false"
            && element.Element(rule.Labels) is not { HasElements: true } && (string?)element.Attribute("unmodified") != "1" && IsOwn(element, rule.Owner)
        select Finding.ErrorAt(element, "label-missing", $"{element.Name.LocalName} has no {rule.Labels}.");

    // A foreign table lends its place without repeating its names, and only the added columns have labels of ours.
    private static bool IsOwn(XElement element, string owner) => owner switch
    {
        "entity" => element.Element("LocalizedNames") is not null || element.Element("EntitySetName") is not null,
        "attribute" => element.Parent?.Name.LocalName == "attributes",
        "optionset" => (string?)element.Element("IsGlobal") == "1",
        _ => true,
    };

    private static string? LanguageOf(XElement label) => (string?)label.Attribute("languagecode") ?? (string?)label.Attribute("LCID");

    private static string TextOf(XElement label) => (string?)label.Attribute("description") ?? (string?)label.Attribute("Title") ?? "";
}
