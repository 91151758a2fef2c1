using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>
/// When each definition last changed, in the versions that rows have too, and which are gone. Kept with the data; brought up to date when somebody
/// asks, which is early enough: nobody can have a stamp of a state that nobody asked about.
/// </summary>
internal sealed class DefinitionVersions(Store store)
{
    // Alternate keys have no kind of their own among what is reported as deleted.
    private const DeletedMetadataFilters Key = (DeletedMetadataFilters)64;

    private static readonly JsonSerializerOptions format = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Dictionary<(int Kind, Guid Id), (byte[] Hash, long Version, bool Gone)> kept = new();
    private DataverseSchema? known;
    private int generation = -1;

    /// <summary>Version of the latest change.</summary>
    public long Latest { get; private set; }

    /// <summary>Takes the schema as the one of now.</summary>
    public void Refresh(DataverseSchema schema)
    {
        if (ReferenceEquals(known, schema) && generation == store.Generation) return;
        Read();
        var now = Definitions(schema);
        var version = 0L;
        foreach (var ((kind, id), hash) in now)
        {
            if (kept.TryGetValue((kind, id), out var before) && !before.Gone && before.Hash.AsSpan().SequenceEqual(hash)) continue;
            Keep(kind, id, hash, version = version == 0 ? store.NextVersion() : version, gone: false);
        }
        foreach (var ((kind, id), before) in kept.ToList())
        {
            if (!before.Gone && !now.ContainsKey((kind, id))) Keep(kind, id, before.Hash, version = version == 0 ? store.NextVersion() : version, gone: true);
        }
        Latest = kept.Values.Max(k => k.Version);
        known = schema;
        generation = store.Generation;
    }

    public bool TableChanged(Table table, long since) => Changed(DeletedMetadataFilters.Entity, MetadataIds.OfTable(table.LogicalName), since);

    public bool ColumnChanged(Table table, Column column, long since) => Changed(DeletedMetadataFilters.Attribute, MetadataIds.OfColumn(table.LogicalName, column.LogicalName), since);

    public bool ChoiceChanged(OptionSet choice, long since) => Changed(DeletedMetadataFilters.OptionSet, MetadataIds.OfChoice(choice.Name), since);

    public bool KeyChanged(Table table, TableKey key, long since) => Changed(Key, MetadataIds.OfKey(table.LogicalName, key.LogicalName), since);

    public bool RelationshipChanged(Guid id, long since) => Changed(DeletedMetadataFilters.Relationship, id, since);

    /// <summary>Ids of definitions that were deleted since a version, by kind.</summary>
    public IEnumerable<(DeletedMetadataFilters Kind, Guid Id)> Deleted(long since, DeletedMetadataFilters kinds) =>
        from definition in kept
        where definition.Value.Gone && definition.Value.Version > since && kinds.HasFlag((DeletedMetadataFilters)definition.Key.Kind)
        select ((DeletedMetadataFilters)definition.Key.Kind, definition.Key.Id);

    private bool Changed(DeletedMetadataFilters kind, Guid id, long since) => kept.TryGetValue(((int)kind, id), out var found) && found.Version > since;

    private static Dictionary<(int Kind, Guid Id), byte[]> Definitions(DataverseSchema schema)
    {
        var found = new Dictionary<(int, Guid), byte[]>();
        foreach (var table in schema.Tables.Values)
        {
            Add(DeletedMetadataFilters.Entity, MetadataIds.OfTable(table.LogicalName), table with { Columns = new Dictionary<string, Column>(), Keys = [] });
            foreach (var column in table.Columns.Values)
            {
                Add(DeletedMetadataFilters.Attribute, MetadataIds.OfColumn(table.LogicalName, column.LogicalName), column with { OptionSet = null });
                if (column.OptionSet is { } choice) Add(DeletedMetadataFilters.OptionSet, MetadataIds.OfChoice(choice.Name), choice);
            }
            foreach (var key in table.Keys) Add(Key, MetadataIds.OfKey(table.LogicalName, key.LogicalName), key);
        }
        foreach (var relationship in schema.OneToMany) Add(DeletedMetadataFilters.Relationship, MetadataIds.OfRelationship(relationship), relationship);
        foreach (var relationship in schema.ManyToMany) Add(DeletedMetadataFilters.Relationship, MetadataIds.OfRelationship(relationship.SchemaName), relationship);
        foreach (var choice in schema.GlobalOptionSets.Values) Add(DeletedMetadataFilters.OptionSet, MetadataIds.OfChoice(choice.Name), choice);
        return found;

        void Add<T>(DeletedMetadataFilters kind, Guid id, T definition) => found[((int)kind, id)] = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(definition, format));
    }

    private void Read()
    {
        store.Execute("CREATE TABLE IF NOT EXISTS \"$definition\"(kind INTEGER NOT NULL, id BLOB NOT NULL, hash BLOB NOT NULL, version INTEGER NOT NULL, gone INTEGER NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID");
        kept.Clear();
        var statement = store.Prepare("SELECT kind, id, hex(hash), version, gone FROM \"$definition\"");
        while (statement.Step()) kept[((int)statement.Int64(0), statement.Guid(1))] = (Convert.FromHexString(statement.Text(2)), statement.Int64(3), statement.Int64(4) != 0);
    }

    private void Keep(int kind, Guid id, byte[] hash, long version, bool gone)
    {
        kept[(kind, id)] = (hash, version, gone);
        var statement = store.Prepare("INSERT OR REPLACE INTO \"$definition\"(kind, id, hash, version, gone) VALUES(?1, ?2, unhex(?3), ?4, ?5)");
        statement.Bind(1, kind);
        statement.Bind(2, id);
        statement.Bind(3, Convert.ToHexString(hash));
        statement.Bind(4, version);
        statement.Bind(5, gone ? 1 : 0);
        statement.Run();
    }
}
