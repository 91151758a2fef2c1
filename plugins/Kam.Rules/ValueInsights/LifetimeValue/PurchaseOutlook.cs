namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>What is to be expected of a customer within a time from now on.</summary>
public readonly record struct PurchaseOutlook
{
    internal PurchaseOutlook(double expectedPurchases, double probabilityAlive)
    {
        ExpectedPurchases = expectedPurchases;
        ProbabilityAlive = probabilityAlive;
    }

    /// <summary>Number of purchases, the chance that the customer is gone already included.</summary>
    public double ExpectedPurchases { get; }

    /// <summary>The probability that the customer still buys at the end of that time.</summary>
    public double ProbabilityAlive { get; }
}
