using System;
using System.Collections.Generic;
using System.Text;
using System.Xml.Linq;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Local.Dataverse.Import;

/// <summary>The definitions of calculated, rollup and formula columns: files under <c>Formulas/</c>, XAML for one column or YAML for all Power Fx columns of a table.</summary>
internal sealed class FormulaFiles(XmlValues values, PackageArchive archive)
{
    private readonly Dictionary<string, Dictionary<string, string>> tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The definition of a column, or null when it has none.</summary>
    public string? Of(XElement column, string logicalName)
    {
        if (XmlValues.Text(column, "SourceType") is null or "0") return null;
        if (XmlValues.Text(column, "FormulaDefinition") is { } inline) return inline;
        if (XmlValues.Text(column, "FormulaDefinitionFileName") is not { } path) return null;
        if (archive.Bytes(path) is not { } bytes)
        {
            values.Errors.Add(column.Element("FormulaDefinitionFileName"), $"The package has no file {path}, which defines the column {logicalName}. Export or pack the solution again.");
            return null;
        }
        // The byte order mark is no part of the text.
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        if (!path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) return text;
        if (OfTable(column, path, text).TryGetValue(logicalName, out var formula)) return formula;
        values.Errors.Add(column.Element("FormulaDefinitionFileName"), $"{path} has no formula for the column {logicalName}.");
        return null;
    }

    private Dictionary<string, string> OfTable(XElement column, string path, string text)
    {
        if (tables.TryGetValue(path, out var known)) return known;
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var (name, formula) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, string?>>(text) ?? []) read[name] = formula ?? "";
        }
        catch (YamlException problem)
        {
            values.Errors.Add(column.Element("FormulaDefinitionFileName"), $"{path} is not a list of formulas: {problem.Message}");
        }
        return tables[path] = read;
    }
}
