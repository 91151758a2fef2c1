using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Json;

/// <summary>Values of columns in JSON, both ways. Refusals are in the words of Microsoft.OData, which the platform passes on.</summary>
internal static partial class ColumnJson
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The value of a column that is no lookup.</summary>
    /// <exception cref="FormatException">The value is of another type; the message says so.</exception>
    public static object? Read(Column column, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        return column.Type switch
        {
            ColumnType.Boolean => Boolean(json),
            ColumnType.Integer => Whole(json),
            ColumnType.Picklist or ColumnType.State or ColumnType.Status => new OptionSetValue(Whole(json)),
            ColumnType.BigInt => Long(json),
            ColumnType.Decimal => Decimal(json),
            ColumnType.Money => new Money(Decimal(json)),
            ColumnType.Double => Double(json),
            ColumnType.DateTime => column.DateBehavior == DateBehavior.DateOnly ? Day(json) : Instant(json),
            ColumnType.Uniqueidentifier => Id(json),
            ColumnType.MultiSelectPicklist => Options(json),
            ColumnType.ManagedProperty => new BooleanManagedProperty(Boolean(json.ValueKind == JsonValueKind.Object && json.TryGetProperty("Value", out var value) ? value : json)),
            ColumnType.File => Id(json),
            ColumnType.Image => json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out var bytes) ? bytes : throw Literal(json, "Edm.Binary"),
            _ => json.ValueKind == JsonValueKind.String ? json.GetString() : throw NotText(json),
        };
    }

    public static bool Boolean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Literal(json, "Edm.Boolean"),
    };

    public static int Whole(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)) return number;
        if (json.ValueKind == JsonValueKind.String && int.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)) return number;
        throw Literal(json, "Edm.Int32");
    }

    public static long Long(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String) throw Conflict("Edm.Int64");
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number : throw Literal(json, "Edm.Int64");
    }

    public static decimal Decimal(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String) throw Conflict("Edm.Decimal");
        return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) ? number : throw Literal(json, "Edm.Decimal");
    }

    public static double Double(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Literal(json, "Edm.Double");

    public static Guid Id(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Guid.TryParseExact(json.GetString(), "D", out var id) ? id : throw Literal(json, "Edm.Guid");

    /// <summary>An instant; its offset must be given.</summary>
    public static DateTime Instant(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && json.GetString() is { } text && Zoned().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)) return instant.UtcDateTime;
        throw Literal(json, "Edm.DateTimeOffset");
    }

    public static DateTime Day(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        }
        throw Literal(json, "Edm.Date");
    }

    /// <summary>Writes the value of a column that is no lookup, or what an aggregate made of one.</summary>
    public static void Write(Utf8JsonWriter writer, Column? column, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool yes: writer.WriteBooleanValue(yes); break;
            case int whole: writer.WriteNumberValue(whole); break;
            case long whole: writer.WriteNumberValue(whole); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case Money amount: writer.WriteNumberValue(amount.Value); break;
            case OptionSetValue option: writer.WriteNumberValue(option.Value); break;
            case OptionSetValueCollection options: writer.WriteStringValue(string.Join(',', options.Select(o => o.Value.ToString(CultureInfo.InvariantCulture)))); break;
            case Guid id: writer.WriteStringValue(id); break;
            case EntityReference reference: writer.WriteStringValue(reference.Id); break;
            case DateTime moment: writer.WriteStringValue(moment.ToString(column?.DateBehavior == DateBehavior.DateOnly ? "yyyy-MM-dd" : Moment, CultureInfo.InvariantCulture)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case BooleanManagedProperty property:
                writer.WriteStartObject();
                writer.WriteBoolean("Value", property.Value);
                writer.WriteBoolean("CanBeChanged", property.CanBeChanged);
                writer.WriteString("ManagedPropertyLogicalName", property.ManagedPropertyLogicalName);
                writer.WriteEndObject();
                break;
            default: throw ODataFaults.NotSupportedHere($"a value of type {value.GetType().Name} in JSON");
        }
    }

    private static OptionSetValueCollection Options(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) throw NotText(json);
        var options = new OptionSetValueCollection();
        foreach (var part in json.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) throw Literal(json, "Edm.Int32");
            options.Add(new OptionSetValue(value));
        }
        return options;
    }

    private static FormatException Literal(JsonElement json, string type) => new($"Cannot convert the literal '{Shown(json)}' to the expected type '{type}'.");

    private static FormatException NotText(JsonElement json) => new($"Cannot read the value '{Shown(json)}' as a quoted JSON string value.");

    private static FormatException Conflict(string type) => new(
        $"Cannot convert a value to target type '{type}' because of conflict between input format string/number and parameter 'IEEE754Compatible' false/true.");

    private static string Shown(JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        return text.Length <= 100 ? text : text[..100] + "…";
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Zoned();
}
