using System;

namespace Kam.Rules.Vocabulary;

/// <summary>A span of whole days in UTC, both ends included: the window that figures are taken from.</summary>
/// <remarks>
/// An instant belongs to the day it falls on in UTC. Nothing after <see cref="Last"/> belongs to the window, so an order
/// dated in the future never counts.
/// </remarks>
/// <model stage="Conventions">"Rolling 12 months" = the 365 days up to and including the as-of date, UTC</model>
public sealed record Period
{
    private Period(DateTime first, DateTime last)
    {
        First = first;
        Last = last;
    }

    /// <summary>First day, 00:00 UTC.</summary>
    public DateTime First { get; }

    /// <summary>Last day, 00:00 UTC; the whole day belongs to the window.</summary>
    public DateTime Last { get; }

    /// <summary>The instant at which the window is over: 00:00 UTC of the day after <see cref="Last"/>. For queries with "before".</summary>
    public DateTime End => Last.AddDays(1);

    /// <summary>Number of days, both ends counted.</summary>
    public int Days => (Last - First).Days + 1;

    /// <summary>The <paramref name="days"/> days up to and including the as-of date.</summary>
    /// <param name="asOf">Any instant of the last day; UTC, or unspecified and then taken as UTC.</param>
    /// <param name="days">At least 1; 365 for "rolling 12 months".</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day, or the window would begin before the calendar does.</exception>
    /// <exception cref="ArgumentException">A local time: which day it is would depend on where the server stands.</exception>
    public static Period Rolling(DateTime asOf, int days)
    {
        var last = DayOf(asOf);
        if (days < 1 || days > (last - DateTime.MinValue).Days)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "A window has at least one day and begins in the calendar.");
        }

        return new Period(last.AddDays(1 - days), last);
    }

    /// <summary>The window of the same length that ends on the day before this one begins.</summary>
    public Period Before() => Rolling(First.AddDays(-1), Days);

    /// <summary>Whether the instant falls on a day of the window.</summary>
    /// <exception cref="ArgumentException">A local time.</exception>
    public bool Contains(DateTime instant)
    {
        var day = DayOf(instant);
        return First <= day && day <= Last;
    }

    /// <summary>The UTC day of an instant, at 00:00.</summary>
    /// <exception cref="ArgumentException">A local time.</exception>
    public static DateTime DayOf(DateTime instant) =>
        instant.Kind == DateTimeKind.Local
            ? throw new ArgumentException("Days are counted in UTC; convert the local time first.", nameof(instant))
            : DateTime.SpecifyKind(instant.Date, DateTimeKind.Utc);
}
