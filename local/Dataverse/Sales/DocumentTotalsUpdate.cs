using System;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>Adds up the lines of a document and stores its totals, through the Update pipeline of the document.</summary>
internal static class DocumentTotalsUpdate
{
    /// <summary>Recalculates one document; one that has never had a line keeps the totals it was given.</summary>
    public static void Run(MessageExecution execution, EntityReference reference, LinePrice prices)
    {
        var lines = SalesTables.LinesOf(reference.LogicalName)!;
        var header = execution.Unit.Retrieve(execution.PlatformContext, reference, Columns(reference.LogicalName));
        var change = new Entity(reference.LogicalName, reference.Id);
        var precision = prices.PrecisionOf(header.GetAttributeValue<EntityReference>("transactioncurrencyid"));
        if (Add(execution, lines, header, precision) is not { } totals) return;
        change["totallineitemamount"] = new Money(totals.LineItemAmount);
        change["totallineitemdiscountamount"] = new Money(totals.LineItemDiscount);
        change["totaldiscountamount"] = new Money(totals.Discount);
        change["totalamountlessfreight"] = new Money(totals.AmountLessFreight);
        change["totaltax"] = new Money(totals.Tax);
        change["totalamount"] = new Money(totals.Amount);
        change["pricingerrorcode"] = new OptionSetValue(totals.HasErrors ? PricingError.DetailError : PricingError.None);
        if (header.LogicalName == "opportunity" && header.GetAttributeValue<bool>("isrevenuesystemcalculated"))
        {
            change["estimatedvalue"] = new Money(totals.Amount);
        }
        execution.Send("Update", new ParameterCollection { ["Target"] = change }, parentContext: null, execution.PlatformContext with { ByPlatform = true });
    }

    private static DocumentTotals? Add(MessageExecution execution, LineTable lines, Entity header, int precision)
    {
        var query = new QueryExpression(lines.Table)
        {
            ColumnSet = new ColumnSet("baseamount", "manualdiscountamount", "volumediscountamount", "quantity", "tax", "pricingerrorcode"),
            PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 },
        };
        query.Criteria.AddCondition(lines.HeaderLookup, ConditionOperator.Equal, header.Id);
        decimal amount = 0m, discount = 0m, tax = 0m;
        var count = 0;
        var hasErrors = false;
        var isPerUnit = execution.Organization.Settings.DiscountsPerUnit;
        while (true)
        {
            var page = execution.Unit.RetrieveMultiple(execution.PlatformContext, query);
            foreach (var line in page.Entities)
            {
                var amounts = new LineAmounts(
                    line.GetAttributeValue<decimal>("quantity"), 0m, SalesCalculation.Amount(line, "volumediscountamount"),
                    SalesCalculation.Amount(line, "manualdiscountamount"), isPerUnit, SalesCalculation.Amount(line, "tax"));
                amount += SalesCalculation.Amount(line, "baseamount") - amounts.ManualOfLine;
                discount += amounts.Discount;
                tax += amounts.Tax;
                hasErrors |= line.GetAttributeValue<OptionSetValue>("pricingerrorcode") is { Value: not PricingError.None };
                count++;
            }
            if (!page.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        if (count == 0 && !header.Contains("totallineitemamount")) return null;

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
