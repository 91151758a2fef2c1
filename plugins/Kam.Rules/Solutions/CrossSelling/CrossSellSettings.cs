namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What tunes the chances.</summary>
/// <param name="PeerStrength">How strongly a share of few peers is drawn to that of the whole portfolio: for how many imaginary peers the portfolio counts; 5 by default.</param>
/// <param name="Regularisation">λ of the similarity; 10 by default, more for small portfolios.</param>
/// <param name="FewestPeers">Least support: evidence and typical margins rest on at least so many peers; 3 by default.</param>
/// <param name="AdoptionDays">Days held out to learn from: first purchases since then are what the model is fitted to, and show that peers are taking a family up; 182 by default.</param>
public sealed record CrossSellSettings(double PeerStrength, double Regularisation, int FewestPeers, int AdoptionDays)
{
    /// <summary>The values shipped.</summary>
    public static CrossSellSettings Shipped { get; } = new(5d, 10d, 3, 182);

    /// <summary>Least confidence, 0 to 1: a bought family is named as the reason only when at least this share of its buyers buys the other one too; 0 by default.</summary>
    public double LeastConfidence { get; init; }

    /// <summary>For how many days ahead a chance is said; 365 by default.</summary>
    public int HorizonDays { get; init; } = 365;

    /// <summary>Fewer first purchases than this in the days held out are not learnt from; 10 by default.</summary>
    public int FewestFirstPurchases { get; init; } = ChanceModel.FewestOfEach;

    /// <summary>Share of the fitted model in a chance, 0 to 1; the rest is the smoothed penetration, which stands alone where nothing could be fitted. 1 by default: the model weighs the penetration itself.</summary>
    public double ModelShare { get; init; } = 1d;
}
