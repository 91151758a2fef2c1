using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Local.WebApi.Json;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Definitions;

/// <summary>Writes definitions as JSON: what $select names, what $expand adds.</summary>
internal sealed class DefinitionWriter(IEdmModel model)
{
    /// <summary>Writes a definition.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="definition">A definition, or a part of one.</param>
    /// <param name="declared">The type that is expected; another one is named by @odata.type.</param>
    /// <param name="clause">$select and $expand; null for everything but what must be expanded.</param>
    /// <param name="context">@odata.context; null inside.</param>
    public void Write(Utf8JsonWriter writer, object definition, IEdmType? declared, SelectExpandClause? clause, string? context)
    {
        var type = (IEdmStructuredType)model.FindDeclaredType($"{ServiceModel.Namespace}.{definition.GetType().Name}");
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", context);
        if (declared is not null && type != declared) writer.WriteString("@odata.type", "#" + type.FullTypeName());
        var selected = Selected(clause);
        foreach (var property in type.StructuralProperties())
        {
            if (selected is not null && !selected.Contains(property.Name) && property.Name != "MetadataId") continue;
            writer.WritePropertyName(property.Name);
            WriteValue(writer, property.Type, DefinitionGraph.Value(definition, property.Name));
        }
        foreach (var expansion in clause?.SelectedItems.OfType<ExpandedNavigationSelectItem>() ?? [])
        {
            var navigation = (NavigationPropertySegment)expansion.PathToNavigationProperty.LastSegment;
            if (type.FindProperty(navigation.NavigationProperty.Name) is null) continue;
            writer.WritePropertyName(navigation.NavigationProperty.Name);
            WriteExpanded(writer, navigation.NavigationProperty.ToEntityType(), DefinitionGraph.Value(definition, navigation.NavigationProperty.Name), expansion);
        }
        writer.WriteEndObject();
    }

    /// <summary>Writes the value of a property.</summary>
    public void WriteValue(Utf8JsonWriter writer, IEdmTypeReference type, object? value)
    {
        switch (value)
        {
            case Enum named: writer.WriteStringValue(named.ToString()); break;
            case null when type.IsCollection(): WriteValue(writer, type, Array.Empty<object>()); break;
            case null or string: ColumnJson.Write(writer, null, value); break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var one in list) WriteValue(writer, type.AsCollection().ElementType(), one);
                writer.WriteEndArray();
                break;
            case var _ when type.IsComplex(): Write(writer, value, type.Definition, clause: null, context: null); break;
            default: ColumnJson.Write(writer, null, value); break;
        }
    }

    private void WriteExpanded(Utf8JsonWriter writer, IEdmEntityType declared, object? value, ExpandedNavigationSelectItem expansion)
    {
        if (value is null) writer.WriteNullValue();
        else if (value is not IEnumerable list) Write(writer, value, declared, expansion.SelectAndExpand, context: null);
        else
        {
            writer.WriteStartArray();
            foreach (var one in list)
            {
                if (expansion.FilterOption is not { } filter || DefinitionFilter.Fits(filter.Expression, one)) Write(writer, one, declared, expansion.SelectAndExpand, context: null);
            }
            writer.WriteEndArray();
        }
    }

    private static HashSet<string>? Selected(SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected) return null;
        return [.. clause.SelectedItems.OfType<PathSelectItem>().Select(i => i.SelectedPath.FirstSegment.Identifier)];
    }
}
