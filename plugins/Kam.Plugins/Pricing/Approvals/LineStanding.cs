using Kam.Rules.Pricing;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Where a line stands by the prices, costs and rates of this moment.</summary>
/// <param name="Verdict">Floor and cost included.</param>
/// <param name="DeviationPercent">How far below the minimum, percent of it.</param>
/// <param name="AmountBelowMinimum">What the line lacks to the minimum, in its currency.</param>
/// <param name="AmountBelowMinimumBase">The same in base currency, which approval levels are held against.</param>
internal sealed record LineStanding(Verdict Verdict, decimal DeviationPercent, decimal AmountBelowMinimum, decimal AmountBelowMinimumBase);
