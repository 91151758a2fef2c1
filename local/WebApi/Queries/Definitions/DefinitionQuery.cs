using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.WebApi.Queries.Definitions;

/// <summary>What a GET of definitions answers.</summary>
/// <param name="Found">The definitions: one where <paramref name="IsSingle"/>.</param>
/// <param name="IsSingle">The path leads to one.</param>
/// <param name="IsCount">Only their number is asked for.</param>
/// <param name="Clause">$select and $expand.</param>
/// <param name="Declared">The type the path promises: what derives from it says its own.</param>
/// <param name="Context">What follows # in @odata.context.</param>
internal sealed record DefinitionAnswer(IReadOnlyList<object> Found, bool IsSingle, bool IsCount, SelectExpandClause? Clause, string Declared, string Context);

/// <summary>Reads EntityDefinitions, RelationshipDefinitions and GlobalOptionSetDefinitions with $select, $filter, $expand and casts.</summary>
internal sealed class DefinitionQuery
{
    private static readonly string[] sets = [DefinitionModel.Tables, DefinitionModel.Relationships, DefinitionModel.Choices];

    private readonly QueryUrl url;
    private readonly IOrganizationService service;

    public DefinitionQuery(string relativeUrl, IOrganizationService service)
    {
        url = new QueryUrl(DefinitionModel.Model, relativeUrl);
        this.service = service;
        foreach (var option in new[] { "$orderby", "$top", "$apply", "$skiptoken" })
        {
            if (url.Has(option)) throw QueryErrors.Invalid($"The query parameter {option} is not supported");
        }
    }

    /// <summary>Whether a path is one of definitions.</summary>
    public static bool IsAsked(string path) => Array.Exists(sets, s => path.StartsWith(s, StringComparison.Ordinal) && (path.Length == s.Length || path[s.Length] is '(' or '/'));

    /// <summary>Reads.</summary>
    public DefinitionAnswer Read()
    {
        var path = url.Path().ToList();
        var clause = url.SelectAndExpand();
        var filter = url.Filter();
        var found = Roots(path, clause);
        var (isSingle, isCount, declared) = (false, false, "");
        foreach (var segment in path)
        {
            switch (segment)
            {
                case EntitySetSegment set:
                    declared = set.EntitySet.EntityType.Name;
                    break;
                case KeySegment key:
                    found = Keyed(found, key);
                    isSingle = true;
                    break;
                case TypeSegment type:
                    declared = ((IEdmSchemaType)(type.EdmType is IEdmCollectionType many ? many.ElementType.Definition : type.EdmType)).Name;
                    found = found.Where(d => Is(d.GetType(), declared)).ToList();
                    if (isSingle && found.Count == 0) throw NotThere(declared);
                    break;
                case NavigationPropertySegment navigation:
                    found = found.SelectMany(d => Under(d, navigation.NavigationProperty.Name)).ToList();
                    declared = navigation.NavigationProperty.ToEntityType().Name;
                    isSingle = navigation.NavigationProperty.TargetMultiplicity() != EdmMultiplicity.Many;
                    break;
                case CountSegment:
                    isCount = true;
                    break;
                default:
                    throw QueryErrors.NotSupportedHere($"a path of definitions with {segment.Identifier}");
            }
        }
        if (filter is not null) found = Filtered(found, filter);
        return new DefinitionAnswer(found, isSingle, isCount, clause, declared, Context(clause, isSingle));
    }

    /// <summary>The definitions behind a navigation property, as $expand asks for them.</summary>
    public IReadOnlyList<object> Expanded(object definition, ExpandedNavigationSelectItem item)
    {
        if (item.OrderByOption is not null || item.TopOption is not null || item.LevelsOption is not null) throw QueryErrors.Invalid("Only $select, $filter and $expand are supported in $expand of definitions.");
        var found = Under(definition, item.PathToNavigationProperty.LastSegment.Identifier).ToList();
        return item.FilterOption is { } filter ? Filtered(found, filter) : found;
    }

    private List<object> Filtered(IReadOnlyList<object> found, FilterClause filter)
    {
        var test = new DefinitionFilter(url.Constants);
        return found.Where(d => test.Holds(filter.Expression, d)).ToList();
    }

    // What comes with a table is read with it only where the path or $expand goes there.
    private List<object> Roots(List<ODataPathSegment> path, SelectExpandClause? clause)
    {
        var set = ((EntitySetSegment)path[0]).EntitySet.Name;
        if (set == DefinitionModel.Choices) return ((RetrieveAllOptionSetsResponse)service.Execute(new RetrieveAllOptionSetsRequest())).OptionSetMetadata.ToList<object>();
        if (set == DefinitionModel.Relationships)
        {
            return Tables(EntityFilters.Relationships).SelectMany(t => t.OneToManyRelationships.Cast<RelationshipMetadataBase>().Concat(t.ManyToManyRelationships)).DistinctBy(r => r.SchemaName).ToList<object>();
        }
        var filters = path.OfType<NavigationPropertySegment>().Any() || clause?.SelectedItems.OfType<ExpandedNavigationSelectItem>().Any() == true ? EntityFilters.All : EntityFilters.Entity;
        if (path.Count > 1 && path[1] is KeySegment { Keys: var keys } && keys.Single() is { Key: "LogicalName", Value: string name })
        {
            return [((RetrieveEntityResponse)service.Execute(new RetrieveEntityRequest { LogicalName = name, EntityFilters = filters })).EntityMetadata];
        }
        return Tables(filters).ToList<object>();
    }

    private EntityMetadata[] Tables(EntityFilters filters) => ((RetrieveAllEntitiesResponse)service.Execute(new RetrieveAllEntitiesRequest { EntityFilters = filters })).EntityMetadata;

    private static IEnumerable<object> Under(object definition, string property) => DefinitionModel.Value(definition, property) switch
    {
        null => [],
        IEnumerable many => many.Cast<object>(),
        var one => [one],
    };

    private static List<object> Keyed(IReadOnlyList<object> found, KeySegment key)
    {
        var (property, value) = key.Keys.Single();
        var one = found.FirstOrDefault(d => Equals(DefinitionModel.Value(d, property), value)) ?? throw NotThere($"{property} = {value}");
        return [one];
    }

    private static bool Is(Type type, string name) => type.Name == name || (type.BaseType is { } parent && Is(parent, name));

    private string Context(SelectExpandClause? clause, bool isSingle)
    {
        var properties = clause?.SelectedItems.Select(i => i switch
        {
            PathSelectItem path => path.SelectedPath.LastSegment.Identifier,
            ExpandedReferenceSelectItem expand => expand.PathToNavigationProperty.LastSegment.Identifier,
            _ => "*",
        }).ToList() ?? [];
        return url.PathText + (properties.Count == 0 ? "" : $"({string.Join(',', properties)})") + (isSingle ? "/$entity" : "");
    }

    private static System.ServiceModel.FaultException<OrganizationServiceFault> NotThere(string what) => ODataFaults.Of(0x80040217, $"Could not find a definition with {what}.");
}
