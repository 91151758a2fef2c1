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
    private const string SkipColumn = "skippricecalculation", VolumeDiscount = "volumediscountamount";
    private const int SkipOnCreate = 1, SkipOnUpdate = 2, SkipOnUpsert = 3;

    private static readonly string[] LineInputs =
        ["quantity", "priceperunit", "ispriceoverridden", "isproductoverridden", "manualdiscountamount", "tax", "productid", "uomid"];
    private static readonly string[] HeaderInputs = ["discountamount", "discountpercentage", "freightamount"];

    private readonly MessageExecution execution;
    private readonly LinePrice prices;
    private readonly HashSet<EntityReference> headers = [];
    private readonly HashSet<EntityReference> repriced = [];
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
        if (SkipOf(row) is SkipOnCreate or SkipOnUpsert) Note(row, lines);
        else Calculate(row, row, lines);
    }

    /// <summary>The same when something it is calculated from changes; on a document, its discounts, freight and price list.</summary>
    public void BeforeUpdate(Entity row)
    {
        if (!isOn) return;
        if (SalesTables.Line(row.LogicalName) is { } lines)
        {
            if (ContainsAny(row, LineInputs) || row.Contains(lines.HeaderLookup)) Recalculate(row, lines);
            return;
        }
        var header = new EntityReference(row.LogicalName, row.Id);
        if (ContainsAny(row, HeaderInputs)) headers.Add(header);
        if (row.Contains("pricelevelid")) repriced.Add(header);
    }

    /// <summary>The document loses a line.</summary>
    public void BeforeDelete(EntityReference row)
    {
        if (!isOn || SalesTables.Line(row.LogicalName) is not { } lines) return;
        Note(execution.Unit.Retrieve(execution.PlatformContext, row, new ColumnSet(lines.HeaderLookup)), lines);
    }

    /// <summary>The volume discount is the platform's to write, so it follows the row.</summary>
    public void AfterWrite(Entity row, Guid id)
    {
        if (!isOn || !row.Attributes.TryGetValue(VolumeDiscount, out var discount) || SalesTables.Line(row.LogicalName) is null) return;
        var change = new Entity(row.LogicalName, id) { [VolumeDiscount] = discount };
        execution.Unit.Update(execution.PlatformContext with { ByPlatform = true }, change);
    }

    /// <summary>Totals of all documents concerned.</summary>
    public void UpdateHeaders()
    {
        if (headers.Count == 0 && repriced.Count == 0) return;
        foreach (var header in repriced)
        {
            RepriceLines(header);
            headers.Add(header);
        }
        repriced.Clear();
        var concerned = new List<EntityReference>(headers);
        headers.Clear();
        foreach (var header in concerned) DocumentTotalsUpdate.Run(execution, header, prices);
    }

    /// <summary>Prices all lines of a document anew.</summary>
    public void RepriceLines(EntityReference header)
    {
        var lines = SalesTables.LinesOf(header.LogicalName)!;
        var query = new QueryExpression(lines.Table) { ColumnSet = new ColumnSet(Needed(lines)) };
        query.Criteria.AddCondition(lines.HeaderLookup, ConditionOperator.Equal, header.Id);
        foreach (var line in execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities) Store(line, lines);
    }

    /// <summary>Prices one line anew.</summary>
    public void RepriceLine(EntityReference reference)
    {
        var lines = SalesTables.Line(reference.LogicalName)!;
        Store(execution.Unit.Retrieve(execution.PlatformContext, reference, new ColumnSet(Needed(lines))), lines);
    }

    private void Store(Entity line, LineTable lines)
    {
        var change = new Entity(line.LogicalName, line.Id);
        Calculate(change, line, lines);
        if (change.Attributes.Count > 0) execution.Unit.Update(execution.PlatformContext with { ByPlatform = true }, change);
    }

    private void Recalculate(Entity change, LineTable lines)
    {
        var merged = execution.Unit.Retrieve(execution.PlatformContext, change.ToEntityReference(), new ColumnSet(Needed(lines)));
        // A line that moves leaves its document with other totals, too.
        Note(merged, lines);
        foreach (var attribute in change.Attributes) merged[attribute.Key] = attribute.Value;
        if (SkipOf(merged) is SkipOnUpdate or SkipOnUpsert) Note(merged, lines);
        else Calculate(change, merged, lines);
    }

    private string[] Needed(LineTable lines)
    {
        var hasSkip = execution.Organization.Schema.Find(lines.Table)?.Find(SkipColumn) is not null;
        return hasSkip
            ? [.. LineInputs, "transactioncurrencyid", VolumeDiscount, lines.HeaderLookup, SkipColumn]
            : [.. LineInputs, "transactioncurrencyid", VolumeDiscount, lines.HeaderLookup];
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
        var volume = Math.Round(price.VolumeDiscount, precision, MidpointRounding.AwayFromZero);
        // Most lines have none, before and after.
        if (volume != Amount(line, VolumeDiscount)) change[VolumeDiscount] = new Money(volume);
        else change.Attributes.Remove(VolumeDiscount);
        var amounts = new LineAmounts(
            line.Attributes.TryGetValue("quantity", out var quantity) && quantity is decimal units ? units : 0m,
            price.PricePerUnit ?? 0m, volume, Amount(line, "manualdiscountamount"), execution.Organization.Settings.DiscountsPerUnit, Amount(line, "tax"));
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

    private static int SkipOf(Entity row) => row.Attributes.TryGetValue(SkipColumn, out var value) && value is OptionSetValue skip ? skip.Value : 0;

    private static bool ContainsAny(Entity row, string[] columns)
    {
        foreach (var column in columns)
        {
            if (row.Contains(column)) return true;
        }
        return false;
    }
}
