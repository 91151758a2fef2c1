using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Queries.Changes;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Answers a query for definitions: all that match, or those of them that changed since a stamp.</summary>
/// <remarks>Source: "Query schema definitions", "Cache schema data". Labels of deleted languages are not among what is reported as deleted.</remarks>
internal sealed class MetadataChanges(DataverseSchema schema, TableMetadata tables, DefinitionVersions versions, EntityQueryExpression query, ChangeToken? since)
{
    private readonly EntityFilters filters = FiltersOf(query);

    public EntityMetadataCollection Tables()
    {
        var found = new EntityMetadataCollection();
        foreach (var table in schema.Tables.Values)
        {
            if (!MetadataQuery.Matches(query.Criteria, tables.Of(table, EntityFilters.Entity))) continue;
            if (Answer(table) is not { } metadata) continue;
            if (query.LabelQuery?.FilterLanguages is { Count: > 0 } languages) SelectedProperties.KeepLanguages(metadata, languages);
            found.Add(metadata);
        }
        return found;
    }

    /// <summary>Ids of what was deleted since the stamp.</summary>
    public DeletedMetadataCollection Deleted(DeletedMetadataFilters kinds)
    {
        var deleted = new DeletedMetadataCollection();
        if (since is not { } token) return deleted;
        foreach (var kind in versions.Deleted(token.Version, kinds).GroupBy(d => d.Kind, d => d.Id))
        {
            var ids = (DataCollection<Guid>)Activator.CreateInstance(typeof(DataCollection<Guid>), nonPublic: true)!;
            ids.AddRange(kind);
            deleted[kind.Key] = ids;
        }
        return deleted;
    }

    private EntityMetadata? Answer(Table table)
    {
        var metadata = tables.Of(table, filters);
        var isChanged = since is not { } token || versions.TableChanged(table, token.Version);
        var below = 0;
        if (Wants("Attributes", query.AttributeQuery))
        {
            below += Put(metadata, "Attributes", query.AttributeQuery, metadata.Attributes, a => Changed(table, a));
        }
        if (Wants("Keys", query.KeyQuery)) below += Put(metadata, "Keys", query.KeyQuery, metadata.Keys, k => Since(v => versions.KeyChanged(table, table.Keys.First(o => o.LogicalName == k.LogicalName), v)));
        if (Wants("OneToManyRelationships", query.RelationshipQuery)) below += Put(metadata, "OneToManyRelationships", query.RelationshipQuery, metadata.OneToManyRelationships, Changed);
        if (Wants("ManyToOneRelationships", query.RelationshipQuery)) below += Put(metadata, "ManyToOneRelationships", query.RelationshipQuery, metadata.ManyToOneRelationships, Changed);
        if (Wants("ManyToManyRelationships", query.RelationshipQuery)) below += Put(metadata, "ManyToManyRelationships", query.RelationshipQuery, metadata.ManyToManyRelationships, Changed);
        if (since is not null && !isChanged && below == 0) return null;
        if (since is not null) metadata.HasChanged = isChanged;
        return SelectedProperties.Keep(metadata, Selection());
    }

    // What is queried for is returned, named among the properties or not.
    private MetadataPropertiesExpression? Selection()
    {
        if (query.Properties is { AllProperties: true }) return query.Properties;
        var names = new MetadataPropertiesExpression(query.Properties?.PropertyNames.ToArray() ?? []);
        if (query.AttributeQuery is not null) names.PropertyNames.Add("Attributes");
        if (query.KeyQuery is not null) names.PropertyNames.Add("Keys");
        if (query.RelationshipQuery is null) return names;
        // None named: all three.
        var kinds = new[] { "OneToManyRelationships", "ManyToOneRelationships", "ManyToManyRelationships" };
        if (!kinds.Any(names.PropertyNames.Contains)) names.PropertyNames.AddRange(kinds);
        return names;
    }

    private static int Put<T>(EntityMetadata metadata, string property, MetadataQueryExpression? asked, IEnumerable<T> definitions, Func<T, bool> isChanged)
        where T : MetadataBase
    {
        var chosen = definitions.Where(d => MetadataQuery.Matches(asked?.Criteria, d) && isChanged(d)).ToArray();
        if (asked is not null)
        {
            foreach (var definition in chosen) SelectedProperties.Keep(definition, asked.Properties);
        }
        metadata.With(property, chosen);
        return chosen.Length;
    }

    private bool Changed(Table table, AttributeMetadata attribute)
    {
        if (since is not { } token) return true;
        var column = table.Columns[attribute.LogicalName];
        var own = versions.ColumnChanged(table, column, token.Version);
        var choice = column.OptionSet is { } set && versions.ChoiceChanged(set, token.Version);
        attribute.HasChanged = own;
        OptionSetMetadataBase? options = attribute is EnumAttributeMetadata several ? several.OptionSet : (attribute as BooleanAttributeMetadata)?.OptionSet;
        if (options is not null) options.HasChanged = choice;
        return own || choice;
    }

    private bool Changed(RelationshipMetadataBase relationship) => Since(v => versions.RelationshipChanged(relationship.MetadataId!.Value, v));

    private bool Since(Func<long, bool> changed) => since is not { } token || changed(token.Version);

    private bool Wants(string property, MetadataQueryExpression? asked) => asked is not null || Names(query, property);

    private static bool Names(EntityQueryExpression query, string property) =>
        query.Properties is { } properties && (properties.AllProperties || properties.PropertyNames.Contains(property));

    private static EntityFilters FiltersOf(EntityQueryExpression query)
    {
        var filters = EntityFilters.Entity;
        if (query.AttributeQuery is not null || Names(query, "Attributes")) filters |= EntityFilters.Attributes;
        if (query.RelationshipQuery is not null || Names(query, "OneToManyRelationships") || Names(query, "ManyToOneRelationships") || Names(query, "ManyToManyRelationships"))
        {
            filters |= EntityFilters.Relationships;
        }
        if (Names(query, "Privileges")) filters |= EntityFilters.Privileges;
        return filters;
    }
}
