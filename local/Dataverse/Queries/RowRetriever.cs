using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Reads one row by its id. What to select for a set of columns is worked out once and kept.</summary>
internal sealed class RowRetriever(Store store, Parties parties)
{
    private const int MostPlans = 500;

    private sealed record Plan(string Sql, Func<string, string> SqlOfMany, int IdAt, IReadOnlyList<OutputColumn> Columns, IReadOnlyList<Column> Lists);

    private sealed record Ahead(Entity Row, HashSet<string> Columns);

    private readonly FactsAhead<(TableLayout Layout, Guid Id, RowReader Reader), Ahead> read = new(store);

    private readonly Dictionary<(TableLayout Layout, string Columns), Plan> plans = new();
    private IReadOnlyDictionary<string, TableLayout>? layouts;

    public Entity Retrieve(TableLayout layout, Guid id, ColumnSet? columns, RowReader reader)
    {
        if (columns is { AllColumns: false } && read.TryGet((layout, id, reader), out var ahead) && ahead.Columns.IsSupersetOf(columns.Columns)) return Cut(ahead.Row, columns);
        var plan = PlanFor(layout, columns);
        var statement = store.PrepareQuery(plan.Sql);
        statement.Bind(1, id);
        if (!statement.Step()) throw Records.DoesNotExist(layout, id);
        Entity row;
        try
        {
            row = Row(layout, id, plan, statement, reader);
        }
        finally
        {
            statement.Reset();
        }
        foreach (var list in plan.Lists) row.Attributes[list.LogicalName] = parties.Read(id, list);
        return row;
    }

    /// <summary>Reads many rows of a table; those that are not there stay out.</summary>
    public Dictionary<Guid, Entity> Retrieve(TableLayout layout, IEnumerable<Guid> ids, ColumnSet columns, RowReader reader)
    {
        var plan = PlanFor(layout, columns);
        var rows = new Dictionary<Guid, Entity>();
        store.ReadEach(plan.SqlOfMany, ids.Distinct(), statement =>
        {
            var id = statement.Guid(plan.IdAt);
            rows[id] = Row(layout, id, plan, statement, reader);
        });
        foreach (var list in plan.Lists)
        {
            foreach (var (id, members) in parties.Read(rows.Keys, list)) rows[id].Attributes[list.LogicalName] = members;
        }
        return rows;
    }

    /// <summary>Reads rows that will be asked for one by one, by these columns or some of them.</summary>
    public IReadOnlyList<Entity> LookAhead(TableLayout layout, IEnumerable<Guid> ids, ColumnSet columns, RowReader reader)
    {
        var names = new HashSet<string>(columns.Columns, StringComparer.Ordinal);
        var wanted = ids.Distinct().ToList();
        var asked = wanted.Where(id => !read.TryGet((layout, id, reader), out var ahead) || !ahead.Columns.IsSupersetOf(names)).ToList();
        foreach (var (id, row) in Retrieve(layout, asked, columns, reader)) read.Put((layout, id, reader), new Ahead(row, names));
        var rows = new List<Entity>();
        foreach (var id in wanted)
        {
            if (read.TryGet((layout, id, reader), out var ahead)) rows.Add(Cut(ahead.Row, columns));
        }
        return rows;
    }

    private static Entity Cut(Entity row, ColumnSet columns)
    {
        var cut = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion };
        // The id always comes, and with an amount its currency.
        string[] along = columns.Columns.Any(c => row.Attributes.TryGetValue(c, out var value) && value is Money) ? [row.Attributes.First().Key, "transactioncurrencyid"] : [row.Attributes.First().Key];
        foreach (var name in along.Concat(columns.Columns))
        {
            if (row.Attributes.TryGetValue(name, out var value)) cut.Attributes[name] = Copies.Value(value);
            if (row.FormattedValues.TryGetValue(name, out var text)) cut.FormattedValues[name] = text;
        }
        return cut;
    }

    private static Entity Row(TableLayout layout, Guid id, Plan plan, Statement statement, RowReader reader)
    {
        var row = new Entity(layout.Name, id) { RowVersion = statement.Int64(0).ToString(CultureInfo.InvariantCulture) };
        row.Attributes[layout.Id.Name] = id;
        reader.Read(statement, plan.Columns, row);
        return row;
    }

    private Plan PlanFor(TableLayout layout, ColumnSet? columns)
    {
        // A formula may read columns of tables that changed.
        if (!ReferenceEquals(layouts, store.Layouts))
        {
            plans.Clear();
            layouts = store.Layouts;
        }
        var key = columns is null ? "" : columns.AllColumns ? "*" : string.Join(',', columns.Columns);
        if (plans.TryGetValue((layout, key), out var plan)) return plan;
        if (plans.Count >= MostPlans) plans.Clear();
        return plans[(layout, key)] = Make(layout, columns);
    }

    private Plan Make(TableLayout layout, ColumnSet? columns)
    {
        var select = new SelectList(store.Layouts);
        var lists = new List<Column>();
        select.Add("t0." + TableLayout.VersionSqlName);
        foreach (var column in Wanted(layout, columns))
        {
            if (column.Type == ColumnType.PartyList) lists.Add(column);
            else if (layout.Find(column.LogicalName) is { } slot && slot != layout.Id) select.Add(layout, slot, "t0", slot.Name);
        }
        var sql = $"SELECT {select.Sql} FROM {layout.SqlName} t0 WHERE t0.{layout.Id.SqlName} = ?1";
        var idAt = select.Add("t0." + layout.Id.SqlName);
        var ofMany = $"SELECT {select.Sql} FROM {layout.SqlName} t0 WHERE t0.{layout.Id.SqlName} IN (";
        return new Plan(sql, list => ofMany + list + ")", idAt, select.Columns.ToArray(), lists.ToArray());
    }

    /// <summary>The columns asked for of a table, as a statement selects them of a source called t0.</summary>
    public SelectList Select(TableLayout layout, ColumnSet columns, Func<TableLayout, ColumnSlot, bool> isHidden)
    {
        var select = new SelectList(store.Layouts, isHidden);
        foreach (var column in Wanted(layout, columns))
        {
            if (layout.Find(column.LogicalName) is { } slot && slot != layout.Id) select.Add(layout, slot, "t0", slot.Name);
        }
        return select;
    }

    private static IEnumerable<Column> Wanted(TableLayout layout, ColumnSet? columns)
    {
        if (columns is null) yield break;
        if (columns.AllColumns)
        {
            foreach (var column in layout.Table.Columns.Values)
            {
                // Images come only when they are asked for by name.
                if (column.ValidForRead && column.Type != ColumnType.Image && (column.Type != ColumnType.PartyList || column.ValidForCreate)) yield return column;
            }
            yield break;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in columns.Columns)
        {
            var column = layout.Table.Find(name) ?? throw PlatformErrors.QueryBuilderNoAttribute.Fault(layout.Table.SchemaName, name);
            QueryScope.RequireStored(layout, column);
            if (seen.Add(name)) yield return column;
        }
    }
}
