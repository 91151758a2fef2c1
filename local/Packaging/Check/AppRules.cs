using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Apps and site maps lead to components that exist.</summary>
internal static class AppRules
{
    private const string PlatformIcon = "953b9fac-1e5e-e611-80d6-00155ded156f";

    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        solution.Root.Elements("AppModuleSiteMaps").Elements("AppModuleSiteMap").SelectMany(map => SiteMap(solution, map))
            .Concat(solution.Root.Elements("AppModules").Elements("AppModule").SelectMany(app => App(solution, app)));

    private static IEnumerable<Finding> SiteMap(CheckedSolution solution, XElement map)
    {
        foreach (var area in map.Descendants("SubArea"))
        {
            if ((string?)area.Attribute("Entity") is { } table && !solution.MayHaveTable(table))
                yield return Finding.ErrorAt(area, "sitemap-table", $"There is no table {table}.");
            if ((string?)area.Attribute("DefaultDashboard") is { } dashboard && !solution.Dashboards.Contains(CheckedSolution.IdOf(dashboard)))
                yield return Finding.ErrorAt(area, "sitemap-dashboard", $"There is no dashboard {dashboard}.");
        }
        foreach (var level in new[] { "Area", "Group", "SubArea" })
        {
            foreach (var same in map.Descendants(level).GroupBy(element => CheckedSolution.Name(element, "Id"), StringComparer.Ordinal).Where(same => same.Count() > 1))
                yield return Finding.ErrorAt(same.Last(), "duplicate-id", $"The site map uses the {level} id {same.Key} {same.Count()} times.");
        }
    }

    private static IEnumerable<Finding> App(CheckedSolution solution, XElement app)
    {
        var name = (string?)app.Element("UniqueName") ?? "";
        foreach (var component in app.Elements("AppModuleComponents").Elements("AppModuleComponent"))
        {
            var key = (string?)component.Attribute("schemaName") ?? CheckedSolution.IdOf((string?)component.Attribute("id"));
            if (!Exists(solution, CheckedSolution.Name(component, "type"), key))
                yield return Finding.ErrorAt(component, "app-component", $"{name}: there is no component {key} of type {CheckedSolution.Name(component, "type")}.");
        }
        foreach (var role in app.Elements("AppModuleRoleMaps").Elements("Role").Where(role => !solution.Roles.Contains(CheckedSolution.IdOf((string?)role.Attribute("id")))))
            yield return Finding.ErrorAt(role, "app-role", $"{name}: there is no role {CheckedSolution.Name(role, "id")}.");
        var icons = solution.Root.Elements("WebResources").Elements("WebResource").Select(resource => CheckedSolution.IdOf((string?)resource.Element("WebResourceId"))).Append(PlatformIcon);
        if (app.Element("WebResourceId") is { } icon && !icons.Contains(CheckedSolution.IdOf(icon.Value)))
            yield return Finding.ErrorAt(icon, "app-icon", $"{name}: there is no web resource {icon.Value}.");
        if (!solution.SiteMaps.Contains(name)) yield return Finding.ErrorAt(app, "app-sitemap", $"{name}: there is no site map of this name.");
    }

    private static bool Exists(CheckedSolution solution, string type, string key) => type switch
    {
        "1" => solution.MayHaveTable(key),
        "26" => solution.Views.Contains(key),
        "29" => solution.Processes.Contains(key),
        "59" => solution.Charts.Contains(key),
        "60" => solution.Forms.Contains(key) || solution.Dashboards.Contains(key),
        "61" => solution.WebResources.Contains(key),
        "62" => solution.SiteMaps.Contains(key),
        _ => true,
    };
}
