using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>All measures of an account or a group, each with its value or the reason why it is unknown.</summary>
/// <model stage="1 Value Insights">Measures per account from existing CRM rows</model>
public sealed class AccountMeasures
{
    /// <summary>Revenue of the prior window that growth needs as a base, in percent of the rolling one's; at this base growth is 1,900 %.</summary>
    public const decimal SmallestGrowthBasePercent = 5m;

    private readonly Dictionary<Measure, MeasuredValue> values;

    private AccountMeasures(IEnumerable<MeasuredValue> measured) => values = measured.ToDictionary(value => value.Measure);

    /// <summary>One measure. A measure that was not taken is unknown.</summary>
    public MeasuredValue this[Measure measure] =>
        values.TryGetValue(measure, out var value) ? value : MeasuredValue.Unknown(measure, ValueInsightsReasons.NotEntered, Argument.TextKey(measure.NameKey()));

    /// <summary>All measures, in the order of <see cref="Measure"/>.</summary>
    public IEnumerable<MeasuredValue> All => values.Values.OrderBy(value => value.Measure);

    /// <summary>Measures as they were stored or worked out elsewhere.</summary>
    /// <exception cref="ArgumentException">A measure is given twice.</exception>
    public static AccountMeasures From(IEnumerable<MeasuredValue> measured) => new(measured);

    /// <summary>Takes all measures from the sums.</summary>
    public static AccountMeasures Of(AccountFigures figures, MeasureBasis basis) => new(
    [
        MeasuredValue.Known(Measure.RevenueRolling, figures.Rolling.Revenue),
        MeasuredValue.Known(Measure.RevenuePrior, figures.Prior.Revenue),
        MarginRule.Margin(Measure.MarginRolling, figures.Rolling, basis),
        MarginRule.Margin(Measure.MarginPrior, figures.Prior, basis),
        Growth(figures),
        MarginRule.Percent(figures.Rolling, basis),
        MonthsSinceLastOrder(figures, basis),
        MeasuredValue.Known(Measure.OrdersPerYear, PerYear(figures.OrderDays, basis)),
        FamiliesBought(figures),
        Entered(Measure.PaymentDelayDays, figures.PaymentDelayDays.Mean, ValueInsightsReasons.NoPaidInvoices),
        Entered(Measure.CostToServe, figures.ServiceMinutes / 60m * basis.HourlyRate, ValueInsightsReasons.HourlyRateMissing),
        ShareOfWallet(figures),
        Tenure(figures, basis),
        Entered(Measure.StrategicFit, figures.StrategicFit.Mean, ValueInsightsReasons.NotEntered, Argument.TextKey(Measure.StrategicFit.NameKey())),
        Entered(Measure.NetPromoterScore, figures.NetPromoterScore.Mean, ValueInsightsReasons.NotEntered, Argument.TextKey(Measure.NetPromoterScore.NameKey())),
        Entered(Measure.LifetimeValue, figures.LifetimeValue.Total, ValueInsightsReasons.LifetimeValueUnknown),
        MeasuredValue.Known(Measure.OpenPipeline, figures.OpenPipeline),
        MeasuredValue.Known(Measure.CasesPerYear, PerYear(figures.CaseCount, basis)),
    ]);

    // Who bought products of no family has bought something all the same: how broad, nobody knows.
    private static MeasuredValue FamiliesBought(AccountFigures figures) => figures.Families.Count == 0 && figures.Rolling.LineCount > 0
        ? MeasuredValue.Unknown(Measure.FamiliesBought, ValueInsightsReasons.NoProductFamilies)
        : MeasuredValue.Known(Measure.FamiliesBought, figures.Families.Count);

    // After a first trial order any growth has four digits or more: it tells how small the beginning was, not how the account develops.
    private static MeasuredValue Growth(AccountFigures figures)
    {
        var before = figures.Prior.Revenue;
        var after = figures.Rolling.Revenue;
        return before > 0m && before < after * SmallestGrowthBasePercent / 100m
            ? MeasuredValue.Unknown(Measure.GrowthPercent, ValueInsightsReasons.GrowthBaseTooSmall, Argument.Percent(SmallestGrowthBasePercent))
            : Entered(Measure.GrowthPercent, Percentage.Change(before, after), ValueInsightsReasons.NoPriorRevenue);
    }

    private static MeasuredValue MonthsSinceLastOrder(AccountFigures figures, MeasureBasis basis) =>
        figures.LastOrderOn is { } last
            ? Since(Measure.MonthsSinceLastOrder, last, basis, daysInUnit: 365.25m / 12m)
            : MeasuredValue.Unknown(Measure.MonthsSinceLastOrder, ValueInsightsReasons.NeverOrdered);

    // A customer may have ordered years before someone typed the account into the CRM.
    private static MeasuredValue Tenure(AccountFigures figures, MeasureBasis basis)
    {
        var since = new[] { figures.CreatedOn, figures.FirstOrderOn }.Min();
        return since is { } first
            ? Since(Measure.TenureYears, first, basis, daysInUnit: 365.25m)
            : MeasuredValue.Unknown(Measure.TenureYears, ValueInsightsReasons.CreationUnknown);
    }

    private static MeasuredValue Since(Measure measure, DateTime instant, MeasureBasis basis, decimal daysInUnit)
    {
        var day = Period.DayOf(instant);
        return day > basis.AsOf
            ? MeasuredValue.Unknown(measure, ValueInsightsReasons.DateAfterAsOf, Argument.Date(day), Argument.Date(basis.AsOf))
            : MeasuredValue.Known(measure, (basis.AsOf - day).Days / daysInUnit);
    }

    private static MeasuredValue ShareOfWallet(AccountFigures figures) => Entered(
        Measure.ShareOfWalletPercent,
        figures.Wallet.Total > 0m ? Percentage.Of(figures.RevenueWithinWallet, figures.Wallet.Sum) : null,
        ValueInsightsReasons.WalletUnknown);

    private static MeasuredValue Entered(Measure measure, decimal? value, Reason whyMissing, params Argument[] arguments) =>
        value is { } known ? MeasuredValue.Known(measure, known) : MeasuredValue.Unknown(measure, whyMissing, arguments);

    // An account younger than the window is not extrapolated: one order in the first week is not 52 a year.
    private static decimal PerYear(int count, MeasureBasis basis) => count * 365m / basis.Rolling.Days;
}
