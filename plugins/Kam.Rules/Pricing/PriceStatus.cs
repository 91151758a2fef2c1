namespace Kam.Rules.Pricing;

/// <summary>What anybody may know about a line's price. The numbers are the values of the choice kam_pricestatus.</summary>
public enum PriceStatus
{
    /// <summary>At the target or above.</summary>
    InCorridor = 781340000,

    /// <summary>Below the target, at the minimum or above: a warning.</summary>
    BelowTarget,

    /// <summary>Somebody must sign, or nobody may: a reader without cost is not told which.</summary>
    NeedsApproval,

    /// <summary>Somebody has signed, for exactly these terms.</summary>
    Approved,

    /// <summary>There are no bounds to hold it against.</summary>
    NotJudged,
}
