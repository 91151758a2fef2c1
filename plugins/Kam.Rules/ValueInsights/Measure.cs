namespace Kam.Rules.ValueInsights;

/// <summary>What can be measured about an account. The numbers are the values of the choice kam_measure.</summary>
/// <model stage="1 Value Insights">Measures per account from existing CRM rows</model>
public enum Measure
{
    /// <summary>Net revenue of the rolling window, base currency.</summary>
    RevenueRolling = 781340000,

    /// <summary>Net revenue of the window before, base currency.</summary>
    RevenuePrior,

    /// <summary>Contribution margin of the rolling window, base currency.</summary>
    MarginRolling,

    /// <summary>Contribution margin of the window before, base currency.</summary>
    MarginPrior,

    /// <summary>Change of revenue from the prior to the rolling window, percent.</summary>
    GrowthPercent,

    /// <summary>Contribution margin in percent of revenue, rolling window.</summary>
    MarginPercent,

    /// <summary>Months from the last order to the as-of date; a month is 365.25 / 12 days.</summary>
    MonthsSinceLastOrder,

    /// <summary>Days with an order in the rolling window, scaled to 365 days.</summary>
    OrdersPerYear,

    /// <summary>Different product families bought in the rolling window.</summary>
    FamiliesBought,

    /// <summary>Mean days from due date to payment; negative means paid early.</summary>
    PaymentDelayDays,

    /// <summary>Service hours of the rolling window times the hourly rate, base currency.</summary>
    CostToServe,

    /// <summary>Revenue of the rolling window in percent of what the customer buys in our field a year.</summary>
    ShareOfWalletPercent,

    /// <summary>Years as a customer; a year is 365.25 days.</summary>
    TenureYears,

    /// <summary>Strategic fit as entered, 1 to 5.</summary>
    StrategicFit,

    /// <summary>Net promoter score as entered, -100 to 100.</summary>
    NetPromoterScore,

    /// <summary>Customer lifetime value, base currency.</summary>
    LifetimeValue,

    /// <summary>Estimated revenue of open opportunities, base currency.</summary>
    OpenPipeline,

    /// <summary>Service cases of the rolling window, scaled to 365 days.</summary>
    CasesPerYear,
}
