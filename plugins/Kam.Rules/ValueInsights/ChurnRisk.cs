namespace Kam.Rules.ValueInsights;

/// <summary>How likely an account is to leave. The numbers are the values of the choice kam_churnrisk.</summary>
public enum ChurnRisk
{
    /// <summary>Orders as usual.</summary>
    None = 781340000,

    /// <summary>Later than usual.</summary>
    Watch,

    /// <summary>Much later than usual.</summary>
    AtRisk,
}
