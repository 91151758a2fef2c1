using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Translates $select and $expand ("Select columns using OData", "Join tables using OData").</summary>
internal sealed class SelectTranslation(ServiceModel model, FilterTranslation filters, OrderTranslation orders)
{
    /// <summary>The rows around an $expand.</summary>
    /// <param name="Table">Their table.</param>
    /// <param name="Joins">Joins of the query they are read with.</param>
    /// <param name="Link">The join they stand in; null for the table the query asks for.</param>
    /// <param name="Path">The lookups on the way to that join.</param>
    /// <param name="Depth">How many $expand are around.</param>
    /// <param name="Expand">Text of the $expand among them.</param>
    private sealed record Around(Table Table, JoinedTables Joins, LinkEntity? Link, string Path, int Depth, string? Expand);

    /// <summary>The level of the table asked for; its columns are put into the query.</summary>
    public Level Translate(SelectExpandClause? clause, string? expand, Table table, QueryExpression query, JoinedTables joins)
    {
        var level = Make(clause, new Around(table, joins, Link: null, Path: "", Depth: 0, expand));
        query.ColumnSet = level.Columns;
        return level;
    }

    private Level Make(SelectExpandClause? clause, Around around)
    {
        var items = clause?.SelectedItems.ToList() ?? [];
        var table = around.Table;
        var columns = Columns(items, table);
        var context = columns?.Select(PropertyNames.Of).ToList() ?? [];
        var expansions = new List<Expansion>();
        var singles = new List<SingleExpansion>();
        var manys = new List<ManyExpansion>();
        var expanded = items.OfType<ExpandedReferenceSelectItem>().Select(i => (Item: i, Navigation: NavigationOf(i, table))).ToList();
        ExpandLimits.RequireCombination(expanded.ConvertAll(e => e.Navigation));
        var texts = ExpandText.Split(around.Expand);
        foreach (var (item, navigation) in expanded)
        {
            ExpandLimits.Require(item, navigation, around.Depth);
            var isReference = item is not ExpandedNavigationSelectItem;
            var text = texts.GetValueOrDefault(navigation.Name) ?? new ExpandText();
            Level level;
            if (navigation.IsCollection)
            {
                var many = Many(item, navigation, around.Depth, text);
                manys.Add(many);
                level = many.Level;
                expansions.Add(new Expansion(navigation, level.Projection, Link: text.AsQueryString(), IsPaged: many.IsPaged));
            }
            else
            {
                var single = Single(item, navigation, around, text);
                singles.Add(single);
                level = single.Targets[0].Level;
                expansions.Add(new Expansion(navigation, level.Projection, isReference));
                // With the reference the platform writes the lookup, selected or not.
                if (isReference && columns?.Contains(navigation.Lookup!) == false) columns.Add(navigation.Lookup!);
            }
            context.Add(isReference ? $"{navigation.Name},{navigation.Name}/$ref()" : $"{navigation.Name}({level.Context})");
        }
        return new Level
        {
            Projection = new Projection { Table = table, Columns = columns, Aliases = [], Expansions = expansions },
            Columns = columns is null ? new ColumnSet(true) : new ColumnSet(columns.Select(c => c.LogicalName).Append(table.PrimaryId).Distinct().ToArray()),
            Singles = singles,
            Manys = manys,
            Context = string.Join(',', context),
        };
    }

    private SingleExpansion Single(ExpandedReferenceSelectItem item, Navigation navigation, Around around, ExpandText text)
    {
        // What $filter of the query goes through must not be narrowed by a filter of $expand: that one gets a join of its own.
        var path = around.Path + "/" + navigation.Name + (item.FilterOption is null ? "" : "?");
        var targets = new List<JoinedLevel>();
        foreach (var target in navigation.TargetTable is { } one ? [one] : navigation.Lookup!.Targets)
        {
            var table = model.Schema.Tables[target];
            var here = navigation.TargetTable is null ? path + ":" + target : path;
            var link = around.Joins.Join(around.Link, here, navigation, target);
            if (item.FilterOption is { } filter) link.LinkCriteria = filters.Translate(filter, table, joins: null);
            var level = item is ExpandedNavigationSelectItem inner
                ? Make(navigation.TargetTable is null ? null : inner.SelectAndExpand, new Around(table, around.Joins, link, here, around.Depth + 1, text.Expand))
                : new Level { Projection = new Projection { Table = table, Columns = [], Aliases = [] }, Columns = new ColumnSet(table.PrimaryId) };
            if (level.Columns.AllColumns) link.Columns = level.Columns;
            else link.Columns.AddColumns(level.Columns.Columns.Except(link.Columns.Columns).ToArray());
            targets.Add(new JoinedLevel(link.EntityAlias, level));
        }
        return new SingleExpansion(navigation, targets);
    }

    private ManyExpansion Many(ExpandedReferenceSelectItem item, Navigation navigation, int depth, ExpandText text)
    {
        var table = model.Schema.Tables[navigation.TargetTable!];
        var query = new QueryExpression(table.LogicalName);
        var joins = new JoinedTables(model.Schema, query);
        var level = Make(((ExpandedNavigationSelectItem)item).SelectAndExpand, new Around(table, joins, Link: null, Path: "", depth + 1, text.Expand));
        query.ColumnSet = new ColumnSet(level.Columns.AllColumns);
        query.ColumnSet.AddColumns(level.Columns.Columns.ToArray());
        if (item.FilterOption is { } filter) query.Criteria = filters.Translate(filter, table, joins);
        if (item.OrderByOption is { } order) query.Orders.AddRange(orders.Translate(order, table));
        var isPaged = depth > 0 || level.Singles.Count + level.Manys.Count > 0;
        return new ManyExpansion(navigation, query, level, item.TopOption is { } top ? (int)Math.Min(top, int.MaxValue) : null, isPaged);
    }

    private List<Column>? Columns(List<SelectItem> items, Table table)
    {
        if (items.Exists(i => i is WildcardSelectItem) || !items.Exists(i => i is PathSelectItem)) return null;
        var columns = new List<Column>();
        foreach (var item in items.OfType<PathSelectItem>().Where(i => !IsReferenced(i, items)))
        {
            // A lookup is selected as _x_value; its navigation property is for $expand alone.
            var name = item.SelectedPath.LastSegment.Identifier;
            var column = item.SelectedPath.Count == 1 ? model.ColumnOf(table, name) : null;
            if (column is null) throw QueryErrors.NoProperty(name, table.LogicalName);
            if (!columns.Contains(column)) columns.Add(column);
        }
        return columns;
    }

    // The parser puts what is expanded as /$ref among the selected as well.
    private static bool IsReferenced(PathSelectItem item, List<SelectItem> items) => item.SelectedPath.LastSegment is NavigationPropertySegment selected
        && items.OfType<ExpandedReferenceSelectItem>().Any(e => e is not ExpandedNavigationSelectItem
            && e.PathToNavigationProperty.LastSegment is NavigationPropertySegment expanded && expanded.NavigationProperty == selected.NavigationProperty);

    private Navigation NavigationOf(ExpandedReferenceSelectItem item, Table table)
    {
        var name = ((NavigationPropertySegment)item.PathToNavigationProperty.LastSegment).NavigationProperty.Name;
        return model.NavigationOf(table, name) ?? throw QueryErrors.NoProperty(name, table.LogicalName);
    }
}
