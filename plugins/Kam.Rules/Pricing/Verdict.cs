namespace Kam.Rules.Pricing;

/// <summary>Where a pocket price stands. The numbers are the values of the choice kam_verdict; a larger one is worse.</summary>
public enum Verdict
{
    /// <summary>At the target or above.</summary>
    InCorridor = 781340000,

    /// <summary>Below the target, at the minimum or above: a warning.</summary>
    BelowTarget,

    /// <summary>Below the minimum: somebody must sign.</summary>
    NeedsApproval,

    /// <summary>Below the floor or below cost: nobody may sign.</summary>
    Blocked,
}
