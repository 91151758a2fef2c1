namespace Local.Dataverse.Sales;

/// <summary>Values of the choice pricingerrorcode that the calculation gives.</summary>
internal static class PricingError
{
    public const int None = 0, DetailError = 1, MissingPriceLevel = 2, InactivePriceLevel = 3, MissingQuantity = 4, MissingUnitPrice = 5, MissingUnit = 10,
        ProductNotInPriceLevel = 11, MissingPriceLevelAmount = 12, MissingPriceLevelPercentage = 13, MissingPrice = 14, MissingCurrentCost = 15,
        MissingStandardCost = 16, InvalidPriceLevelPercentage = 18, InvalidRoundingAmount = 24, PriceCalculationError = 25, InactiveDiscountType = 33;
}
