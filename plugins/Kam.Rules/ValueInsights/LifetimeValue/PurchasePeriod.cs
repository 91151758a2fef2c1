namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>What counts as one purchase, and in which unit time is told.</summary>
public enum PurchasePeriod
{
    /// <summary>Orders of one day are one purchase; time in days.</summary>
    Day,

    /// <summary>Orders of one day are one purchase; time in weeks of seven days, with fractions.</summary>
    DayInWeeks,

    /// <summary>Orders of one calendar week, Monday to Sunday, are one purchase; time in whole weeks.</summary>
    CalendarWeek,
}
