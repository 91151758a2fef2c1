using System;
using System.Collections.Generic;
using System.Linq;

namespace Local.Dataverse.Schema;

/// <summary>A schema being changed. Nothing of it counts until <see cref="ToSchema"/> is taken over.</summary>
public sealed class SchemaDraft
{
    private readonly Dictionary<string, Table> tables;
    private readonly Dictionary<string, OneToMany> oneToMany;
    private readonly Dictionary<string, ManyToMany> manyToMany;
    private readonly Dictionary<string, OptionSet> optionSets;
    private readonly Dictionary<(string Source, string Target), TableMap> maps;

    /// <summary>Starts from nothing.</summary>
    public SchemaDraft()
        : this(new DataverseSchema(new Dictionary<string, Table>(), [], [], new Dictionary<string, OptionSet>()))
    {
    }

    /// <summary>Starts from what is.</summary>
    public SchemaDraft(DataverseSchema schema)
    {
        tables = schema.Tables.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        oneToMany = schema.OneToMany.ToDictionary(Identity, StringComparer.OrdinalIgnoreCase);
        manyToMany = schema.ManyToMany.ToDictionary(r => r.SchemaName, StringComparer.OrdinalIgnoreCase);
        optionSets = schema.GlobalOptionSets.ToDictionary(o => o.Key, o => o.Value, StringComparer.OrdinalIgnoreCase);
        maps = schema.Maps.ToDictionary(m => (m.Source, m.Target));
    }

    /// <summary>The table as it stands now, or null.</summary>
    public Table? Find(string logicalName) => tables.GetValueOrDefault(logicalName);

    /// <summary>The global choice as it stands now, or null.</summary>
    public OptionSet? FindOptionSet(string name) => optionSets.GetValueOrDefault(name);

    /// <summary>The mapping between two tables, or null.</summary>
    public TableMap? FindMap(string source, string target) => maps.GetValueOrDefault((source, target));

    /// <summary>The relationship, or null.</summary>
    public OneToMany? FindOneToMany(string schemaName, string referencedTable, string referencingTable) =>
        oneToMany.GetValueOrDefault(Identity(schemaName, referencedTable, referencingTable));

    public IEnumerable<Table> Tables => tables.Values;
    public IEnumerable<OneToMany> OneToMany => oneToMany.Values;
    public IEnumerable<ManyToMany> ManyToMany => manyToMany.Values;

    /// <summary>Adds the table, or puts it in place of the one of the same name.</summary>
    public void Put(Table table) => tables[table.LogicalName] = table;

    /// <summary>Adds a column to a table that is there, or puts it in place of the one of the same name.</summary>
    public void Put(string table, Column column) =>
        Put(tables[table] with { Columns = With(tables[table].Columns, column) });

    /// <inheritdoc cref="Put(Table)"/>
    public void Put(OneToMany relationship) => oneToMany[Identity(relationship)] = relationship;

    /// <inheritdoc cref="Put(Table)"/>
    public void Put(ManyToMany relationship) => manyToMany[relationship.SchemaName] = relationship;

    /// <inheritdoc cref="Put(Table)"/>
    public void Put(OptionSet optionSet) => optionSets[optionSet.Name] = optionSet;

    /// <inheritdoc cref="Put(Table)"/>
    public void Put(TableMap map) => maps[(map.Source, map.Target)] = map;

    /// <summary>Adds an N:N relationship, and its intersect table where it is not there.</summary>
    /// <returns>Whether the table was added.</returns>
    public bool PutPairs(string schemaName, Table first, Table second, string intersectSchemaName)
    {
        var intersect = intersectSchemaName.ToLowerInvariant();
        var (column1, column2) = (first.PrimaryId, second.PrimaryId);
        // A table joined with itself: the platform tells the two sides apart by a suffix.
        if (column1 == column2) (column1, column2) = (column1 + "one", column2 + "two");
        var isNew = Find(intersect) is null;
        if (isNew) Put(IntersectTable.Of(intersectSchemaName, column1, column2, Tables.Max(t => t.ObjectTypeCode) + 1));
        Put(new ManyToMany
        {
            SchemaName = schemaName,
            Table1 = first.LogicalName,
            Column1 = column1,
            Table2 = second.LogicalName,
            Column2 = column2,
            IntersectTable = intersect,
            IsCustom = true,
        });
        return isNew;
    }

    /// <summary>Takes a global choice away that no column uses.</summary>
    public void RemoveOptionSet(string name) => optionSets.Remove(name);

    /// <summary>Takes a column away with the keys and relationships that hang on it.</summary>
    public void RemoveColumn(string table, string column)
    {
        Put(tables[table] with
        {
            Columns = tables[table].Columns.Where(c => c.Key != column).ToDictionary(c => c.Key, c => c.Value),
            Keys = tables[table].Keys.Where(k => !k.Columns.Contains(column)).ToList(),
        });
        RemoveRelationships(r => r.ReferencingTable == table && r.ReferencingColumn == column);
    }

    /// <summary>Takes a table away with every relationship it is in.</summary>
    public void RemoveTable(string table)
    {
        tables.Remove(table);
        RemoveRelationships(r => r.ReferencingTable == table || r.ReferencedTable == table);
        foreach (var name in manyToMany.Values.Where(r => r.Table1 == table || r.Table2 == table || r.IntersectTable == table)
                     .Select(r => r.SchemaName).ToList())
        {
            manyToMany.Remove(name);
        }
    }

    /// <summary>The finished schema: each lookup points to every table a relationship of it names.</summary>
    public DataverseSchema ToSchema()
    {
        foreach (var lookup in oneToMany.Values.GroupBy(r => (r.ReferencingTable, r.ReferencingColumn)))
        {
            if (Find(lookup.Key.ReferencingTable)?.Find(lookup.Key.ReferencingColumn) is not { } column) continue;
            var added = lookup.Select(r => r.ReferencedTable).Except(column.Targets).ToList();
            if (added.Count > 0) Put(lookup.Key.ReferencingTable, column with { Targets = [.. column.Targets, .. added] });
        }
        return new DataverseSchema(tables, oneToMany.Values.ToList(), manyToMany.Values.ToList(), optionSets) { Maps = maps.Values.ToList() };
    }

    private void RemoveRelationships(Func<OneToMany, bool> which)
    {
        foreach (var key in oneToMany.Where(r => which(r.Value)).Select(r => r.Key).ToList()) oneToMany.Remove(key);
    }

    private static Dictionary<string, Column> With(IReadOnlyDictionary<string, Column> columns, Column column) =>
        new(columns, StringComparer.Ordinal) { [column.LogicalName] = column };

    // The platform's own names are unique within a pair of tables only (lk_..._createdby of two activities).
    private static string Identity(OneToMany r) => Identity(r.SchemaName, r.ReferencedTable, r.ReferencingTable);

    private static string Identity(string schemaName, string referenced, string referencing) => $"{schemaName}|{referenced}|{referencing}";
}
