using System;
using System.Globalization;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Queries;

/// <summary>Brings a value of a condition, typed or as text, into the form in which its column is kept.</summary>
internal static class ConditionValue
{
    public static SqlValue Of(Source source, ColumnExpression column, object? value, UserCalendar calendar)
    {
        var name = source.Layout.Name + "." + column.Slot.Name;
        if (value is null)
        {
            throw PlatformErrors.InvalidArgument.Fault(
                $"Condition for attribute '{name}': null is not a valid value for an attribute. Use 'Null' or 'NotNull' conditions instead.");
        }
        try
        {
            return Convert(column, value, calendar);
        }
        catch (Exception problem) when (problem is FormatException or InvalidCastException or OverflowException)
        {
            throw PlatformErrors.InvalidArgument.Fault(
                $"An exception {problem.GetType()} was thrown while trying to convert input value '{value}' to attribute '{name}'. Expected type of attribute value: {ExpectedType(column)}. Exception raised: {problem.Message}");
        }
    }

    /// <summary>A whole number, as x in "last x days".</summary>
    public static int Whole(Source source, ColumnExpression column, object? value)
    {
        try
        {
            return value is string text ? int.Parse(text, CultureInfo.InvariantCulture) : System.Convert.ToInt32(value, CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is FormatException or InvalidCastException or OverflowException)
        {
            throw PlatformErrors.InvalidArgument.Fault($"The value '{value}' of the condition on '{source.Layout.Name}.{column.Slot.Name}' must be a whole number.");
        }
    }

    /// <summary>A day, given as a text, a day or a moment of the user's.</summary>
    public static DateTime Day(object? value, UserCalendar calendar, DateBehavior behavior)
    {
        var given = Given(value);
        return given.Kind == DateTimeKind.Unspecified || behavior != DateBehavior.UserLocal ? given.Date : calendar.Local(given).Date;
    }

    // What says no time zone is what the user's clock shows, where the column itself knows time zones.
    private static DateTime Moment(object value, UserCalendar calendar, DateBehavior behavior)
    {
        var given = Given(value);
        return given.Kind == DateTimeKind.Unspecified && behavior == DateBehavior.UserLocal && !calendar.IsUtc ? calendar.ToUtc(given) : given;
    }

    private static DateTime Given(object? value) => value switch
    {
        DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
        DateTime moment => moment,
        DateTimeOffset offset => offset.UtcDateTime,
        // With an offset it becomes UTC, without it stays unspecified.
        string text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        _ => throw new InvalidCastException("Not a date."),
    };

    private static SqlValue Convert(ColumnExpression column, object value, UserCalendar calendar)
    {
        switch (column.Kind)
        {
            case StorageKind.Text:
                return new SqlValue(Text: value as string ?? System.Convert.ToString(value, CultureInfo.InvariantCulture));
            case StorageKind.Guid or StorageKind.Reference:
                return new SqlValue(Id: Id(value));
            case StorageKind.Seconds:
                return Seconds(column.Slot, Moment(value, calendar, column.Slot.Column.DateBehavior));
            case StorageKind.Real:
                return new SqlValue(Real: value is string real ? double.Parse(real, CultureInfo.InvariantCulture) : System.Convert.ToDouble(value, CultureInfo.InvariantCulture));
            case StorageKind.Scaled or StorageKind.Money:
                return Scaled(column.Slot, Exact(value));
            case StorageKind.Image:
                throw new InvalidCastException("An image cannot be compared.");
            case StorageKind.OptionList:
                return new SqlValue(Number: Whole(value));
            default:
                return new SqlValue(Number: column.Slot.Column.Type is ColumnType.Boolean or ColumnType.ManagedProperty ? YesNo(value) : Whole(value));
        }
    }

    // A number finer than the column falls between two kept ones; SQLite compares whole and real numbers exactly.
    private static SqlValue Scaled(ColumnSlot slot, decimal value)
    {
        if (Math.Abs(value) > long.MaxValue / slot.Factor) return new SqlValue(Real: (double)value * (double)slot.Factor);
        var scaled = value * slot.Factor;
        return decimal.IsInteger(scaled) ? new SqlValue(Number: (long)scaled) : new SqlValue(Real: (double)scaled);
    }

    private static SqlValue Seconds(ColumnSlot slot, DateTime moment)
    {
        if (slot.Column.DateBehavior == DateBehavior.DateOnly) moment = moment.Date;
        var ticks = moment.Ticks - DateTime.UnixEpoch.Ticks;
        return ticks % TimeSpan.TicksPerSecond == 0 ? new SqlValue(Number: ticks / TimeSpan.TicksPerSecond) : new SqlValue(Real: (double)ticks / TimeSpan.TicksPerSecond);
    }

    private static decimal Exact(object value) => value switch
    {
        Money money => money.Value,
        string text => decimal.Parse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture),
        _ => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    private static long Whole(object value) => value switch
    {
        OptionSetValue option => option.Value,
        string text => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        Enum number => System.Convert.ToInt64(number, CultureInfo.InvariantCulture),
        int or long or short or byte or decimal or double => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException("Not a whole number."),
    };

    private static long YesNo(object value) => value switch
    {
        bool yes => yes ? 1 : 0,
        BooleanManagedProperty property => property.Value ? 1 : 0,
        string text when bool.TryParse(text, out var yes) => yes ? 1 : 0,
        _ => Whole(value) is var number and (0 or 1) ? number : throw new FormatException("Not 0 or 1."),
    };

    private static Guid Id(object value) => value switch
    {
        Guid id => id,
        EntityReference reference => reference.Id,
        string text => Guid.Parse(text),
        _ => throw new InvalidCastException("Not an id."),
    };

    private static string ExpectedType(ColumnExpression column) => column.Kind switch
    {
        StorageKind.Text => "System.String",
        StorageKind.Guid or StorageKind.Reference => "System.Guid",
        StorageKind.Seconds => "System.DateTime",
        StorageKind.Real => "System.Double",
        StorageKind.Scaled or StorageKind.Money => "System.Decimal",
        _ => column.Slot.Column.Type == ColumnType.Boolean ? "System.Boolean" : "System.Int32",
    };
}
