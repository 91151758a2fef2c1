using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Why a lifetime model is refused, and what an account's order rhythm says. Codes are stable; the README of this folder lists them.</summary>
/// <remarks>200 to 219 repeat purchases, 220 to 229 value per order, 230 to 239 contracts, 240 to 249 order rhythm.</remarks>
public static class LifetimeValueReasons
{
    /// <summary>The customer base has {0} customers; at least {1} are needed.</summary>
    public static Reason TooFewCustomers { get; } = new("KAM-VAL-201", "valueInsights.tooFewCustomers");

    /// <summary>{0} customers have ordered again; at least {1} are needed.</summary>
    public static Reason TooFewRepeatCustomers { get; } = new("KAM-VAL-202", "valueInsights.tooFewRepeatCustomers");

    /// <summary>The search for the best parameters did not settle within {0} steps.</summary>
    public static Reason FitNotConverged { get; } = new("KAM-VAL-203", "valueInsights.fitNotConverged");

    /// <summary>One order rate for all customers explains the data as well (evidence {0}, needed {1}).</summary>
    public static Reason SameRateForAll { get; } = new("KAM-VAL-204", "valueInsights.sameRateForAll");

    /// <summary>That nobody ever leaves explains the data as well (evidence {0}, needed {1}).</summary>
    public static Reason NoDropoutSeen { get; } = new("KAM-VAL-205", "valueInsights.noDropoutSeen");

    /// <summary>The same chance to leave for all customers explains the data as well (evidence {0}, needed {1}).</summary>
    public static Reason SameDropoutForAll { get; } = new("KAM-VAL-206", "valueInsights.sameDropoutForAll");

    /// <summary>The best parameters are not a peak: other parameters fit equally well.</summary>
    public static Reason FitNotAPeak { get; } = new("KAM-VAL-207", "valueInsights.fitNotAPeak");

    /// <summary>A parameter is uncertain by {0}; at most {1} is accepted.</summary>
    public static Reason FitUndetermined { get; } = new("KAM-VAL-208", "valueInsights.fitUndetermined");

    /// <summary>A parameter ran to the edge of the search.</summary>
    public static Reason FitAtEdge { get; } = new("KAM-VAL-209", "valueInsights.fitAtEdge");

    /// <summary>For {0} of the repeat customers the value per order is unknown or not above zero; at most {1} is accepted.</summary>
    public static Reason TooManyUnknownValues { get; } = new("KAM-VAL-220", "valueInsights.tooManyUnknownValues");

    /// <summary>How often and how much customers order go together (correlation {0}; at most {1}).</summary>
    public static Reason FrequencyAndValueLinked { get; } = new("KAM-VAL-221", "valueInsights.frequencyAndValueLinked");

    /// <summary>The fitted value per order has no mean (q is {0}, it must exceed 1).</summary>
    public static Reason NoMeanValue { get; } = new("KAM-VAL-222", "valueInsights.noMeanValue");

    /// <summary>The same value per order for all customers explains the data as well (evidence {0}, needed {1}).</summary>
    public static Reason SameValueForAll { get; } = new("KAM-VAL-223", "valueInsights.sameValueForAll");

    /// <summary>{0} customers have a known value of repeat orders; at least {1} are needed.</summary>
    public static Reason TooFewValues { get; } = new("KAM-VAL-224", "valueInsights.tooFewValues");

    /// <summary>There are {0} contracts; at least {1} are needed.</summary>
    public static Reason TooFewContracts { get; } = new("KAM-VAL-230", "valueInsights.tooFewContracts");

    /// <summary>{0} contracts have ended; at least {1} are needed.</summary>
    public static Reason TooFewContractsEnded { get; } = new("KAM-VAL-231", "valueInsights.tooFewContractsEnded");

    /// <summary>The same chance to end a contract for all customers explains the data as well (evidence {0}, needed {1}).</summary>
    public static Reason SameChurnForAll { get; } = new("KAM-VAL-232", "valueInsights.sameChurnForAll");

    /// <summary>No order for {0} days, within reach of the usual gap of {1} days ({2} times).</summary>
    public static Reason OrdersAsUsual { get; } = new("KAM-VAL-240", "valueInsights.ordersAsUsual");

    /// <summary>No order for {0} days: {2} times the usual gap of {1} days.</summary>
    public static Reason OrdersOverdue { get; } = new("KAM-VAL-241", "valueInsights.ordersOverdue");

    /// <summary>Only one order so far and no usual gap to compare with.</summary>
    public static Reason NoUsualGap { get; } = new("KAM-VAL-242", "valueInsights.noUsualGap");
}
