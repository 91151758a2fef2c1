using System;
using System.Collections;
using System.Linq;
using System.Text.Json;
using Local.WebApi.Json;
using Local.WebApi.Model;
using Local.WebApi.Queries;
using Local.WebApi.Requests;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Operations;

/// <summary>Writes the results of an operation as JSON.</summary>
internal sealed class AnswerWriter(RequestScope scope)
{
    /// <summary>The whole answer.</summary>
    public void Write(Utf8JsonWriter writer, Operation operation, ParameterCollection results)
    {
        if (operation.ReturnsResultItself)
        {
            WriteItself(writer, operation, results.TryGetValue(operation.Results[0].ResponseName, out var value) ? value : null);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{scope.Root}$metadata#{operation.ReturnType!.FullName()}");
        foreach (var result in operation.Results)
        {
            results.TryGetValue(result.ResponseName, out var value);
            writer.WritePropertyName(result.Name);
            WriteValue(writer, result.Type, value);
        }
        writer.WriteEndObject();
    }

    private void WriteItself(Utf8JsonWriter writer, Operation operation, object? value)
    {
        var type = operation.ReturnType!;
        var of = type.IsCollection() ? type.AsCollection().ElementType() : type;
        var set = scope.Model.TableOf(of.Definition)?.EntitySetName;
        if (value is Entity row && !type.IsCollection())
        {
            // Of whatever table it is: the row itself tells.
            set ??= scope.Model.Schema.Find(row.LogicalName ?? string.Empty)?.EntitySetName;
            WriteRow(writer, row, set is null ? of.FullName() : $"{set}/$entity");
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{scope.Root}$metadata#{set ?? $"Collection({of.FullName()})"}");
        writer.WritePropertyName("value");
        WriteValue(writer, type, value);
        writer.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter writer, IEdmTypeReference? type, object? value)
    {
        switch (value)
        {
            case Entity row: WriteRow(writer, row, context: null); break;
            case EntityReference reference when type is null || type.IsEntity(): WriteReference(writer, reference); break;
            case EntityCollection rows: WriteList(writer, null, rows.Entities); break;
            case EntityReferenceCollection references: WriteList(writer, null, references); break;
            case Enum named: writer.WriteStringValue(named.ToString()); break;
            case null when type is not null && type.IsCollection(): WriteList(writer, null, Array.Empty<object>()); break;
            case string or byte[] or null: ColumnJson.Write(writer, null, value); break;
            case OptionSetValueCollection: ColumnJson.Write(writer, null, value); break;
            case IEnumerable list when type is null || type.IsCollection(): WriteList(writer, type?.AsCollection().ElementType(), list); break;
            case var _ when type?.Definition is IEdmComplexType complex: WriteComplex(writer, complex, value); break;
            default: ColumnJson.Write(writer, null, value); break;
        }
    }

    private void WriteList(Utf8JsonWriter writer, IEdmTypeReference? of, IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (var one in list) WriteValue(writer, of, one);
        writer.WriteEndArray();
    }

    // Rows of a result hold what the message gave; what it did not give is not there.
    private void WriteRow(Utf8JsonWriter writer, Entity row, string? context)
    {
        if (string.IsNullOrEmpty(row.LogicalName) || scope.Model.Schema.Find(row.LogicalName) is not { } table)
        {
            WriteOpen(writer, row, context);
            return;
        }
        var columns = table.Columns.Values.Where(c => row.Contains(c.LogicalName) && scope.Model.ColumnOf(table, PropertyNames.Of(c)) is not null).ToList();
        var projection = new Projection { Table = table, Columns = row.Id == Guid.Empty ? columns : [.. columns.Where(c => !c.IsPrimaryId)], IsAggregate = false, Aliases = [] };
        if (row.Id != Guid.Empty)
        {
            scope.Rows.Write(writer, row, projection, context, typed: true);
            return;
        }
        scope.Rows.WriteUnsaved(writer, row, projection, context);
    }

    private void WriteOpen(Utf8JsonWriter writer, Entity row, string? context)
    {
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", $"{scope.Root}$metadata#{context}");
        writer.WriteString("@odata.type", "#" + OpenRow.TypeName);
        foreach (var attribute in row.Attributes)
        {
            if (TypeName(attribute.Value) is { } type) writer.WriteString(attribute.Key + "@odata.type", "#" + type);
            writer.WritePropertyName(attribute.Key);
            WriteValue(writer, null, attribute.Value);
        }
        writer.WriteEndObject();
    }

    // JSON alone does not tell these from numbers and strings.
    private static string? TypeName(object? value) => value switch
    {
        Guid => "Guid",
        DateTime => "DateTimeOffset",
        decimal or Money => "Decimal",
        long => "Int64",
        EntityCollection => $"Collection({OpenRow.TypeName})",
        string[] => "Collection(String)",
        int[] => "Collection(Int32)",
        Guid[] => "Collection(Guid)",
        _ => null,
    };

    private void WriteReference(Utf8JsonWriter writer, EntityReference reference)
    {
        var table = scope.Model.Schema.Tables[reference.LogicalName];
        writer.WriteStartObject();
        writer.WriteString("@odata.type", "#Microsoft.Dynamics.CRM." + reference.LogicalName);
        writer.WriteString("@odata.id", scope.Rows.UrlOf(reference.LogicalName, reference.Id));
        writer.WriteString(table.PrimaryId, reference.Id);
        writer.WriteEndObject();
    }

    private void WriteComplex(Utf8JsonWriter writer, IEdmComplexType type, object value)
    {
        writer.WriteStartObject();
        foreach (var property in type.Properties())
        {
            writer.WritePropertyName(property.Name);
            WriteValue(writer, property.Type, value.GetType().GetProperty(property.Name)?.GetValue(value));
        }
        writer.WriteEndObject();
    }
}
