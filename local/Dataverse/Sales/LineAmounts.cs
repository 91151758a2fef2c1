using System;

namespace Local.Dataverse.Sales;

/// <summary>The amounts of one line as the platform calculates them: negative quantities are returns and give negative amounts.</summary>
/// <param name="Quantity">Units.</param>
/// <param name="PricePerUnit">In the line's currency.</param>
/// <param name="VolumeDiscount">Per unit.</param>
/// <param name="ManualDiscount">For the whole line, or per unit when the organisation calculates so.</param>
/// <param name="IsManualDiscountPerUnit">The organisation's discountcalculationmethod is Per unit.</param>
/// <param name="Tax">For the whole line.</param>
internal readonly record struct LineAmounts(
    decimal Quantity, decimal PricePerUnit, decimal VolumeDiscount, decimal ManualDiscount, bool IsManualDiscountPerUnit, decimal Tax)
{
    /// <summary>Quantity times price less volume discount, rounded to the currency.</summary>
    public decimal BaseAmount(int precision) =>
        Math.Round(Quantity * (PricePerUnit - VolumeDiscount), precision, MidpointRounding.AwayFromZero);

    /// <summary>Base amount less manual discount plus tax.</summary>
    public decimal ExtendedAmount(int precision) => Math.Round(BaseAmount(precision) - ManualOfLine + Tax, precision, MidpointRounding.AwayFromZero);

    /// <summary>The manual discount of the whole line.</summary>
    public decimal ManualOfLine => IsManualDiscountPerUnit ? ManualDiscount * Quantity : ManualDiscount;

    /// <summary>Both discounts of the whole line.</summary>
    public decimal Discount => ManualOfLine + VolumeDiscount * Quantity;
}

/// <summary>The totals of one document.</summary>
/// <param name="LineItemAmount">Lines after their own discounts, without tax.</param>
/// <param name="LineItemDiscount">Discounts given on lines.</param>
/// <param name="Discount">Discount on the document, as amount and percentage together.</param>
/// <param name="Freight">Freight.</param>
/// <param name="Tax">Tax of all lines.</param>
/// <param name="HasErrors">A line could not be priced.</param>
internal readonly record struct DocumentTotals(decimal LineItemAmount, decimal LineItemDiscount, decimal Discount, decimal Freight, decimal Tax, bool HasErrors)
{
    public decimal AmountLessFreight => LineItemAmount - Discount;

    public decimal Amount => AmountLessFreight + Freight + Tax;
}
