using System;
using System.Globalization;

namespace Local.Dataverse.Queries.Calendars;

/// <summary>Into which periods the organisation cuts a fiscal year (organization.fiscalperiodtype).</summary>
/// <remarks>The numbers are the platform's: the type codes of its fiscal calendar tables.</remarks>
internal enum FiscalPeriodType
{
    Annually = 2000,
    SemiAnnually = 2001,
    Quarterly = 2002,
    Monthly = 2003,
    /// <summary>Thirteen periods of four weeks; the last one runs to the end of the year.</summary>
    FourWeeks = 2004,
}

/// <summary>
/// The organisation's fiscal year: on which day it begins (organization.fiscalcalendarstart), its periods, and whether it is called by the year
/// of its first or of its last day (organization.fiscalyeardisplaycode 1 or 2).
/// </summary>
internal sealed record FiscalCalendar(int StartMonth, int StartDay, FiscalPeriodType PeriodType, bool NamedByEnd)
{
    /// <summary>From the first of January, in quarters.</summary>
    public static readonly FiscalCalendar Default = new(1, 1, FiscalPeriodType.Quarterly, NamedByEnd: false);

    public const int DaysOfFourWeeks = 28;

    /// <summary>Months of a period; 0 where periods are weeks.</summary>
    public int MonthsOfPeriod => PeriodType switch
    {
        FiscalPeriodType.Annually => 12,
        FiscalPeriodType.SemiAnnually => 6,
        FiscalPeriodType.Quarterly => 3,
        FiscalPeriodType.Monthly => 1,
        _ => 0,
    };

    public int PeriodsOfYear => MonthsOfPeriod == 0 ? 13 : 12 / MonthsOfPeriod;

    /// <summary>By how much the name of a year is greater than the year in which it begins.</summary>
    public int NameOffset => NamedByEnd && (StartMonth, StartDay) != (1, 1) ? 1 : 0;

    /// <summary>First day of the fiscal year that is called so.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the years 1 to 9998.</exception>
    public DateTime StartOf(int year)
    {
        var calendarYear = year - NameOffset;
        return new DateTime(calendarYear, StartMonth, Math.Min(StartDay, DateTime.DaysInMonth(calendarYear, StartMonth)));
    }

    /// <summary>Name of the fiscal year a day is in.</summary>
    public int YearOf(DateTime day)
    {
        var year = day.Year + NameOffset;
        return day.Date < StartOf(year) ? year - 1 : year;
    }

    /// <summary>Number of the period a day is in, from 1.</summary>
    public int PeriodOf(DateTime day)
    {
        var year = YearOf(day);
        var period = 1;
        while (period < PeriodsOfYear && StartOf(year, period + 1) <= day.Date) period++;
        return period;
    }

    /// <summary>First day of a period. Periods before the first and after the last are those of the years beside.</summary>
    public DateTime StartOf(int year, int period)
    {
        var index = period - 1;
        year += Math.DivRem(index, PeriodsOfYear, out var within);
        if (within < 0)
        {
            within += PeriodsOfYear;
            year--;
        }
        var start = StartOf(year);
        return MonthsOfPeriod == 0 ? start.AddDays(DaysOfFourWeeks * within) : start.AddMonths(MonthsOfPeriod * within);
    }

    /// <summary>How a year reads, as <c>FY2026</c>.</summary>
    public static string Read(int year) => "FY" + year.ToString(CultureInfo.InvariantCulture);

    /// <summary>How a period reads, as <c>Quarter 1 FY2026</c>.</summary>
    public string Read(int year, int period)
    {
        var name = PeriodType switch
        {
            FiscalPeriodType.Annually => "Year",
            FiscalPeriodType.SemiAnnually => "Semester",
            FiscalPeriodType.Quarterly => "Quarter",
            FiscalPeriodType.Monthly => "Month",
            _ => "Period",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{name} {period} {Read(year)}");
    }
}
