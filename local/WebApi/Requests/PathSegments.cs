using System;
using System.Collections.Generic;

namespace Local.WebApi.Requests;

/// <summary>One segment of a path.</summary>
/// <param name="Name">What stands before the parentheses.</param>
/// <param name="Arguments">What stands in them; null when there are none.</param>
internal sealed record PathSegment(string Name, string? Arguments)
{
    /// <summary>Splits a path at slashes that stand neither in quotes nor in parentheses.</summary>
    /// <param name="path">Decoded, below the service root.</param>
    /// <exception cref="FormatException">Quotes or parentheses do not close.</exception>
    public static List<PathSegment> Split(string path)
    {
        var segments = new List<PathSegment>();
        foreach (var part in SplitOutside(path, '/'))
        {
            if (part.Length > 0) segments.Add(Of(part));
        }
        return segments;
    }

    /// <summary>Splits at a character that stands neither in quotes nor in parentheses, brackets or braces.</summary>
    /// <exception cref="FormatException">Quotes or parentheses do not close.</exception>
    public static List<string> SplitOutside(string text, char separator)
    {
        var parts = new List<string>();
        int start = 0, depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\'') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}') depth--;
            else if (c == separator && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }
        if (quoted || depth != 0) throw new FormatException($"There is an unterminated string literal or parenthesis in '{text}'.");
        parts.Add(text[start..]);
        return parts;
    }

    private static PathSegment Of(string part)
    {
        var at = part.IndexOf('(', StringComparison.Ordinal);
        if (at < 0) return new PathSegment(part, null);
        if (!part.EndsWith(')')) throw new FormatException($"Bad Request - Error in query syntax: '{part}'.");
        return new PathSegment(part[..at], part[(at + 1)..^1]);
    }
}
