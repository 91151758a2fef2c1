using System;
using System.Globalization;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Operations;

/// <summary>Open types: objects whose properties no table declares ("Use open types with custom APIs"). In a request they are rows without a table.</summary>
internal static class OpenRow
{
    public const string TypeName = "Microsoft.Dynamics.CRM.expando";

    public static bool Is(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("@odata.type", out var type) && type.ValueKind == JsonValueKind.String
        && type.GetString()!.TrimStart('#') == TypeName;

    public static Entity Read(JsonElement json)
    {
        var row = new Entity();
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name.Contains('@', StringComparison.Ordinal)) continue;
            var type = json.TryGetProperty(member.Name + "@odata.type", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()!.TrimStart('#') : null;
            row[member.Name] = Value(member.Value, type);
        }
        return row;
    }

    public static object? Value(JsonElement json, string? type)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null: return null;
            case JsonValueKind.True or JsonValueKind.False: return json.GetBoolean();
            case JsonValueKind.Number when type is "Decimal" or "Edm.Decimal": return json.GetDecimal();
            case JsonValueKind.Number when type is "Int64" or "Edm.Int64": return json.GetInt64();
            case JsonValueKind.Number when type is "Double" or "Edm.Double": return json.GetDouble();
            case JsonValueKind.Number: return json.TryGetInt32(out var whole) ? whole : json.GetDouble();
            case JsonValueKind.String: return Text(json.GetString()!, type);
            case JsonValueKind.Object: return Read(json);
            default: return List(json, type);
        }
    }

    private static object Text(string text, string? type) => type switch
    {
        "Guid" or "Edm.Guid" when Guid.TryParse(text, out var id) => id,
        "DateTimeOffset" or "Edm.DateTimeOffset" when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment.UtcDateTime,
        _ => text,
    };

    private static object List(JsonElement json, string? type)
    {
        var elements = json.EnumerateArray();
        var first = json.GetArrayLength() == 0 ? JsonValueKind.Undefined : json[0].ValueKind;
        if (first == JsonValueKind.Object || type == $"Collection({TypeName})")
        {
            var rows = new EntityCollection();
            foreach (var one in elements) rows.Entities.Add(Read(one));
            return rows;
        }
        var inner = type is not null && type.StartsWith("Collection(", StringComparison.Ordinal) ? type["Collection(".Length..^1] : null;
        var values = new object?[json.GetArrayLength()];
        for (var i = 0; i < values.Length; i++) values[i] = Value(json[i], inner);
        return Array.TrueForAll(values, v => v is string) ? Array.ConvertAll(values, v => (string)v!)
            : Array.TrueForAll(values, v => v is int) ? Array.ConvertAll(values, v => (int)v!)
            : Array.TrueForAll(values, v => v is Guid) ? Array.ConvertAll(values, v => (Guid)v!)
            : throw ODataFaults.Payload(string.Empty, "A list of an open type holds values of one type: strings, numbers or ids.");
    }
}
