namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>When a customer may silently stop buying.</summary>
public enum RepeatPurchaseFamily
{
    /// <summary>BG/NBD: after each repeat purchase. A customer with a single purchase counts as alive for ever (Fader, Hardie and Lee 2005).</summary>
    BgNbd,

    /// <summary>MBG/NBD: after each purchase, the first included (Batislam, Denizel and Filiztekin 2007; Hoppe and Wagner 2008).</summary>
    MbgNbd,
}
