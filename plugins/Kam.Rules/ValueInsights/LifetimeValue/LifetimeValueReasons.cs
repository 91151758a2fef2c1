namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>KAM-VAL-201 … : every reason this folder can give.</summary>
internal static class LifetimeValueReasons
{
    public static LifetimeValueReason TooFewCustomers(int found, int needed) =>
        new("KAM-VAL-201", "valueInsights.tooFewCustomers", found, needed);

    public static LifetimeValueReason TooFewRepeatCustomers(int found, int needed) =>
        new("KAM-VAL-202", "valueInsights.tooFewRepeatCustomers", found, needed);

    public static LifetimeValueReason NoConvergence(int iterations) =>
        new("KAM-VAL-203", "valueInsights.fitNotConverged", iterations);

    public static LifetimeValueReason SameRateForAll(double r, double alpha, double gain) =>
        new("KAM-VAL-204", "valueInsights.sameRateForAll", r, alpha, gain);

    public static LifetimeValueReason NoDropoutSeen(double a, double b, double gain) =>
        new("KAM-VAL-205", "valueInsights.noDropoutSeen", a, b, gain);

    public static LifetimeValueReason SameDropoutForAll(double a, double b, double gain) =>
        new("KAM-VAL-206", "valueInsights.sameDropoutForAll", a, b, gain);

    public static LifetimeValueReason NotAPeak() => new("KAM-VAL-207", "valueInsights.fitNotAPeak");

    public static LifetimeValueReason Undetermined(double errorPercent, double limitPercent) =>
        new("KAM-VAL-208", "valueInsights.fitUndetermined", errorPercent, limitPercent);

    public static LifetimeValueReason AtEdge() => new("KAM-VAL-209", "valueInsights.fitAtEdge");
}
