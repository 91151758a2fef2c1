using System;

namespace Local.Dataverse.Queries.Calendars;

/// <summary>
/// How time runs for one user: his time zone (usersettings.timezonecode), on which day weeks begin (organization.weekstartdaycode) and the
/// organisation's fiscal year.
/// </summary>
internal sealed record UserCalendar(TimeZoneInfo Zone, DayOfWeek FirstDayOfWeek, FiscalCalendar Fiscal)
{
    /// <summary>UTC, weeks from Sunday, fiscal years of four quarters from January: what holds where nothing is set.</summary>
    public static readonly UserCalendar Utc = new(TimeZoneInfo.Utc, DayOfWeek.Sunday, FiscalCalendar.Default);

    public bool IsUtc => ReferenceEquals(Zone, TimeZoneInfo.Utc);

    /// <summary>What the user's clock shows at a moment.</summary>
    public DateTime Local(DateTime utc) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone), DateTimeKind.Unspecified);

    /// <summary>The moment at which the user's clock first shows a time, or first one beyond it where the clock was put forward over it.</summary>
    public DateTime ToUtc(DateTime local) => ToUtc(Zone, local);

    /// <inheritdoc cref="ToUtc(DateTime)"/>
    public static DateTime ToUtc(TimeZoneInfo zone, DateTime local)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(time))
        {
            // The clock jumps over it: the moment of the jump.
            while (zone.IsInvalidTime(time)) time = time.AddMinutes(1);
            time = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
        }
        if (!zone.IsAmbiguousTime(time)) return DateTime.SpecifyKind(time - zone.GetUtcOffset(time), DateTimeKind.Utc);
        var earliest = TimeSpan.MinValue;
        foreach (var offset in zone.GetAmbiguousTimeOffsets(time))
        {
            if (offset > earliest) earliest = offset;
        }
        return DateTime.SpecifyKind(time - earliest, DateTimeKind.Utc);
    }

    /// <summary>The first day of the week a day is in.</summary>
    public DateTime WeekOf(DateTime day) => day.Date.AddDays(-(((int)day.DayOfWeek - (int)FirstDayOfWeek + 7) % 7));
}
