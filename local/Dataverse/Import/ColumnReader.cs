using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads <c>attribute</c> elements: one column each.</summary>
internal sealed partial class ColumnReader(XmlValues values, OptionSetReader optionSets, FormulaFiles formulas)
{
    private static readonly Dictionary<string, ColumnType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nvarchar"] = ColumnType.String,
        ["ntext"] = ColumnType.Memo,
        ["int"] = ColumnType.Integer,
        ["bigint"] = ColumnType.BigInt,
        ["timestamp"] = ColumnType.BigInt,
        ["decimal"] = ColumnType.Decimal,
        ["float"] = ColumnType.Double,
        ["money"] = ColumnType.Money,
        ["bit"] = ColumnType.Boolean,
        ["picklist"] = ColumnType.Picklist,
        ["multiselectpicklist"] = ColumnType.MultiSelectPicklist,
        ["state"] = ColumnType.State,
        ["status"] = ColumnType.Status,
        ["lookup"] = ColumnType.Lookup,
        ["customer"] = ColumnType.Customer,
        ["owner"] = ColumnType.Owner,
        ["datetime"] = ColumnType.DateTime,
        ["primarykey"] = ColumnType.Uniqueidentifier,
        ["uniqueidentifier"] = ColumnType.Uniqueidentifier,
        ["partylist"] = ColumnType.PartyList,
        ["entityname"] = ColumnType.EntityName,
        ["managedproperty"] = ColumnType.ManagedProperty,
        ["image"] = ColumnType.Image,
        ["file"] = ColumnType.File,
    };

    /// <summary>A name that may become a table or column: nothing else reaches the storage.</summary>
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,99}$")]
    public static partial Regex Name();

    /// <summary>The column, or null after reporting why there is none.</summary>
    public Column? Read(string table, XElement e)
    {
        var schemaName = values.RequiredAttribute(e, "PhysicalName");
        var logicalName = (XmlValues.Text(e, "LogicalName") ?? XmlValues.Text(e, "Name") ?? schemaName).ToLowerInvariant();
        if (schemaName.Length == 0) return null;
        if (!Name().IsMatch(schemaName) || !Name().IsMatch(logicalName))
        {
            values.Errors.Add(e, $"'{schemaName}' of {table} is not a column name: letters, digits and underscores, not beginning with a digit.");
            return null;
        }
        var typeName = values.Required(e, "Type");
        if (!Types.TryGetValue(typeName, out var type))
        {
            if (typeName.Length > 0) values.Errors.Add(e.Element("Type"), $"{table}.{logicalName} has the unknown type '{typeName}'. Known: {string.Join(", ", Types.Keys)}.");
            return null;
        }
        var mask = XmlValues.Text(e, "DisplayMask") ?? "";
        var column = new Column
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Type = type,
            DisplayName = values.Labels(e.Element("displaynames")),
            Description = values.Labels(e.Element("Descriptions")),
            Required = Level(e),
            MaxLength = type is ColumnType.String or ColumnType.Memo ? values.Integer(e, "MaxLength") : null,
            MinValue = values.Number(e, "MinValue"),
            MaxValue = type is ColumnType.File or ColumnType.Image ? null : values.Number(e, "MaxValue"),
            MaxSizeInKb = type is ColumnType.File or ColumnType.Image ? values.Integer(e, "MaxValue") : null,
            Precision = values.Integer(e, "Accuracy") ?? 0,
            PrecisionSource = (PrecisionSource)(values.Integer(e, "AccuracySource") ?? 0),
            Format = XmlValues.Text(e, "Format") ?? DefaultFormat(type),
            DateBehavior = (DateBehavior)(values.Integer(e, "Behavior") ?? 1),
            OptionSet = optionSets.OfColumn(table, logicalName, type, e),
            DefaultValue = Default(e),
            Targets = Targets(type),
            BaseOf = XmlValues.Text(e, "CalculationOf")?.ToLowerInvariant(),
            ValidForCreate = XmlValues.Flag(e, "ValidForCreateApi", otherwise: true),
            ValidForUpdate = XmlValues.Flag(e, "ValidForUpdateApi", otherwise: true),
            ValidForRead = XmlValues.Flag(e, "ValidForReadApi", otherwise: true),
            IsPrimaryId = string.Equals(typeName, "primarykey", StringComparison.OrdinalIgnoreCase),
            IsPrimaryName = mask.Split('|').Contains("PrimaryName"),
            IsCustom = XmlValues.Flag(e, "IsCustomField"),
            IsSecured = XmlValues.Flag(e, "IsSecured"),
            SourceType = values.Integer(e, "SourceType") ?? 0,
            FormulaDefinition = formulas.Of(e, logicalName),
            AutoNumberFormat = XmlValues.Text(e, "AutoNumberFormat"),
        };
        if (column.MinValue > column.MaxValue) values.Errors.Add(e, $"{table}.{logicalName} has a MinValue above its MaxValue.");
        if (column.MaxLength <= 0) values.Errors.Add(e, $"{table}.{logicalName} has a MaxLength of {column.MaxLength}; at least 1 is needed.");
        if (column.Precision is < 0 or > 12) values.Errors.Add(e, $"{table}.{logicalName} has an Accuracy of {column.Precision}; 0 to 10 is allowed.");
        return column;
    }

    private RequiredLevel Level(XElement e)
    {
        switch (XmlValues.Text(e, "RequiredLevel"))
        {
            case null or "none": return RequiredLevel.None;
            case "recommended": return RequiredLevel.Recommended;
            case "required" or "applicationrequired": return RequiredLevel.ApplicationRequired;
            case "systemrequired": return RequiredLevel.SystemRequired;
            case var other:
                values.Errors.Add(e.Element("RequiredLevel"), $"RequiredLevel '{other}' is unknown; write none, recommended, required or systemrequired.");
                return RequiredLevel.None;
        }
    }

    private int? Default(XElement e) => values.Integer(e, "AppDefaultValue") is { } value and not -1 ? value : null;

    private static IReadOnlyList<string> Targets(ColumnType type) => type switch
    {
        ColumnType.Owner => ["systemuser", "team"],
        ColumnType.Customer => ["account", "contact"],
        _ => [],
    };

    private static string? DefaultFormat(ColumnType type) => type switch
    {
        ColumnType.String or ColumnType.Memo => "text",
        ColumnType.DateTime => "datetime",
        _ => null,
    };
}
