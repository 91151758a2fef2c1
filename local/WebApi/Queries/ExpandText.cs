using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Local.WebApi.Queries;

/// <summary>The options of one $expand as they were written: the link to the collection repeats them.</summary>
internal sealed class ExpandText
{
    private const string Plain = "$=(),;'/:@-_.~*!\"[]";

    private readonly List<string> options;

    public ExpandText(string text = "") => options = Parts(text, ';').Select(p => p.Trim()).Where(p => p.Length > 0).ToList();

    /// <summary>The text of the $expand among the options; null where nothing is expanded further.</summary>
    public string? Expand => options.Find(o => o.StartsWith("$expand=", StringComparison.Ordinal))?["$expand=".Length..];

    /// <summary>The $expand of a text by what they expand.</summary>
    public static Dictionary<string, ExpandText> Split(string? expand)
    {
        var found = new Dictionary<string, ExpandText>(StringComparer.Ordinal);
        foreach (var part in Parts(expand ?? "", ',').Select(p => p.Trim()))
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var name = open < 0 ? part : part[..open].TrimEnd();
            found[name] = open < 0 || !part.EndsWith(')') ? new ExpandText() : new ExpandText(part[(open + 1)..^1]);
        }
        return found;
    }

    /// <summary>The options as query string.</summary>
    public string AsQueryString() => string.Join('&', options.Select(Encoded));

    // Links stay readable: what needs no encoding in a query is not encoded.
    private static string Encoded(string option)
    {
        var text = new StringBuilder();
        foreach (var rune in option.EnumerateRunes())
        {
            var isPlain = rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Plain.Contains((char)rune.Value, StringComparison.Ordinal));
            text.Append(isPlain ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }
        return text.ToString();
    }

    private static IEnumerable<string> Parts(string text, char separator)
    {
        int start = 0, depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\'') quoted = !quoted;
            if (quoted) continue;
            if (text[i] == '(') depth++;
            if (text[i] == ')') depth--;
            if (depth > 0 || text[i] != separator) continue;
            yield return text[start..i];
            start = i + 1;
        }
        yield return text[start..];
    }
}
