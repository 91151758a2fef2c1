using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Local.Packaging;

/// <summary>
/// SolutionPackager's mapping file: which files of the solution folder are taken from somewhere else, because a build writes them.
/// </summary>
/// <remarks>
/// <c>FileToFile</c> replaces one file, by name or path, with another; <c>FileToPath</c> looks for the file under its own name
/// in a folder. <c>**</c> stands for any number of folders on both sides. Targets are relative to the map file and stay
/// below its folder; one that matches several files is refused, because which one ships must not depend on chance.
/// </remarks>
/// <seealso href="https://learn.microsoft.com/power-platform/alm/solution-packager-tool"/>
public sealed class SolutionMap
{
    private readonly string root;
    private readonly IReadOnlyList<Rule> rules;

    private SolutionMap(string root, IReadOnlyList<Rule> rules)
    {
        this.root = root;
        this.rules = rules;
    }

    /// <summary>Takes every file from the solution folder itself.</summary>
    public static SolutionMap None { get; } = new("", []);

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="SolutionException">Unknown elements, missing attributes, or a target outside the map's folder.</exception>
    public static SolutionMap Read(string path)
    {
        var name = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var findings = new List<Finding>();
        var rules = new List<Rule>();
        foreach (var element in SafeXml.Read(File.ReadAllBytes(path), name).Root!.Elements())
        {
            var map = ((string?)element.Attribute("map"))?.Replace('\\', '/');
            var to = ((string?)element.Attribute("to"))?.Replace('\\', '/');
            if (map is null || to is null) findings.Add(Finding.ErrorAt(element, "map", $"<{element.Name}> needs map and to."));
            else if (element.Name.LocalName is not ("FileToFile" or "FileToPath"))
                findings.Add(Finding.ErrorAt(element, "map", $"<{element.Name}> is not supported; FileToFile and FileToPath are."));
            else if (!IsBelow(folder, to)) findings.Add(Finding.ErrorAt(element, "map", $"{to} leaves the folder of the map."));
            else rules.Add(new(element.Name.LocalName == "FileToFile", map, to));
        }
        return findings.Count == 0 ? new(folder, rules) : throw new SolutionException(findings);
    }

    /// <summary>The file to read instead of the one at <paramref name="path"/> of the solution folder, or null when the map does not speak of it.</summary>
    /// <exception cref="FileNotFoundException">The map speaks of it, but there is not exactly one such file.</exception>
    internal string? Resolve(string path)
    {
        var rule = rules.FirstOrDefault(rule => Glob(rule.Map.Contains('/') ? rule.Map : "**/" + rule.Map).IsMatch(path));
        if (rule is null) return null;

        var pattern = rule.IsFile ? rule.To : rule.To.TrimEnd('/') + "/" + Path.GetFileName(path);
        if (!pattern.Contains('*'))
        {
            var only = Path.Combine(root, pattern);
            return File.Exists(only) ? only : throw new FileNotFoundException($"{path} is mapped to {pattern}, which is not there; has it been built?");
        }
        var start = Path.Combine(root, pattern[..pattern.IndexOf('*')].TrimEnd('/'));
        var matches = !Directory.Exists(start) ? [] : Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories)
            .Where(file => Glob(pattern).IsMatch(Path.GetRelativePath(root, file).Replace('\\', '/')))
            .OrderBy(file => file, StringComparer.Ordinal).ToList();
        // A tree that mirrors the solution folder may hold the same name in several places; the mirrored one is meant.
        var mirrored = matches.Where(file => path.EndsWith("/" + Path.GetRelativePath(start, file).Replace('\\', '/'), StringComparison.Ordinal)).ToList();
        if (mirrored.Count == 1) return mirrored[0];
        if (matches.Count == 1) return matches[0];
        throw new FileNotFoundException($"{path} is mapped to {pattern}, where {matches.Count} files match.");
    }

    private static bool IsBelow(string folder, string target) =>
        !Path.IsPathRooted(target)
        && Path.GetFullPath(Path.Combine(folder, target)).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static Regex Glob(string pattern) => new(
        "^" + Regex.Escape(pattern).Replace("\\*\\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace("\\*\\.\\*", "[^/]*", StringComparison.Ordinal).Replace("\\*", "[^/]*", StringComparison.Ordinal) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private sealed record Rule(bool IsFile, string Map, string To);
}
