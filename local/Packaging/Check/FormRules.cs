using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Forms and dashboards show columns, views, charts, web resources and code components that exist.</summary>
internal static class FormRules
{
    private const string Subgrid = "e7a81278-8635-4d9e-8d4d-59480b391c5b";
    private const string WebResource = "9fdf5f91-88b1-47f4-ad53-c11efc01a01d";

    /// <summary>Control classes that show exactly one kind of column.</summary>
    private static readonly Dictionary<string, string[]> TypesOf = new(StringComparer.Ordinal)
    {
        ["4273edbd-ac1d-40d3-9fb2-095c621b552d"] = ["nvarchar", "ntext"],
        ["e0dece4b-6fc8-4a8f-a065-082708572369"] = ["nvarchar", "ntext"],
        ["3ef39988-22bb-4f0b-bbbe-64b5a3748aee"] = ["picklist", "state", "status"],
        ["5d68b988-0661-4db2-bc3e-17598ad3be6c"] = ["status"],
        ["67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed"] = ["bit"],
        ["b0c6723a-8503-4fd7-bb28-c8a06ac933c2"] = ["bit"],
        ["270bd3db-d9af-4782-9025-509e298dec0a"] = ["lookup", "owner", "customer"],
        ["5b773807-9fb2-42db-97c3-7a91eff8adff"] = ["datetime"],
        ["c6d124ca-7eda-4a60-aea9-7fb8d318b68f"] = ["int"],
        ["c3efe0c3-0ec6-42be-8349-cbd9079dfd8e"] = ["decimal"],
        ["0d2c745a-e5a8-4c8f-ba63-c6d3bb604660"] = ["float"],
        ["533b9e00-756b-4312-95a0-dc888637ac78"] = ["money"],
    };

    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        solution.Tables.Values.SelectMany(table => table.Element.Elements("FormXml").Elements("forms").Elements("systemform").SelectMany(form => Form(solution, table, form)))
            .Concat(solution.Root.Elements("Dashboards").Elements("Dashboard").SelectMany(dashboard => Form(solution, null, dashboard)));

    private static IEnumerable<Finding> Form(CheckedSolution solution, CheckedTable? table, XElement form) =>
        form.Descendants("control").SelectMany(control => Control(solution, table, control))
            .Concat(Scripts(solution, form)).Concat(UniqueIds(form))
            .Concat(form.Descendants("customControl").Where(control => control.Attribute("name") is { } name && solution.IsOurs(name.Value) && !solution.Controls.Contains(name.Value))
                .Select(control => Finding.ErrorAt(control, "form-control", $"There is no code component {CheckedSolution.Name(control, "name")}.")));

    private static IEnumerable<Finding> Control(CheckedSolution solution, CheckedTable? table, XElement control)
    {
        var column = ((string?)control.Attribute("datafieldname"))?.ToLowerInvariant();
        var classId = CheckedSolution.IdOf((string?)control.Attribute("classid"));
        if (column is not null && table is not null)
        {
            if (!solution.MayHaveColumn(table.Name, column)) yield return Finding.ErrorAt(control, "form-column", $"{table.Name} has no column {column}.");
            else if (table.TypeOf(column) is { Length: > 0 } type && TypesOf.TryGetValue(classId, out var types) && !types.Contains(type))
                yield return Finding.ErrorAt(control, "form-control", $"{column} is {type}, but its control is for {string.Join(", ", types)}.");
        }
        if (control.Element("parameters") is not { } parameters) yield break;

        if (classId == Subgrid) foreach (var finding in Grid(solution, table, parameters)) yield return finding;
        if (classId == WebResource && parameters.Element("Url") is { } url && solution.IsOurs(url.Value) && !solution.WebResources.Contains(url.Value))
            yield return Finding.ErrorAt(url, "form-webresource", $"There is no web resource {url.Value}.");
    }

    private static IEnumerable<Finding> Grid(CheckedSolution solution, CheckedTable? table, XElement parameters)
    {
        var target = (string?)parameters.Element("TargetEntityType") ?? "";
        if (target.Length > 0 && !solution.MayHaveTable(target)) yield return Finding.ErrorAt(parameters.Element("TargetEntityType")!, "form-grid", $"There is no table {target}.");
        // Views and charts of somebody else's table may be there already.
        var isOurs = solution.Tables.TryGetValue(target.ToLowerInvariant(), out var shown) && shown.IsComplete;
        if (isOurs && parameters.Element("ViewId") is { } view && !solution.Views.Contains(CheckedSolution.IdOf(view.Value)))
            yield return Finding.ErrorAt(view, "form-view", $"{target} has no view {view.Value}.");
        if (isOurs && parameters.Element("VisualizationId") is { Value.Length: > 0 } chart && !solution.Charts.Contains(CheckedSolution.IdOf(chart.Value)))
            yield return Finding.ErrorAt(chart, "form-chart", $"{target} has no chart {chart.Value}.");
        if (parameters.Element("RelationshipName") is { Value.Length: > 0 } relationship && (isOurs || table?.IsComplete == true || solution.IsOurs(relationship.Value))
            && !solution.RelationshipNames.Contains(relationship.Value))
            yield return Finding.ErrorAt(relationship, "form-relationship", $"There is no relationship {relationship.Value}.");
    }

    private static IEnumerable<Finding> Scripts(CheckedSolution solution, XElement form)
    {
        var libraries = form.Descendants("formLibraries").Elements("Library").ToList();
        foreach (var library in libraries.Where(library => solution.IsOurs(CheckedSolution.Name(library, "name")) && !solution.WebResources.Contains(CheckedSolution.Name(library, "name"))))
            yield return Finding.ErrorAt(library, "form-webresource", $"There is no web resource {CheckedSolution.Name(library, "name")}.");
        var loaded = libraries.Select(library => CheckedSolution.Name(library, "name")).ToHashSet(StringComparer.Ordinal);
        foreach (var handler in form.Descendants("Handler").Where(handler => !loaded.Contains(CheckedSolution.Name(handler, "libraryName"))))
            yield return Finding.ErrorAt(handler, "form-handler", $"{CheckedSolution.Name(handler, "functionName")}: the form does not load {CheckedSolution.Name(handler, "libraryName")}.");
    }

    private static IEnumerable<Finding> UniqueIds(XElement form) =>
        form.Descendants().Where(element => element.Name.LocalName is "tab" or "section" or "cell" && element.Attribute("id") is not null)
            .GroupBy(element => CheckedSolution.IdOf((string?)element.Attribute("id")), StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => Finding.ErrorAt(same.Last(), "duplicate-id", $"The form uses the id {same.Key} {same.Count()} times."));
}
