using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Local.Packaging.Check;

/// <summary>What a check may use beside the solution itself.</summary>
public sealed record SolutionCheckOptions
{
    /// <summary>Which files of a folder come out of a build.</summary>
    public SolutionMap Map { get; init; } = SolutionMap.None;

    /// <summary>Folder with Microsoft's schemas (CustomizationsSolution.xsd and what it includes); null when they are not at hand.</summary>
    public string? SchemaFolder { get; init; }

    /// <summary>
    /// Columns of tables the solution stands on, by logical names; with it, references to anything else are errors.
    /// Empty when unknown: then only names with the publisher's prefix can be told to be wrong.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> KnownTables { get; init; } = new Dictionary<string, IReadOnlySet<string>>();
}

/// <summary>
/// Tells what is wrong with a solution before an import does: broken references in any direction, ids used twice, missing
/// labels, foreign prefixes, a plug-in assembly that is not what it is said to be, and XML outside Microsoft's schemas.
/// </summary>
public static class SolutionCheck
{
    private static readonly Func<CheckedSolution, IEnumerable<Finding>>[] Rules =
    [
        RootComponents.Check, TableRules.Check, RelationshipRules.Check, FormRules.Check, ViewRules.Check, ChartRules.Check,
        AppRules.Check, SecurityRules.Check, PluginRules.Check, CustomApiRules.Check, WebResourceRules.Check,
        IdRules.Check, LabelRules.Check, NameRules.Check,
    ];

    /// <summary>Checks a zip or a folder in SolutionPackager layout.</summary>
    /// <returns>Every finding in the order of files and lines; errors and notes.</returns>
    public static IReadOnlyList<Finding> Run(string path, SolutionCheckOptions options)
    {
        try
        {
            if (Directory.Exists(path)) return Run(SolutionFolder.Read(path, options.Map, Flavour.Unmanaged), options);
            using var zip = File.OpenRead(path);
            return Run(SolutionZip.Read(zip), options);
        }
        catch (SolutionException unreadable)
        {
            return [.. unreadable.Findings];
        }
    }

    private static List<Finding> Run(SolutionContent content, SolutionCheckOptions options)
    {
        var solution = new CheckedSolution(content, options.KnownTables);
        var findings = new List<Finding>(content.Findings);
        findings.AddRange(Rules.SelectMany(rule => rule(solution)));
        findings.AddRange(options.SchemaFolder is { } folder
            ? SchemaRules.Check(content, folder)
            : [new Finding(Severity.Note, "schema-skipped", "", 0, "Microsoft's schemas are not at hand, so the XML was not held against them.")]);
        return [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }
}
