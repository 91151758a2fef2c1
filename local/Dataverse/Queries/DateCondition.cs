using System;
using System.Collections.Generic;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Conditions on days, weeks, fiscal periods and spans that end or begin now, on the clock of the user who asks.</summary>
/// <remarks>A column of behaviour DateOnly or TimeZoneIndependent holds what a clock shows, and is compared with what the user's clock shows.</remarks>
internal sealed class DateCondition(QueryScope scope)
{
    private UserCalendar Calendar => scope.Context.Calendar;

    /// <summary>SQL of the condition, or null when the operator is none of these.</summary>
    public string? Write(QueryCondition condition, Source source, ColumnExpression column)
    {
        var comparison = condition.Operator;
        if (comparison == ConditionOperator.InFiscalPeriod) return InPeriod(condition, source, column);
        if (DateRange.TakesDate(comparison)) return OnDay(condition, source, column);
        try
        {
            return Span(condition, source, column) is { } span ? Within(column, comparison, span) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw PlatformErrors.InvalidArgument.Fault($"The value of the operator '{FetchOperators.NameOf(comparison)}' leaves the calendar.");
        }
    }

    private DateRange? Span(QueryCondition condition, Source source, ColumnExpression column)
    {
        var (comparison, now) = (condition.Operator, scope.Context.UtcNow);
        if (!DateRange.IsOfDates(comparison)) return null;
        if (DateRange.Of(comparison, Calendar, now) is { } fixedSpan)
        {
            condition.RequireValues(0, 0);
            return fixedSpan;
        }
        if (FiscalRange.TakesPeriodAndYear(comparison))
        {
            condition.RequireValues(2, 2);
            return FiscalRange.Of(comparison, Calendar.Fiscal, Period(condition, source, column), ConditionValue.Whole(source, column, condition.Values[1]));
        }
        if (!DateRange.TakesCount(comparison)) return null;
        condition.RequireValues(1, 1);
        var x = ConditionValue.Whole(source, column, condition.Values[0]);
        if (x <= 0) throw PlatformErrors.InvalidArgument.Fault($"The value of the operator '{FetchOperators.NameOf(comparison)}' must be greater than zero.");
        return DateRange.Of(comparison, Calendar, now, x);
    }

    private int Period(QueryCondition condition, Source source, ColumnExpression column)
    {
        var period = ConditionValue.Whole(source, column, condition.Values[0]);
        if (period >= 1 && period <= Calendar.Fiscal.PeriodsOfYear) return period;
        throw PlatformErrors.InvalidArgument.Fault($"The fiscal year has periods 1 to {Calendar.Fiscal.PeriodsOfYear}, and no period {period}.");
    }

    private string InPeriod(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(1, 1);
        RequireDate(column);
        return $"{new DateParts(scope).FiscalPeriod(column, inUserTimeZone: true)} = {scope.Parameter(new SqlValue(Number: Period(condition, source, column)))}";
    }

    private string OnDay(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(1, 1);
        RequireDate(column);
        DateTime day;
        try
        {
            day = ConditionValue.Day(condition.Values[0], Calendar, column.Slot.Column.DateBehavior);
        }
        catch (Exception problem) when (problem is FormatException or InvalidCastException)
        {
            throw PlatformErrors.InvalidArgument.Fault($"The value '{condition.Values[0]}' of the condition on '{source.Layout.Name}.{column.Slot.Name}' must be a date.");
        }
        var within = Within(column, condition.Operator, DateRange.OnDay(condition.Operator, day)!.Value);
        return condition.Operator == ConditionOperator.NotOn ? $"(NOT {within} OR {column.Sql} IS NULL)" : within;
    }

    private string Within(ColumnExpression column, ConditionOperator comparison, DateRange span)
    {
        RequireDate(column);
        // "An invalid operator exception error is thrown when one of these operators are used" (Behavior and format of the date and time column).
        if (column.Slot.Column.DateBehavior == DateBehavior.DateOnly && comparison
            is ConditionOperator.OlderThanXMinutes or ConditionOperator.OlderThanXHours or ConditionOperator.LastXHours or ConditionOperator.NextXHours)
        {
            throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(FetchOperators.NameOf(comparison));
        }
        var terms = new List<string>();
        if (span.From is { } from) terms.Add($"{column.Sql} >= {scope.Parameter(Seconds(column, from, isEnd: false))}");
        if (span.To is { } to) terms.Add($"{column.Sql} < {scope.Parameter(Seconds(column, to, isEnd: true))}");
        return "(" + string.Join(" AND ", terms) + ")";
    }

    private SqlValue Seconds(ColumnExpression column, TimeBound bound, bool isEnd)
    {
        var moment = column.Slot.Column.DateBehavior switch
        {
            DateBehavior.UserLocal => bound.Moment ?? Calendar.ToUtc(bound.Local),
            // A day counts as a whole: "until now" and "from now on" include today.
            DateBehavior.DateOnly when bound.Local.TimeOfDay != TimeSpan.Zero => bound.Local.Date.AddDays(isEnd ? 1 : 0),
            _ => bound.Local,
        };
        return new SqlValue(Number: (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
    }

    private static void RequireDate(ColumnExpression column)
    {
        if (column.Kind == StorageKind.Seconds) return;
        throw PlatformErrors.InvalidArgument.Fault($"The operator is not valid or it is not supported for the {column.Slot.Column.Type} attribute '{column.Slot.Name}'.");
    }
}
