using System.Globalization;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Parts of a date as SQL: day, week, month ... fiscal period, on the user's clock or in UTC.</summary>
/// <remarks>Weeks are counted as SQL Server's DATEPART does: the first is the one with the first of January.</remarks>
internal sealed class DateParts(QueryScope scope)
{
    private UserCalendar Calendar => scope.Context.Calendar;

    /// <summary>SQL of the part; a whole number.</summary>
    public string Sql(XrmDateTimeGrouping part, ColumnExpression column, bool inUserTimeZone)
    {
        var seconds = Clock(column, inUserTimeZone);
        return part switch
        {
            XrmDateTimeGrouping.Day => Number("%d", seconds),
            XrmDateTimeGrouping.Week => Week(seconds),
            XrmDateTimeGrouping.Month => Number("%m", seconds),
            XrmDateTimeGrouping.Quarter => $"({Number("%m", seconds)} + 2) / 3",
            XrmDateTimeGrouping.Year => Number("%Y", seconds),
            XrmDateTimeGrouping.FiscalYear => FiscalYear(column, inUserTimeZone),
            XrmDateTimeGrouping.FiscalPeriod => FiscalPeriod(column, inUserTimeZone),
            _ => throw PlatformErrors.QueryBuilderInvalidDateGrouping.Fault(),
        };
    }

    /// <summary>Name of the fiscal year, as a number.</summary>
    public string FiscalYear(ColumnExpression column, bool inUserTimeZone)
    {
        var begin = BeginOfYear(Clock(column, inUserTimeZone));
        return Calendar.Fiscal.NameOffset == 0 ? begin : string.Create(CultureInfo.InvariantCulture, $"({begin} + {Calendar.Fiscal.NameOffset})");
    }

    /// <summary>Number of the period in its fiscal year.</summary>
    public string FiscalPeriod(ColumnExpression column, bool inUserTimeZone)
    {
        var seconds = Clock(column, inUserTimeZone);
        var fiscal = Calendar.Fiscal;
        if (fiscal.MonthsOfPeriod == 0)
        {
            var start = string.Create(CultureInfo.InvariantCulture, $"printf('%04d-{fiscal.StartMonth:00}-{fiscal.StartDay:00}', {BeginOfYear(seconds)})");
            var days = $"CAST(julianday(date({seconds}, 'unixepoch')) - julianday({start}) AS INTEGER)";
            return string.Create(CultureInfo.InvariantCulture, $"MIN({days} / {FiscalCalendar.DaysOfFourWeeks}, {fiscal.PeriodsOfYear - 1}) + 1");
        }
        var month = Number("%m", seconds);
        var before = fiscal.StartDay == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" - ({Number("%d", seconds)} < {fiscal.StartDay})");
        return string.Create(CultureInfo.InvariantCulture, $"(({month} - {fiscal.StartMonth}{before} + 12) % 12) / {fiscal.MonthsOfPeriod} + 1");
    }

    private string BeginOfYear(string seconds)
    {
        var year = Number("%Y", seconds);
        return (Calendar.Fiscal.StartMonth, Calendar.Fiscal.StartDay) == (1, 1)
            ? year
            : string.Create(CultureInfo.InvariantCulture, $"({year} - (strftime('%m%d', {seconds}, 'unixepoch') < '{Calendar.Fiscal.StartMonth:00}{Calendar.Fiscal.StartDay:00}'))");
    }

    private string Week(string seconds)
    {
        var first = $"CAST(strftime('%w', {seconds}, 'unixepoch', 'start of year') AS INTEGER)";
        var offset = ((7 - (int)Calendar.FirstDayOfWeek) % 7).ToString(CultureInfo.InvariantCulture);
        return $"({Number("%j", seconds)} - 1 + ({first} + {offset}) % 7) / 7 + 1";
    }

    // What the clock shows, as if it were UTC.
    private string Clock(ColumnExpression column, bool inUserTimeZone) =>
        inUserTimeZone && !Calendar.IsUtc && column.Slot.Column.DateBehavior == DateBehavior.UserLocal ? $"{LocalTimeFunction.Name}({column.Sql}, {scope.Zone})" : column.Sql;

    private static string Number(string format, string seconds) => $"CAST(strftime('{format}', {seconds}, 'unixepoch') AS INTEGER)";
}
