using System;
using System.Linq;
using System.Text.Json;
using Local.Dataverse.Schema;
using Local.WebApi.Json;
using Local.WebApi.Requests;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Operations;

/// <summary>Turns the JSON of an argument into the value a request's parameter takes.</summary>
internal sealed class ArgumentReader(RequestScope scope)
{
    // Numbered as customapirequestparameter.type numbers them.
    private static readonly Type[] customTypes =
    [
        typeof(bool), typeof(DateTime), typeof(decimal), typeof(Entity), typeof(EntityCollection), typeof(EntityReference), typeof(double), typeof(int),
        typeof(Money), typeof(OptionSetValue), typeof(string), typeof(string[]), typeof(Guid),
    ];

    public static Type TypeOfCustom(int number) => customTypes[number];

    /// <summary>Reads a value.</summary>
    /// <param name="type">What the parameter takes.</param>
    /// <param name="table">Logical name of the table, for rows and references of one table.</param>
    /// <param name="json">Not null.</param>
    public object Read(Type type, string? table, JsonElement json)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return Named(type, json);
        if (type == typeof(bool)) return ColumnJson.Boolean(json);
        if (type == typeof(int)) return ColumnJson.Whole(json);
        if (type == typeof(long)) return ColumnJson.Long(json);
        if (type == typeof(decimal)) return ColumnJson.Decimal(json);
        if (type == typeof(double)) return ColumnJson.Double(json);
        if (type == typeof(Guid)) return IdOf(table, json);
        if (type == typeof(DateTime)) return ColumnJson.Instant(json);
        if (type == typeof(string)) return Text(json);
        if (type == typeof(byte[])) return json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out var bytes) ? bytes : throw new FormatException("A string in Base64 is needed.");
        if (type == typeof(Money)) return new Money(ColumnJson.Decimal(json));
        if (type == typeof(OptionSetValue)) return new OptionSetValue(ColumnJson.Whole(json));
        if (type == typeof(string[])) return Elements(json).Select(Text).ToArray();
        if (type == typeof(Guid[])) return Elements(json).Select(e => IdOf(table, e)).ToArray();
        if (type == typeof(EntityReference)) return Reference(table, json);
        if (type == typeof(Entity)) return Row(table, json);
        if (type == typeof(EntityCollection)) return Rows(table, json);
        if (type == typeof(EntityReferenceCollection))
        {
            var references = new EntityReferenceCollection();
            references.AddRange(Elements(json).Select(e => Reference(table, e)));
            return references;
        }
        if (type == typeof(ColumnSet)) return Columns(json);
        if (type == typeof(PrincipalAccess)) return Access(json);
        if (type == typeof(RolePrivilege[])) return Elements(json).Select(Privilege).ToArray();
        if (type == typeof(int[])) return Elements(json).Select(ColumnJson.Whole).ToArray();
        if (type == typeof(Label)) return LabelsOf(json);
        if (type == typeof(LocalizedLabel[])) return Elements(json).Select(LabelOf).ToArray();
        throw ODataFaults.NotSupportedHere($"a parameter of type {type.Name} in the Web API");
    }

    private Entity Row(string? table, JsonElement json)
    {
        if (OpenRow.Is(json)) return OpenRow.Read(json);
        var body = scope.Bodies.Read(Find(table), json);
        if (body.Links.Count > 0) throw ODataFaults.NotSupportedHere("@odata.bind of a collection inside a parameter");
        return body.Row;
    }

    private EntityCollection Rows(string? table, JsonElement json)
    {
        var rows = new EntityCollection { EntityName = table };
        foreach (var one in Elements(json)) rows.Entities.Add(Row(table, one));
        if (table is null && rows.Entities.Count > 0) rows.EntityName = rows.Entities[0].LogicalName;
        return rows;
    }

    private EntityReference Reference(string? table, JsonElement json) => scope.Bodies.Reference(Find(table), json);

    private Table? Find(string? table) => table is null ? null : scope.Model.Schema.Find(table);

    // The SDK asks for an id where the Web API asks for a row.
    private Guid IdOf(string? table, JsonElement json) => json.ValueKind == JsonValueKind.Object ? Reference(table, json).Id : ColumnJson.Id(json);

    private static string Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : throw new FormatException($"Cannot read the value '{json.GetRawText()}' as a quoted JSON string value.");

    private static JsonElement.ArrayEnumerator Elements(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw new FormatException("An array is needed.");

    private static object Named(Type type, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)) return Enum.ToObject(type, number);
        if (json.ValueKind == JsonValueKind.String && Enum.TryParse(type, json.GetString()!.Replace(" ", string.Empty, StringComparison.Ordinal), ignoreCase: false, out var named)) return named;
        throw new FormatException($"Cannot convert the literal '{json}' to the expected type 'Microsoft.Dynamics.CRM.{type.Name}'.");
    }

    private static ColumnSet Columns(JsonElement json)
    {
        var columns = new ColumnSet(json.TryGetProperty("AllColumns", out var all) && ColumnJson.Boolean(all));
        if (json.TryGetProperty("Columns", out var names)) columns.AddColumns([.. Elements(names).Select(Text)]);
        return columns;
    }

    private PrincipalAccess Access(JsonElement json)
    {
        if (!json.TryGetProperty("Principal", out var principal) || !json.TryGetProperty("AccessMask", out var mask)) throw new FormatException("PrincipalAccess needs Principal and AccessMask.");
        return new PrincipalAccess { Principal = Reference(null, principal), AccessMask = (AccessRights)Named(typeof(AccessRights), mask) };
    }

    private static Label LabelsOf(JsonElement json)
    {
        if (!json.TryGetProperty("LocalizedLabels", out var texts)) throw new FormatException("Label needs LocalizedLabels.");
        var label = new Label();
        label.LocalizedLabels.AddRange(Elements(texts).Select(LabelOf));
        return label;
    }

    private static LocalizedLabel LabelOf(JsonElement json)
    {
        if (!json.TryGetProperty("LanguageCode", out var language) || !json.TryGetProperty("Label", out var label)) throw new FormatException("LocalizedLabel needs Label and LanguageCode.");
        return new LocalizedLabel(label.ValueKind == JsonValueKind.Null ? null : Text(label), ColumnJson.Whole(language));
    }

    private static RolePrivilege Privilege(JsonElement json)
    {
        var privilege = new RolePrivilege();
        if (json.TryGetProperty("PrivilegeId", out var id)) privilege.PrivilegeId = ColumnJson.Id(id);
        if (json.TryGetProperty("BusinessUnitId", out var unit)) privilege.BusinessUnitId = ColumnJson.Id(unit);
        if (json.TryGetProperty("Depth", out var depth)) privilege.Depth = (PrivilegeDepth)Named(typeof(PrivilegeDepth), depth);
        return privilege;
    }
}
