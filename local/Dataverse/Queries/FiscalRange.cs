using System;
using Local.Dataverse.Queries.Calendars;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>The spans of the fiscal operators, in days of the organisation's fiscal calendar.</summary>
/// <remarks>"Last x" and "next x" are whole periods or years before or after the current one (Fiscal date query operators in FetchXML).</remarks>
internal static class FiscalRange
{
    /// <summary>The span of an operator without value, or null when it is not a fiscal one.</summary>
    public static DateRange? Of(ConditionOperator comparison, FiscalCalendar fiscal, DateTime today)
    {
        return comparison switch
        {
            ConditionOperator.ThisFiscalYear => Years(0, 1),
            ConditionOperator.LastFiscalYear => Years(-1, 0),
            ConditionOperator.NextFiscalYear => Years(1, 2),
            ConditionOperator.ThisFiscalPeriod => Periods(fiscal, today, 0, 1),
            ConditionOperator.LastFiscalPeriod => Periods(fiscal, today, -1, 0),
            ConditionOperator.NextFiscalPeriod => Periods(fiscal, today, 1, 2),
            _ => null,
        };

        DateRange Years(int from, int to)
        {
            var year = fiscal.YearOf(today);
            return DateRange.Days(fiscal.StartOf(year + from), fiscal.StartOf(year + to));
        }
    }

    /// <summary>The span of an operator with a count or a year, or null when it is not a fiscal one.</summary>
    public static DateRange? Of(ConditionOperator comparison, FiscalCalendar fiscal, DateTime today, int x) => comparison switch
    {
        ConditionOperator.LastXFiscalYears => DateRange.Days(fiscal.StartOf(fiscal.YearOf(today) - x), fiscal.StartOf(fiscal.YearOf(today))),
        ConditionOperator.NextXFiscalYears => DateRange.Days(fiscal.StartOf(fiscal.YearOf(today) + 1), fiscal.StartOf(fiscal.YearOf(today) + x + 1)),
        ConditionOperator.LastXFiscalPeriods => Periods(fiscal, today, -x, 0),
        ConditionOperator.NextXFiscalPeriods => Periods(fiscal, today, 1, x + 1),
        ConditionOperator.InFiscalYear => DateRange.Days(fiscal.StartOf(x), fiscal.StartOf(x + 1)),
        _ => null,
    };

    /// <summary>The span of an operator with a period and a year, or null when it is not one.</summary>
    public static DateRange? Of(ConditionOperator comparison, FiscalCalendar fiscal, int period, int year) => comparison switch
    {
        ConditionOperator.InFiscalPeriodAndYear => DateRange.Days(fiscal.StartOf(year, period), fiscal.StartOf(year, period + 1)),
        ConditionOperator.InOrBeforeFiscalPeriodAndYear => new DateRange(null, new TimeBound(fiscal.StartOf(year, period + 1))),
        ConditionOperator.InOrAfterFiscalPeriodAndYear => new DateRange(new TimeBound(fiscal.StartOf(year, period)), null),
        _ => null,
    };

    /// <summary>Whether the operator takes a period and a year.</summary>
    public static bool TakesPeriodAndYear(ConditionOperator comparison) => comparison
        is ConditionOperator.InFiscalPeriodAndYear or ConditionOperator.InOrBeforeFiscalPeriodAndYear or ConditionOperator.InOrAfterFiscalPeriodAndYear;

    private static DateRange Periods(FiscalCalendar fiscal, DateTime today, int from, int to)
    {
        int year = fiscal.YearOf(today), period = fiscal.PeriodOf(today);
        return DateRange.Days(fiscal.StartOf(year, period + from), fiscal.StartOf(year, period + to));
    }
}
