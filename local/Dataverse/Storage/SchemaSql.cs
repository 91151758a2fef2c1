using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Storage;

/// <summary>Brings the SQL tables, columns and indexes in line with a schema and says how each table is kept.</summary>
/// <remarks>No data is ever dropped. What is kept of each column stands in the table <c>$column</c>, so that a later schema can be compared with it.</remarks>
internal sealed class SchemaSql(Store store)
{
    /// <summary>All activities under one name; made from the activity tables, never written.</summary>
    public const string ActivityView = "activitypointer";

    private const int MostDecimalDigits = 18;
    private const string KeyPrefix = "$key$";

    // The same few values in every row: an index on them costs each write and narrows no query.
    private static readonly HashSet<string> notWorthAnIndex = new(StringComparer.Ordinal)
    {
        "createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby", "owningbusinessunit", "owninguser", "owningteam",
        "transactioncurrencyid", "organizationid",
    };

    private readonly Dictionary<(string Table, string Column), Kept> kept = new();
    private readonly HashSet<string> indexes = new(StringComparer.Ordinal);
    private readonly HashSet<string> statistics = new(StringComparer.Ordinal);
    private bool hasNewStatistics;

    private sealed record Kept(string Kind, int Scale, string? Target);

    /// <returns>The layouts by logical name.</returns>
    public Dictionary<string, TableLayout> Apply(DataverseSchema schema)
    {
        ReadKept();
        ReadStatistics();
        var layouts = new Dictionary<string, TableLayout>(StringComparer.Ordinal);
        foreach (var table in schema.Tables.Values.Concat(IntersectsWithoutTable(schema)))
        {
            // Definitions are immutable: the same object is kept the same way.
            if (store.Layouts.TryGetValue(table.LogicalName, out var same) && same.Table == table)
            {
                layouts.Add(table.LogicalName, same);
                continue;
            }
            var layout = new TableLayout(table, SlotsOf(table));
            layouts.Add(table.LogicalName, layout);
            if (!IsView(table)) Apply(layout, schema);
        }
        if (layouts.TryGetValue(ActivityView, out var pointer)) CreateActivityView(pointer, layouts.Values);
        if (hasNewStatistics) store.Execute("ANALYZE sqlite_schema");
        return layouts;
    }

    private static bool IsView(Table table) => table.LogicalName == ActivityView;

    private static IEnumerable<Table> IntersectsWithoutTable(DataverseSchema schema)
    {
        foreach (var relationship in schema.ManyToMany.DistinctBy(r => r.IntersectTable))
        {
            if (schema.Find(relationship.IntersectTable) is not null) continue;
            var id = relationship.IntersectTable + "id";
            yield return new Table
            {
                LogicalName = relationship.IntersectTable,
                SchemaName = relationship.IntersectTable,
                EntitySetName = relationship.IntersectTable + "set",
                PrimaryId = id,
                IsIntersect = true,
                Columns = new[] { id, relationship.Column1, relationship.Column2 }.ToDictionary(n => n, n => new Column
                {
                    LogicalName = n,
                    SchemaName = n,
                    Type = ColumnType.Uniqueidentifier,
                    IsPrimaryId = n == id,
                }),
            };
        }
    }

    private List<ColumnSlot> SlotsOf(Table table)
    {
        var slots = new List<ColumnSlot>();
        // The key, the name and what has a small fixed size first, long texts last: SQLite reads a row from its beginning, and what overflows a page costs another.
        var columns = table.Columns.Values.Where(c => ColumnSlot.IsStored(c.Type))
            .OrderBy(c => c.LogicalName == table.PrimaryId ? 0 : c.LogicalName == table.PrimaryName ? 1 : c.Type switch { ColumnType.Memo => 4, ColumnType.String => 3, _ => 2 });
        foreach (var column in columns)
        {
            var scale = 0;
            if (column.Type == ColumnType.Decimal)
            {
                if (column.Precision is < 0 or > MostDecimalDigits) throw PlatformErrors.NotSupportedHere($"precision {column.Precision} of column {table.LogicalName}.{column.LogicalName}");
                // A column that was finer stays finer: its values must not lose digits.
                scale = Math.Max(column.Precision, kept.GetValueOrDefault((table.LogicalName, column.LogicalName))?.Scale ?? 0);
            }
            slots.Add(new ColumnSlot(column, slots.Count, scale));
        }
        return slots;
    }

    private void Apply(TableLayout layout, DataverseSchema schema)
    {
        if (kept.ContainsKey((layout.Name, layout.Id.Name)))
        {
            foreach (var slot in layout.Slots) Alter(layout, slot);
        }
        else
        {
            Create(layout);
        }
        CreateIndexes(layout, schema);
    }

    private void Create(TableLayout layout)
    {
        var sql = new StringBuilder("CREATE TABLE ").Append(layout.SqlName).Append('(');
        foreach (var slot in layout.Slots)
        {
            sql.Append(slot.SqlName).Append(' ').Append(slot.SqlType);
            if (slot == layout.Id) sql.Append(" NOT NULL PRIMARY KEY");
            sql.Append(',');
            if (slot.TypeSqlName is not null) sql.Append(slot.TypeSqlName).Append(" TEXT,");
            Keep(layout, slot);
        }
        if (layout.Version is null) sql.Append(TableLayout.VersionSqlName).Append(" INTEGER,");
        store.Execute(sql.ToString(0, sql.Length - 1) + ")");
    }

    private void Alter(TableLayout layout, ColumnSlot slot)
    {
        if (!kept.TryGetValue((layout.Name, slot.Name), out var before))
        {
            // The hidden version of a table that did not declare it is there already.
            if (slot != layout.Version) store.Execute($"ALTER TABLE {layout.SqlName} ADD COLUMN {slot.SqlName} {slot.SqlType}");
            if (slot.TypeSqlName is not null) AddReferencedTable(layout, slot);
            Keep(layout, slot);
            return;
        }
        if (before.Kind != slot.Kind.ToString()) throw PlatformErrors.NotSupportedHere($"changing the type of column {layout.Name}.{slot.Name} from {before.Kind} to {slot.Kind}");
        if (slot.Kind == StorageKind.Scaled && slot.Scale > before.Scale) Refine(layout, slot, before.Scale);
        if (slot.TypeSqlName is not null && before.Target is not null)
        {
            AddReferencedTable(layout, slot);
            store.Execute($"UPDATE {layout.SqlName} SET {slot.TypeSqlName} = '{before.Target}' WHERE {slot.SqlName} IS NOT NULL");
        }
        else if (slot.TypeSqlName is null && slot.Kind == StorageKind.Reference && before.Target != slot.Targets[0])
        {
            throw PlatformErrors.NotSupportedHere($"narrowing the targets of column {layout.Name}.{slot.Name} to {slot.Targets[0]}");
        }
        if (before != KeptOf(slot)) Keep(layout, slot);
    }

    private void AddReferencedTable(TableLayout layout, ColumnSlot slot) => store.Execute($"ALTER TABLE {layout.SqlName} ADD COLUMN {slot.TypeSqlName} TEXT");

    private void Refine(TableLayout layout, ColumnSlot slot, int scale)
    {
        var factor = 1L;
        for (var i = scale; i < slot.Scale; i++) factor *= 10;
        var tooLarge = store.Prepare($"SELECT 1 FROM {layout.SqlName} WHERE abs({slot.SqlName}) > ?1 LIMIT 1");
        tooLarge.Bind(1, long.MaxValue / factor);
        if (tooLarge.Step())
        {
            tooLarge.Reset();
            throw PlatformErrors.NotSupportedHere($"precision {slot.Scale} of column {layout.Name}.{slot.Name}: a stored value does not fit");
        }
        store.Execute($"UPDATE {layout.SqlName} SET {slot.SqlName} = {slot.SqlName} * {factor.ToString(CultureInfo.InvariantCulture)}");
    }

    private void CreateIndexes(TableLayout layout, DataverseSchema schema)
    {
        foreach (var slot in layout.Slots)
        {
            if (slot.Kind != StorageKind.Reference || notWorthAnIndex.Contains(slot.Name)) continue;
            // Empty lookups stay out of the index; "lookup = value" implies that it is not null.
            Index(layout, slot.Name, $"{slot.SqlName}) WHERE ({slot.SqlName} IS NOT NULL");
        }
        if (Tombstones.IsTracked(schema, layout)) Index(layout, "$version", TableLayout.VersionSqlName);
        if (layout.PrimaryName is { } name) Index(layout, name.Name, name.SqlName);
        // With the id, so that the active rows of a view come in the order of their pages.
        if (layout.State is { } state) Describe(layout, Index(layout, state.Name, $"{state.SqlName},{layout.Id.SqlName}"));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in layout.Table.Keys)
        {
            // Null in any column of a key sets the row apart, in SQLite as on the platform.
            var columns = string.Join(',', key.Columns.Select(c => layout.Slot(c).SqlName));
            keys.Add(Index(layout, KeyPrefix + string.Join(',', key.Columns), columns, unique: true));
        }
        foreach (var relationship in schema.ManyToMany)
        {
            if (relationship.IntersectTable != layout.Name) continue;
            string one = layout.Slot(relationship.Column1).SqlName, two = layout.Slot(relationship.Column2).SqlName;
            Index(layout, "$pair", $"{one},{two}", unique: true);
            Index(layout, "$reverse", $"{two},{one}");
        }
        foreach (var gone in indexes.Where(i => i.StartsWith(layout.Name + "." + KeyPrefix, StringComparison.Ordinal) && !keys.Contains(i)).ToList())
        {
            store.Execute("DROP INDEX " + ColumnSlot.Quote(gone));
            indexes.Remove(gone);
        }
    }

    private string Index(TableLayout layout, string part, string columns, bool unique = false)
    {
        var name = layout.Name + "." + part;
        if (indexes.Add(name)) store.Execute($"CREATE {(unique ? "UNIQUE " : "")}INDEX {ColumnSlot.Quote(name)} ON {layout.SqlName}({columns})");
        return name;
    }

    // A state narrows less than a lookup, a name or a key, which SQLite assumes to leave ten rows: it must never prefer the state to them.
    private void Describe(TableLayout layout, string index)
    {
        if (!statistics.Add(index)) return;
        var statement = store.Prepare("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES(?1, ?2, '1048576 1024 1')");
        statement.Bind(1, layout.Name);
        statement.Bind(2, index);
        statement.Run();
        hasNewStatistics = true;
    }

    private void ReadStatistics()
    {
        // Creates the table where it is not there yet; of an empty table SQLite has nothing to say.
        store.Execute("ANALYZE \"$counter\"");
        var known = store.Prepare("SELECT idx FROM sqlite_stat1 WHERE idx IS NOT NULL");
        while (known.Step()) statistics.Add(known.Text(0));
    }

    private void CreateActivityView(TableLayout pointer, IEnumerable<TableLayout> layouts)
    {
        var selects = new List<string>();
        foreach (var layout in layouts)
        {
            if (!layout.Table.IsActivity || layout == pointer) continue;
            var select = new StringBuilder("SELECT ");
            foreach (var slot in pointer.Slots) AppendActivityColumn(select, layout, slot);
            if (pointer.Version is null) select.Append(TableLayout.VersionSqlName).Append(',');
            selects.Add(select.ToString(0, select.Length - 1) + " FROM " + layout.SqlName);
        }
        if (selects.Count == 0) selects.Add("SELECT " + string.Join(',', pointer.Slots.Select(s => "NULL AS " + s.SqlName)) + " WHERE 0");
        store.Execute("DROP VIEW IF EXISTS " + pointer.SqlName);
        store.Execute($"CREATE VIEW {pointer.SqlName} AS {string.Join(" UNION ALL ", selects)}");
    }

    private static void AppendActivityColumn(StringBuilder select, TableLayout layout, ColumnSlot slot)
    {
        var own = layout.Find(slot.Name);
        if (slot.Name == "activitytypecode") select.Append('\'').Append(layout.Name).Append('\'');
        else if (own is not null && own.Kind == slot.Kind) select.Append(own.SqlName);
        else select.Append("NULL");
        select.Append(" AS ").Append(slot.SqlName).Append(',');
        if (slot.TypeSqlName is null) return;
        if (own?.TypeSqlName is not null) select.Append(own.TypeSqlName);
        else if (own?.Kind == StorageKind.Reference) select.Append("CASE WHEN ").Append(own.SqlName).Append(" IS NOT NULL THEN '").Append(own.Targets[0]).Append("' END");
        else select.Append("NULL");
        select.Append(" AS ").Append(slot.TypeSqlName).Append(',');
    }

    private void ReadKept()
    {
        var statement = store.Prepare("SELECT tablename, columnname, kind, scale, target FROM \"$column\"");
        while (statement.Step())
        {
            var target = statement.IsNull(4) ? null : statement.Text(4);
            kept[(statement.Text(0), statement.Text(1))] = new Kept(statement.Text(2), (int)statement.Int64(3), target);
        }
        var names = store.Prepare("SELECT name FROM sqlite_master WHERE type = 'index'");
        while (names.Step()) indexes.Add(names.Text(0));
    }

    private static Kept KeptOf(ColumnSlot slot) =>
        new(slot.Kind.ToString(), slot.Scale, slot.Kind == StorageKind.Reference && slot.TypeSqlName is null ? slot.Targets[0] : null);

    private void Keep(TableLayout layout, ColumnSlot slot)
    {
        var now = KeptOf(slot);
        var statement = store.Prepare("INSERT OR REPLACE INTO \"$column\"(tablename, columnname, kind, scale, target) VALUES(?1, ?2, ?3, ?4, ?5)");
        statement.Bind(1, layout.Name);
        statement.Bind(2, slot.Name);
        statement.Bind(3, now.Kind);
        statement.Bind(4, now.Scale);
        if (now.Target is not null) statement.Bind(5, now.Target);
        statement.Run();
    }
}
