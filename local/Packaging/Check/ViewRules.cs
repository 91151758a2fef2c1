using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Views ask for tables and columns that exist, and show what they ask for.</summary>
internal static class ViewRules
{
    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        solution.Tables.Values.SelectMany(table => table.Element.Elements("SavedQueries").Elements("savedqueries").Elements("savedquery").SelectMany(view => View(solution, table, view)));

    private static List<Finding> View(CheckedSolution solution, CheckedTable table, XElement view)
    {
        if (view.Element("fetchxml")?.Element("fetch")?.Element("entity") is not { } entity) return [];
        var findings = FetchRules.Check(solution, entity, "view").ToList();
        if (CheckedSolution.Name(entity, "name") != table.Name)
            findings.Add(Finding.ErrorAt(entity, "view-table", $"The view belongs to {table.Name} but asks for {CheckedSolution.Name(entity, "name")}."));

        var aliases = entity.Descendants("link-entity").Where(link => link.Attribute("alias") is not null)
            .GroupBy(link => CheckedSolution.Name(link, "alias"), StringComparer.Ordinal).ToDictionary(same => same.Key, same => CheckedSolution.Name(same.First(), "name"), StringComparer.Ordinal);
        foreach (var cell in view.Descendants("cell"))
        {
            var name = CheckedSolution.Name(cell, "name").Split('.');
            if (name.Length == 1 && !solution.MayHaveColumn(table.Name, name[0])) findings.Add(Finding.ErrorAt(cell, "view-column", $"{table.Name} has no column {name[0]}."));
            else if (name.Length == 2 && !aliases.ContainsKey(name[0])) findings.Add(Finding.ErrorAt(cell, "view-link", $"The view has no link with the alias {name[0]}."));
            else if (name.Length == 2 && !solution.MayHaveColumn(aliases[name[0]], name[1])) findings.Add(Finding.ErrorAt(cell, "view-column", $"{aliases[name[0]]} has no column {name[1]}."));
        }
        foreach (var (element, attribute) in view.Descendants("grid").Select(grid => (grid, "jump")).Concat(view.Descendants("row").Select(row => (row, "id"))))
        {
            var column = CheckedSolution.Name(element, attribute);
            if (column.Length > 0 && !solution.MayHaveColumn(table.Name, column)) findings.Add(Finding.ErrorAt(element, "view-column", $"{table.Name} has no column {column}."));
        }
        return findings;
    }
}

/// <summary>The part of FetchXML that views and charts share.</summary>
internal static class FetchRules
{
    /// <summary>Checks an entity or link-entity element and everything below it.</summary>
    public static IEnumerable<Finding> Check(CheckedSolution solution, XElement source, string kind)
    {
        var table = CheckedSolution.Name(source, "name");
        if (!solution.MayHaveTable(table)) yield return Finding.ErrorAt(source, kind + "-table", $"There is no table {table}.");
        foreach (var element in source.Elements().Where(child => child.Name.LocalName is "attribute" or "order").Concat(source.Elements("filter").SelectMany(Conditions)))
        {
            var column = (string?)element.Attribute(element.Name.LocalName == "attribute" ? "name" : "attribute");
            if (column is not null && element.Attribute("entityname") is null && !solution.MayHaveColumn(table, column))
                yield return Finding.ErrorAt(element, kind + "-column", $"{table} has no column {column}.");
        }
        foreach (var link in source.Elements("link-entity"))
        {
            foreach (var (end, column) in new[] { (CheckedSolution.Name(link, "name"), CheckedSolution.Name(link, "from")), (table, CheckedSolution.Name(link, "to")) })
            {
                if (!solution.MayHaveColumn(end, column)) yield return Finding.ErrorAt(link, kind + "-link", $"{end} has no column {column} to link by.");
            }
            foreach (var finding in Check(solution, link, kind)) yield return finding;
        }
    }

    private static IEnumerable<XElement> Conditions(XElement filter) => filter.Elements("condition").Concat(filter.Elements("filter").SelectMany(Conditions));
}

/// <summary>Charts draw what their query returns.</summary>
internal static class ChartRules
{
    public static IEnumerable<Finding> Check(CheckedSolution solution)
    {
        foreach (var table in solution.Tables.Values)
        {
            foreach (var chart in table.Element.Elements("Visualizations").Elements("visualization"))
            {
                var entities = chart.Descendants("fetch").Elements("entity").ToList();
                foreach (var entity in entities)
                {
                    if (CheckedSolution.Name(entity, "name") != table.Name)
                        yield return Finding.ErrorAt(entity, "chart-table", $"The chart belongs to {table.Name} but asks for {CheckedSolution.Name(entity, "name")}.");
                    foreach (var finding in FetchRules.Check(solution, entity, "chart")) yield return finding;
                }
                var aliases = entities.Descendants("attribute").Attributes("alias").Select(alias => alias.Value).ToHashSet(StringComparer.Ordinal);
                foreach (var used in chart.Descendants("category").Concat(chart.Descendants("measure")).Where(used => used.Attribute("alias") is { } alias && !aliases.Contains(alias.Value)))
                    yield return Finding.ErrorAt(used, "chart-alias", $"The chart's query has no alias {CheckedSolution.Name(used, "alias")}.");
            }
        }
    }
}
