using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Local.WebApi.Requests;

namespace Local.WebApi.Operations;

/// <summary>Arguments of a function in a URL, as JSON, so that a URL and a body are read the same way from there on.</summary>
internal static class UrlLiteral
{
    /// <summary>Reads <c>Target=@p1,Count=5</c>.</summary>
    /// <param name="arguments">What stands in the parentheses, decoded; null or empty for none.</param>
    /// <param name="query">Query string, percent-encoded, with the values of parameter aliases.</param>
    public static Dictionary<string, JsonElement> Arguments(string? arguments, string query)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(arguments)) return values;
        var aliases = Aliases(query);
        foreach (var part in PathSegment.SplitOutside(arguments, ','))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw ODataFaults.Of(ODataFaults.InvalidQuery, $"Bad Request - Error in query syntax: '{part}'.");
            var literal = part[(at + 1)..].Trim();
            if (literal.StartsWith('@'))
            {
                // An alias without a value is null.
                literal = aliases.GetValueOrDefault(literal, "null");
            }
            values[part[..at].Trim()] = Json(literal);
        }
        return values;
    }

    private static Dictionary<string, string> Aliases(string query)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = option.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) continue;
            var name = Uri.UnescapeDataString(option[..at]);
            if (name.StartsWith('@')) aliases[name] = Uri.UnescapeDataString(option[(at + 1)..].Replace('+', ' ')).Trim();
        }
        return aliases;
    }

    private static JsonElement Json(string literal)
    {
        try
        {
            return JsonSerializer.SerializeToElement(Node(literal));
        }
        catch (JsonException unreadable)
        {
            throw ODataFaults.Of(ODataFaults.InvalidQuery, $"The value '{(literal.Length <= 100 ? literal : literal[..100] + "…")}' cannot be read. {unreadable.Message}");
        }
    }

    private static JsonNode? Node(string literal)
    {
        if (literal.Length > 1 && literal[0] == '\'' && literal[^1] == '\'') return Text(literal[1..^1]);
        if (literal.StartsWith('{') || literal.StartsWith('[')) return JsonNode.Parse(Quoted(literal));
        if (literal is "null") return null;
        if (literal is "true" or "false") return literal == "true";
        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (decimal.TryParse(literal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        // Microsoft.Dynamics.CRM.AccessRights'ReadAccess': the name is what counts.
        var quote = literal.IndexOf('\'', StringComparison.Ordinal);
        if (quote > 0 && literal[^1] == '\'' && literal.Length > quote + 1) return Text(literal[(quote + 1)..^1]);
        // Ids and dates stand without quotes.
        return literal;
    }

    private static JsonValue Text(string inner) => JsonValue.Create(inner.Replace("''", "'", StringComparison.Ordinal));

    // Lists and objects in URLs are often written with single quotes; JSON takes double ones.
    private static string Quoted(string literal)
    {
        if (literal.Contains('"', StringComparison.Ordinal)) return literal;
        return literal.Replace("''", "\u0001", StringComparison.Ordinal).Replace('\'', '"').Replace("\u0001", "'", StringComparison.Ordinal);
    }
}
