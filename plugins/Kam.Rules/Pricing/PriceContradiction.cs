namespace Kam.Rules.Pricing;

/// <summary>A lower segment pays less than a higher one for the same product at comparable volume.</summary>
/// <param name="Favoured">The line of the lower segment.</param>
/// <param name="Disadvantaged">The line of the higher segment.</param>
/// <param name="AmountAtStake">What the higher segment would ask back once it knew: price difference x its quantity, base currency.</param>
public sealed record PriceContradiction(PricePoint Favoured, PricePoint Disadvantaged, decimal AmountAtStake);

/// <summary>A line of a higher segment that pays more than at least one line of a lower one.</summary>
/// <param name="Line">The line.</param>
/// <param name="LowestPrice">The cheapest line of a lower segment.</param>
/// <param name="ContradictionCount">How many lines of lower segments pay less.</param>
/// <param name="AmountAtStake">Difference to the cheapest x its quantity, base currency.</param>
public sealed record ExposedLine(PricePoint Line, PricePoint LowestPrice, long ContradictionCount, decimal AmountAtStake);
