using System;
using System.Linq;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Ownership = Local.Dataverse.Schema.Ownership;

namespace Local.Dataverse.Messages.Customization;

/// <summary>CreateEntity, UpdateEntity and DeleteEntity.</summary>
internal static class TableMessages
{
    private const int FirstCustomTypeCode = 11000, UsualName = 100;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("CreateEntity", Create, static () => new CreateEntityResponse());
        catalog.Add("UpdateEntity", Update, static () => new UpdateEntityResponse());
        catalog.Add("DeleteEntity", Delete, static () => new DeleteEntityResponse());
    }

    private static void Create(MessageExecution execution) => SchemaChange.Run(execution, "prvCreateEntity", draft =>
    {
        var metadata = execution.Required<EntityMetadata>("Entity");
        var schemaName = SchemaChange.Name(metadata.SchemaName);
        var name = schemaName.ToLowerInvariant();
        if (metadata.IsActivity == true) throw PlatformErrors.NotSupportedHere($"an activity table by message ({name}); import it with a solution");
        if (draft.Find(name) is not null) throw PipelineErrors.Invalid($"An entity with the name {name} already exists.");
        var ownership = metadata.OwnershipType is OwnershipTypes.OrganizationOwned ? Ownership.Organization : Ownership.User;
        var columns = StandardColumns.Of(name, ownership).Prepend(Key(schemaName)).ToDictionary(c => c.LogicalName, StringComparer.Ordinal);
        var primary = PrimaryName(execution);
        if (!columns.TryAdd(primary.LogicalName, primary)) throw PlatformErrors.DuplicateAttributeSchemaName.Fault();
        draft.Put(new Table
        {
            LogicalName = name,
            SchemaName = schemaName,
            EntitySetName = metadata.EntitySetName is { Length: > 0 } set ? SchemaChange.Name(set).ToLowerInvariant() : Plural(name),
            ObjectTypeCode = Math.Max(FirstCustomTypeCode, draft.Tables.Max(t => t.ObjectTypeCode) + 1),
            PrimaryId = name + "id",
            PrimaryName = primary.LogicalName,
            Ownership = ownership,
            IsCustom = true,
            ChangeTracking = metadata.ChangeTrackingEnabled ?? false,
            DisplayName = SchemaChange.Labels(execution, metadata.DisplayName),
            DisplayCollectionName = SchemaChange.Labels(execution, metadata.DisplayCollectionName),
            Description = SchemaChange.Labels(execution, metadata.Description),
            Columns = columns,
        });
        foreach (var relationship in StandardColumns.Relationships(name, ownership)) draft.Put(relationship);
        var table = draft.Find(name)!;
        if (execution.Optional<bool>("HasNotes")) HangingRows.AddNotes(draft, table);
        if (execution.Optional<bool>("HasActivities")) HangingRows.AddActivities(draft, table);
        execution.Output["EntityId"] = MetadataIds.OfTable(name);
        execution.Output["AttributeId"] = MetadataIds.OfColumn(name, primary.LogicalName);
    });

    private static void Update(MessageExecution execution) => SchemaChange.Run(execution, "prvWriteEntity", draft =>
    {
        var metadata = execution.Required<EntityMetadata>("Entity");
        var before = SchemaChange.Table(draft, metadata.LogicalName ?? metadata.SchemaName?.ToLowerInvariant() ?? string.Empty);
        var merges = execution.Optional<bool>("MergeLabels");
        Labels Changed(Microsoft.Xrm.Sdk.Label? label, Labels labels) => label is { LocalizedLabels.Count: > 0 } ? SchemaChange.Labels(execution, label, merges ? labels : null) : labels;
        draft.Put(before with
        {
            DisplayName = Changed(metadata.DisplayName, before.DisplayName),
            DisplayCollectionName = Changed(metadata.DisplayCollectionName, before.DisplayCollectionName),
            Description = Changed(metadata.Description, before.Description),
            // "Once change tracking has been enabled for a table, it is not possible to disable it."
            ChangeTracking = before.ChangeTracking || metadata.ChangeTrackingEnabled == true,
        });
        if (execution.Optional<bool?>("HasNotes") == true) HangingRows.AddNotes(draft, before);
        if (execution.Optional<bool?>("HasActivities") == true) HangingRows.AddActivities(draft, before);
    });

    private static void Delete(MessageExecution execution) => SchemaChange.Run(execution, "prvDeleteEntity", draft =>
    {
        var table = SchemaChange.Table(draft, execution.Required<string>("LogicalName"));
        if (!table.IsCustom || table.IsIntersect) throw PipelineErrors.Invalid($"The entity {table.LogicalName} cannot be deleted: it is the platform's own.");
        var users = draft.OneToMany.Where(r => r.ReferencedTable == table.LogicalName && r.ReferencingTable != table.LogicalName && r.IsCustom).Select(r => $"{r.ReferencingTable}.{r.ReferencingColumn}").ToList();
        if (users.Count > 0) throw PipelineErrors.Invalid($"The entity {table.LogicalName} cannot be deleted: it is referenced by {string.Join(", ", users)}.");
        foreach (var pairs in draft.ManyToMany.Where(r => r.Table1 == table.LogicalName || r.Table2 == table.LogicalName).Select(r => r.IntersectTable).Distinct().ToList())
        {
            SchemaChange.Clear(execution.Organization.Store, pairs);
            draft.RemoveTable(pairs);
        }
        SchemaChange.Clear(execution.Organization.Store, table.LogicalName);
        draft.RemoveTable(table.LogicalName);
    });

    private static Column PrimaryName(MessageExecution execution)
    {
        var metadata = execution.Required<StringAttributeMetadata>("PrimaryAttribute");
        var name = SchemaChange.Name(metadata.SchemaName);
        return new Column
        {
            LogicalName = name.ToLowerInvariant(),
            SchemaName = name,
            Type = ColumnType.String,
            DisplayName = SchemaChange.Labels(execution, metadata.DisplayName),
            Description = SchemaChange.Labels(execution, metadata.Description),
            Required = ColumnDefinition.Level(metadata.RequiredLevel?.Value),
            MaxLength = metadata.MaxLength ?? UsualName,
            Format = "text",
            AutoNumberFormat = metadata.AutoNumberFormat is { Length: > 0 } format ? format : null,
            IsPrimaryName = true,
            IsCustom = true,
        };
    }

    private static Column Key(string table) => new()
    {
        LogicalName = table.ToLowerInvariant() + "id",
        SchemaName = table + "Id",
        Type = ColumnType.Uniqueidentifier,
        Required = RequiredLevel.SystemRequired,
        ValidForUpdate = false,
        IsPrimaryId = true,
    };

    private static string Plural(string name) => name switch
    {
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => name[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => name + "es",
        _ => name + "s",
    };
}
