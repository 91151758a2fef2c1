using System;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>
/// The platform's default price calculation within one request: every line written gets its amounts, every document concerned its totals,
/// once, after the last line.
/// </summary>
internal sealed class SalesCalculation
{
    private static readonly string[] LineInputs =
        ["quantity", "priceperunit", "ispriceoverridden", "isproductoverridden", "manualdiscountamount", "tax", "productid", "uomid"];
    private static readonly string[] HeaderInputs = ["discountamount", "discountpercentage", "freightamount"];

    private readonly MessageExecution execution;
    private readonly LinePrice prices;
    private readonly HashSet<EntityReference> headers = [];
    private readonly bool isOn;

    public SalesCalculation(MessageExecution execution)
    {
        this.execution = execution;
        prices = new LinePrice(execution);
        isOn = execution.Organization.Settings.CalculatesPrices;
    }

    /// <summary>A line gets its price and amounts before it is stored.</summary>
    public void BeforeCreate(Entity row)
    {
        if (!isOn || SalesTables.Line(row.LogicalName) is not { } lines) return;
        Calculate(row, row, lines);
    }

    /// <summary>The same when something it is calculated from changes; on a document, its discounts and freight.</summary>
    public void BeforeUpdate(Entity row)
    {
        if (!isOn) return;
        if (SalesTables.Line(row.LogicalName) is { } lines)
        {
            if (ContainsAny(row, LineInputs) || row.Contains(lines.HeaderLookup)) Recalculate(row, lines);
        }
        else if (ContainsAny(row, HeaderInputs))
        {
            headers.Add(new EntityReference(row.LogicalName, row.Id));
        }
    }

    /// <summary>The document loses a line.</summary>
    public void BeforeDelete(EntityReference row)
    {
        if (!isOn || SalesTables.Line(row.LogicalName) is not { } lines) return;
        Note(execution.Unit.Retrieve(execution.PlatformContext, row, new ColumnSet(lines.HeaderLookup)), lines);
    }

    /// <summary>Totals of all documents concerned.</summary>
    public void UpdateHeaders()
    {
        if (headers.Count == 0) return;
        var concerned = new List<EntityReference>(headers);
        headers.Clear();
        foreach (var header in concerned) DocumentTotalsUpdate.Run(execution, header, prices);
    }

    private void Recalculate(Entity change, LineTable lines)
    {
        string[] columns = [.. LineInputs, "transactioncurrencyid", "volumediscountamount", lines.HeaderLookup];
        var merged = execution.Unit.Retrieve(execution.PlatformContext, change.ToEntityReference(), new ColumnSet(columns));
        // A line that moves leaves its document with other totals, too.
        Note(merged, lines);
        foreach (var attribute in change.Attributes) merged[attribute.Key] = attribute.Value;
        Calculate(change, merged, lines);
    }

    // Reads the line as a whole, writes what is calculated to the change.
    private void Calculate(Entity change, Entity line, LineTable lines)
    {
        var header = Note(line, lines) is { } reference ? prices.Header(reference) : null;
        if (header is { IsPriceLocked: true }) return;
        if (!line.Contains("transactioncurrencyid") && header?.Currency is { } currency) change["transactioncurrencyid"] = currency;
        var price = prices.Of(line, header);
        if (price.PricePerUnit is { } perUnit) change["priceperunit"] = new Money(perUnit);
        change["pricingerrorcode"] = new OptionSetValue(price.ErrorCode);

        var precision = prices.PrecisionOf(line.GetAttributeValue<EntityReference>("transactioncurrencyid") ?? header?.Currency);
        var amounts = new LineAmounts(
            line.Attributes.TryGetValue("quantity", out var quantity) && quantity is decimal units ? units : 0m,
            price.PricePerUnit ?? 0m, Amount(line, "volumediscountamount"), Amount(line, "manualdiscountamount"), Amount(line, "tax"));
        change["baseamount"] = new Money(amounts.BaseAmount(precision));
        change["extendedamount"] = new Money(amounts.ExtendedAmount(precision));
    }

    private EntityReference? Note(Entity line, LineTable lines)
    {
        if (line.GetAttributeValue<EntityReference>(lines.HeaderLookup) is not { } given) return null;
        var id = given.Id != Guid.Empty ? given.Id : execution.Unit.Resolve(execution.PlatformContext, given);
        var header = new EntityReference(lines.Header, id);
        headers.Add(header);
        return header;
    }

    internal static decimal Amount(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out var value) && value is Money money ? money.Value : 0m;

    private static bool ContainsAny(Entity row, string[] columns)
    {
        foreach (var column in columns)
        {
            if (row.Contains(column)) return true;
        }
        return false;
    }
}
