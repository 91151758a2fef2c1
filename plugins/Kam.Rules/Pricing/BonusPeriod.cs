using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>The days of a plan that count for one key account manager: those on the job.</summary>
/// <param name="From">First day of the plan, UTC.</param>
/// <param name="Until">Last day of the plan.</param>
/// <param name="EntryOn">First day on the job; null when it was before the plan.</param>
/// <param name="LeaveOn">Last day on the job; null while there.</param>
public sealed record BonusPeriod(DateTime From, DateTime Until, DateTime? EntryOn, DateTime? LeaveOn)
{
    /// <summary>First day that counts.</summary>
    public DateTime First => EntryOn is { } entry && entry > From ? entry : From;

    /// <summary>Last day that counts.</summary>
    public DateTime Last => LeaveOn is { } leave && leave < Until ? leave : Until;

    /// <summary>Days of the plan.</summary>
    public int Days => (Until - From).Days + 1;

    /// <summary>What counts up to a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day before the first or after the last that counts.</exception>
    public Period UpTo(DateTime day) =>
        day < First || day > Last ? throw new ArgumentOutOfRangeException(nameof(day), day, "A day that counts.") : Period.Rolling(day, (day - First).Days + 1);

    /// <summary>The same days one plan earlier.</summary>
    public Period Before(DateTime day)
    {
        var counted = UpTo(day);
        return Period.Rolling(counted.Last.AddDays(-Days), counted.Days);
    }

    /// <summary>Days that count up to a day by days of the plan, above 0 to 1.</summary>
    public decimal Share(DateTime day) => (decimal)UpTo(day).Days / Days;

    /// <summary>Everything wrong with the days at once.</summary>
    public IReadOnlyList<Violation> Violations()
    {
        if (Until < From) return [Violation.Of(PricingReasons.PeriodEndsBeforeItBegins, nameof(Until), Day(Until), Argument.Date(From), Argument.Date(Until))];
        return Last < First ? [Violation.Of(PricingReasons.NoDayOnTheJob, nameof(LeaveOn), Day(Last), Argument.Date(From), Argument.Date(Until))] : [];
    }

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
