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

/// <summary>All that one customer of a higher segment pays too much for a product at one volume, held against one customer of a lower segment.</summary>
/// <param name="Product">Number of the product.</param>
/// <param name="Account">Number of the customer of the higher segment.</param>
/// <param name="OtherAccount">Number of the customer of the lower segment.</param>
/// <param name="Dearest">The line of the higher segment with the largest difference per unit.</param>
/// <param name="LowestPrice">The cheapest line of the other.</param>
/// <param name="FromQuantity">Where the volume band begins.</param>
/// <param name="Quantity">Units of the lines that pay too much.</param>
/// <param name="PairCount">Pairs of lines that contradict one another.</param>
/// <param name="AmountAtStake">Each line's difference to the cheapest line of the other x its quantity, base currency.</param>
public sealed record AccountContradiction(
    int Product,
    int Account,
    int OtherAccount,
    PricePoint Dearest,
    PricePoint LowestPrice,
    decimal FromQuantity,
    decimal Quantity,
    long PairCount,
    decimal AmountAtStake);
