using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging;

/// <summary>
/// Reads a folder in SolutionPackager's layout into what the platform imports.
/// </summary>
/// <remarks>
/// Where SolutionPackager drops something silently (a kind without its placeholder, a relationship that is not listed, a file
/// without its description), this reports it.
/// </remarks>
internal sealed partial class SolutionFolder
{
    private const string ManifestPath = "Other/Solution.xml";
    private const string CustomizationsPath = "Other/Customizations.xml";
    private const string ManagedVariant = "_managed.xml";
    private const string Description = ".data.xml";

    private readonly string folder;
    private readonly SolutionMap map;
    private readonly Flavour flavour;
    private readonly List<Finding> findings = [];
    private readonly List<SolutionPart> parts = [];
    private readonly SortedSet<string> unclaimed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<XElement>> sections = new(StringComparer.Ordinal);

    private SolutionFolder(string folder, SolutionMap map, Flavour flavour)
    {
        this.folder = Path.GetFullPath(folder);
        this.map = map;
        this.flavour = flavour;
    }

    /// <summary>Reads the folder as one of the two zips would hold it.</summary>
    /// <exception cref="SolutionException">There is no manifest or no customizations to start from.</exception>
    public static SolutionContent Read(string folder, SolutionMap map, Flavour flavour) => new SolutionFolder(folder, map, flavour).Read();

    private SolutionContent Read()
    {
        List();
        var manifest = Document(ManifestPath, "ImportExportXml");
        var customizations = Document(CustomizationsPath, "ImportExportXml");
        if (manifest is null || customizations is null) throw new SolutionException(findings);

        ReadTables();
        ReadRelationships();
        ReadSingleFiles();
        ReadFilesWithDescription();
        ReadComponentFolders();
        foreach (var file in unclaimed) findings.Add(Finding.ErrorIn(file, "layout", "Nothing in the solution's layout takes this file; SolutionPackager would drop it or pack it raw."));

        manifest.Root!.Element("SolutionManifest")?.SetElementValue("Managed", flavour == Flavour.Managed ? "1" : "0");
        FillSections(customizations.Root!);
        return new(manifest, customizations, [.. parts.OrderBy(part => part.ZipPath, StringComparer.Ordinal)], findings);
    }

    private void List()
    {
        if (!Directory.Exists(folder)) throw new SolutionException([Finding.ErrorIn(folder, "layout", "There is no such folder.")]);
        foreach (var file in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            if (file.LinkTarget is not null) findings.Add(Finding.ErrorIn(path, "layout", "Links may lead out of the folder and are not followed."));
            // The configuration data package travels beside the solution, not in it.
            else if (file is FileInfo && !path.StartsWith("data/", StringComparison.Ordinal)) unclaimed.Add(path);
        }
    }

    private void ReadTables()
    {
        foreach (var path in Claim("Entities/", path => path.Count('/') == 2 && path.EndsWith("/Entity.xml", StringComparison.Ordinal)))
        {
            if (Document(path, "Entity")?.Root is not { } table) continue;
            var home = path[..^"Entity.xml".Length];
            Append(table, ReadForms(home));
            var views = Roots(Claim(home + "SavedQueries/", IsXml), "savedqueries", "savedquery").ToList();
            if (views.Count > 0) Append(table, new XElement("SavedQueries", new XElement("savedqueries", views)));
            Append(table, new XElement("Visualizations", Roots(Claim(home + "Visualizations/", IsXml), null, "visualization")));
            var ribbon = home + "RibbonDiff.xml";
            if (Document(ribbon, "RibbonDiffXml")?.Root is { } difference) Append(table, difference);
            foreach (var formula in Claim(home + "Formulas/", _ => true)) AddPart("Formulas/" + Path.GetFileName(formula), formula);
            AddTo("Entities", table);
        }
    }

    private XElement ReadForms(string home)
    {
        var forms = new XElement("FormXml");
        foreach (var type in Claim(home + "FormXml/", IsXml).GroupBy(path => path.Split('/')[^2], StringComparer.Ordinal))
        {
            forms.Add(new XElement("forms", new XAttribute("type", type.Key), Roots(type, "forms", "systemform")));
        }
        return forms;
    }

    private void ReadRelationships()
    {
        const string list = "Other/Relationships.xml";
        var definitions = Roots(Claim("Other/Relationships/", IsXml), "EntityRelationships", "EntityRelationship").ToList();
        if (definitions.Count == 0 && !unclaimed.Contains(list)) return;
        var listed = Document(list, "EntityRelationships")?.Root!.Elements("EntityRelationship").ToList() ?? [];
        var named = listed.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in definitions.Where(definition => !named.Contains(NameOf(definition))))
            findings.Add(Finding.ErrorAt(definition, "relationship-list", $"{NameOf(definition)} is not listed in {list}; SolutionPackager would drop it."));
        var defined = definitions.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in listed.Where(entry => !defined.Contains(NameOf(entry))))
            findings.Add(Finding.ErrorAt(entry, "relationship-list", $"{NameOf(entry)} is listed, but no file in Other/Relationships defines it."));
        foreach (var definition in definitions.OrderBy(NameOf, StringComparer.Ordinal)) AddTo("EntityRelationships", definition);
    }

    private void ReadSingleFiles()
    {
        foreach (var role in Roots(Claim("Roles/", IsXml), null, "Role")) AddTo("Roles", role);
        foreach (var choice in Roots(Claim("OptionSets/", IsXml), null, "optionset")) AddTo("optionsets", choice);
        foreach (var dashboard in Roots(Claim("Dashboards/", IsXml), null, "Dashboard")) AddTo("Dashboards", dashboard);
        foreach (var step in Roots(Claim("SdkMessageProcessingSteps/", IsXml), null, "SdkMessageProcessingStep")) AddTo("SdkMessageProcessingSteps", step);
        foreach (var app in Roots(Claim("AppModules/", IsXml), null, "AppModule")) AddTo("AppModules", app);
        foreach (var map in Roots(Claim("AppModuleSiteMaps/", IsXml), null, "AppModuleSiteMap")) AddTo("AppModuleSiteMaps", map);
        foreach (var (file, section) in new[] { ("FieldSecurityProfiles", "FieldSecurityProfiles"), ("EntityMaps", "EntityMaps"), ("ConnectionRoles", "ConnectionRoles"), ("SiteMap", "SiteMap") })
        {
            var path = $"Other/{file}.xml";
            if (!unclaimed.Contains(path) || Document(path, section)?.Root is not { } root) continue;
            foreach (var child in root.Elements().ToList()) AddTo(section, Detach(child, path));
        }
    }

    private void ReadFilesWithDescription()
    {
        foreach (var (home, section, root) in new[]
        {
            ("WebResources/", "WebResources", "WebResource"), ("PluginAssemblies/", "SolutionPluginAssemblies", "PluginAssembly"),
            ("Workflows/", "Workflows", "Workflow"), ("Controls/", "CustomControls", "CustomControl"),
        })
        {
            foreach (var description in Claim(home, path => path.EndsWith(Description, StringComparison.Ordinal)))
            {
                if (Document(description, root)?.Root is not { } component) continue;
                var file = description[..^Description.Length];
                var name = (string?)component.Element("FileName") ?? (string?)component.Element("XamlFileName") ?? (string?)component.Element("JsonFileName");
                if (string.IsNullOrWhiteSpace(name)) findings.Add(Finding.ErrorAt(component, "file-name", "The description names no file."));
                else if (!IsSafe(name.TrimStart('/'), home)) findings.Add(Finding.ErrorAt(component, "file-name", $"{name} is not a plain path in {home}"));
                else AddPart(name.TrimStart('/'), file);
                AddTo(section, component);
                if (home != "Controls/") continue;
                var control = file[..(file.LastIndexOf('/') + 1)];
                foreach (var resource in Claim(control, path => !path.EndsWith(Description, StringComparison.Ordinal)).Union(ResourcesOf(file, control)))
                {
                    if (IsSafe(resource, control)) AddPart(resource, resource);
                    else findings.Add(Finding.ErrorIn(file, "file-name", $"{resource} is not a plain path in {control}"));
                }
            }
        }
    }

    private void ReadComponentFolders()
    {
        foreach (var path in Claim("", path => path.Contains('/') && Sections.IsComponentFolder(path[..path.IndexOf('/')])))
        {
            if (!path.EndsWith(".xml", StringComparison.Ordinal)) AddPart(path, path);
            else if (Document(path, null) is { } document) parts.Add(new(path, path, SafeXml.Write(document)));
        }
    }
}
