using System;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Custom API kam_ExplainLinePrice: the waterfall of a line as it was stored, for whoever may read the line; the steps below the pocket price only for readers of cost. Refuses KAM-GEN-003.</summary>
/// <remarks>Two requests. Answers an empty text for a line that was stored before prices were judged.</remarks>
/// <model stage="5 Pricing">price waterfall list → discounts → invoice price → conditions → pocket price → cost → pocket margin</model>
public sealed class ExplainLinePrice : KamPlugin
{
    private static readonly ColumnSet Stored = new(QuoteLineRow.Column.Waterfall);

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var table = request.Required<string>("Table");
        if (table is not (QuoteLineRow.Table or OrderLineRow.Table or PriceAgreementLineRow.Table))
            throw RequestParameters.Invalid("Table", table, $"{QuoteLineRow.Table}, {OrderLineRow.Table}, {PriceAgreementLineRow.Table}");
        var id = request.Required<Guid>("LineId");
        // Read as the caller: who may not read the line is refused here, and who may not read cost finds the column empty.
        var forCaller = Text(request.Dataverse.Retrieve(table, id, Stored));
        var stored = Text(request.DataverseAsSystem.Retrieve(table, id, Stored));
        request.Answer("Waterfall", forCaller.Length > 0 || stored.Length == 0 ? forCaller : Json.Read<WaterfallText>(stored).WithoutCost().Write());
    }

    private static string Text(Microsoft.Xrm.Sdk.Entity line) => line.GetAttributeValue<string>(QuoteLineRow.Column.Waterfall) ?? "";
}
