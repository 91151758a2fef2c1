using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>Turns the text of a data package into the value a column takes.</summary>
internal static class ConfigurationValue
{
    /// <exception cref="FormatException">The text is no value of the column's type; the message says what is expected.</exception>
    public static object? Read(Column column, XElement field, DataverseSchema schema)
    {
        var text = (string?)field.Attribute("value") ?? "";
        if (text.Length == 0) return null;
        return column.Type switch
        {
            ColumnType.String or ColumnType.Memo or ColumnType.EntityName => text,
            ColumnType.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Not(text, "a whole number"),
            ColumnType.BigInt => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Not(text, "a whole number"),
            ColumnType.Decimal => Decimal(text),
            ColumnType.Money => new Money(Decimal(text)),
            ColumnType.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Not(text, "a number"),
            ColumnType.Boolean => bool.TryParse(text, out var yes) ? yes : text is "1" or "0" ? text == "1" : throw Not(text, "True or False"),
            ColumnType.Picklist or ColumnType.State or ColumnType.Status => new OptionSetValue(Option(column, text)),
            ColumnType.MultiSelectPicklist => new OptionSetValueCollection(
                text.Trim('[', ']').Split(',').Where(t => t is not "-1" and not "").Select(t => new OptionSetValue(Option(column, t))).ToList()),
            ColumnType.DateTime => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date)
                ? date : throw Not(text, "a date such as 2026-03-18T00:00:00.0000000Z"),
            ColumnType.Uniqueidentifier => Id(text),
            ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => Reference(column, field, text, schema),
            _ => throw new FormatException($"A column of the type {column.Type} cannot be loaded from a data package here."),
        };
    }

    private static EntityReference Reference(Column column, XElement field, string text, DataverseSchema schema)
    {
        var table = (string?)field.Attribute("lookupentity") ?? (column.Targets.Count == 1 ? column.Targets[0] : "");
        if (schema.Find(table) is null || !column.Targets.Contains(table))
        {
            throw new FormatException($"lookupentity is '{table}', but the column points to {string.Join(" or ", column.Targets)}.");
        }
        return new EntityReference(table, Id(text));
    }

    private static int Option(Column column, string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) throw Not(text, "the number of an option");
        if (column.OptionSet is { } choice && choice.Find(value) is null)
        {
            throw new FormatException($"{value} is no option of {choice.Name}. Options: {string.Join(", ", choice.Options.Select(o => o.Value))}.");
        }
        return value;
    }

    private static decimal Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Not(text, "a number with a decimal point");

    private static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : throw Not(text, "an id (GUID)");

    private static FormatException Not(string text, string expected) => new($"'{text}' is not {expected}.");
}
