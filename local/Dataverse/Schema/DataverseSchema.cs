using System;
using System.Collections.Generic;
using System.Linq;

namespace Local.Dataverse.Schema;

/// <summary>All tables, relationships and global choices of an organisation at one moment. Immutable: an import makes a new one.</summary>
public sealed class DataverseSchema
{
    private readonly Dictionary<string, OneToMany[]> manyToOneByTable;
    private readonly Dictionary<string, OneToMany[]> oneToManyByTable;

    public IReadOnlyDictionary<string, Table> Tables { get; }
    public IReadOnlyList<OneToMany> OneToMany { get; }
    public IReadOnlyList<ManyToMany> ManyToMany { get; }
    /// <summary>Global choices by name.</summary>
    public IReadOnlyDictionary<string, OptionSet> GlobalOptionSets { get; }

    /// <summary>What is copied when a row is made from a row of another table.</summary>
    public IReadOnlyList<TableMap> Maps { get; init; } = [];

    public DataverseSchema(
        IReadOnlyDictionary<string, Table> tables,
        IReadOnlyList<OneToMany> oneToMany,
        IReadOnlyList<ManyToMany> manyToMany,
        IReadOnlyDictionary<string, OptionSet> globalOptionSets)
    {
        Tables = tables;
        OneToMany = oneToMany;
        ManyToMany = manyToMany;
        GlobalOptionSets = globalOptionSets;
        manyToOneByTable = oneToMany.GroupBy(r => r.ReferencingTable).ToDictionary(g => g.Key, g => g.ToArray());
        oneToManyByTable = oneToMany.GroupBy(r => r.ReferencedTable).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The table, or null.</summary>
    public Table? Find(string logicalName) => Tables.GetValueOrDefault(logicalName);

    /// <summary>Relationships in which the table is the many side: its lookups.</summary>
    public IReadOnlyList<OneToMany> LookupsOf(string table) => manyToOneByTable.GetValueOrDefault(table) ?? Array.Empty<OneToMany>();

    /// <summary>Relationships in which the table is the one side: what hangs on its rows.</summary>
    public IReadOnlyList<OneToMany> ChildrenOf(string table) => oneToManyByTable.GetValueOrDefault(table) ?? Array.Empty<OneToMany>();
}
