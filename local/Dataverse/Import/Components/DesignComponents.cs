using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>What people see: forms, views, charts, dashboards, web resources, custom controls, apps and site maps. Names are kept in all languages of the package.</summary>
internal sealed class DesignComponents(ComponentSet components, PackageArchive archive)
{
    private static readonly Dictionary<string, int> FormTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dashboard"] = 0,
        ["appointmentBook"] = 1,
        ["main"] = 2,
        ["miniCampaignBO"] = 3,
        ["preview"] = 4,
        ["mobile"] = 5,
        ["quick"] = 6,
        ["quickCreate"] = 7,
        ["dialog"] = 8,
        ["taskflow"] = 9,
        ["interactionCentricDashboard"] = 10,
        ["card"] = 11,
        ["mainInteractionCentric"] = 12,
        ["contextualDashboard"] = 13,
    };

    private readonly XmlValues values = components.Values;

    public void Read(XElement customizations)
    {
        foreach (var entity in customizations.Elements("Entities").Elements("Entity"))
        {
            var table = XmlValues.Text(entity, "Name")?.ToLowerInvariant() ?? "";
            foreach (var forms in entity.Elements("FormXml").Elements("forms"))
            {
                foreach (var form in forms.Elements("systemform")) Form(form, table, (string?)forms.Attribute("type") ?? "main");
            }
            foreach (var view in entity.Elements("SavedQueries").Elements("savedqueries").Elements("savedquery")) View(view, table);
            foreach (var chart in entity.Elements("Visualizations").Elements("visualization")) Chart(chart, table);
        }
        foreach (var e in customizations.Elements("Dashboards").Elements("Dashboard")) Dashboard(e);
        foreach (var e in customizations.Elements("WebResources").Elements("WebResource")) WebResource(e);
        foreach (var e in customizations.Elements("CustomControls").Elements("CustomControl")) CustomControl(e);
        foreach (var e in customizations.Elements("AppModuleSiteMaps").Elements("AppModuleSiteMap")) SiteMap(e);
        foreach (var e in customizations.Elements("AppModules").Elements("AppModule")) App(e);
    }

    private void Form(XElement e, string table, string type)
    {
        if (!FormTypes.TryGetValue(type, out var number)) values.Errors.Add(e, $"The form type '{type}' of {table} is unknown. Known: {string.Join(", ", FormTypes.Keys)}.");
        var row = components.Add(ComponentType.Form, "systemform", values.Id(e, XmlValues.Text(e, "formid")), e);
        row["objecttypecode"] = table;
        row["type"] = new OptionSetValue(number);
        row["formxml"] = Text(e.Element("form"));
        row["formpresentation"] = new OptionSetValue(values.Integer(e, "FormPresentation") ?? 0);
        row["formactivationstate"] = new OptionSetValue(values.Integer(e, "FormActivationState") ?? 1);
        Describe(row, e);
    }

    private void View(XElement e, string table)
    {
        var row = components.Add(ComponentType.View, "savedquery", values.Id(e, XmlValues.Text(e, "savedqueryid")), e);
        row["returnedtypecode"] = table;
        row["querytype"] = values.Integer(e, "querytype") ?? 0;
        row["fetchxml"] = Text(e.Elements("fetchxml").Elements().FirstOrDefault());
        row["layoutxml"] = Text(e.Elements("layoutxml").Elements().FirstOrDefault());
        row["isdefault"] = XmlValues.Flag(e, "isdefault");
        row["isquickfindquery"] = XmlValues.Flag(e, "isquickfindquery");
        Describe(row, e);
    }

    private void Chart(XElement e, string table)
    {
        var row = components.Add(ComponentType.Chart, "savedqueryvisualization", values.Id(e, XmlValues.Text(e, "savedqueryvisualizationid")), e);
        row["primaryentitytypecode"] = table;
        row["datadescription"] = Text(e.Elements("datadescription").Elements().FirstOrDefault());
        row["presentationdescription"] = Text(e.Elements("presentationdescription").Elements().FirstOrDefault());
        row["isdefault"] = XmlValues.Flag(e, "isdefault");
        Describe(row, e);
    }

    private void Dashboard(XElement e)
    {
        var row = components.Add(ComponentType.Form, "systemform", values.Id(e, XmlValues.Text(e, "FormId")), e);
        row["objecttypecode"] = "none";
        row["type"] = new OptionSetValue(FormTypes["dashboard"]);
        row["formxml"] = Text(e.Elements("FormXml").Elements("forms").Elements("form").FirstOrDefault());
        row["isdefault"] = XmlValues.Flag(e, "IsDefault");
        Describe(row, e);
    }

    private void WebResource(XElement e)
    {
        var name = values.Required(e, "Name");
        var file = values.Required(e, "FileName");
        if (archive.Bytes(file) is not { } bytes)
        {
            values.Errors.Add(e.Element("FileName"), $"The web resource {name} is to be in {file}, which the package does not have. Pack it again.");
            return;
        }
        var row = components.Add(ComponentType.WebResource, "webresource", values.Id(e, XmlValues.Text(e, "WebResourceId")), e);
        row["name"] = name;
        row["displayname"] = XmlValues.Text(e, "DisplayName");
        row["description"] = XmlValues.Text(e, "Description");
        row["webresourcetype"] = new OptionSetValue(values.Integer(e, "WebResourceType") ?? 0);
        row["languagecode"] = values.Integer(e, "LanguageCode");
        row["dependencyxml"] = XmlValues.Text(e, "DependencyXml");
        row["content"] = Convert.ToBase64String(bytes);
        row["introducedversion"] = XmlValues.Text(e, "IntroducedVersion");
    }

    // What belongs to a control is kept as the web resources cc_NAME/FILE, as the platform keeps it.
    private void CustomControl(XElement e)
    {
        var name = values.Required(e, "Name");
        var manifest = values.Required(e, "FileName").TrimStart('/');
        if (archive.Bytes(manifest) is null)
        {
            values.Errors.Add(e.Element("FileName"), $"The manifest of the control {name} is to be in {manifest}, which the package does not have. Pack it again.");
            return;
        }
        var control = archive.Xml(manifest).Element("control");
        var row = components.Add(ComponentType.CustomControl, "customcontrol", StableId.Of("customcontrol", name), e);
        row["name"] = name;
        row["version"] = (string?)control?.Attribute("version");
        row["manifest"] = archive.Xml(manifest).ToString(SaveOptions.DisableFormatting);
        row["compatibledatatypes"] = string.Join(',', control?.Elements("property").Select(p => (string?)p.Attribute("of-type")).Where(t => t is not null).Distinct() ?? []);
        var folder = manifest[..(manifest.LastIndexOf('/') + 1)];
        foreach (var file in archive.Files.Where(f => f.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && !f.Equals(manifest, StringComparison.OrdinalIgnoreCase)))
        {
            var resource = $"cc_{name}/{file[folder.Length..]}";
            var content = components.Add(ComponentType.WebResource, "webresource", StableId.Of("webresource", resource), e);
            content["name"] = resource;
            content["webresourcetype"] = new OptionSetValue(TypeOf(file));
            content["content"] = Convert.ToBase64String(archive.Bytes(file)!);
        }
    }

    // The options of webresourcetype.
    private static int TypeOf(string file) => System.IO.Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" => 1,
        ".css" => 2,
        ".js" => 3,
        ".png" => 5,
        ".jpg" or ".jpeg" => 6,
        ".gif" => 7,
        ".svg" => 11,
        ".resx" => 12,
        _ => 4,
    };

    private void SiteMap(XElement e)
    {
        var name = values.Required(e, "SiteMapUniqueName");
        var row = components.Add(ComponentType.SiteMap, "sitemap", StableId.Of("sitemap", name), e);
        row["sitemapnameunique"] = name;
        components.Label(row, "sitemapname", values.Labels(e.Element("LocalizedNames")), name);
        row["sitemapxml"] = Text(e.Element("SiteMap"));
    }

    private void App(XElement e)
    {
        var name = values.Required(e, "UniqueName");
        var row = components.Add(ComponentType.AppModule, "appmodule", StableId.Of("appmodule", name), e);
        row["uniquename"] = name;
        row["formfactor"] = values.Integer(e, "FormFactor");
        row["clienttype"] = values.Integer(e, "ClientType");
        row["introducedversion"] = XmlValues.Text(e, "IntroducedVersion");
        row["configxml"] = Text(e.Element("AppModuleComponents"));
        if (XmlValues.Text(e, "WebResourceId") is { } icon) row["webresourceid"] = values.Id(e, icon);
        components.Label(row, "name", values.Labels(e.Element("LocalizedNames")), name);
        components.Label(row, "description", values.Labels(e.Element("Descriptions")));
    }

    private void Describe(Entity row, XElement e)
    {
        components.Label(row, "name", values.Labels(e.Element("LocalizedNames")), "");
        components.Label(row, "description", values.Labels(e.Element("Descriptions")));
        row["introducedversion"] = XmlValues.Text(e, "IntroducedVersion");
    }

    private static string? Text(XElement? e) => e?.ToString(SaveOptions.DisableFormatting);
}
