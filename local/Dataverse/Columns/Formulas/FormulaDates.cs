using System;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>Units a formula adds to or measures between dates.</summary>
internal enum FormulaUnit { Minutes, Hours, Days, Weeks, Months, Quarters, Years }

/// <summary>Arithmetic of dates. Differences count the boundaries crossed, as SQL Server's DATEDIFF does: two moments of one day are zero days apart.</summary>
internal static class FormulaDates
{
    // A Sunday: weeks begin there.
    private static readonly DateTime firstWeek = new(1752, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The moment so many whole units later; null where an operand is missing or the date leaves the calendar.</summary>
    public static object? Add(object? moment, object? count, FormulaUnit unit)
    {
        if (moment is not DateTime from || FormulaMath.Number(count) is not { } number) return null;
        if (Math.Abs(number) > 10_000_000) return null;
        var whole = (int)decimal.Truncate(number);
        try
        {
            return unit switch
            {
                FormulaUnit.Minutes => from.AddMinutes(whole),
                FormulaUnit.Hours => from.AddHours(whole),
                FormulaUnit.Days => from.AddDays(whole),
                FormulaUnit.Weeks => from.AddDays(7.0 * whole),
                FormulaUnit.Months => from.AddMonths(whole),
                FormulaUnit.Quarters => from.AddMonths(checked(3 * whole)),
                _ => from.AddYears(whole),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Boundaries of the unit between two moments; negative when the second is earlier, null where one is missing.</summary>
    public static object? Difference(object? from, object? to, FormulaUnit unit) =>
        from is DateTime start && to is DateTime end ? (decimal)(Count(end, unit) - Count(start, unit)) : null;

    private static long Count(DateTime moment, FormulaUnit unit) => unit switch
    {
        FormulaUnit.Minutes => moment.Ticks / TimeSpan.TicksPerMinute,
        FormulaUnit.Hours => moment.Ticks / TimeSpan.TicksPerHour,
        FormulaUnit.Days => moment.Ticks / TimeSpan.TicksPerDay,
        FormulaUnit.Weeks => (moment.Date - firstWeek).Days / 7,
        FormulaUnit.Months => (12L * moment.Year) + moment.Month,
        FormulaUnit.Quarters => (4L * moment.Year) + ((moment.Month - 1) / 3),
        _ => moment.Year,
    };
}
