using System;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>Environment variables from the files under <c>environmentvariabledefinitions/</c>, and their values where the package has them.</summary>
internal sealed class VariableComponents(ComponentSet components, PackageArchive archive)
{
    private const string Folder = "environmentvariabledefinitions/";
    private const int TextType = 100000000;
    private readonly XmlValues values = components.Values;

    public void Read()
    {
        foreach (var path in archive.Files.Where(f => f.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
                     && f.EndsWith("/environmentvariabledefinition.xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var definition = Definition(archive.Xml(path));
            var valueFile = path[..path.LastIndexOf('/')] + "/environmentvariablevalues.json";
            if (archive.Has(valueFile)) Value(definition, valueFile);
        }
    }

    private Entity Definition(XElement e)
    {
        var name = values.RequiredAttribute(e, "schemaname");
        var row = components.Add(ComponentType.EnvironmentVariableDefinition, "environmentvariabledefinition", StableId.Of("environmentvariabledefinition", name), e);
        row["schemaname"] = name;
        row["displayname"] = Label(e.Element("displayname")) ?? name;
        row["description"] = Label(e.Element("description"));
        row["defaultvalue"] = XmlValues.Text(e, "defaultvalue");
        row["isrequired"] = XmlValues.Flag(e, "isrequired");
        row["secretstore"] = new OptionSetValue(values.Integer(e, "secretstore") ?? 0);
        row["introducedversion"] = XmlValues.Text(e, "introducedversion");
        var type = values.Integer(e, "type") ?? TextType;
        if (type is < TextType or > TextType + 5) values.Errors.Add(e, $"The environment variable {name} has the type {type}; {TextType} to {TextType + 5} are known.");
        row["type"] = new OptionSetValue(type);
        return row;
    }

    private string? Label(XElement? e) => e is null
        ? null
        : components.Name(values.Labels(e.Elements("label"), "languagecode", "description")) ?? (string?)e.Attribute("default");

    private void Value(Entity definition, string path)
    {
        var name = (string)definition["schemaname"];
        string? value;
        try
        {
            using var json = JsonDocument.Parse(archive.Bytes(path));
            value = json.RootElement.GetProperty("environmentvariablevalues").GetProperty("environmentvariablevalue").GetProperty("value").GetString();
        }
        catch (Exception exception) when (exception is JsonException or System.Collections.Generic.KeyNotFoundException or InvalidOperationException)
        {
            throw new SolutionImportException(ImportFailure.InvalidFile, path, 0,
                $"The value of {name} cannot be read ({exception.Message}) Expected: environmentvariablevalues/environmentvariablevalue/value.", exception);
        }
        // What an administrator entered stays: an import only fills what is empty.
        var row = components.Add(ComponentType.EnvironmentVariableValue, "environmentvariablevalue", StableId.Of("environmentvariablevalue", name),
            new XElement("value"), onlyWhenAbsent: true);
        row["schemaname"] = name;
        row["value"] = value;
        row["environmentvariabledefinitionid"] = definition.ToEntityReference();
    }
}
