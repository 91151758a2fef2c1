using System;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Queries.Changes;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Messages that read definitions. Of those that change them, these are refused: such changes come with solutions.</summary>
internal static class MetadataMessages
{
    private static readonly string[] Customizing =
    [
        "UpdateRelationship", "UpdateOptionSet", "UpdateStateValue", "CreateEntityKey", "DeleteEntityKey", "CreateCustomerRelationships",
    ];

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("RetrieveEntity", RetrieveEntity, static () => new RetrieveEntityResponse());
        catalog.Add("RetrieveAllEntities", RetrieveAllEntities, static () => new RetrieveAllEntitiesResponse());
        catalog.Add("RetrieveAttribute", RetrieveAttribute, static () => new RetrieveAttributeResponse());
        catalog.Add("RetrieveOptionSet", RetrieveOptionSet, static () => new RetrieveOptionSetResponse());
        catalog.Add("RetrieveAllOptionSets", RetrieveAllOptionSets, static () => new RetrieveAllOptionSetsResponse());
        catalog.Add("RetrieveRelationship", RetrieveRelationship, static () => new RetrieveRelationshipResponse());
        catalog.Add("ReactivateEntityKey", ReactivateEntityKey, static () => new ReactivateEntityKeyResponse());
        catalog.Add("RetrieveEntityKey", RetrieveEntityKey, static () => new RetrieveEntityKeyResponse());
        catalog.Add("RetrieveMetadataChanges", RetrieveMetadataChanges, static () => new RetrieveMetadataChangesResponse());
        catalog.Add("RetrieveTimestamp", static e => e.Output["Timestamp"] = Stamp(e), static () => new RetrieveTimestampResponse());
        foreach (var message in Customizing) catalog.Refuse(message, "; change the schema by importing a solution");
    }

    private static void RetrieveEntity(MessageExecution execution)
    {
        var table = FindTable(execution, execution.Optional<string>("LogicalName"));
        execution.Output["EntityMetadata"] = Tables(execution).Of(table, Filters(execution));
    }

    private static void RetrieveAllEntities(MessageExecution execution)
    {
        var tables = Tables(execution);
        execution.Output["EntityMetadata"] = Schema(execution).Tables.Values.Select(t => tables.Of(t, Filters(execution))).ToArray();
        execution.Output["Timestamp"] = Stamp(execution);
    }

    private static void RetrieveAttribute(MessageExecution execution)
    {
        var (table, column) = execution.Optional<string>("LogicalName") is { } name
            ? FindColumn(FindTable(execution, execution.Optional<string>("EntityLogicalName")), name)
            : FindColumn(execution, execution.Required<Guid>("MetadataId"));
        execution.Output["AttributeMetadata"] = Tables(execution).Of(table, column);
    }

    private static void RetrieveOptionSet(MessageExecution execution)
    {
        var name = execution.Optional<string>("Name");
        var id = execution.Optional<Guid?>("MetadataId");
        var choice = Schema(execution).GlobalOptionSets.Values.FirstOrDefault(o =>
            name is null ? MetadataIds.OfChoice(o.Name) == id : string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase));
        if (choice is null) throw PlatformErrors.ObjectDoesNotExist.Fault("OptionSet", name ?? id.ToString());
        execution.Output["OptionSetMetadata"] = Labels(execution).Of(choice, OptionSetType.Picklist);
    }

    private static void RetrieveAllOptionSets(MessageExecution execution)
    {
        var labels = Labels(execution);
        execution.Output["OptionSetMetadata"] = Schema(execution).GlobalOptionSets.Values
            .Select(o => (OptionSetMetadataBase)labels.Of(o, OptionSetType.Picklist)).ToArray();
    }

    private static void RetrieveRelationship(MessageExecution execution)
    {
        var name = execution.Optional<string>("Name");
        var id = execution.Optional<Guid?>("MetadataId");
        var schema = Schema(execution);
        var tables = Tables(execution);
        bool Named(string schemaName, Guid metadataId) => name is null ? metadataId == id : string.Equals(schemaName, name, StringComparison.OrdinalIgnoreCase);
        RelationshipMetadataBase? found = null;
        if (schema.OneToMany.FirstOrDefault(r => Named(r.SchemaName, MetadataIds.OfRelationship(r))) is { } oneToMany) found = tables.Of(oneToMany);
        else if (schema.ManyToMany.FirstOrDefault(r => Named(r.SchemaName, MetadataIds.OfRelationship(r.SchemaName))) is { } manyToMany) found = tables.Of(manyToMany);
        execution.Output["RelationshipMetadata"] = found ?? throw PlatformErrors.ObjectDoesNotExist.Fault("EntityRelationship", name ?? id.ToString());
    }

    // Every key is kept by a unique index from the moment it is there: its index is active, and to activate it again changes nothing.
    private static void ReactivateEntityKey(MessageExecution execution)
    {
        var table = FindTable(execution, execution.Required<string>("EntityLogicalName"));
        var name = execution.Required<string>("EntityKeyLogicalName");
        if (table.Keys.All(k => k.LogicalName != name)) throw PlatformErrors.ObjectDoesNotExist.Fault("EntityKey", name);
    }

    private static void RetrieveEntityKey(MessageExecution execution)
    {
        var table = FindTable(execution, execution.Required<string>("EntityLogicalName"));
        var name = execution.Required<string>("LogicalName");
        var key = table.Keys.FirstOrDefault(k => k.LogicalName == name) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("EntityKey", name);
        execution.Output["EntityKeyMetadata"] = Tables(execution).Of(table, key);
    }

    private static void RetrieveMetadataChanges(MessageExecution execution)
    {
        var query = execution.Required<EntityQueryExpression>("Query");
        var since = ChangeToken.Read(execution.Optional<string>("ClientVersionStamp"), execution.Context.UtcNow, execution.Organization.Settings.DaysOfMetadataStamps);
        var changes = new MetadataChanges(Schema(execution), Tables(execution), Versions(execution), query, since);
        execution.Output["EntityMetadata"] = changes.Tables();
        execution.Output["ServerVersionStamp"] = new ChangeToken(execution.Organization.Store.LastVersion, execution.Context.UtcNow).ToString();
        if (execution.Optional<DeletedMetadataFilters?>("DeletedMetadataFilters") is { } kinds && kinds != 0) execution.Output["DeletedMetadata"] = changes.Deleted(kinds);
    }

    private static Table FindTable(MessageExecution execution, string? name)
    {
        if (name is not null) return Schema(execution).Find(name) ?? throw PlatformErrors.QueryBuilderNoEntity.Fault(name);
        var id = execution.Required<Guid>("MetadataId");
        return Schema(execution).Tables.Values.FirstOrDefault(t => MetadataIds.OfTable(t.LogicalName) == id) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("Entity", id);
    }

    private static (Table Table, Column Column) FindColumn(Table table, string name) =>
        (table, table.Find(name) ?? throw PlatformErrors.QueryBuilderNoAttribute.Fault(table.SchemaName, name));

    private static (Table Table, Column Column) FindColumn(MessageExecution execution, Guid id)
    {
        foreach (var table in Schema(execution).Tables.Values)
        {
            foreach (var column in table.Columns.Values)
            {
                if (MetadataIds.OfColumn(table.LogicalName, column.LogicalName) == id) return (table, column);
            }
        }
        throw PlatformErrors.ObjectDoesNotExist.Fault("Attribute", id);
    }

    private static EntityFilters Filters(MessageExecution execution) =>
        execution.Optional<EntityFilters?>("EntityFilters") is { } filters && filters != 0 ? filters : EntityFilters.Entity;

    private static DataverseSchema Schema(MessageExecution execution) => execution.Context.Schema;

    private static LabelMetadata Labels(MessageExecution execution) => new(execution.Context.LanguageCode, execution.Organization.Facts.BaseLanguage);

    private static TableMetadata Tables(MessageExecution execution) => new(Schema(execution), Labels(execution));

    // The same until a definition changes.
    public static string Stamp(MessageExecution execution) => Versions(execution).Latest.ToString(CultureInfo.InvariantCulture);

    private static DefinitionVersions Versions(MessageExecution execution)
    {
        _ = execution.Unit;
        var versions = execution.Organization.DefinitionVersions;
        versions.Refresh(Schema(execution));
        return versions;
    }
}
