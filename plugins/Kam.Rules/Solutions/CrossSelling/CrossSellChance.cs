using System;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>The chance that an account buys a family it has not bought.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="FamilyId">What.</param>
/// <param name="Probability">Within a year, 0 to 1, four decimals.</param>
/// <param name="TypicalMargin">What peers that buy it bring in a year: the median, base currency; null when no margin is known.</param>
/// <param name="ExpectedMargin">Probability times typical margin, two decimals.</param>
/// <param name="Evidence">The figures that speak for it.</param>
public sealed record CrossSellChance(Guid AccountId, Guid FamilyId, decimal Probability, decimal? TypicalMargin, decimal? ExpectedMargin, PeerEvidence Evidence);
