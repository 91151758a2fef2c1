using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Turns tables, keys and relationships of the schema into the SDK's metadata. Each answer is a new object: callers may change it.</summary>
internal sealed class TableMetadata(DataverseSchema schema, LabelMetadata labels)
{
    private const int CompositeActivity = 1;
    private readonly ColumnMetadata columns = new(labels);

    public EntityMetadata Of(Table table, EntityFilters filters)
    {
        var metadata = new EntityMetadata
        {
            LogicalName = table.LogicalName,
            SchemaName = table.SchemaName,
            MetadataId = MetadataIds.OfTable(table.LogicalName),
            EntitySetName = table.EntitySetName,
            LogicalCollectionName = table.EntitySetName,
            DisplayName = labels.Of(table.DisplayName),
            DisplayCollectionName = labels.Of(table.DisplayCollectionName),
            Description = labels.Of(table.Description),
            IsActivity = table.IsActivity,
            ActivityTypeMask = table.IsActivity ? CompositeActivity : 0,
            IsActivityParty = table.LogicalName == "activityparty",
            ChangeTrackingEnabled = table.ChangeTracking,
            OwnershipType = table.Ownership switch
            {
                Ownership.User => OwnershipTypes.UserOwned,
                Ownership.Organization => OwnershipTypes.OrganizationOwned,
                Ownership.BusinessUnit => OwnershipTypes.BusinessOwned,
                _ => OwnershipTypes.None,
            },
            IsCustomizable = new BooleanManagedProperty(true),
            IconVectorName = table.IconVectorName,
            IconSmallName = table.IconSmallName,
            IconMediumName = table.IconMediumName,
            IconLargeName = table.IconLargeName,
        };
        metadata
            .With("ObjectTypeCode", table.ObjectTypeCode)
            .With("PrimaryIdAttribute", table.PrimaryId)
            .With("PrimaryNameAttribute", table.PrimaryName)
            .With("IsCustomEntity", table.IsCustom)
            .With("IsIntersect", table.IsIntersect)
            .With("EnforceStateTransitions", table.EnforcesStateTransitions)
            .With("IsOptimisticConcurrencyEnabled", !table.IsIntersect)
            .With("Keys", table.Keys.Select(k => Of(table, k)).ToArray());
        if (filters.HasFlag(EntityFilters.Attributes)) metadata.With("Attributes", table.Columns.Values.Select((c, i) => columns.Of(table, c, i + 1)).ToArray());
        if (filters.HasFlag(EntityFilters.Relationships))
        {
            metadata
                .With("OneToManyRelationships", schema.ChildrenOf(table.LogicalName).Select(Of).ToArray())
                .With("ManyToOneRelationships", schema.LookupsOf(table.LogicalName).Select(Of).ToArray())
                .With("ManyToManyRelationships", ManyToMany(table).Select(Of).ToArray());
        }
        if (filters.HasFlag(EntityFilters.Privileges)) metadata.With("Privileges", Privileges(table));
        return metadata;
    }

    private SecurityPrivilegeMetadata[] Privileges(Table table)
    {
        var rights = new RightsCatalog(schema).Holder(table);
        var found = new List<SecurityPrivilegeMetadata>();
        foreach (var right in PrivilegeRows.RightsOf(rights))
        {
            var byDepth = rights.Scope is RowScope.Owner or RowScope.BusinessUnit;
            found.Add(((SecurityPrivilegeMetadata)System.Activator.CreateInstance(typeof(SecurityPrivilegeMetadata), nonPublic: true)!)
                .With("Name", rights.Privilege(right))
                .With("PrivilegeId", PrivilegeRows.IdOf(rights.Privilege(right)))
                .With("PrivilegeType", System.Enum.Parse<PrivilegeType>(TableRights.Verb(right)))
                .With("CanBeBasic", byDepth)
                .With("CanBeLocal", byDepth)
                .With("CanBeDeep", byDepth)
                .With("CanBeGlobal", true));
        }
        return [.. found];
    }

    public AttributeMetadata Of(Table table, Column column) => columns.Of(table, column, table.Columns.Keys.ToList().IndexOf(column.LogicalName) + 1);

    public EntityKeyMetadata Of(Table table, TableKey key) => new EntityKeyMetadata
    {
        LogicalName = key.LogicalName,
        SchemaName = key.SchemaName,
        KeyAttributes = key.Columns.ToArray(),
        DisplayName = labels.Of(key.DisplayName),
        MetadataId = MetadataIds.OfKey(table.LogicalName, key.LogicalName),
    }.With("EntityLogicalName", table.LogicalName).With("EntityKeyIndexStatus", EntityKeyIndexStatus.Active);

    public OneToManyRelationshipMetadata Of(OneToMany relationship) => new OneToManyRelationshipMetadata
    {
        SchemaName = relationship.SchemaName,
        MetadataId = MetadataIds.OfRelationship(relationship),
        ReferencedEntity = relationship.ReferencedTable,
        ReferencedAttribute = schema.Tables[relationship.ReferencedTable].PrimaryId,
        ReferencingEntity = relationship.ReferencingTable,
        ReferencingAttribute = relationship.ReferencingColumn,
        ReferencedEntityNavigationPropertyName = relationship.SchemaName,
        ReferencingEntityNavigationPropertyName = NavigationProperty(relationship),
        IsHierarchical = relationship.IsHierarchical,
        IsCustomRelationship = relationship.IsCustom,
        SecurityTypes = SecurityTypes.Append,
        IsValidForAdvancedFind = true,
        CascadeConfiguration = new CascadeConfiguration
        {
            Assign = Of(relationship.Assign),
            Delete = Of(relationship.Delete),
            Merge = Of(relationship.Merge),
            Reparent = Of(relationship.Reparent),
            Share = Of(relationship.Share),
            Unshare = Of(relationship.Unshare),
        },
    }.With("RelationshipType", RelationshipType.OneToManyRelationship);

    public ManyToManyRelationshipMetadata Of(ManyToMany relationship) => new ManyToManyRelationshipMetadata
    {
        SchemaName = relationship.SchemaName,
        MetadataId = MetadataIds.OfRelationship(relationship.SchemaName),
        IntersectEntityName = relationship.IntersectTable,
        Entity1LogicalName = relationship.Table1,
        Entity1IntersectAttribute = relationship.Column1,
        Entity1NavigationPropertyName = relationship.SchemaName,
        Entity2LogicalName = relationship.Table2,
        Entity2IntersectAttribute = relationship.Column2,
        Entity2NavigationPropertyName = relationship.SchemaName,
        IsCustomRelationship = relationship.IsCustom,
    }.With("RelationshipType", RelationshipType.ManyToManyRelationship);

    private IEnumerable<ManyToMany> ManyToMany(Table table) =>
        schema.ManyToMany.Where(r => r.Table1 == table.LogicalName || r.Table2 == table.LogicalName || r.IntersectTable == table.LogicalName);

    // Web API name of the lookup: of one to several tables with the target behind it.
    private string NavigationProperty(OneToMany relationship)
    {
        var column = schema.Tables[relationship.ReferencingTable].Columns[relationship.ReferencingColumn];
        var name = column.IsCustom ? column.SchemaName : column.LogicalName;
        return column.Targets.Count > 1 && column.Type != ColumnType.Owner ? $"{name}_{relationship.ReferencedTable}" : name;
    }

    private static CascadeType Of(Cascade cascade) => cascade switch
    {
        Cascade.Cascade => CascadeType.Cascade,
        Cascade.Active => CascadeType.Active,
        Cascade.UserOwned => CascadeType.UserOwned,
        Cascade.RemoveLink => CascadeType.RemoveLink,
        Cascade.Restrict => CascadeType.Restrict,
        _ => CascadeType.NoCascade,
    };
}
