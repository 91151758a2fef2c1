using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>Adds up the lines of documents and stores their totals, through the Update pipeline of the documents.</summary>
internal static class DocumentTotalsUpdate
{
    /// <summary>Recalculates documents of one table; one that has never had a line keeps the totals it was given.</summary>
    public static void Run(MessageExecution execution, IReadOnlyList<EntityReference> documents, LinePrice prices)
    {
        if (documents.Count == 0) return;
        var table = documents[0].LogicalName;
        var lines = SalesTables.LinesOf(table)!;
        if (documents.Count > 1) execution.Unit.LookAhead(execution.PlatformContext, table, documents.Select(d => d.Id), Columns(table));
        var headers = documents.Select(d => execution.Unit.Retrieve(execution.PlatformContext, d, Columns(table))).ToList();
        var sums = DocumentLines.Of(execution, lines, documents, "baseamount", "manualdiscountamount", "volumediscountamount", "quantity", "tax", "pricingerrorcode")
            .ToLookup(line => line.GetAttributeValue<EntityReference>(lines.HeaderLookup).Id);
        var changes = headers.Select(h => Change(execution, h, [.. sums[h.Id]], prices)).OfType<Entity>().ToList();
        if (changes.Count == 0) return;
        var context = execution.PlatformContext with { ByPlatform = true };
        if (changes.Count == 1) execution.Send("Update", new ParameterCollection { ["Target"] = changes[0] }, parentContext: null, context);
        else execution.Send("UpdateMultiple", new ParameterCollection { ["Targets"] = new EntityCollection(changes) { EntityName = table } }, parentContext: null, context);
    }

    private static Entity? Change(MessageExecution execution, Entity header, List<Entity> lines, LinePrice prices)
    {
        var precision = prices.PrecisionOf(header.GetAttributeValue<EntityReference>("transactioncurrencyid"));
        if (Add(execution, lines, header, precision) is not { } totals) return null;
        var change = new Entity(header.LogicalName, header.Id)
        {
            ["totallineitemamount"] = new Money(totals.LineItemAmount),
            ["totallineitemdiscountamount"] = new Money(totals.LineItemDiscount),
            ["totaldiscountamount"] = new Money(totals.Discount),
            ["totalamountlessfreight"] = new Money(totals.AmountLessFreight),
            ["totaltax"] = new Money(totals.Tax),
            ["totalamount"] = new Money(totals.Amount),
            ["pricingerrorcode"] = new OptionSetValue(totals.HasErrors ? PricingError.DetailError : PricingError.None),
        };
        if (header.LogicalName == "opportunity" && header.GetAttributeValue<bool>("isrevenuesystemcalculated"))
        {
            change["estimatedvalue"] = new Money(totals.Amount);
        }
        return change;
    }

    private static DocumentTotals? Add(MessageExecution execution, List<Entity> lines, Entity header, int precision)
    {
        if (lines.Count == 0 && !header.Contains("totallineitemamount")) return null;
        decimal amount = 0m, discount = 0m, tax = 0m;
        var hasErrors = false;
        var isPerUnit = execution.Organization.Settings.DiscountsPerUnit;
        foreach (var line in lines)
        {
            var amounts = new LineAmounts(
                line.GetAttributeValue<decimal>("quantity"), 0m, SalesCalculation.Amount(line, "volumediscountamount"),
                SalesCalculation.Amount(line, "manualdiscountamount"), isPerUnit, SalesCalculation.Amount(line, "tax"));
            amount += SalesCalculation.Amount(line, "baseamount") - amounts.ManualOfLine;
            discount += amounts.Discount;
            tax += amounts.Tax;
            hasErrors |= line.GetAttributeValue<OptionSetValue>("pricingerrorcode") is { Value: not PricingError.None };
        }
        var percentage = header.GetAttributeValue<decimal>("discountpercentage");
        var given = SalesCalculation.Amount(header, "discountamount") + Math.Round(amount * percentage / 100m, precision, MidpointRounding.AwayFromZero);
        return new DocumentTotals(
            amount, Math.Round(discount, precision, MidpointRounding.AwayFromZero), given, SalesCalculation.Amount(header, "freightamount"), tax, hasErrors);
    }

    private static ColumnSet Columns(string table)
    {
        var columns = new ColumnSet("transactioncurrencyid", "discountamount", "discountpercentage", "freightamount", "totallineitemamount");
        if (table == "opportunity") columns.AddColumn("isrevenuesystemcalculated");
        return columns;
    }
}
