using System;
using Kam.Rules.ValueInsights;

namespace Kam.Plugins.ValueInsights.Reading;

/// <summary>What was read about one account: the sums its measures are made from, and its history of orders for the lifetime value.</summary>
internal sealed record AccountReading(Guid AccountId, Guid? ParentId, Guid? OwnerId, AccountFigures Figures)
{
    /// <summary>Days with an order, ever, up to the as-of date.</summary>
    public int OrderDaysEver { get; init; }

    /// <summary>Days with an order in the window before the rolling one.</summary>
    public int OrderDaysPrior { get; init; }

    /// <summary>Days with an order in both windows: what the margin of both windows was earned on.</summary>
    public int OrderDaysOfWindows => OrderDaysPrior + Figures.OrderDays;
}
