using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Every file that is named is there, every file that is there is named, and so with $webresource references.</summary>
internal static partial class WebResourceRules
{
    private static readonly string[] NamedFolders = ["WebResources/", "PluginAssemblies/", "Workflows/", "Formulas/"];

    public static IEnumerable<Finding> Check(CheckedSolution solution) => Files(solution).Concat(References(solution));

    private static IEnumerable<Finding> Files(CheckedSolution solution)
    {
        var named = solution.Root.Descendants().Where(element => element.Name.LocalName is "FileName" or "XamlFileName" or "JsonFileName" or "FormulaDefinitionFileName" && element.Value.Length > 0).ToList();
        // In a folder, reading has already reported what is missing.
        var isZip = solution.Content.Parts.All(part => part.ZipPath == part.Source);
        foreach (var element in named.Where(element => isZip && solution.Content.Part(element.Value) is null))
            yield return Finding.ErrorAt(element, "file-missing", $"{element.Value} is not in the zip.");
        var names = named.Select(element => element.Value.TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var part in solution.Content.Parts.Where(part => NamedFolders.Any(folder => part.ZipPath.StartsWith(folder, StringComparison.Ordinal)) && !names.Contains(part.ZipPath)))
            yield return Finding.ErrorIn(part.Source, "file-unused", "No component names this file.");
        foreach (var resource in solution.Root.Elements("WebResources").Elements("WebResource"))
        {
            var id = CheckedSolution.IdOf((string?)resource.Element("WebResourceId")).ToUpperInvariant();
            if (resource.Element("FileName") is { } file && !file.Value.EndsWith(id, StringComparison.Ordinal)) yield return Finding.ErrorAt(file, "webresource-file", "FileName must end with the WebResourceId.");
        }
    }

    private static IEnumerable<Finding> References(CheckedSolution solution) =>
        from attribute in solution.Root.Descendants().Attributes()
        let reference = Reference().Match(attribute.Value)
        where reference.Success && solution.IsOurs(reference.Groups["name"].Value) && !solution.WebResources.Contains(reference.Groups["name"].Value)
        select Finding.ErrorAt(attribute, "webresource-reference", $"There is no web resource {reference.Groups["name"].Value}.");

    [GeneratedRegex(@"^\$webresource:(?<name>[^?]+)")]
    private static partial Regex Reference();
}
