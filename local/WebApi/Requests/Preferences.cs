using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.WebApi.Queries;

namespace Local.WebApi.Requests;

/// <summary>What the header Prefer asks for ("Web API: Prefer headers"). What is not known is ignored, as the standard says.</summary>
internal sealed class Preferences
{
    private readonly List<(bool Include, string Pattern)> annotations = [];

    private Preferences()
    {
    }

    public bool ReturnRepresentation { get; private set; }

    public bool ContinueOnError { get; private set; }

    public int? MaxPageSize { get; private set; }

    public bool HasAnnotations => annotations.Any(a => a.Include);

    public QueryPreferences ForQueries => new(MaxPageSize, HasAnnotations);

    /// <summary>The header of the answer that tells which preferences were applied; null for none.</summary>
    public string? Applied
    {
        get
        {
            var applied = new List<string>();
            if (ReturnRepresentation) applied.Add("return=representation");
            if (MaxPageSize is { } size) applied.Add("odata.maxpagesize=" + size.ToString(CultureInfo.InvariantCulture));
            if (annotations.Count > 0) applied.Add($"odata.include-annotations=\"{string.Join(',', annotations.Select(a => (a.Include ? "" : "-") + a.Pattern))}\"");
            return applied.Count == 0 ? null : string.Join(",", applied);
        }
    }

    public static Preferences Of(string? header)
    {
        var preferences = new Preferences();
        foreach (var part in Split(header ?? string.Empty)) preferences.Take(part);
        return preferences;
    }

    /// <summary>Whether an annotation is to be written.</summary>
    /// <param name="term">Full name, e.g. <c>OData.Community.Display.V1.FormattedValue</c>.</param>
    public bool Wants(string term)
    {
        var wanted = false;
        foreach (var (include, pattern) in annotations)
        {
            if (pattern == term || (pattern.EndsWith('*') && term.StartsWith(pattern[..^1], StringComparison.Ordinal))) wanted = include;
        }
        return wanted;
    }

    private void Take(string part)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        var name = (at < 0 ? part : part[..at]).Trim();
        var value = at < 0 ? string.Empty : part[(at + 1)..].Trim().Trim('"');
        if (name.Equals("return", StringComparison.OrdinalIgnoreCase)) ReturnRepresentation = value == "representation";
        else if (name is "odata.continue-on-error" or "continue-on-error") ContinueOnError = value is "" or "true";
        else if (name is "odata.maxpagesize" or "maxpagesize" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0) MaxPageSize = size;
        else if (name is "odata.include-annotations" or "include-annotations")
        {
            foreach (var pattern in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                annotations.Add(pattern.StartsWith('-') ? (false, pattern[1..]) : (true, pattern));
            }
        }
    }

    // Commas part preferences, but not inside quotes.
    private static IEnumerable<string> Split(string header)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '"') quoted = !quoted;
            if (quoted || header[i] is not (',' or ';')) continue;
            yield return header[start..i];
            start = i + 1;
        }
        yield return header[start..];
    }
}
