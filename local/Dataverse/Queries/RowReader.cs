using System;
using System.Collections.Generic;
using System.Globalization;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Queries;

/// <summary>Turns SQL rows into SDK rows: values, names of referenced rows and formatted values.</summary>
internal sealed class RowReader(FormattedText text, Currencies currencies)
{
    /// <summary>Adds the columns of the current SQL row. What is null stays out, as on the platform.</summary>
    public void Read(Statement row, IReadOnlyList<OutputColumn> columns, Entity into)
    {
        // A plain loop over an array of a known shape: this runs for each value of each row.
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (row.IsNull(column.At)) continue;
            var value = Value(row, column, out var formatted);
            into.Attributes[column.Key] = column.Aliased ? new AliasedValue(column.Layout.Name, column.Slot.Name, value) : value;
            if (formatted is not null) into.FormattedValues[column.Key] = formatted;
        }
    }

    /// <summary>The value of one column and how it reads; null formatted where the value reads as it is.</summary>
    public object Value(Statement row, OutputColumn output, out string? formatted)
    {
        var slot = output.Slot;
        var column = slot.Column;
        formatted = null;
        if (output.NameOnly) return row.Text(output.At);
        if (output.CountsChildren) return Children(row.Int64(output.At), out formatted);
        switch (slot.Kind)
        {
            case StorageKind.Text:
                return row.Text(output.At);
            case StorageKind.Guid:
                return row.Guid(output.At);
            case StorageKind.Image:
                return row.Bytes(output.At);
            case StorageKind.Reference:
                return Reference(row, output, out formatted);
            case StorageKind.OptionList:
                var options = Options(row.Text(output.At));
                formatted = text.Options(column, options);
                return options;
            case StorageKind.Real:
                var real = row.Double(output.At);
                formatted = text.Number(real, column.Precision);
                return real;
            case StorageKind.Scaled:
                return Number(row.Int64(output.At) / slot.Factor, slot, out formatted);
            case StorageKind.Money:
                return Amount(row, output, row.Int64(output.At) / slot.Factor, out formatted);
            case StorageKind.Seconds:
                var moment = DateTime.UnixEpoch.AddSeconds(row.Int64(output.At));
                formatted = text.Moment(column, moment);
                return moment;
            default:
                return Whole(column, row.Int64(output.At), out formatted);
        }
    }

    private int Children(long count, out string formatted)
    {
        formatted = text.Whole(count);
        return (int)count;
    }

    /// <summary>A decimal number, shown with the digits of its column.</summary>
    public decimal Number(decimal value, ColumnSlot slot, out string formatted)
    {
        formatted = text.Number(value, slot.Column.Precision);
        return value;
    }

    /// <summary>An amount in the currency of its row; a base amount in the base currency.</summary>
    public Money Amount(Statement row, OutputColumn output, decimal value, out string formatted)
    {
        Currency? currency = null;
        if (output.Slot.Column.BaseOf is not null) currency = currencies.Base;
        else if (output.CurrencyAt != OutputColumn.None && !row.IsNull(output.CurrencyAt)) currency = currencies.Find(row.Guid(output.CurrencyAt));
        formatted = text.Amount(value, currency ?? currencies.Base);
        return new Money(value);
    }

    private object Whole(Column column, long value, out string? formatted)
    {
        switch (column.Type)
        {
            case ColumnType.Boolean:
                var yes = value != 0;
                formatted = text.YesNo(column, yes);
                return yes;
            case ColumnType.ManagedProperty:
                formatted = null;
                return new BooleanManagedProperty(value != 0);
            case ColumnType.Integer:
                formatted = text.Whole(value);
                return (int)value;
            case ColumnType.BigInt:
                formatted = text.Whole(value);
                return value;
            default:
                formatted = text.Option(column, (int)value);
                return new OptionSetValue((int)value);
        }
    }

    private static EntityReference Reference(Statement row, OutputColumn output, out string? formatted)
    {
        var table = output.TableAt == OutputColumn.None ? output.Slot.Targets[0] : row.Text(output.TableAt);
        var reference = new EntityReference(table, row.Guid(output.At));
        formatted = output.NameAt == OutputColumn.None || row.IsNull(output.NameAt) ? null : row.Text(output.NameAt);
        reference.Name = formatted;
        return reference;
    }

    private static OptionSetValueCollection Options(string list)
    {
        var options = new OptionSetValueCollection();
        foreach (var value in list.Split(';', StringSplitOptions.RemoveEmptyEntries)) options.Add(new OptionSetValue(int.Parse(value, CultureInfo.InvariantCulture)));
        return options;
    }
}
