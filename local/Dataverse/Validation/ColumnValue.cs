using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Validation;

/// <summary>Checks a value somebody wants to write against its column, as the platform does, and brings it into the form in which it is kept.</summary>
/// <remarks>Whether a referenced row exists, and the rounding of amounts, need other rows and are not decided here.</remarks>
internal static class ColumnValue
{
    private static readonly DateTime earliest = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Refuses a row with a value that its column cannot hold, before anybody looks into it.</summary>
    public static void RequireTypes(TableLayout layout, Entity row)
    {
        var cell = new Cell();
        foreach (var attribute in row.Attributes)
        {
            if (attribute.Value is null || layout.Find(attribute.Key) is not { } slot || slot == layout.Id) continue;
            cell.Slot = slot;
            Read(layout, slot, attribute.Value, ref cell);
        }
    }

    /// <summary>Reads a value into a cell.</summary>
    /// <exception cref="FaultException{T}">The value does not fit the column; with the platform's code.</exception>
    public static void Read(TableLayout layout, ColumnSlot slot, object? value, ref Cell cell)
    {
        var column = slot.Column;
        if (value is null || value is string { Length: 0 })
        {
            if (value is string && slot.Kind != StorageKind.Text) throw WrongType(slot, value);
            if (column.Required == RequiredLevel.SystemRequired) throw PlatformErrors.AttributeCannotBeNull.Fault(slot.Name);
            // The platform keeps an empty text as null.
            cell.IsNull = true;
            return;
        }
        switch (column.Type)
        {
            case ColumnType.String or ColumnType.Memo or ColumnType.EntityName:
                cell.Text = Text(layout, slot, value as string ?? throw WrongType(slot, value));
                break;
            case ColumnType.Integer:
                cell.Number = value is int number ? number : throw WrongType(slot, value);
                RequireRange(layout, slot, cell.Number);
                break;
            case ColumnType.BigInt:
                cell.Number = value is long big ? big : throw WrongType(slot, value);
                break;
            case ColumnType.Boolean:
                cell.Number = value is bool yes ? (yes ? 1 : 0) : throw WrongType(slot, value);
                break;
            case ColumnType.ManagedProperty:
                cell.Number = value is BooleanManagedProperty property ? (property.Value ? 1 : 0) : throw WrongType(slot, value);
                break;
            case ColumnType.Picklist or ColumnType.State or ColumnType.Status:
                cell.Number = Option(layout, slot, value as OptionSetValue ?? throw WrongType(slot, value));
                break;
            case ColumnType.MultiSelectPicklist:
                cell.Text = Options(layout, slot, value as OptionSetValueCollection ?? throw WrongType(slot, value));
                cell.IsNull = cell.Text.Length == 0;
                break;
            case ColumnType.Decimal:
                cell.Number = Scaled(layout, slot, value is decimal exact ? exact : throw WrongType(slot, value));
                break;
            case ColumnType.Double:
                cell.Real = Real(layout, slot, value is double real ? real : throw WrongType(slot, value));
                break;
            case ColumnType.Money:
                cell.Amount = value is Money money ? money.Value : throw WrongType(slot, value);
                RequireRange(layout, slot, cell.Amount);
                break;
            case ColumnType.DateTime:
                cell.Number = Seconds(slot, value is DateTime moment ? moment : throw WrongType(slot, value));
                break;
            case ColumnType.Uniqueidentifier:
                cell.Id = value is Guid id ? id : throw WrongType(slot, value);
                break;
            default:
                Reference(slot, value as EntityReference ?? throw WrongType(slot, value), ref cell);
                break;
        }
    }

    /// <summary>A list of options as it is kept: <c>;1;2;</c>, each once, ascending.</summary>
    public static string ListOf(IEnumerable<int> values)
    {
        var ordered = new SortedSet<int>(values);
        return ordered.Count == 0 ? "" : ";" + string.Join(';', ordered.Select(v => v.ToString(CultureInfo.InvariantCulture))) + ";";
    }

    /// <summary>A moment as it is kept: whole seconds of UTC; of a day its midnight.</summary>
    /// <remarks>A moment without kind counts as UTC.</remarks>
    public static long Seconds(ColumnSlot slot, DateTime moment)
    {
        var dayOnly = slot.Column.DateBehavior == DateBehavior.DateOnly;
        if (moment.Kind == DateTimeKind.Local && !dayOnly && slot.Column.DateBehavior != DateBehavior.TimeZoneIndependent) moment = moment.ToUniversalTime();
        if (moment < earliest) throw PlatformErrors.InvalidDateTime.Fault();
        if (dayOnly || slot.Column.Format is "date") moment = moment.Date;
        return (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
    }

    /// <summary>Of a day that is kept in the user's time, the moment at which it begins on his clock.</summary>
    public static void TakeLocalDay(ColumnSlot slot, DateTime moment, UserCalendar calendar, ref Cell cell)
    {
        if (slot.Column is not { DateBehavior: DateBehavior.UserLocal, Format: "date" }) return;
        var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment;
        cell.Number = (calendar.ToUtc(calendar.Local(utc).Date).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
    }

    private static string Text(TableLayout layout, ColumnSlot slot, string text)
    {
        if (slot.Column.MaxLength is { } most && text.Length > most) throw PlatformErrors.StringLengthTooLong.Fault(slot.Name, layout.Name, most);
        return text;
    }

    private static long Option(TableLayout layout, ColumnSlot slot, OptionSetValue option)
    {
        RequireOption(layout, slot, option.Value);
        return option.Value;
    }

    private static string Options(TableLayout layout, ColumnSlot slot, OptionSetValueCollection options)
    {
        foreach (var option in options) RequireOption(layout, slot, option.Value);
        return ListOf(options.Select(o => o.Value));
    }

    private static void RequireOption(TableLayout layout, ColumnSlot slot, int value)
    {
        if (slot.Column.OptionSet is not { } set || set.Find(value) is not null) return;
        throw PlatformErrors.PicklistValueOutOfRange.Fault(value, slot.Name, layout.Name, string.Join(",", set.Options.Select(o => o.Value)));
    }

    private static long Scaled(TableLayout layout, ColumnSlot slot, decimal value)
    {
        value = Math.Round(value, slot.Column.Precision, MidpointRounding.AwayFromZero);
        RequireRange(layout, slot, value);
        if (Math.Abs(value) > long.MaxValue / slot.Factor)
        {
            throw PlatformErrors.NotSupportedHere($"the value {value} in column {layout.Name}.{slot.Name}: with {slot.Scale} digits after the point it needs more than 64 bit");
        }
        return (long)(value * slot.Factor);
    }

    private static double Real(TableLayout layout, ColumnSlot slot, double value)
    {
        if (!double.IsFinite(value)) throw PlatformErrors.ValueOutOfRange.Fault(slot.Name, layout.Name);
        if (slot.Column.MinValue is { } least && value < (double)least || slot.Column.MaxValue is { } most && value > (double)most)
        {
            throw PlatformErrors.ValueOutOfRange.Fault(slot.Name, layout.Name);
        }
        return slot.Column.Precision is > 0 and <= 15 ? Math.Round(value, slot.Column.Precision, MidpointRounding.AwayFromZero) : value;
    }

    private static void Reference(ColumnSlot slot, EntityReference reference, ref Cell cell)
    {
        if (slot.Targets.Count > 0 && !slot.Targets.Contains(reference.LogicalName))
        {
            throw PlatformErrors.InvalidArgument.Fault($"The entity with a name = '{reference.LogicalName}' is not a valid target of attribute '{slot.Name}'. Valid targets: {string.Join(", ", slot.Targets)}");
        }
        cell.Id = reference.Id;
        cell.Text = reference.LogicalName;
    }

    private static void RequireRange(TableLayout layout, ColumnSlot slot, decimal value)
    {
        if (value < slot.Column.MinValue || value > slot.Column.MaxValue) throw PlatformErrors.ValueOutOfRange.Fault(slot.Name, layout.Name);
    }

    private static FaultException<OrganizationServiceFault> WrongType(ColumnSlot slot, object value) => PlatformErrors.IncorrectAttributeValueType.Fault(value.GetType(), slot.Name);
}
