using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>
/// What Sales refuses beyond the rules of every table: documents that have become read-only and their lines, states that have a message of their
/// own, prices in another currency, products out of their life cycle.
/// </summary>
/// <remarks>Read-only is by state: quote Active, Won and Closed; order Submitted, Canceled, Fulfilled and Invoiced; invoice Closed, Paid and
/// Canceled. A system administrator may still change such rows ("Dynamics 365 Sales and privacy laws and regulations").</remarks>
internal sealed class SalesGuard(MessageExecution execution)
{
    private const int Editable = 0, CurrencyAmount = 1;

    /// <summary>What may change in a read-only document.</summary>
    private static readonly FrozenSet<string> AlwaysOpen = FrozenSet.ToFrozenSet(["statecode", "statuscode", "ownerid"]);

    // Many lines of one request share document, product and unit.
    private readonly Dictionary<EntityReference, bool> readOnly = [];
    private readonly Dictionary<Guid, EntityReference?> currenciesOfLists = [];
    private readonly HashSet<(Guid Product, Guid Unit)> units = [];
    private readonly HashSet<Guid> products = [];

    public void BeforeCreate(Entity row)
    {
        if (execution.Context.ByPlatform) return;
        switch (row.LogicalName)
        {
            case "product":
                ProductGuard.CheckParent(execution, row);
                return;
            case "productpricelevel":
                CheckPricingMethod(row, stored: null);
                return;
            case "incident":
                return;
        }
        if (SalesTables.Line(row.LogicalName) is not { } lines)
        {
            CheckCurrency(row, stored: null);
            return;
        }
        CheckDescription(row);
        CheckProduct(row);
        if (HeaderOf(row, lines) is { } header && IsReadOnly(header)) throw SalesErrors.ParentReadOnly.Fault();
    }

    public void BeforeUpdate(Entity row)
    {
        if (execution.Context.ByPlatform) return;
        switch (row.LogicalName)
        {
            case "product":
                ProductGuard.CheckState(execution, row);
                ProductGuard.CheckParent(execution, row);
                return;
            case "productpricelevel":
                CheckPricingMethod(row, row.ToEntityReference());
                return;
            case "incident":
                RequireMessage(row, state: 1, "Resolved", "CloseIncidentRequest");
                return;
            case "salesorder":
                RequireMessage(row, state: 4, "Invoiced", "ConvertSalesOrderToInvoiceRequest");
                break;
            // Plug-ins have been seen to close quotes by an Update of their own.
            case "quote" when execution.Caller.PluginType is null:
                RequireMessage(row, state: 2, "Won", "WinQuoteRequest");
                RequireMessage(row, state: 3, "Closed", "CloseQuoteRequest");
                break;
        }
        if (SalesTables.Line(row.LogicalName) is { } lines) CheckLineUpdate(row, lines);
        else CheckDocumentUpdate(row);
    }

    public void BeforeDelete(EntityReference row)
    {
        if (execution.Context.ByPlatform || SalesTables.Line(row.LogicalName) is not { } lines) return;
        // With its document a line goes whatever the state.
        if (execution.Caller.ParentContext is { MessageName: "Delete" } parent && parent.PrimaryEntityName == lines.Header) return;
        var line = execution.Unit.Retrieve(execution.PlatformContext, row, new ColumnSet(lines.HeaderLookup));
        if (line.GetAttributeValue<EntityReference>(lines.HeaderLookup) is { } header && IsReadOnly(header)) throw SalesErrors.ParentReadOnly.Fault();
    }

    private void CheckLineUpdate(Entity row, LineTable lines)
    {
        CheckDescription(row);
        if (row.Contains("uomid") || row.Contains("productid")) CheckProduct(row);
        if (!ChangesMore(row)) return;
        var line = execution.Unit.Retrieve(execution.PlatformContext, row.ToEntityReference(), new ColumnSet(lines.HeaderLookup));
        if (line.GetAttributeValue<EntityReference>(lines.HeaderLookup) is not { } header) return;
        if (IsReadOnly(header) && execution.Context.Access is not null) throw SalesErrors.ParentReadOnly.Fault();
    }

    private void CheckDocumentUpdate(Entity row)
    {
        if (!ChangesMore(row)) return;
        CheckCurrency(row, row.ToEntityReference());
        if (row.LogicalName != "opportunity" && IsReadOnly(row.ToEntityReference()) && !IsReopened(row) && execution.Context.Access is not null)
        {
            throw SalesErrors.CannotUpdateBecauseItIsReadOnly.Fault();
        }
    }

    private static bool IsReopened(Entity row) => row.GetAttributeValue<OptionSetValue>("statecode") is { Value: Editable };

    private static bool ChangesMore(Entity row)
    {
        foreach (var attribute in row.Attributes)
        {
            if (!AlwaysOpen.Contains(attribute.Key) && !(attribute.Value is Guid id && id == row.Id)) return true;
        }
        return false;
    }

    private bool IsReadOnly(EntityReference header)
    {
        if (readOnly.TryGetValue(header, out var known)) return known;
        var row = execution.Unit.Retrieve(execution.PlatformContext, header, new ColumnSet("statecode"));
        return readOnly[header] = row.GetAttributeValue<OptionSetValue>("statecode") is { Value: not Editable };
    }

    private void CheckProduct(Entity line)
    {
        if (line.GetAttributeValue<EntityReference>("productid") is not { } product) return;
        product.Id = Targets.Resolve(execution, product);
        if (products.Add(product.Id)) ProductGuard.CheckStructure(execution, product);
        if (line.GetAttributeValue<EntityReference>("uomid") is not { } unit) return;
        unit.Id = Targets.Resolve(execution, unit);
        if (units.Add((product.Id, unit.Id))) ProductGuard.CheckUnit(execution, product, unit);
    }

    private static void RequireMessage(Entity row, int state, string name, string request)
    {
        if (row.GetAttributeValue<OptionSetValue>("statecode") is { } given && given.Value == state)
        {
            throw SalesErrors.UseMessageForState.Fault(row.LogicalName, name, request);
        }
    }

    private void CheckCurrency(Entity row, EntityReference? stored)
    {
        if (!row.Contains("pricelevelid") && !row.Contains("transactioncurrencyid")) return;
        var before = stored is null ? null : execution.Unit.Retrieve(execution.PlatformContext, stored, new ColumnSet("pricelevelid", "transactioncurrencyid"));
        if (Given(row, before, "pricelevelid") is not { } list || Given(row, before, "transactioncurrencyid") is not { } currency) return;
        if (CurrencyOf(list) is { } ofList && ofList.Id != Targets.Resolve(execution, currency)) throw SalesErrors.RecordAndPricelistCurrencyNotEqual.Fault();
    }

    private EntityReference? CurrencyOf(EntityReference list)
    {
        list.Id = Targets.Resolve(execution, list);
        if (currenciesOfLists.TryGetValue(list.Id, out var currency)) return currency;
        var row = execution.Unit.Retrieve(execution.PlatformContext, list, new ColumnSet("transactioncurrencyid"));
        return currenciesOfLists[list.Id] = row.GetAttributeValue<EntityReference>("transactioncurrencyid");
    }

    private static EntityReference? Given(Entity row, Entity? before, string column) =>
        row.Contains(column) ? row.GetAttributeValue<EntityReference>(column) : before?.GetAttributeValue<EntityReference>(column);

    private void CheckPricingMethod(Entity row, EntityReference? stored)
    {
        if (!row.Contains("pricingmethodcode") && !row.Contains("productid") && !row.Contains("pricelevelid")) return;
        var before = stored is null ? null : execution.Unit.Retrieve(execution.PlatformContext, stored, new ColumnSet("pricingmethodcode", "productid", "pricelevelid"));
        var method = row.Contains("pricingmethodcode") ? row.GetAttributeValue<OptionSetValue>("pricingmethodcode") : before?.GetAttributeValue<OptionSetValue>("pricingmethodcode");
        if (method is null or { Value: CurrencyAmount }) return;
        if (Given(row, before, "productid") is not { } product || Given(row, before, "pricelevelid") is not { } list) return;
        product.Id = Targets.Resolve(execution, product);
        var ofProduct = execution.Unit.Retrieve(execution.PlatformContext, product, new ColumnSet("transactioncurrencyid")).GetAttributeValue<EntityReference>("transactioncurrencyid");
        if (ofProduct is not null && CurrencyOf(list) is { } ofList && ofList.Id != ofProduct.Id) throw SalesErrors.InvalidPriceLevelCurrencyForPricingMethod.Fault();
    }

    private static void CheckDescription(Entity row)
    {
        if (row.GetAttributeValue<string>("productdescription") is null) return;
        if (row.GetAttributeValue<EntityReference>("productid") is not null) throw SalesErrors.CannotSpecifyBothProductAndProductDesc.Fault();
        if (row.GetAttributeValue<EntityReference>("uomid") is not null) throw SalesErrors.CannotSpecifyBothUomAndProductDesc.Fault();
    }

    private EntityReference? HeaderOf(Entity line, LineTable lines) =>
        line.GetAttributeValue<EntityReference>(lines.HeaderLookup) is { } given
            ? new EntityReference(lines.Header, Targets.Resolve(execution, given))
            : null;
}
