using System;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Customization;

/// <summary>CreateOneToMany with its lookup, CreateManyToMany with its intersect table, and DeleteRelationship.</summary>
internal static class RelationshipMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("CreateOneToMany", CreateOneToMany, static () => new CreateOneToManyResponse());
        catalog.Add("CreateManyToMany", CreateManyToMany, static () => new CreateManyToManyResponse());
        catalog.Add("DeleteRelationship", Delete, static () => new DeleteRelationshipResponse());
    }

    private static void CreateOneToMany(MessageExecution execution) => SchemaChange.Run(execution, "prvCreateRelationship", draft =>
    {
        var metadata = execution.Required<OneToManyRelationshipMetadata>("OneToManyRelationship");
        var name = New(draft, metadata.SchemaName);
        var referenced = SchemaChange.Table(draft, metadata.ReferencedEntity);
        var referencing = SchemaChange.Table(draft, metadata.ReferencingEntity);
        var lookup = ColumnDefinition.Lookup(execution, execution.Required<LookupAttributeMetadata>("Lookup"), referenced.LogicalName);
        ColumnMessages.Add(draft, referencing.LogicalName, lookup);
        var cascade = metadata.CascadeConfiguration;
        var relationship = new OneToMany
        {
            SchemaName = name,
            ReferencedTable = referenced.LogicalName,
            ReferencingTable = referencing.LogicalName,
            ReferencingColumn = lookup.LogicalName,
            IsHierarchical = metadata.IsHierarchical ?? false,
            Assign = Of(cascade?.Assign, Cascade.NoCascade),
            Delete = Of(cascade?.Delete, Cascade.RemoveLink),
            Merge = Of(cascade?.Merge, Cascade.NoCascade),
            Reparent = Of(cascade?.Reparent, Cascade.NoCascade),
            Share = Of(cascade?.Share, Cascade.NoCascade),
            Unshare = Of(cascade?.Unshare, Cascade.NoCascade),
            IsCustom = true,
        };
        draft.Put(relationship);
        execution.Output["AttributeId"] = MetadataIds.OfColumn(referencing.LogicalName, lookup.LogicalName);
        execution.Output["RelationshipId"] = MetadataIds.OfRelationship(relationship);
    });

    private static void CreateManyToMany(MessageExecution execution) => SchemaChange.Run(execution, "prvCreateRelationship", draft =>
    {
        var metadata = execution.Required<ManyToManyRelationshipMetadata>("ManyToManyRelationship");
        var name = New(draft, metadata.SchemaName);
        var intersect = SchemaChange.Name(execution.Optional<string>("IntersectEntitySchemaName") is { Length: > 0 } given ? given : metadata.IntersectEntityName ?? name);
        if (draft.Find(intersect.ToLowerInvariant()) is not null) throw PipelineErrors.Invalid($"The entity {intersect} exists already.");
        var (first, second) = (SchemaChange.Table(draft, metadata.Entity1LogicalName), SchemaChange.Table(draft, metadata.Entity2LogicalName));
        draft.PutPairs(name, first, second, intersect);
        execution.Output["ManyToManyRelationshipId"] = MetadataIds.OfRelationship(name);
    });

    private static void Delete(MessageExecution execution) => SchemaChange.Run(execution, "prvDeleteRelationship", draft =>
    {
        var name = execution.Required<string>("Name");
        if (draft.ManyToMany.FirstOrDefault(r => Is(r.SchemaName, name)) is { } pairs)
        {
            if (!pairs.IsCustom) throw CannotBeDeleted(name);
            SchemaChange.Clear(execution.Organization.Store, pairs.IntersectTable);
            draft.RemoveTable(pairs.IntersectTable);
            return;
        }
        var found = draft.OneToMany.FirstOrDefault(r => Is(r.SchemaName, name)) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("EntityRelationship", name);
        if (!found.IsCustom) throw CannotBeDeleted(name);
        // The lookup goes with its last relationship.
        SchemaChange.Clear(execution.Organization.Store, found.ReferencingTable, [found.ReferencingColumn]);
        draft.RemoveColumn(found.ReferencingTable, found.ReferencingColumn);
    });

    private static string New(SchemaDraft draft, string? name)
    {
        SchemaChange.Name(name);
        if (draft.OneToMany.Any(r => Is(r.SchemaName, name!)) || draft.ManyToMany.Any(r => Is(r.SchemaName, name!))) throw PipelineErrors.Invalid($"A relationship with the name {name} already exists.");
        return name!;
    }

    private static FaultException<OrganizationServiceFault> CannotBeDeleted(string name) => PipelineErrors.Invalid($"The relationship {name} cannot be deleted: it is the platform's own.");

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Cascade Of(CascadeType? type, Cascade otherwise) => type is { } given && Enum.TryParse<Cascade>(given.ToString(), out var cascade) ? cascade : otherwise;
}
