using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.WebApi.Queries.Definitions;

/// <summary>Writes definitions as JSON.</summary>
/// <param name="query">Finds what is expanded.</param>
/// <param name="root">Service root, with a slash at its end.</param>
internal sealed class DefinitionWriter(DefinitionQuery query, string root)
{
    private const int DeepestValue = 20;

    /// <summary>The whole answer.</summary>
    public void Write(Utf8JsonWriter writer, DefinitionAnswer answer)
    {
        var context = $"{root}$metadata#{answer.Context}";
        if (answer.IsSingle)
        {
            Write(writer, answer.Found[0], answer.Clause, answer.Declared, context);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("@odata.context", context);
        Write(writer, "value", answer.Found, answer.Clause, answer.Declared);
        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, string name, IReadOnlyList<object> definitions, SelectExpandClause? clause, string declared)
    {
        writer.WriteStartArray(name);
        foreach (var definition in definitions) Write(writer, definition, clause, declared, context: null);
        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer, object definition, SelectExpandClause? clause, string declared, string? context)
    {
        var selected = clause?.SelectedItems.OfType<PathSelectItem>().Select(i => i.SelectedPath.LastSegment.Identifier).ToHashSet() ?? [];
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", context);
        if (definition.GetType().Name != declared) writer.WriteString("@odata.type", "#Microsoft.Dynamics.CRM." + definition.GetType().Name);
        foreach (var property in DefinitionModel.PropertiesOf(definition.GetType()))
        {
            // The id is always there.
            if (selected.Count > 0 && !selected.Contains(property.Name) && property.Name != nameof(MetadataBase.MetadataId)) continue;
            if (DefinitionModel.IsNavigation(property)) continue;
            writer.WritePropertyName(property.Name);
            WriteValue(writer, property.GetValue(definition), 0);
        }
        foreach (var item in clause?.SelectedItems.OfType<ExpandedNavigationSelectItem>() ?? [])
        {
            var navigation = ((NavigationPropertySegment)item.PathToNavigationProperty.LastSegment).NavigationProperty;
            var found = query.Expanded(definition, item);
            var type = navigation.ToEntityType().Name;
            if (navigation.TargetMultiplicity() == EdmMultiplicity.Many)
            {
                Write(writer, navigation.Name, found, item.SelectAndExpand, type);
                continue;
            }
            writer.WritePropertyName(navigation.Name);
            if (found.Count == 0) writer.WriteNullValue();
            else Write(writer, found[0], item.SelectAndExpand, type, context: null);
        }
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > DeepestValue) throw new InvalidOperationException("A definition contains itself.");
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool yes: writer.WriteBooleanValue(yes); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case Guid id: writer.WriteStringValue(id); break;
            case DateTime moment: writer.WriteStringValue(DateTime.SpecifyKind(moment, DateTimeKind.Utc)); break;
            case Enum member: writer.WriteStringValue(member.ToString()); break;
            case IEnumerable many:
                writer.WriteStartArray();
                foreach (var item in many) WriteValue(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var property in DefinitionModel.PropertiesOf(value.GetType()))
                {
                    writer.WritePropertyName(property.Name);
                    WriteValue(writer, property.GetValue(value), depth + 1);
                }
                writer.WriteEndObject();
                break;
        }
    }
}
