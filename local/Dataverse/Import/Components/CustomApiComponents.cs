using System;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>Custom APIs with their request parameters and response properties, from the files under <c>customapis/</c>.</summary>
internal sealed class CustomApiComponents(ComponentSet components, PackageArchive archive)
{
    private const int Types = 12;
    private readonly XmlValues values = components.Values;

    public void Read()
    {
        foreach (var path in archive.Files.Where(f => Is(f, 3, "customapi.xml")).ToList()) Api(path);
    }

    private static bool Is(string path, int depth, string file) =>
        path.StartsWith("customapis/", StringComparison.OrdinalIgnoreCase) && path.Split('/') is { } parts && parts.Length == depth
        && parts[^1].Equals(file, StringComparison.OrdinalIgnoreCase);

    private void Api(string path)
    {
        var e = archive.Xml(path);
        var name = values.RequiredAttribute(e, "uniquename");
        var row = components.Add(ComponentType.CustomApi, "customapi", StableId.Of("customapi", name), e);
        Describe(row, e, name);
        row["bindingtype"] = new OptionSetValue(values.Integer(e, "bindingtype") ?? 0);
        row["allowedcustomprocessingsteptype"] = new OptionSetValue(values.Integer(e, "allowedcustomprocessingsteptype") ?? 0);
        row["isfunction"] = XmlValues.Flag(e, "isfunction");
        row["isprivate"] = XmlValues.Flag(e, "isprivate");
        row["workflowsdkstepenabled"] = XmlValues.Flag(e, "workflowsdkstepenabled");
        row["executeprivilegename"] = XmlValues.Text(e, "executeprivilegename");
        row["boundentitylogicalname"] = BoundTable(e, name);
        row["plugintypeid"] = PluginType(e, name);
        row["sdkmessageid"] = components.Message(MessageIds.IdOf(name), name);
        var folder = path[..path.LastIndexOf('/')];
        foreach (var file in archive.Files.Where(f => Is(f, 5, "customapirequestparameter.xml") && f.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var parameter = Field(ComponentType.CustomApiRequestParameter, "customapirequestparameter", archive.Xml(file), row, name);
            parameter["isoptional"] = XmlValues.Flag(archive.Xml(file), "isoptional");
        }
        foreach (var file in archive.Files.Where(f => Is(f, 5, "customapiresponseproperty.xml") && f.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Field(ComponentType.CustomApiResponseProperty, "customapiresponseproperty", archive.Xml(file), row, name);
        }
    }

    private Entity Field(ComponentType type, string table, XElement e, Entity api, string apiName)
    {
        var name = values.RequiredAttribute(e, "uniquename");
        var row = components.Add(type, table, StableId.Of(table, apiName, name), e);
        Describe(row, e, name);
        var valueType = values.Integer(e, "type") ?? -1;
        if (valueType is < 0 or > Types) values.Errors.Add(e, $"{apiName}.{name} has the type {valueType}; 0 (Boolean) to {Types} (Guid) are known.");
        row["type"] = new OptionSetValue(valueType);
        row["logicalentityname"] = XmlValues.Text(e, "logicalentityname");
        row["customapiid"] = api.ToEntityReference();
        return row;
    }

    private void Describe(Entity row, XElement e, string uniqueName)
    {
        row["uniquename"] = uniqueName;
        row["name"] = XmlValues.Text(e, "name") ?? uniqueName;
        row["displayname"] = Label(e.Element("displayname")) ?? uniqueName;
        row["description"] = Label(e.Element("description")) ?? uniqueName;
    }

    private string? Label(XElement? e)
    {
        if (e is null) return null;
        return components.Name(values.Labels(e.Elements("label"), "languagecode", "description")) ?? (string?)e.Attribute("default");
    }

    private string? BoundTable(XElement e, string name)
    {
        if (XmlValues.Text(e, "boundentitylogicalname") is not { } table) return null;
        if (components.Schema.Find(table) is null) values.Errors.Add(ImportFailure.MissingDependencies, e, $"The custom API {name} is bound to the table {table}, which is not in this organisation.");
        return table;
    }

    private EntityReference? PluginType(XElement e, string name)
    {
        var reference = e.Element("plugintypeid");
        var text = XmlValues.Text(reference, "plugintypeid") ?? XmlValues.Text(reference, "plugintypeexportkey") ?? (reference?.HasElements == false ? reference.Value.Trim() : null);
        if (string.IsNullOrEmpty(text)) return null;
        if (Guid.TryParse(text, out var id) && components.Find("plugintype", id) is { } found) return found.ToEntityReference();
        values.Errors.Add(e.Element("plugintypeid"), $"The custom API {name} runs the plug-in type {text}, which no assembly of the package has.");
        return null;
    }
}
