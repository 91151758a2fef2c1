namespace Kam.Rules.Pricing;

/// <summary>Lines of comparable volume, and how far prices may differ among them before it counts.</summary>
/// <param name="From">Smallest quantity of the band, above zero; it ends where the next one begins.</param>
/// <param name="TolerancePercent">0 up to, but not including, 100: a price that is lower by no more than this contradicts nothing.</param>
public sealed record VolumeBand(decimal From, decimal TolerancePercent);
