using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Local.Dataverse.Schema;

/// <summary>Reads one file of <c>StandardTables</c>; its README describes the format.</summary>
internal sealed class StandardTableReader(XElement table)
{
    private readonly string tableName = Attribute(table, "name").ToLowerInvariant();

    /// <summary>Adds the table, its relationships and the global choices its columns use.</summary>
    public void AddTo(SchemaDraft draft)
    {
        var own = table.Elements().Where(e => Enum.TryParse<ColumnType>(e.Name.LocalName, out _)).Select(Column).ToList();
        var columns = own.Concat(own.SelectMany(ColumnCompanions.Of)).ToList();
        draft.Put(new Table
        {
            LogicalName = tableName,
            SchemaName = Attribute(table, "name"),
            EntitySetName = Attribute(table, "set"),
            ObjectTypeCode = int.Parse(Attribute(table, "typeCode"), CultureInfo.InvariantCulture),
            PrimaryId = Attribute(table, "primaryId"),
            PrimaryName = (string?)table.Attribute("primaryName"),
            Ownership = Enum.Parse<Ownership>(Attribute(table, "ownership")),
            IsActivity = (bool?)table.Attribute("activity") ?? false,
            IsIntersect = (bool?)table.Attribute("intersect") ?? false,
            DisplayName = Label(table, "label"),
            DisplayCollectionName = Label(table, "plural"),
            Columns = columns.ToDictionary(c => c.LogicalName, StringComparer.Ordinal),
            Keys = table.Elements("key").Select(Key).ToList(),
        });
        foreach (var choice in columns.Select(c => c.OptionSet).Where(o => o is { IsGlobal: true })) draft.Put(choice!);
        foreach (var relationship in table.Elements().SelectMany(Relationships)) draft.Put(relationship);
        foreach (var relationship in table.Elements("manyToMany")) draft.Put(ManyToMany(relationship));
    }

    private Column Column(XElement e)
    {
        var name = Attribute(e, "name");
        var logicalName = name.ToLowerInvariant();
        var type = Enum.Parse<ColumnType>(e.Name.LocalName);
        return new Column
        {
            LogicalName = logicalName,
            SchemaName = name,
            Type = type,
            DisplayName = Label(e, "label"),
            Required = (string?)e.Attribute("required") is { } level ? Enum.Parse<RequiredLevel>(level) : RequiredLevel.None,
            MaxLength = (int?)e.Attribute("length"),
            AutoNumberFormat = (string?)e.Attribute("autoNumber"),
            MinValue = (decimal?)e.Attribute("min"),
            MaxValue = (decimal?)e.Attribute("max"),
            Precision = (int?)e.Attribute("precision") ?? 0,
            PrecisionSource = (string?)e.Attribute("source") is { } source ? Enum.Parse<PrecisionSource>(source) : PrecisionSource.Column,
            Format = (string?)e.Attribute("format") ?? DefaultFormat(type),
            DateBehavior = (string?)e.Attribute("behavior") is { } behavior ? Enum.Parse<DateBehavior>(behavior) : DateBehavior.UserLocal,
            OptionSet = OptionSet(e, type, logicalName),
            DefaultValue = (int?)e.Attribute("default"),
            Targets = e.Elements("target").Select(t => Attribute(t, "table")).ToList(),
            BaseOf = (string?)e.Attribute("baseOf"),
            ValidForCreate = (bool?)e.Attribute("create") ?? true,
            ValidForUpdate = (bool?)e.Attribute("update") ?? true,
            IsPrimaryId = logicalName == Attribute(table, "primaryId"),
            IsPrimaryName = logicalName == (string?)table.Attribute("primaryName"),
        };
    }

    private static string? DefaultFormat(ColumnType type) => type switch
    {
        ColumnType.String or ColumnType.Memo => "text",
        ColumnType.DateTime => "datetime",
        _ => null,
    };

    private OptionSet? OptionSet(XElement e, ColumnType type, string column)
    {
        var global = (string?)e.Attribute("optionSet");
        var name = global ?? $"{tableName}_{column}";
        if (type == ColumnType.Boolean)
        {
            return new OptionSet(name, isGlobal: false, Label(e, "label"),
            [
                new Option(1, Labels.English((string?)e.Attribute("true") ?? "Yes")),
                new Option(0, Labels.English((string?)e.Attribute("false") ?? "No")),
            ]);
        }
        if (!e.Elements("option").Any()) return null;
        return new OptionSet(name, global is not null, Label(e, "label"), e.Elements("option").Select(Option).ToList());
    }

    private static Option Option(XElement e) => new(
        (int)e.Attribute("value")!,
        Labels.English(e.Value),
        (int?)e.Attribute("state"),
        (int?)e.Attribute("defaultStatus"),
        (string?)e.Attribute("invariantName"));

    private IEnumerable<OneToMany> Relationships(XElement column) =>
        from target in column.Elements("target")
        where target.Attribute("relationship") is not null
        select new OneToMany
        {
            SchemaName = Attribute(target, "relationship"),
            ReferencedTable = Attribute(target, "table"),
            ReferencingTable = tableName,
            ReferencingColumn = Attribute(column, "name").ToLowerInvariant(),
            IsHierarchical = (bool?)target.Attribute("hierarchical") ?? false,
            Assign = Cascade(target, "assign"),
            Delete = Cascade(target, "delete"),
            Merge = Cascade(target, "merge"),
            Reparent = Cascade(target, "reparent"),
            Share = Cascade(target, "share"),
            Unshare = Cascade(target, "unshare"),
        };

    private ManyToMany ManyToMany(XElement e) => new()
    {
        SchemaName = Attribute(e, "name"),
        Table1 = Attribute(e, "table1"),
        Column1 = Attribute(e, "column1"),
        Table2 = Attribute(e, "table2"),
        Column2 = Attribute(e, "column2"),
        IntersectTable = tableName,
    };

    private TableKey Key(XElement e) =>
        new(Attribute(e, "name").ToLowerInvariant(), Attribute(e, "name"), Attribute(e, "columns").Split(','), Label(e, "label"));

    private static Cascade Cascade(XElement e, string attribute) =>
        (string?)e.Attribute(attribute) is { } value ? Enum.Parse<Cascade>(value) : Schema.Cascade.NoCascade;

    private static Labels Label(XElement e, string attribute) =>
        (string?)e.Attribute(attribute) is { } text ? Labels.English(text) : Labels.None;

    private static string Attribute(XElement e, string name) =>
        (string?)e.Attribute(name) ?? throw new InvalidOperationException($"A <{e.Name.LocalName}> of the standard tables has no {name}: {e}");
}
