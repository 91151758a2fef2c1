using System;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Kam.Rules.Vocabulary;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Reading;

/// <summary>What was read about one account: the sums its measures are made from, its history of orders and its contract.</summary>
internal sealed record AccountReading(Guid AccountId, Guid? ParentId, EntityReference? Owner, AccountFigures Figures)
{
    private const int MonthsPerYear = 12;

    /// <summary>Days with an order, ever, up to the as-of date.</summary>
    public int OrderDaysEver { get; init; }

    /// <summary>Days with an order in the window before the rolling one.</summary>
    public int OrderDaysPrior { get; init; }

    /// <summary>What one unit of base currency is in the account's own currency.</summary>
    public decimal ExchangeRate { get; init; } = 1m;

    /// <summary>Begin and end of the contract; an end in the future, or none, is a running contract.</summary>
    public DateTime? ContractStartedOn { get; init; }

    /// <inheritdoc cref="ContractStartedOn"/>
    public DateTime? ContractEndedOn { get; init; }

    /// <summary>Orders as the lifetime value models take them, times in days; null when there is none.</summary>
    public PurchaseHistory? History(DateTime asOf)
    {
        if (Figures.FirstOrderOn is not { } first || Figures.LastOrderOn is not { } last) return null;
        var recency = (Period.DayOf(last) - Period.DayOf(first)).Days;
        // Several orders on one day are one purchase, also where the date column carries a time.
        return new PurchaseHistory(recency == 0 ? 0 : Math.Max(1, OrderDaysEver - 1), recency, (asOf - Period.DayOf(first)).Days);
    }

    /// <summary>Margin of a day with an order, over both windows; null when it is unknown or there was no order in them.</summary>
    public decimal? MarginPerOrder(AccountMeasures measures)
    {
        var days = OrderDaysPrior + Figures.OrderDays;
        return days == 0 ? null : (measures[Measure.MarginRolling].Value + measures[Measure.MarginPrior].Value) / days;
    }

    /// <summary>Everything the lifetime value needs.</summary>
    public AccountBusiness Business(MeasureBasis basis)
    {
        var measures = AccountMeasures.Of(Figures, basis);
        return new AccountBusiness
        {
            Orders = History(basis.AsOf),
            MarginPerOrder = MarginPerOrder(measures),
            MarginPerYear = measures[Measure.MarginRolling].Value,
            CostToServePerMonth = (measures[Measure.CostToServe].Value ?? 0m) * 365m / basis.Rolling.Days / MonthsPerYear,
            RenewalsSurvived = Contract(basis.AsOf) is { HasEnded: false } running ? running.Periods : null,
        };
    }

    /// <summary>The contract in whole years; null without one, or when it begins after the as-of date.</summary>
    public ContractDuration? Contract(DateTime asOf)
    {
        if (!Figures.IsContractual || ContractStartedOn is not { } start || Period.DayOf(start) > asOf) return null;
        var hasEnded = ContractEndedOn is { } end && Period.DayOf(end) <= asOf;
        var years = (int)(((hasEnded ? Period.DayOf(ContractEndedOn!.Value) : asOf) - Period.DayOf(start)).Days / 365.25);
        return hasEnded ? ContractDuration.EndedIn(years + 1) : ContractDuration.RunningAfter(years);
    }
}
