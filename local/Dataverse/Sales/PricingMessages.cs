using System;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Sales;

/// <summary>LockSalesOrderPricing, UnlockSalesOrderPricing, the same for invoices, and CalculatePrice.</summary>
internal static class PricingMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("LockSalesOrderPricing", static e => SetLock(e, "salesorder", "SalesOrderId", isLocked: true), static () => new LockSalesOrderPricingResponse());
        catalog.Add("UnlockSalesOrderPricing", static e => SetLock(e, "salesorder", "SalesOrderId", isLocked: false), static () => new UnlockSalesOrderPricingResponse());
        catalog.Add("LockInvoicePricing", static e => SetLock(e, "invoice", "InvoiceId", isLocked: true), static () => new LockInvoicePricingResponse());
        catalog.Add("UnlockInvoicePricing", static e => SetLock(e, "invoice", "InvoiceId", isLocked: false), static () => new UnlockInvoicePricingResponse());
        catalog.Add("CalculatePrice", CalculatePrice, static () => new CalculatePriceResponse());
        catalog.Add("CalculateActualValueOpportunity", OpportunityValue.Calculate, static () => new CalculateActualValueOpportunityResponse());
    }

    private static void SetLock(MessageExecution execution, string table, string parameter, bool isLocked)
    {
        var id = execution.Required<Guid>(parameter);
        StagedPipeline.Run(execution, table, id, frame =>
        {
            execution.SendUpdate(new Entity(table, id) { ["ispricelocked"] = isLocked }, frame);
            // Unlocked, the document follows its price list again.
            if (!isLocked) PriceRefresh.Document(execution, new EntityReference(table, id));
        });
    }

    /// <summary>With the platform's own calculation the document is priced anew; with a plug-in's it is the event that wakes it.</summary>
    private static void CalculatePrice(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        StagedPipeline.Run(execution, target.LogicalName, target.Id, frame =>
        {
            if (!execution.Organization.Settings.CalculatesPrices) return;
            if (SalesTables.LinesOf(target.LogicalName) is not null) PriceRefresh.Document(execution, target);
            else if (SalesTables.Line(target.LogicalName) is not null) PriceRefresh.Line(execution, target);
            else throw SalesErrors.EntityTypeNotSupported.Fault(target.LogicalName);
        });
    }
}
