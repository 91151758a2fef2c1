using System;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using SQLitePCL;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>Brings stored values into the form in which formulas compute, and back.</summary>
internal static class StoredValue
{
    private const decimal MostMoney = 922_337_203_685_477.5807m;

    /// <summary>Whether formulas can read columns of this kind.</summary>
    public static bool IsReadable(ColumnSlot slot) => slot.Kind is not StorageKind.OptionList && slot.Column.Type is not (ColumnType.EntityName or ColumnType.ManagedProperty);

    /// <summary>The value as formulas compute with it.</summary>
    public static object? Read(ColumnSlot slot, sqlite3_value value)
    {
        if (raw.sqlite3_value_type(value) == raw.SQLITE_NULL) return null;
        switch (slot.Kind)
        {
            case StorageKind.Text:
                return raw.sqlite3_value_text(value).utf8_to_string();
            case StorageKind.Guid or StorageKind.Reference:
                return new Guid(raw.sqlite3_value_blob(value), bigEndian: true);
            case StorageKind.Seconds:
                return DateTime.UnixEpoch.AddSeconds(raw.sqlite3_value_int64(value));
            case StorageKind.Real:
                var real = raw.sqlite3_value_double(value);
                return Math.Abs(real) < 7.9e28 ? (decimal)real : null;
            case StorageKind.Scaled or StorageKind.Money:
                return raw.sqlite3_value_int64(value) / slot.Factor;
            default:
                var whole = raw.sqlite3_value_int64(value);
                return slot.Column.Type == ColumnType.Boolean ? whole != 0 : (decimal)whole;
        }
    }

    /// <summary>Hands a computed value to SQLite in the form in which its column would be kept. What the column cannot hold is null.</summary>
    public static void Write(ColumnSlot slot, object? value, sqlite3_context context)
    {
        switch (slot.Kind)
        {
            case StorageKind.Text when value is not null:
                Write(slot, FormulaMath.Text(value), context);
                return;
            case StorageKind.Seconds when value is DateTime moment:
                var kept = slot.Column.DateBehavior == DateBehavior.DateOnly || slot.Column.Format is "date" ? moment.Date : moment;
                raw.sqlite3_result_int64(context, (kept.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
                return;
            case StorageKind.Guid or StorageKind.Reference when value is Guid id:
                raw.sqlite3_result_blob(context, id.ToByteArray(bigEndian: true));
                return;
            case StorageKind.Real or StorageKind.Integer or StorageKind.Scaled or StorageKind.Money when FormulaMath.Number(value) is { } number && IsInRange(slot.Column, number):
                Write(slot, number, context);
                return;
            default:
                raw.sqlite3_result_null(context);
                return;
        }
    }

    private static void Write(ColumnSlot slot, string text, sqlite3_context context)
    {
        if (slot.Column.MaxLength is { } most && text.Length > most) text = text[..most];
        if (text.Length == 0) raw.sqlite3_result_null(context);
        else raw.sqlite3_result_text(context, utf8z.FromString(text));
    }

    private static void Write(ColumnSlot slot, decimal number, sqlite3_context context)
    {
        switch (slot.Kind)
        {
            case StorageKind.Real:
                raw.sqlite3_result_double(context, Math.Round((double)number, Math.Clamp(slot.Column.Precision, 0, 15), MidpointRounding.AwayFromZero));
                return;
            case StorageKind.Integer:
                raw.sqlite3_result_int64(context, (long)Math.Round(number, 0, MidpointRounding.AwayFromZero));
                return;
            default:
                var digits = slot.Kind == StorageKind.Money ? Math.Clamp(slot.Column.Precision, 0, 4) : slot.Column.Precision;
                raw.sqlite3_result_int64(context, (long)(Math.Round(number, digits, MidpointRounding.AwayFromZero) * slot.Factor));
                return;
        }
    }

    private static bool IsInRange(Column column, decimal number)
    {
        if (number < column.MinValue || number > column.MaxValue) return false;
        return column.Type switch
        {
            ColumnType.Integer => number is >= int.MinValue and <= int.MaxValue,
            ColumnType.Money => Math.Abs(number) <= MostMoney,
            // 64 bit hold so many digits; what needs more is no value of the column.
            ColumnType.Decimal => Math.Abs(number) <= long.MaxValue / 10_000_000_000m,
            _ => Math.Abs(number) <= long.MaxValue / 2m,
        };
    }
}
