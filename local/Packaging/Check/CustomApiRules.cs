using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Custom APIs and environment variables: one folder each outside customizations.xml, named as what is in it.</summary>
internal static class CustomApiRules
{
    private const int LastParameterType = 12;

    public static IEnumerable<Finding> Check(CheckedSolution solution)
    {
        var typeIds = solution.PluginTypes.Values.ToHashSet(StringComparer.Ordinal);
        return solution.Documents.Select(document => document.Root!).SelectMany(root => root.Name.LocalName switch
        {
            "customapi" => Api(solution, typeIds, root),
            "customapirequestparameter" or "customapiresponseproperty" => Parameter(solution, root),
            "environmentvariabledefinition" => Folder(root, "schemaname").Concat(Variable(root)),
            _ => [],
        });
    }

    private static IEnumerable<Finding> Api(CheckedSolution solution, HashSet<string> typeIds, XElement api)
    {
        var name = CheckedSolution.Name(api, "uniquename");
        foreach (var finding in Folder(api, "uniquename")) yield return finding;
        var type = api.Elements("plugintypeid").Elements().FirstOrDefault();
        if (type is not null && !typeIds.Contains(CheckedSolution.IdOf(type.Value))) yield return Finding.ErrorAt(type, "api-type", $"{name}: no assembly of the solution declares the plug-in type {type.Value}.");
        if (api.Element("boundentitylogicalname") is { } table && !solution.MayHaveTable(table.Value)) yield return Finding.ErrorAt(table, "api-table", $"{name}: there is no table {table.Value}.");
        if (((string?)api.Element("bindingtype") ?? "0") != "0" && api.Element("boundentitylogicalname") is null) yield return Finding.ErrorAt(api, "api-table", $"{name}: bound, but to no table.");
    }

    private static IEnumerable<Finding> Parameter(CheckedSolution solution, XElement parameter)
    {
        var name = CheckedSolution.Name(parameter, "uniquename");
        foreach (var finding in Folder(parameter, "uniquename")) yield return finding;
        if (!int.TryParse((string?)parameter.Element("type"), NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type > LastParameterType)
            yield return Finding.ErrorAt(parameter, "api-parameter", $"{name}: type \"{(string?)parameter.Element("type")}\"; 0 to {LastParameterType} exist.");
        if (parameter.Element("logicalentityname") is { } table && !solution.MayHaveTable(table.Value)) yield return Finding.ErrorAt(table, "api-table", $"{name}: there is no table {table.Value}.");
        var api = SourceFile.Of(parameter).Split('/') is [_, var owner, ..] ? owner : "";
        if (!solution.CustomApis.Contains(api)) yield return Finding.ErrorAt(parameter, "api-parameter", $"{name}: there is no custom API {api}.");
    }

    private static IEnumerable<Finding> Folder(XElement root, string attribute)
    {
        var folders = SourceFile.Of(root).Split('/');
        var name = CheckedSolution.Name(root, attribute);
        if (folders.Length < 2 || folders[^2] != name) yield return Finding.ErrorAt(root, "component-folder", $"{name} is in a folder of another name.");
    }

    private static IEnumerable<Finding> Variable(XElement variable)
    {
        if ((string?)variable.Element("type") is not ("100000000" or "100000001" or "100000002" or "100000003" or "100000004" or "100000005"))
            yield return Finding.ErrorAt(variable, "variable-type", $"{CheckedSolution.Name(variable, "schemaname")}: type \"{(string?)variable.Element("type")}\"; 100000000 to 100000005 exist.");
    }
}
