using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>Prices a document or one of its lines anew, as its price list says today.</summary>
internal static class PriceRefresh
{
    /// <summary>All lines, then the totals.</summary>
    public static void Document(MessageExecution execution, EntityReference document)
    {
        if (!execution.Organization.Settings.CalculatesPrices) return;
        new SalesCalculation(execution).RepriceLines([document]);
        DocumentTotalsUpdate.Run(execution, [document], new LinePrice(execution));
    }

    /// <summary>One line, then the totals of its document.</summary>
    public static void Line(MessageExecution execution, EntityReference line)
    {
        var lines = SalesTables.Line(line.LogicalName)!;
        new SalesCalculation(execution).RepriceLine(line);
        var row = execution.Unit.Retrieve(execution.PlatformContext, line, new ColumnSet(lines.HeaderLookup));
        if (row.GetAttributeValue<EntityReference>(lines.HeaderLookup) is { } document) DocumentTotalsUpdate.Run(execution, [document], new LinePrice(execution));
    }
}
