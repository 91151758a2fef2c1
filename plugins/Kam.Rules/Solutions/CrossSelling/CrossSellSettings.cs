namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What tunes the chances.</summary>
/// <param name="PeerStrength">How many imaginary peers the whole portfolio counts for; 5 by default.</param>
/// <param name="Regularisation">λ of the similarity; 10 by default, more for small portfolios.</param>
/// <param name="FewestPeers">Evidence and typical margins rest on at least so many peers; 3 by default.</param>
/// <param name="AdoptionDays">How far back a first purchase shows that peers are taking a family up; 182 by default.</param>
public sealed record CrossSellSettings(double PeerStrength, double Regularisation, int FewestPeers, int AdoptionDays)
{
    /// <summary>The values shipped.</summary>
    public static CrossSellSettings Shipped { get; } = new(5d, 10d, 3, 182);
}
