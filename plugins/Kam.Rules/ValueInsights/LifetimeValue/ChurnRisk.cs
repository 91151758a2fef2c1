namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Whether an account's silence is out of its own rhythm.</summary>
public enum ChurnRisk
{
    /// <summary>As quiet as usual, or too new to tell.</summary>
    None,

    /// <summary>Quiet for longer than usual: worth a call.</summary>
    Watch,

    /// <summary>Quiet for so long that no order is expected any more.</summary>
    AtRisk,
}
