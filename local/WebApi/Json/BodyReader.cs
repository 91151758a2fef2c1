using System;
using System.Collections.Generic;
using System.Text.Json;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Local.WebApi.Requests;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Json;

/// <summary>Reads the row out of a body: columns, <c>@odata.bind</c>, rows to create with it.</summary>
internal sealed class BodyReader(ServiceModel model, ReferenceUrl references)
{
    private const string Bind = "@odata.bind", Type = "@odata.type", Id = "@odata.id";

    /// <summary>Reads a row.</summary>
    /// <param name="table">Its table; what <c>@odata.type</c> says where that is null.</param>
    /// <param name="json">An object.</param>
    public RowBody Read(Table? table, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw ODataFaults.Payload(table?.EntitySetName ?? string.Empty, $"An unexpected '{json.ValueKind}' node was found; a row is a JSON object.");
        table = TableOf(json) ?? table ?? throw ODataFaults.Payload(string.Empty, "A type named by '@odata.type' is needed to read a row whose table is not known.");
        var body = new RowBody(table);
        foreach (var member in json.EnumerateObject()) Take(body, member);
        return body;
    }

    /// <summary>The row that an object names by <c>@odata.id</c> or by its primary key.</summary>
    public EntityReference Reference(Table? table, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Id, out var url) && url.ValueKind == JsonValueKind.String) return references.Read(url.GetString()!);
        var row = Read(table, json).Row;
        return new EntityReference(row.LogicalName, row.Id) { KeyAttributes = row.KeyAttributes };
    }

    private Table? TableOf(JsonElement json)
    {
        if (!json.TryGetProperty(Type, out var type) || type.ValueKind != JsonValueKind.String) return null;
        var name = type.GetString()!.TrimStart('#');
        var plain = name.StartsWith(ServiceModel.Namespace + ".", StringComparison.Ordinal) ? name[(ServiceModel.Namespace.Length + 1)..] : name;
        return model.Schema.Find(plain) ?? throw ODataFaults.Payload(string.Empty, $"A type named '{name}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.");
    }

    private void Take(RowBody body, JsonProperty member)
    {
        var table = body.Table;
        if (member.Name.EndsWith(Bind, StringComparison.Ordinal))
        {
            TakeBind(body, member.Name[..^Bind.Length], member.Value);
            return;
        }
        // Other annotations say nothing about the row to write.
        if (member.Name.Contains('@', StringComparison.Ordinal))
        {
            if (member.Name[0] == '@' && !member.Name.Contains('.', StringComparison.Ordinal))
            {
                throw ODataFaults.Payload(table.EntitySetName, $"'{member.Name[1..]}' is an invalid instance annotation name. An instance annotation name must contain a period that is not at the start or end of the name.");
            }
            return;
        }
        if (model.ColumnOf(table, member.Name) is { } column)
        {
            TakeColumn(body, column, member);
            return;
        }
        if (model.NavigationOf(table, member.Name) is { } navigation)
        {
            TakeRelated(body, navigation, member.Value);
            return;
        }
        throw ODataFaults.Payload(table.EntitySetName, $"Invalid property '{member.Name}' was found in entity 'Microsoft.Dynamics.CRM.{table.LogicalName}'.");
    }

    private static void TakeColumn(RowBody body, Column column, JsonProperty member)
    {
        if (PropertyNames.IsLookup(column))
        {
            throw ODataFaults.Of(ODataFaults.DirectLookupUpdate, "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.");
        }
        try
        {
            var value = ColumnJson.Read(column, member.Value);
            body.Row[column.LogicalName] = value;
            if (column.IsPrimaryId && value is Guid id) body.Row.Id = id;
        }
        catch (FormatException unreadable)
        {
            throw ODataFaults.Payload(body.Table.EntitySetName, unreadable.Message);
        }
    }

    private void TakeBind(RowBody body, string name, JsonElement value)
    {
        var navigation = model.NavigationOf(body.Table, name) ?? throw ODataFaults.Payload(
            body.Table.EntitySetName,
            $"An undeclared property '{name}' which only has property annotations in the payload but no property value was found in the payload. " +
            "In OData, only declared navigation properties and declared named streams can be represented as properties without values.");
        if (navigation.IsCollection)
        {
            if (value.ValueKind != JsonValueKind.Array) throw ODataFaults.Payload(body.Table.EntitySetName, $"The 'odata.bind' annotation of the collection '{name}' must have an array value.");
            foreach (var one in value.EnumerateArray()) body.Links.Add((navigation, references.Read(Url(body, one))));
            return;
        }
        body.Row[navigation.Lookup!.LogicalName] = value.ValueKind == JsonValueKind.Null ? null : Checked(body, navigation, references.Read(Url(body, value)));
    }

    private static string Url(RowBody body, JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw ODataFaults.Payload(body.Table.EntitySetName, "The 'odata.bind' instance or property annotation must have a non-null string value.");

    private static EntityReference Checked(RowBody body, Navigation navigation, EntityReference row)
    {
        var fits = navigation.TargetTable is { } target ? row.LogicalName == target : row.LogicalName is "systemuser" or "team";
        return fits ? row : throw ODataFaults.Payload(body.Table.EntitySetName, $"A row of table '{row.LogicalName}' cannot be bound to the navigation property '{navigation.Name}'.");
    }

    private void TakeRelated(RowBody body, Navigation navigation, JsonElement json)
    {
        if (PartyLists.IsParties(navigation))
        {
            PartyLists.Take(this, model, body, json);
            return;
        }
        var table = navigation.TargetTable is { } name ? model.Schema.Tables[name] : null;
        if (!navigation.IsCollection)
        {
            if (json.ValueKind == JsonValueKind.Null) body.Row[navigation.Lookup!.LogicalName] = null;
            else if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Id, out _)) body.Row[navigation.Lookup!.LogicalName] = Checked(body, navigation, Reference(table, json));
            else body.AddRelated(navigation, Nested(Read(table, json)));
            return;
        }
        if (json.ValueKind != JsonValueKind.Array) throw ODataFaults.Payload(body.Table.EntitySetName, $"An array is needed for the collection '{navigation.Name}'.");
        foreach (var one in json.EnumerateArray()) body.AddRelated(navigation, Nested(Read(table, one)));
    }

    private static Entity Nested(RowBody body) => body.Links.Count == 0
        ? body.Row
        : throw ODataFaults.NotSupportedHere("@odata.bind of a collection inside a row that is created with another");
}

/// <summary>A row as a body describes it.</summary>
internal sealed class RowBody(Table table)
{
    public Table Table => table;

    /// <summary>Columns, and in its related entities the rows to create with it.</summary>
    public Entity Row { get; } = new(table.LogicalName);

    /// <summary>Existing rows to associate with it (<c>@odata.bind</c> of a collection).</summary>
    public List<(Navigation Navigation, EntityReference Row)> Links { get; } = [];

    public void AddRelated(Navigation navigation, Entity row)
    {
        if (!Row.RelatedEntities.TryGetValue(navigation.Key, out var rows))
        {
            rows = new EntityCollection { EntityName = row.LogicalName };
            Row.RelatedEntities.Add(navigation.Key, rows);
        }
        rows.Entities.Add(row);
    }
}
