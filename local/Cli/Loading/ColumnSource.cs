using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Cli.Loading;

/// <summary>
/// Where a column's value comes from. In JSON: <c>"field"</c>; <c>{"value": 2}</c>; <c>{"text": "Customer {customer_id}"}</c>;
/// <c>{"field": "extended_amount", "minus": "net_amount"}</c>; <c>{"step": "accounts", "field": "customer_id"}</c> for a lookup to a row another step loads.
/// </summary>
public sealed class ColumnSource
{
    /// <summary>A field of the file.</summary>
    public string? Field { get; init; }
    /// <summary>A field whose number is taken off that of <see cref="Field"/>.</summary>
    public string? Minus { get; init; }
    /// <summary>A fixed value.</summary>
    public string? Value { get; init; }
    /// <summary>Text with fields in braces.</summary>
    public string? Text { get; init; }
    /// <summary>The step whose row the lookup points to; <see cref="Field"/> holds that row's key or alias.</summary>
    public string? Step { get; init; }

    /// <summary>The text of this source on one line; null when the fields it stands on are empty.</summary>
    /// <param name="field">Reads a field of the line; throws when the file has no such field.</param>
    public string? Read(Func<string, string> field)
    {
        if (Value is not null) return Value;
        if (Field is not null) return Minus is null ? Empty(field(Field)) : Difference(Empty(field(Field)), Empty(field(Minus)));
        var text = Text!;
        var result = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0) { result.Append(text, at, text.Length - at); break; }
            var close = text.IndexOf('}', open);
            if (close < 0) throw new LoadException($"The text '{text}' in the mapping opens a brace and does not close it.");
            result.Append(text, at, open - at).Append(field(text[(open + 1)..close]));
            at = close + 1;
        }
        return Empty(result.ToString());
    }

    // What is no number stays as it stands, so that the line is rejected with it.
    private static string? Difference(string? from, string? off)
    {
        if (from is null || off is null) return null;
        return decimal.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) && decimal.TryParse(off, NumberStyles.Float, CultureInfo.InvariantCulture, out var part)
            ? (whole - part).ToString(CultureInfo.InvariantCulture)
            : $"{from} minus {off}";
    }

    private static string? Empty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Reads the short and the long form of a <see cref="ColumnSource"/>.</summary>
internal sealed class ColumnSourceConverter : JsonConverter<ColumnSource>
{
    private static readonly string[] Members = ["field", "minus", "value", "text", "step"];

    public override ColumnSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new ColumnSource { Field = reader.GetString() };
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("A column is a field name or an object with field, minus, value, text or step.");
        var unknown = document.RootElement.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !Members.Contains(n));
        if (unknown is not null) throw new JsonException($"'{unknown}' is not known here; a column takes {string.Join(", ", Members)}.");

        string? Member(string name) => document.RootElement.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => throw new JsonException($"'{name}' takes a text, a number or true/false."),
            }
            : null;

        var source = new ColumnSource { Field = Member("field"), Minus = Member("minus"), Value = Member("value"), Text = Member("text"), Step = Member("step") };
        if (new[] { source.Field, source.Value, source.Text }.Count(m => m is not null) != 1)
            throw new JsonException("A column takes exactly one of field, value and text.");
        if (source.Minus is not null && (source.Field is null || source.Step is not null)) throw new JsonException("Minus goes with a field that holds a number.");
        if (source.Step is not null && source.Field is null) throw new JsonException("A step needs the field that holds the key.");
        return source;
    }

    public override void Write(Utf8JsonWriter writer, ColumnSource value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Mappings are read, never written.");
}
