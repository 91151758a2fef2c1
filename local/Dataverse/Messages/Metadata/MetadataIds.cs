using System;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Ids of definitions: the same for the same name in every organisation.</summary>
internal static class MetadataIds
{
    public static Guid OfTable(string table) => StableId.Of("table", table);
    public static Guid OfColumn(string table, string column) => StableId.Of("column", table, column);
    public static Guid OfChoice(string name) => StableId.Of("choice", name);
    public static Guid OfKey(string table, string key) => StableId.Of("key", table, key);
    public static Guid OfRelationship(string name) => StableId.Of("relationship", name);
    public static Guid OfRelationship(OneToMany r) => StableId.Of("relationship", r.SchemaName, r.ReferencedTable, r.ReferencingTable);
}
