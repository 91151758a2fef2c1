using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Loading;

/// <summary>Turns a CSV line into a row of one table: every text becomes the value its column takes, or a reason why not.</summary>
internal sealed class RowBuilder
{
    private const string User = "systemuser", BusinessUnit = "businessunitid";

    private readonly Table table;
    private readonly List<(Column Column, ColumnSource Source)> columns = [];
    private readonly LoadedKeys loaded;
    private readonly Guid currencyId;
    private readonly Func<Guid> businessUnitId;

    /// <exception cref="LoadException">The mapping names a column or table that does not exist.</exception>
    public RowBuilder(DataverseSchema schema, string tableName, IReadOnlyDictionary<string, ColumnSource> sources, LoadedKeys loaded, Guid currencyId, Func<Guid> businessUnitId, Func<string, string> where)
    {
        table = schema.Find(tableName) ?? throw new LoadException($"{where("table")}: the mapping loads table '{tableName}', which this organisation does not have. Import the solution first, or correct the name.");
        foreach (var (name, source) in sources)
        {
            var column = table.Find(name) ?? throw new LoadException($"{where($"columns.{name}")}: the mapping fills {tableName}.{name}, and the table has no such column.");
            if (source.Step is not null && column.Type is not (ColumnType.Lookup or ColumnType.Customer))
                throw new LoadException($"{where($"columns.{name}")}: the mapping looks up a row for {tableName}.{name}, which is no lookup but {column.Type}.");
            columns.Add((column, source));
        }
        this.loaded = loaded;
        this.currencyId = currencyId;
        this.businessUnitId = businessUnitId;
    }

    /// <summary>The row, or null with the reasons in <paramref name="problems"/>.</summary>
    public Entity? Build(Guid id, CsvLine line, ICollection<string> problems)
    {
        var before = problems.Count;
        var row = new Entity(table.LogicalName, id);
        foreach (var (column, source) in columns)
        {
            var text = source.Read(f => line[f]);
            if (text is null) continue;
            if (source.Step is not null)
            {
                if (loaded.Find(source.Step, text) is { } target) row[column.LogicalName] = target;
                else problems.Add($"{source.Field} '{text}' is not among the loaded {source.Step}");
                continue;
            }
            if (Parse(column, text, out var value)) row[column.LogicalName] = value;
            else problems.Add($"{source.Field ?? column.LogicalName} '{text}' is no {Kind(column)}");
        }
        // A user works somewhere; a mapping that does not say where means the whole organisation.
        if (table.LogicalName == User && !row.Contains(BusinessUnit)) row[BusinessUnit] = new EntityReference("businessunit", businessUnitId());
        if (table.Find("transactioncurrencyid") is not null) row["transactioncurrencyid"] = new EntityReference("transactioncurrency", currencyId);
        return problems.Count == before ? row : null;
    }

    private static bool Parse(Column column, string text, out object? value)
    {
        var invariant = CultureInfo.InvariantCulture;
        value = column.Type switch
        {
            ColumnType.String or ColumnType.Memo => text,
            ColumnType.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var n) ? n : null,
            ColumnType.BigInt => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var n) ? n : null,
            ColumnType.Decimal => decimal.TryParse(text, NumberStyles.Float, invariant, out var d) ? d : null,
            ColumnType.Double => double.TryParse(text, NumberStyles.Float, invariant, out var d) && double.IsFinite(d) ? d : null,
            ColumnType.Money => decimal.TryParse(text, NumberStyles.Float, invariant, out var d) ? new Money(d) : null,
            ColumnType.Boolean => text switch { "true" or "1" => true, "false" or "0" => false, _ => null },
            ColumnType.Picklist or ColumnType.State or ColumnType.Status => Choice(column, text),
            ColumnType.MultiSelectPicklist => Choices(column, text),
            ColumnType.DateTime => Date(column, text),
            _ => null,
        };
        return value is not null;
    }

    private static OptionSetValue? Choice(Column column, string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return column.OptionSet?.Find(number) is null ? null : new OptionSetValue(number);
        var option = column.OptionSet?.Options.FirstOrDefault(o => string.Equals(o.Label.In(1033), text, StringComparison.OrdinalIgnoreCase));
        return option is null ? null : new OptionSetValue(option.Value);
    }

    // Several choices stand in one field, with semicolons between: "German; French".
    private static OptionSetValueCollection? Choices(Column column, string text)
    {
        var chosen = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => Choice(column, one)).ToList();
        return chosen.Contains(null) ? null : new OptionSetValueCollection(chosen.Select(one => one!).ToList());
    }

    private static DateTime? Date(Column column, string text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) return null;
        var isDay = column.DateBehavior == DateBehavior.DateOnly || string.Equals(column.Format, "date", StringComparison.OrdinalIgnoreCase)
            || string.Equals(column.Format, "DateOnly", StringComparison.OrdinalIgnoreCase);
        return isDay ? instant.Date : instant;
    }

    private static string Kind(Column column) => column.Type switch
    {
        ColumnType.Integer or ColumnType.BigInt => "whole number",
        ColumnType.Decimal or ColumnType.Double or ColumnType.Money => "number (decimal point, no thousands separator)",
        ColumnType.Boolean => "yes/no (true, false, 1, 0)",
        ColumnType.Picklist or ColumnType.State or ColumnType.Status or ColumnType.MultiSelectPicklist => $"choice of {column.LogicalName} ({string.Join(", ", column.OptionSet?.Options.Select(o => $"{o.Value} {o.Label.In(1033)}") ?? [])})",
        ColumnType.DateTime => "date (2026-03-31 or 2026-03-31T08:30:00)",
        _ => $"value for a column of type {column.Type}",
    };
}
