using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>The volume discount is the platform's to write, so it follows the rows.</summary>
    public void AfterWrite(IReadOnlyList<(Entity Row, Guid Id)> rows)
    {
        if (!isOn || SalesTables.Line(rows[0].Row.LogicalName) is null) return;
        var changes = new List<Entity>();
        foreach (var (row, id) in rows)
        {
            if (row.Attributes.TryGetValue(VolumeDiscount, out var discount)) changes.Add(new Entity(row.LogicalName, id) { [VolumeDiscount] = discount });
        }
        Store(changes);
    }

    /// <summary>Reads together what the rows are about to be asked one by one.</summary>
    public void LookAhead(IList<Entity> rows, bool creating) => new SalesLookAhead(execution, prices).Rows(rows, creating);

    /// <summary>Totals of all documents concerned.</summary>
    public void UpdateHeaders()
    {
        if (headers.Count == 0 && repriced.Count == 0) return;
        if (repriced.Count > 0) RepriceLines([.. repriced]);
        headers.UnionWith(repriced);
        repriced.Clear();
        var concerned = new List<EntityReference>(headers);
        headers.Clear();
        DocumentTotalsUpdate.Run(execution, concerned, prices);
    }

    /// <summary>Prices all lines of documents of one table anew.</summary>
    public void RepriceLines(IReadOnlyList<EntityReference> documents)
    {
        var table = SalesTables.LinesOf(documents[0].LogicalName)!;
        var lines = DocumentLines.Of(execution, table, documents, Needed(execution, table)).ToList();
        if (lines.Count > 1) new SalesLookAhead(execution, prices).Lines(lines, table);
        Store([.. lines.Select(line => Repriced(line, table)).OfType<Entity>()]);
    }

    /// <summary>Prices one line anew.</summary>
    public void RepriceLine(EntityReference reference)
    {
        var lines = SalesTables.Line(reference.LogicalName)!;
        var line = execution.Unit.Retrieve(execution.PlatformContext, reference, new ColumnSet(Needed(execution, lines)));
        if (Repriced(line, lines) is { } change) Store([change]);
    }

    private Entity? Repriced(Entity line, LineTable lines)
    {
        var change = new Entity(line.LogicalName, line.Id);
        Calculate(change, line, lines);
        return change.Attributes.Count > 0 ? change : null;
    }

    private void Store(List<Entity> changes)
    {
        var context = execution.PlatformContext with { ByPlatform = true };
        void Update()
        {
            foreach (var change in changes) execution.Unit.Update(context, change);
        }

        if (changes.Count > 1) execution.Unit.Together(context, changes, creating: false, Update);
        else Update();
    }

    private void Recalculate(Entity change, LineTable lines)
    {
        var merged = execution.Unit.Retrieve(execution.PlatformContext, change.ToEntityReference(), new ColumnSet(Needed(execution, lines)));
        // A line that moves leaves its document with other totals, too.
        Note(merged, lines);
        foreach (var attribute in change.Attributes) merged[attribute.Key] = attribute.Value;
        if (SkipOf(merged) is SkipOnUpdate or SkipOnUpsert) Note(merged, lines);
        else Calculate(change, merged, lines);
    }

    /// <summary>The columns of a line that its price follows from.</summary>
    public static string[] Needed(MessageExecution execution, LineTable lines)
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
