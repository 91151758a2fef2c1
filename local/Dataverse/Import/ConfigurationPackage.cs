using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>A package of the Configuration Migration tool (data_schema.xml and data.xml), read and checked against a schema.</summary>
internal sealed class ConfigurationPackage
{
    private const string SchemaFile = "data_schema.xml", DataFile = "data.xml";

    /// <summary>In the order in which the package wants them imported.</summary>
    public IReadOnlyList<ConfigurationRecord> Records { get; }

    public IReadOnlyList<ConfigurationLink> Links { get; }

    private ConfigurationPackage(IReadOnlyList<ConfigurationRecord> records, IReadOnlyList<ConfigurationLink> links)
    {
        Records = records;
        Links = links;
    }

    /// <exception cref="SolutionImportException">A file is missing, or names what the organisation does not have; every mistake with its line.</exception>
    public static ConfigurationPackage Read(PackageArchive archive, DataverseSchema schema)
    {
        var errors = new ImportErrors();
        var tables = Tables(archive.Xml(SchemaFile), errors);
        var records = new List<ConfigurationRecord>();
        var links = new List<ConfigurationLink>();
        foreach (var e in archive.Xml(DataFile).Elements("entity").OrderBy(e => Place(tables, e)))
        {
            var name = (string?)e.Attribute("name") ?? "";
            if (schema.Find(name) is not { } table) errors.Add(ImportFailure.MissingDependencies, e, $"The table '{name}' is not in this organisation. Import the solution that brings it first.");
            else if (!tables.TryGetValue(name, out var declared)) errors.Add(ImportFailure.InvalidFile, e, $"The table {name} is not declared in {SchemaFile}. Add it there.");
            else ReadTable(e, table, declared, errors, records, links, schema);
        }
        errors.ThrowIfAny();
        return new ConfigurationPackage(records, links);
    }

    private sealed record Declared(int Place, IReadOnlySet<string> Fields, IReadOnlyList<string> Compare, bool WithoutPlugins);

    private static Dictionary<string, Declared> Tables(XElement root, ImportErrors errors)
    {
        var tables = new Dictionary<string, Declared>(StringComparer.Ordinal);
        // entityImportOrder is optional; without it the order of the file counts.
        var order = root.Elements("entityImportOrder").Elements("entityName").Select(e => e.Value.Trim()).ToList();
        foreach (var e in root.Elements("entity"))
        {
            var name = (string?)e.Attribute("name") ?? "";
            var fields = e.Elements("fields").Elements("field").ToList();
            var place = order.IndexOf(name) is var listed and >= 0 ? listed : order.Count + tables.Count;
            var declared = new Declared(
                place,
                fields.Select(f => (string?)f.Attribute("name") ?? "").ToHashSet(StringComparer.Ordinal),
                fields.Where(f => (bool?)f.Attribute("updateCompare") ?? false).Select(f => (string)f.Attribute("name")!).ToList(),
                (bool?)e.Attribute("disableplugins") ?? false);
            if (!tables.TryAdd(name, declared)) errors.Add(ImportFailure.InvalidFile, e, $"The table {name} is declared twice. Remove one.");
        }
        return tables;
    }

    private static int Place(Dictionary<string, Declared> tables, XElement e) =>
        tables.TryGetValue((string?)e.Attribute("name") ?? "", out var declared) ? declared.Place : int.MaxValue;

    private static void ReadTable(
        XElement e, Table table, Declared declared, ImportErrors errors, List<ConfigurationRecord> records, List<ConfigurationLink> links, DataverseSchema schema)
    {
        var seen = new HashSet<Guid>();
        foreach (var record in e.Elements("records").Elements("record"))
        {
            if (!Guid.TryParse((string?)record.Attribute("id"), out var id))
            {
                errors.Add(ImportFailure.InvalidFile, record, $"A record of {table.LogicalName} has the id '{(string?)record.Attribute("id")}', which is no GUID.");
                continue;
            }
            if (!seen.Add(id)) errors.Add(ImportFailure.InvalidFile, record, $"{table.LogicalName} {id} is there twice. Remove one.");
            var row = new Entity(table.LogicalName, id);
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in record.Elements("field")) ReadField(field, row, table, declared, errors, names, schema);
            records.Add(new ConfigurationRecord(row, declared.Compare, declared.WithoutPlugins, names, record));
        }
        foreach (var link in e.Elements("m2mrelationships").Elements("m2mrelationship")) ReadLink(link, table, errors, links, schema);
    }

    private static void ReadField(
        XElement field, Entity row, Table table, Declared declared, ImportErrors errors, Dictionary<string, string> names, DataverseSchema schema)
    {
        var name = (string?)field.Attribute("name") ?? "";
        string Where() => $"{table.LogicalName} {row.Id}, field {name}";
        if (table.Find(name) is not { } column)
        {
            errors.Add(ImportFailure.InvalidFile, field, $"{Where()}: {table.LogicalName} has no such column. Take it out of the package, or import the solution that brings it.");
            return;
        }
        if (!declared.Fields.Contains(name)) errors.Add(ImportFailure.InvalidFile, field, $"{Where()}: not declared in {SchemaFile}. Add it there.");
        if (column.IsPrimaryId) return;
        if (row.Contains(name)) errors.Add(ImportFailure.InvalidFile, field, $"{Where()}: there twice. Remove one.");
        try
        {
            row[name] = ConfigurationValue.Read(column, field, schema);
        }
        catch (FormatException e)
        {
            errors.Add(ImportFailure.InvalidFile, field, $"{Where()}: {e.Message}");
        }
        if ((string?)field.Attribute("lookupentityname") is { Length: > 0 } lookupName) names[name] = lookupName;
    }

    private static void ReadLink(XElement e, Table table, ImportErrors errors, List<ConfigurationLink> links, DataverseSchema schema)
    {
        var name = (string?)e.Attribute("m2mrelationshipname") ?? "";
        var target = (string?)e.Attribute("targetentityname") ?? "";
        var relationship = schema.ManyToMany.FirstOrDefault(r =>
            string.Equals(r.SchemaName, name, StringComparison.OrdinalIgnoreCase) || string.Equals(r.IntersectTable, name, StringComparison.OrdinalIgnoreCase));
        if (relationship is null || schema.Find(target) is null)
        {
            errors.Add(ImportFailure.InvalidFile, e, $"{table.LogicalName}: the many-to-many relationship '{name}' with '{target}' does not exist here.");
            return;
        }
        var targets = e.Elements("targetids").Elements("targetid").ToList();
        if (!Guid.TryParse((string?)e.Attribute("sourceid"), out var source) || targets.Any(t => !Guid.TryParse(t.Value, out _)))
        {
            errors.Add(ImportFailure.InvalidFile, e, $"{table.LogicalName}: the relationship {name} has a sourceid or targetid that is no GUID.");
            return;
        }
        links.Add(new ConfigurationLink(relationship.SchemaName, new EntityReference(table.LogicalName, source), target, targets.Select(t => Guid.Parse(t.Value)).ToList(), e));
    }
}
