using System;
using System.Collections.Generic;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>The orders of one customer drawn together: the purchase history and the mean value of a repeat purchase.</summary>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class CustomerPurchases
{
    private CustomerPurchases(PurchaseHistory history, decimal? meanRepeatValue)
    {
        History = history;
        MeanRepeatValue = meanRepeatValue;
    }

    public PurchaseHistory History { get; }

    /// <summary>
    /// Mean value of the repeat purchases (orders of one period added up); null when there is none or the value of one of
    /// them is unknown. The first purchase is left out: it is typically not like the others.
    /// </summary>
    public decimal? MeanRepeatValue { get; }

    /// <summary>Draws orders together; their sequence does not matter.</summary>
    /// <param name="purchases">All orders of one customer up to the end of the observation; returns left out.</param>
    /// <param name="endOfObservation">Last day of the observation, included.</param>
    /// <param name="period">What counts as one purchase, and the unit of time.</param>
    /// <exception cref="ArgumentException">No order at all, or one after the end of the observation.</exception>
    public static CustomerPurchases Until(DateTime endOfObservation, PurchasePeriod period, IEnumerable<Purchase> purchases)
    {
        var byDay = new List<Purchase>(purchases);
        if (byDay.Count == 0) throw new ArgumentException("A customer without an order has no purchase history.", nameof(purchases));
        byDay.Sort((left, right) => left.On.CompareTo(right.On));
        if (byDay[byDay.Count - 1].On > endOfObservation.Date)
        {
            throw new ArgumentException("An order lies after the end of the observation.", nameof(purchases));
        }

        var first = PeriodOf(byDay[0].On, period);
        var last = first;
        var repeats = 0;
        decimal? total = 0;
        foreach (var purchase in byDay)
        {
            var at = PeriodOf(purchase.On, period);
            if (at > last) repeats++;
            if (at > first) total += purchase.Value;
            last = at;
        }

        var unit = period == PurchasePeriod.DayInWeeks ? 7.0 : 1.0;
        var history = new PurchaseHistory(repeats, (last - first) / unit, (PeriodOf(endOfObservation.Date, period) - first) / unit);
        return new CustomerPurchases(history, repeats > 0 ? total / repeats : null);
    }

    /// <summary>Number of the day or calendar week. Day 0 of the calendar, 1 January of the year 1, is a Monday.</summary>
    private static int PeriodOf(DateTime day, PurchasePeriod period)
    {
        var number = (int)(day.Ticks / TimeSpan.TicksPerDay);
        return period == PurchasePeriod.CalendarWeek ? number / 7 : number;
    }
}
