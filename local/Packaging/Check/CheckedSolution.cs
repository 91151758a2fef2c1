using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>What other parts of a solution can refer to, found once and looked up by name or id.</summary>
internal sealed class CheckedSolution
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> knownTables;

    public CheckedSolution(SolutionContent content, IReadOnlyDictionary<string, IReadOnlySet<string>> knownTables)
    {
        this.knownTables = knownTables;
        Content = content;
        Root = content.Customizations.Root!;
        var publisher = Solution?.Element("Publisher");
        Prefix = ((string?)publisher?.Element("CustomizationPrefix") ?? "").ToLowerInvariant() + "_";
        OptionPrefix = (string?)publisher?.Element("CustomizationOptionValuePrefix") ?? "";
        Languages = [.. Root.Elements("Languages").Elements("Language").Select(language => language.Value.Trim()).Where(language => language.Length > 0)];
        Tables = Root.Elements("Entities").Elements("Entity").Select(element => new CheckedTable(element, Prefix))
            .GroupBy(table => table.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        Choices = Root.Elements("optionsets").Elements("optionset").ToLookup(choice => Name(choice, "Name"), StringComparer.Ordinal);
        Relationships = [.. Root.Elements("EntityRelationships").Elements("EntityRelationship")];
        RelationshipNames = Relationships.Select(relationship => Name(relationship, "Name")).ToHashSet(StringComparer.Ordinal);
        WebResources = Values(Root.Elements("WebResources").Elements("WebResource").Elements("Name"));
        Controls = Values(Root.Elements("CustomControls").Elements("CustomControl").Elements("Name"));
        Forms = Ids(Root.Descendants("systemform").Elements("formid"));
        Views = Ids(Root.Descendants("savedquery").Elements("savedqueryid"));
        Charts = Ids(Root.Descendants("visualization").Elements("savedqueryvisualizationid"));
        Dashboards = Ids(Root.Elements("Dashboards").Elements("Dashboard").Elements("FormId"));
        Processes = Ids(Root.Elements("Workflows").Elements("Workflow").Attributes("WorkflowId"));
        Roles = Ids(Root.Elements("Roles").Elements("Role").Attributes("id"));
        SiteMaps = Values(Root.Elements("AppModuleSiteMaps").Elements("AppModuleSiteMap").Elements("SiteMapUniqueName"));
        PluginTypes = Root.Descendants("PluginType").Where(type => type.Attribute("Name") is not null)
            .GroupBy(type => (string)type.Attribute("Name")!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => IdOf((string?)same.First().Attribute("PluginTypeId")), StringComparer.Ordinal);
        Documents = [.. Parsed(content)];
        CustomApis = Documents.Where(document => document.Root!.Name.LocalName == "customapi").Select(document => Name(document.Root!, "uniquename")).ToHashSet(StringComparer.Ordinal);
        RequiredTables = Solution?.Descendants("Required").SelectMany(required => new[] { required.Attribute("schemaName"), required.Attribute("parentSchemaName") })
            .OfType<XAttribute>().Select(attribute => attribute.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal) ?? [];
    }

    public SolutionContent Content { get; }

    /// <summary>Root of customizations.xml.</summary>
    public XElement Root { get; }

    /// <summary>SolutionManifest; null in a broken manifest.</summary>
    public XElement? Solution => Content.Manifest.Root!.Element("SolutionManifest");

    /// <summary>The publisher's prefix with its underscore, in lower case.</summary>
    public string Prefix { get; }

    /// <summary>First digits of the publisher's option values.</summary>
    public string OptionPrefix { get; }

    /// <summary>Language codes every label must be in.</summary>
    public IReadOnlyList<string> Languages { get; }

    public IReadOnlyDictionary<string, CheckedTable> Tables { get; }

    public ILookup<string, XElement> Choices { get; }

    public IReadOnlyList<XElement> Relationships { get; }

    public IReadOnlySet<string> RelationshipNames { get; }

    public IReadOnlySet<string> WebResources { get; }

    public IReadOnlySet<string> Controls { get; }

    public IReadOnlySet<string> Forms { get; }

    public IReadOnlySet<string> Views { get; }

    public IReadOnlySet<string> Charts { get; }

    public IReadOnlySet<string> Dashboards { get; }

    public IReadOnlySet<string> Processes { get; }

    public IReadOnlySet<string> Roles { get; }

    public IReadOnlySet<string> SiteMaps { get; }

    /// <summary>Full type name to plug-in type id.</summary>
    public IReadOnlyDictionary<string, string> PluginTypes { get; }

    public IReadOnlySet<string> CustomApis { get; }

    /// <summary>XML parts outside customizations.xml: custom APIs, environment variables and the like.</summary>
    public IReadOnlyList<XDocument> Documents { get; }

    /// <summary>Names the solution declares as dependencies.</summary>
    public IReadOnlySet<string> RequiredTables { get; }

    /// <summary>Whether a name carries the publisher's prefix, and so can only come from this solution.</summary>
    public bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the table exists: false only when that is certain.</summary>
    public bool MayHaveTable(string name)
    {
        var table = name.ToLowerInvariant();
        if (Tables.ContainsKey(table) || knownTables.ContainsKey(table) || RequiredTables.Contains(table)) return true;
        return !IsOurs(table) && knownTables.Count == 0;
    }

    /// <summary>Whether the table has the column: false only when that is certain.</summary>
    public bool MayHaveColumn(string tableName, string columnName)
    {
        var (table, column) = (tableName.ToLowerInvariant(), columnName.ToLowerInvariant());
        Tables.TryGetValue(table, out var here);
        knownTables.TryGetValue(table, out var known);
        // That the table is missing is one finding; its columns would only repeat it.
        if (!MayHaveTable(table)) return true;
        if (here?.Columns.ContainsKey(column) == true || known?.Contains(column) == true || column == "versionnumber") return true;
        // The name of a looked-up row is a column of its own, of which customizations.xml does not speak.
        if (column.EndsWith("name", StringComparison.Ordinal) && here?.Columns.ContainsKey(column[..^4]) == true) return true;
        if (here?.IsComplete == true) return false;
        return known is null && !IsOurs(column);
    }

    /// <summary>An id as the dictionaries here hold it: lower case, without braces; what is no id stays as it is.</summary>
    public static string IdOf(string? text) => Guid.TryParse(text, out var id) ? id.ToString("D") : text ?? "";

    public static string Name(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    private static HashSet<string> Values(IEnumerable<XElement> elements) => elements.Select(element => element.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Ids(IEnumerable<XElement> elements) => elements.Select(element => IdOf(element.Value)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Ids(IEnumerable<XAttribute> attributes) => attributes.Select(attribute => IdOf(attribute.Value)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<XDocument> Parsed(SolutionContent content)
    {
        foreach (var part in content.Parts.Where(part => part.ZipPath.EndsWith(".xml", StringComparison.Ordinal) && Sections.IsComponentFolder(part.ZipPath.Split('/')[0])))
        {
            var document = part.Document();
            if (document?.Root is not null) yield return document;
        }
    }
}

/// <summary>A table of the solution, its own or one it adds to.</summary>
internal sealed class CheckedTable
{
    public CheckedTable(XElement element, string prefix)
    {
        Element = element;
        var entity = element.Element("EntityInfo")?.Element("entity");
        SchemaName = (string?)entity?.Attribute("Name") ?? (string?)element.Element("Name") ?? "";
        Columns = (entity?.Element("attributes")?.Elements("attribute") ?? [])
            .GroupBy(attribute => ((string?)attribute.Element("LogicalName") ?? "").ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        IsComplete = Name.StartsWith(prefix, StringComparison.Ordinal);
        IsOrganizationOwned = (string?)entity?.Element("OwnershipTypeMask") == "OrgOwned";
    }

    public XElement Element { get; }

    public string SchemaName { get; }

    public string Name => SchemaName.ToLowerInvariant();

    /// <summary>Logical name to definition.</summary>
    public IReadOnlyDictionary<string, XElement> Columns { get; }

    /// <summary>Whether all of its columns are in the solution; of a table of somebody else only the added ones are.</summary>
    public bool IsComplete { get; }

    public bool IsOrganizationOwned { get; }

    public string TypeOf(string column) => Columns.TryGetValue(column, out var definition) ? (string?)definition.Element("Type") ?? "" : "";
}
