using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>The life cycle of a product, what may be above it, and the units it is sold in.</summary>
internal static class ProductGuard
{
    private const int Active = 0, Retired = 1, Draft = 2, UnderRevision = 3;
    private const int Family = 2, Bundle = 3;

    /// <summary>Refuses a step of the life cycle the platform has not.</summary>
    public static void CheckState(MessageExecution execution, Entity row)
    {
        if (row.GetAttributeValue<OptionSetValue>("statecode") is not { } next) return;
        var before = execution.Unit.Retrieve(execution.PlatformContext, row.ToEntityReference(), new ColumnSet("statecode", "name"));
        switch (before.GetAttributeValue<OptionSetValue>("statecode").Value, next.Value)
        {
            case (Active or UnderRevision, Draft):
                throw SalesErrors.ProductFromActiveToDraftState.Fault();
            case (Retired, Draft):
                throw SalesErrors.ProductFromRetiredToDraftState.Fault();
            case (Draft, Retired):
                throw SalesErrors.ProductFromDraftToRetiredState.Fault(before.GetAttributeValue<string>("name"));
            case (Draft or Retired, UnderRevision):
                throw SalesErrors.ProductFromDraftToRevisedState.Fault();
        }
    }

    /// <summary>Only a family can be a parent.</summary>
    public static void CheckParent(MessageExecution execution, Entity row)
    {
        if (row.GetAttributeValue<EntityReference>("parentproductid") is not { } parent) return;
        parent.Id = Targets.Resolve(execution, parent);
        var above = execution.Unit.Retrieve(execution.PlatformContext, parent, new ColumnSet("productstructure"));
        if (above.GetAttributeValue<OptionSetValue>("productstructure")?.Value != Family) throw SalesErrors.ProductOrBundleCannotBeAsParent.Fault();
    }

    /// <summary>A product is sold in the units of its own group.</summary>
    public static void CheckUnit(MessageExecution execution, EntityReference product, EntityReference unit)
    {
        var group = Lookup(execution, product, "defaultuomscheduleid");
        var ofUnit = Lookup(execution, unit, "uomscheduleid");
        if (group is not null && ofUnit is not null && group.Id != ofUnit.Id) throw SalesErrors.ProductInvalidUnit.Fault();
    }

    /// <summary>A family is not sold, and a bundle brings lines for what is in it.</summary>
    public static void CheckStructure(MessageExecution execution, EntityReference product)
    {
        var row = execution.Unit.Retrieve(execution.PlatformContext, product, new ColumnSet("productstructure"));
        switch (row.GetAttributeValue<OptionSetValue>("productstructure")?.Value)
        {
            case Family:
                throw SalesErrors.InvalidProduct.Fault();
            case Bundle:
                throw PlatformErrors.NotSupportedHere("product bundles on lines of a document");
        }
    }

    private static EntityReference? Lookup(MessageExecution execution, EntityReference row, string column) =>
        execution.Unit.Retrieve(execution.PlatformContext, row, new ColumnSet(column)).GetAttributeValue<EntityReference>(column);
}
