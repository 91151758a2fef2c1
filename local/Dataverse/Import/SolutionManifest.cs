using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Who publishes a solution, and how its names and option values begin.</summary>
internal sealed record PublisherFacts(string UniqueName, Labels Name, Labels Description, string Prefix, int OptionValuePrefix);

/// <summary>A component the solution lists: kind and name or id.</summary>
internal sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior, XElement At);

/// <summary>Something the solution needs and does not bring.</summary>
internal sealed record Requirement(int Type, string? SchemaName, string? ParentSchemaName, string? DisplayName, string? Solution, XElement At);

/// <summary>solution.xml: what the package is.</summary>
internal sealed record SolutionManifest(
    string UniqueName, Version Version, bool IsManaged, int BaseLanguage, Labels Name, Labels Description, PublisherFacts Publisher,
    IReadOnlyList<RootComponent> RootComponents, IReadOnlyList<Requirement> Requirements)
{
    public const string File = "solution.xml";
    private static readonly Version NewestPackage = new(9, 2);

    /// <summary>Reads solution.xml; mistakes go to <paramref name="values"/>.</summary>
    public static SolutionManifest Read(XElement root, XmlValues values)
    {
        var errors = values.Errors;
        var manifest = root.Element("SolutionManifest") ?? new XElement("SolutionManifest");
        if (root.Name.LocalName != "ImportExportXml" || root.Element("SolutionManifest") is null)
        {
            errors.Add(ImportFailure.InvalidFile, root, "This is not a solution.xml: ImportExportXml/SolutionManifest is missing.");
        }
        if (Version.TryParse((string?)root.Attribute("SolutionPackageVersion"), out var package) && package > NewestPackage)
        {
            errors.Add(ImportFailure.PackageVersion, root, $"The package was made for version {package}. Export it for {NewestPackage} or earlier.");
        }
        var name = values.Required(manifest, "UniqueName");
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) errors.Add(manifest, $"The unique name '{name}' may have letters, digits and underscores only.");
        if (!Version.TryParse(XmlValues.Text(manifest, "Version"), out var version))
        {
            errors.Add(manifest, $"<Version> is '{XmlValues.Text(manifest, "Version")}'; write two to four numbers, e.g. 1.0.0.0.");
        }
        var managed = XmlValues.Text(manifest, "Managed");
        if (managed is not ("0" or "1")) errors.Add(manifest, $"<Managed> is '{managed}'; a zip has 0 or 1 (2 belongs in a source folder: pack it).");
        return new SolutionManifest(
            name, version ?? new Version(1, 0), managed == "1",
            root.Attribute("languagecode") is { } language ? values.Integer(root, language) : 1033,
            values.Labels(manifest.Element("LocalizedNames")), values.Labels(manifest.Element("Descriptions")),
            PublisherOf(manifest, values),
            manifest.Elements("RootComponents").Elements("RootComponent").Select(e => ReadRoot(e, values)).ToList(),
            manifest.Elements("MissingDependencies").Elements("MissingDependency").Elements("Required").Select(e => ReadRequirement(e, values)).ToList());
    }

    private static PublisherFacts PublisherOf(XElement manifest, XmlValues values)
    {
        var publisher = manifest.Element("Publisher");
        if (publisher is null)
        {
            values.Errors.Add(manifest, "The solution has no <Publisher>.");
            return new PublisherFacts("", Labels.None, Labels.None, "", 0);
        }
        return new PublisherFacts(
            values.Required(publisher, "UniqueName"), values.Labels(publisher.Element("LocalizedNames")), values.Labels(publisher.Element("Descriptions")),
            values.Required(publisher, "CustomizationPrefix"), values.Integer(publisher, "CustomizationOptionValuePrefix") ?? 0);
    }

    private static RootComponent ReadRoot(XElement e, XmlValues values) => new(
        values.Integer(e, e.Attribute("type")), (string?)e.Attribute("schemaName"),
        Guid.TryParse((string?)e.Attribute("id"), out var id) ? id : null,
        int.TryParse((string?)e.Attribute("behavior"), out var behavior) ? behavior : 0, e);

    private static Requirement ReadRequirement(XElement e, XmlValues values) => new(
        values.Integer(e, e.Attribute("type")), (string?)e.Attribute("schemaName"), (string?)e.Attribute("parentSchemaName"),
        (string?)e.Attribute("displayName"), (string?)e.Attribute("solution"), e);
}
