namespace Local.Dataverse.Sales;

/// <summary>The platform's errors of Sales and Service. Names, codes and messages: learn.microsoft.com, "Web service error codes".</summary>
internal static class SalesErrors
{
    public static readonly PlatformError InvalidState = new("InvalidState", 0x80040233, "The object is not in a valid state to perform this operation.");
    public static readonly PlatformError OpportunityIsAlreadyClosed = new("OpportunityIsAlreadyClosed", 0x80040515, "The opportunity is already closed.");
    public static readonly PlatformError LeadAlreadyInClosedState = new("LeadAlreadyInClosedState", 0x80040519, "The lead is already closed.");
    public static readonly PlatformError ParentReadOnly = new("ParentReadOnly", 0x80043b09, "The parent is read only and cannot be edited.");
    public static readonly PlatformError CannotUpdateBecauseItIsReadOnly = new(
        "CannotUpdateBecauseItIsReadOnly", 0x8004022e, "The object cannot be updated because it is read-only.");
    public static readonly PlatformError QuoteReviseExistingActiveQuote = new(
        "QuoteReviseExistingActiveQuote", 0x80048d00,
        "Quote cannot be revised as there already exists another quote in Draft/Active state and with same quote number.");
    public static readonly PlatformError RecordAndPricelistCurrencyNotEqual = new(
        "RecordAndPricelistCurrencyNotEqual", 0x80048cf6, "The currency of the record does not match the currency of the price list.");
    public static readonly PlatformError InvalidPriceLevelCurrencyForPricingMethod = new(
        "InvalidPriceLevelCurrencyForPricingMethod", 0x80048cf9,
        "The currency of the price list needs to match the currency of the product for pricing method percentage.");
    public static readonly PlatformError CannotSpecifyBothProductAndProductDesc = new(
        "CannotSpecifyBothProductAndProductDesc", 0x80043afb, "You cannot set both 'productid' and 'productdescription' for the same record.");
    public static readonly PlatformError CannotSpecifyBothUomAndProductDesc = new(
        "CannotSpecifyBothUomAndProductDesc", 0x80043afa, "You cannot set both 'uomid' and 'productdescription' for the same record.");
    public static readonly PlatformError InvalidProduct = new("InvalidProduct", 0x80060623, "You can't add a product family.");
    public static readonly PlatformError ProductInvalidUnit = new("ProductInvalidUnit", 0x80043b14, "The specified unit is not valid for this product.");
    public static readonly PlatformError ProductOrBundleCannotBeAsParent = new(
        "ProductOrBundleCannotBeAsParent", 0x8004F973, "Only Product Families can be parents to products.");
    public static readonly PlatformError ProductFromActiveToDraftState = new(
        "ProductFromActiveToDraftState", 0x8004F912, "You can't set a published product to the draft state.");
    public static readonly PlatformError ProductFromDraftToRetiredState = new(
        "ProductFromDraftToRetiredState", 0x8004F978,
        "You can't retire this product because {0} is in draft state. A product should be in Active/ Under Revision state for retiring.");
    public static readonly PlatformError ProductFromDraftToRevisedState = new(
        "ProductFromDraftToRevisedState", 0x8004F913, "You can't revise a draft or a retired product.");
    public static readonly PlatformError ProductFromRetiredToDraftState = new(
        "ProductFromRetiredToDraftState", 0x8004F979, "It is not possible to move product from Retired to Draft State.");

    public static readonly PlatformError EntityTypeNotSupported = new("EntityTypeNotSupported", 0x80100008, "{0} entity does not support this message.");
    public static readonly PlatformError MergeCyclicalParentingError = new("MergeCyclicalParentingError", 0x80045300, "Merge could create cyclical parenting.");
    public static readonly PlatformError MergeActiveQuoteError = new(
        "MergeActiveQuoteError", 0x80045302, "Merge cannot be performed on sub-entity that has active quote.");
    public static readonly PlatformError MergeEntityNotActiveError = new(
        "MergeEntityNotActiveError", 0x80045304, "Merge cannot be performed on entity that is inactive.");
    public static readonly PlatformError MergeEntitiesIdenticalError = new(
        "MergeEntitiesIdenticalError", 0x80045305, "Merge cannot be performed on master and sub-entities that are identical.");
    public static readonly PlatformError MergeDifferentlyParentedWarning = new(
        "MergeDifferentlyParentedWarning", 0x80045316, "Merge warning: sub-entity will be differently parented.");
    public static readonly PlatformError MergeLossOfParentingWarning = new(
        "MergeLossOfParentingWarning", 0x80045317, "Merge warning: sub-entity might lose parenting.");
    public static readonly PlatformError NoIncidentMergeHavingSameParent = new(
        "NoIncidentMergeHavingSameParent", 0x8003F450, "Child cases having different parent case associated can not be merged.");

    /// <summary>The wording is as users report it; its code is not in the list and taken to be that of a wrong argument.</summary>
    public static readonly PlatformError UseMessageForState = new(
        "InvalidArgument", 0x80040203,
        "This message can not be used to set the state of {0} to {1}. In order to set state of {0} to {1}, use the {2} message instead.");
}
