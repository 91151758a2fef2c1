using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.WebApi.Definitions;

/// <summary>Definitions as objects that lead to each other: what a path finds among them.</summary>
internal sealed class DefinitionGraph(IOrganizationService service)
{
    /// <summary>A choice column's global choice, which has no property of its own in the SDK.</summary>
    public const string GlobalChoice = "GlobalOptionSet";

    /// <summary>Follows a path.</summary>
    /// <returns>A definition, a value, a list of either, or null.</returns>
    public object? Follow(ODataPath path)
    {
        object? found = null;
        var segments = path.ToList();
        for (var i = 0; i < segments.Count; i++)
        {
            found = segments[i] switch
            {
                EntitySetSegment set => Set(set.EntitySet.Name, segments),
                KeySegment key => One(found, key),
                TypeSegment type => Cast(found, (IEdmSchemaType)(type.EdmType.AsElementType())),
                NavigationPropertySegment navigation => Value(found!, navigation.NavigationProperty.Name),
                PropertySegment property => Value(found!, property.Property.Name),
                CountSegment => ((IEnumerable)found!).Cast<object>().Count(),
                var other => throw ODataFaults.SegmentNotFound(other.Identifier),
            };
        }
        return found;
    }

    /// <summary>The value of a property; null where the object's class has none of that name.</summary>
    public static object? Value(object of, string property) => property == GlobalChoice
        ? of is EnumAttributeMetadata { OptionSet: { IsGlobal: true } choice } ? choice : null
        : of.GetType().GetProperty(property)?.GetValue(of);

    private IEnumerable<MetadataBase> Set(string name, List<ODataPathSegment> path) => name switch
    {
        DefinitionTypes.Tables => Tables(path),
        DefinitionTypes.Choices => ((RetrieveAllOptionSetsResponse)service.Execute(new RetrieveAllOptionSetsRequest())).OptionSetMetadata,
        _ => Relationships(),
    };

    private EntityMetadata[] Tables(List<ODataPathSegment> path)
    {
        // One table is asked for alone; all of them with their columns would be many thousand objects.
        if (path.Count > 1 && path[1] is KeySegment key && key.Keys.Single() is { Key: "LogicalName", Value: string name })
        {
            return [((RetrieveEntityResponse)service.Execute(new RetrieveEntityRequest { LogicalName = name, EntityFilters = EntityFilters.All })).EntityMetadata];
        }
        return ((RetrieveAllEntitiesResponse)service.Execute(new RetrieveAllEntitiesRequest { EntityFilters = EntityFilters.All })).EntityMetadata;
    }

    private IEnumerable<MetadataBase> Relationships()
    {
        var tables = ((RetrieveAllEntitiesResponse)service.Execute(new RetrieveAllEntitiesRequest { EntityFilters = EntityFilters.Relationships })).EntityMetadata;
        return tables.SelectMany(t => (t.OneToManyRelationships ?? []).Cast<RelationshipMetadataBase>().Concat(t.ManyToManyRelationships ?? [])).DistinctBy(r => r.MetadataId);
    }

    private static object One(object? list, KeySegment key)
    {
        var values = key.Keys.ToList();
        return ((IEnumerable)list!).Cast<object>().FirstOrDefault(o => values.TrueForAll(k => Same(Value(o, k.Key), k.Value)))
            ?? throw ODataFaults.Of(0x80040217, $"Could not find an entity with name {string.Join(",", values.Select(v => v.Value))}.");
    }

    private static bool Same(object? left, object? right) => left is string a && right is string b ? string.Equals(a, b, StringComparison.OrdinalIgnoreCase) : Equals(left, right);

    private static object? Cast(object? found, IEdmSchemaType type) => found is IEnumerable list and not string
        ? list.Cast<object>().Where(o => IsOf(o, type)).ToList()
        : found is not null && IsOf(found, type) ? found : throw ODataFaults.SegmentNotFound($"{ServiceModel.Namespace}.{type.Name}");

    private static bool IsOf(object definition, IEdmSchemaType type)
    {
        for (var clr = definition.GetType(); clr is not null; clr = clr.BaseType)
        {
            if (clr.Name == type.Name) return true;
        }
        return false;
    }
}
