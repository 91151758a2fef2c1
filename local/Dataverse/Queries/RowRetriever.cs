using System;
using System.Collections.Generic;
using System.Globalization;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Reads one row by its id. What to select for a set of columns is worked out once and kept.</summary>
internal sealed class RowRetriever(Store store, Parties parties)
{
    private const int MostPlans = 500;

    private sealed record Plan(string Sql, IReadOnlyList<OutputColumn> Columns, IReadOnlyList<Column> Lists);

    private readonly Dictionary<(TableLayout Layout, string Columns), Plan> plans = new();
    private IReadOnlyDictionary<string, TableLayout>? layouts;

    public Entity Retrieve(TableLayout layout, Guid id, ColumnSet? columns, RowReader reader)
    {
        var plan = PlanFor(layout, columns);
        var statement = store.PrepareQuery(plan.Sql);
        statement.Bind(1, id);
        if (!statement.Step()) throw Records.DoesNotExist(layout, id);
        var row = new Entity(layout.Name, id);
        try
        {
            row.Attributes[layout.Id.Name] = id;
            row.RowVersion = statement.Int64(0).ToString(CultureInfo.InvariantCulture);
            reader.Read(statement, plan.Columns, row);
        }
        finally
        {
            statement.Reset();
        }
        foreach (var list in plan.Lists) row.Attributes[list.LogicalName] = parties.Read(id, list);
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
        return new Plan(sql, select.Columns.ToArray(), lists.ToArray());
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
