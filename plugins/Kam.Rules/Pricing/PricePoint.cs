using System;

namespace Kam.Rules.Pricing;

/// <summary>One line as the consistency check sees it. Small, because millions are held at once.</summary>
/// <remarks>Price and quantity are kept in ten-thousandths, the finest that a money column holds; what is finer is rounded, halves away from zero.</remarks>
public readonly struct PricePoint
{
    private const decimal Scale = 10_000m;
    private readonly long price, quantity;

    /// <param name="line">Number of the line, by which the caller finds it again.</param>
    /// <param name="product">Number of the product.</param>
    /// <param name="segmentRank">1 for the highest segment; a larger number is a lower one.</param>
    /// <param name="quantity">Units.</param>
    /// <param name="pocketPrice">Per unit, base currency.</param>
    /// <exception cref="OverflowException">Price or quantity of 900 trillion or more.</exception>
    public PricePoint(int line, int product, byte segmentRank, decimal quantity, decimal pocketPrice)
    {
        Line = line;
        Product = product;
        SegmentRank = segmentRank;
        this.quantity = InTenThousandths(quantity);
        price = InTenThousandths(pocketPrice);
    }

    /// <summary>By product, then by price.</summary>
    public static Comparison<PricePoint> ByProductAndPrice { get; } = (left, right) =>
        left.Product != right.Product ? left.Product.CompareTo(right.Product) : left.price.CompareTo(right.price);

    /// <summary>Number of the line.</summary>
    public int Line { get; }

    /// <summary>Number of the product.</summary>
    public int Product { get; }

    /// <summary>1 for the highest segment.</summary>
    public byte SegmentRank { get; }

    /// <summary>Units.</summary>
    public decimal Quantity => quantity / Scale;

    /// <summary>Per unit, base currency.</summary>
    public decimal PocketPrice => price / Scale;

    /// <summary>The price as it is compared: in ten-thousandths.</summary>
    internal long Price => price;

    /// <summary>The quantity as it is compared: in ten-thousandths.</summary>
    internal long Units => quantity;

    private static long InTenThousandths(decimal value) => checked((long)Math.Round(value * Scale, 0, MidpointRounding.AwayFromZero));
}
