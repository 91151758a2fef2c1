using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Kam.Generate;

/// <summary>
/// Tables and choices of the solution, together with the standard tables it stands on as far as they are described.
/// </summary>
internal sealed class SolutionSchema
{
    private const string English = "1033";

    private static readonly HashSet<string> FormTypes = new(StringComparer.Ordinal) { "main", "quickCreate" };

    private readonly SortedDictionary<string, TableDescription> tables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ChoiceDescription> choices = new(StringComparer.Ordinal);

    private SolutionSchema()
    {
    }

    /// <summary>In ordinal order of the logical name.</summary>
    public IReadOnlyCollection<TableDescription> Tables => tables.Values;

    /// <summary>Global choices and those of columns, in ordinal order of the type name.</summary>
    public IEnumerable<ChoiceDescription> Choices => choices.Values.Concat(tables.Values.SelectMany(table => table.Columns.Values).Select(column => column.Choice).OfType<ChoiceDescription>())
        .GroupBy(choice => choice.TypeName, StringComparer.Ordinal).Select(same => Single(same.Key, same)).OrderBy(choice => choice.TypeName, StringComparer.Ordinal);

    /// <summary>Reads the description of the standard tables first, then adds the solution's own.</summary>
    public static SolutionSchema Read(string solutionFolder, string standardTables)
    {
        var schema = new SolutionSchema();
        schema.ReadStandard(standardTables);
        foreach (var file in Files(Path.Combine(solutionFolder, "OptionSets"), "*.xml"))
        {
            var choice = ReadChoice(XDocument.Load(file).Root!, null);
            schema.choices.Add(choice.Name, choice);
        }
        foreach (var file in Files(Path.Combine(solutionFolder, "Entities"), "Entity.xml")) schema.ReadTable(file, solutionFolder);
        return schema;
    }

    private void ReadStandard(string path)
    {
        foreach (var element in XDocument.Load(path).Root!.Elements("table"))
        {
            var name = Text(element, "schema");
            var noun = Text(element, "noun") is { Length: > 0 } given ? given : name;
            var table = new TableDescription(name.ToLowerInvariant(), name, noun, Text(element, "doc"), "plugins/Kam.Generate/" + Path.GetFileName(path));
            foreach (var column in element.Elements("column"))
            {
                var schemaName = Text(column, "schema");
                var property = Words.PropertyOf(schemaName);
                var options = Options(column.Elements("option"), option => Text(option, "label"), option => Text(option, "label"));
                var choice = options.Count == 0 ? null : new ChoiceDescription(
                    table.LogicalName + "_" + schemaName.ToLowerInvariant(), ChoiceNameOf(table.Noun, Text(column, "type"), property), Text(column, "doc"), options);
                table.Columns.Add(schemaName.ToLowerInvariant(), new(schemaName.ToLowerInvariant(), property, Text(column, "type"), Text(column, "doc"), TypeInWords(Text(column, "type"), Text(column, "format")) + ".", choice));
            }
            tables.Add(table.LogicalName, table);
        }
    }

    private void ReadTable(string file, string solutionFolder)
    {
        var entity = XDocument.Load(file).Root!.Element("EntityInfo")!.Element("entity")!;
        var schemaName = Text(entity, "Name");
        var source = "solution/" + Path.GetRelativePath(solutionFolder, file).Replace('\\', '/');
        if (!tables.TryGetValue(schemaName.ToLowerInvariant(), out var table))
        {
            var description = Label(entity.Element("Descriptions")) is { Length: > 0 } text ? text : Label(entity.Element("LocalizedNames"));
            table = new(schemaName.ToLowerInvariant(), schemaName, Words.WithoutPrefix(schemaName), description, source);
            tables.Add(table.LogicalName, table);
        }
        foreach (var attribute in entity.Element("attributes")?.Elements("attribute") ?? []) ReadColumn(table, attribute);
        foreach (var form in Files(Path.Combine(Path.GetDirectoryName(file)!, "FormXml"), "*.xml"))
        {
            var type = Path.GetFileName(Path.GetDirectoryName(form)!);
            if (FormTypes.Contains(type)) table.Forms.AddRange(XDocument.Load(form).Root!.Elements("systemform").Select(systemForm => ReadForm(systemForm, type)));
        }
    }

    private void ReadColumn(TableDescription table, XElement attribute)
    {
        var type = (string)attribute.Element("Type")!;
        var logicalName = (string)attribute.Element("LogicalName")!;
        // Exports spell the primary key and the base amounts in lower case.
        var property = type == "primarykey" ? table.Noun + "Id"
            : (string?)attribute.Element("CalculationOf") is { Length: > 0 } amount && table.Columns.TryGetValue(amount.ToLowerInvariant(), out var own) ? own.Property + "Base"
            : Words.PropertyOf(Text(attribute, "PhysicalName"));
        ChoiceDescription? choice = null;
        if ((string?)attribute.Element("OptionSetName") is { Length: > 0 } global)
        {
            choice = choices.TryGetValue(global, out var known) ? known
                : throw new InvalidDataException($"{table.LogicalName}.{logicalName} names the choice {global}, which solution/OptionSets does not have.");
        }
        else if (type != "bit" && attribute.Element("optionset") is { } local) choice = ReadChoice(local, ChoiceNameOf(table.Noun, type, property));

        if (table.Columns.Values.FirstOrDefault(other => other.Property == property && other.LogicalName != logicalName) is { } taken)
            throw new InvalidDataException($"{table.LogicalName}: {taken.LogicalName} and {logicalName} would both be called {property}.");
        table.Columns[logicalName] = new(logicalName, property, type, Label(attribute.Element("Descriptions")), Facts(type, attribute), choice);
    }

    private static ChoiceDescription ReadChoice(XElement optionset, string? typeName)
    {
        var label = Label(optionset.Element("displaynames"));
        var options = Options(
            optionset.Descendants().Where(element => element.Name.LocalName is "option" or "state" or "status"),
            option => Label(option.Element("labels")), option => Translations(option.Element("labels")));
        var description = Label(optionset.Element("Descriptions"));
        return new(Text(optionset, "Name"), typeName ?? Words.Identifier(label) + "Choice", description.Length > 0 ? description : label, options);
    }

    private static List<OptionDescription> Options(IEnumerable<XElement> options, Func<XElement, string> english, Func<XElement, string> doc)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. options.Select(option =>
        {
            var value = int.Parse(Text(option, "value"), CultureInfo.InvariantCulture);
            var member = Words.Identifier(english(option));
            // The platform has choices with the same label twice, such as "In Progress" of a quote.
            return new OptionDescription(value, taken.Add(member) ? member : member + value, doc(option));
        })];
    }

    private static FormDescription ReadForm(XElement form, string type) => new(
        Label(form.Element("LocalizedNames")), type,
        [.. form.Descendants("control").Where(control => control.Attribute("id") is not null)
            .Select(control => new FormControl(Text(control, "id"), ((string?)control.Attribute("datafieldname"))?.ToLowerInvariant(), Text(control, "classid").Trim('{', '}').ToLowerInvariant()))
            .GroupBy(control => control.Id, StringComparer.Ordinal).Select(same => same.First()).OrderBy(control => control.Id, StringComparer.Ordinal)]);

    private static string ChoiceNameOf(string noun, string type, string property) => type switch
    {
        "state" => noun + "State",
        "status" => noun + "StatusReason",
        _ => noun + property + "Choice",
    };

    private static string Facts(string type, XElement attribute)
    {
        var words = new List<string> { TypeInWords(type, (string?)attribute.Element("Format")) };
        var (least, most) = ((string?)attribute.Element("MinValue"), (string?)attribute.Element("MaxValue"));
        if (type is "int" or "decimal" && least is not null && most is not null) words.Add($"{least} to {most}");
        if (attribute.Element("MaxLength") is { } length) words.Add($"up to {length.Value} characters");
        if ((string?)attribute.Element("RequiredLevel") is "required" or "systemrequired") words.Add("required");
        if ((string?)attribute.Element("IsSecured") == "1") words.Add("column security");
        return string.Join(", ", words) + ".";
    }

    private static string TypeInWords(string type, string? format) => type switch
    {
        "nvarchar" or "ntext" => "Text",
        "int" => "Whole number",
        "decimal" => "Decimal number",
        "float" => "Floating-point number",
        "money" => "Money",
        "bit" => "Yes or no",
        "picklist" or "multiselectpicklist" => "Choice",
        "state" => "State",
        "status" => "Status reason",
        "lookup" or "customer" or "owner" => "Lookup",
        "datetime" => format == "date" ? "Day" : "Instant (UTC)",
        "primarykey" => "Primary key",
        _ => char.ToUpperInvariant(type[0]) + type[1..],
    };

    private static ChoiceDescription Single(string name, IEnumerable<ChoiceDescription> same)
    {
        var distinct = same.DistinctBy(choice => choice.Name).ToList();
        return distinct.Count == 1 ? distinct[0] : throw new InvalidDataException($"{distinct.Count} choices would be called {name}: {string.Join(", ", distinct.Select(choice => choice.Name))}.");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal) : [];

    private static string Text(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    private static string Label(XElement? labels) =>
        (string?)labels?.Elements().FirstOrDefault(label => (string?)label.Attribute("languagecode") == English)?.Attribute("description") ?? "";

    private static string Translations(XElement? labels)
    {
        var others = labels?.Elements().Where(label => (string?)label.Attribute("languagecode") != English).Select(label => Text(label, "description"))
            .Where(label => label.Length > 0 && label != Label(labels)).ToList() ?? [];
        return others.Count == 0 ? Label(labels) : $"{Label(labels)} ({string.Join(", ", others)})";
    }
}
