using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Lets a quote stand better when the line it stood badly for got better or went.</summary>
/// <remarks>No request when the line did not get better; two or three otherwise.</remarks>
/// <model stage="5 Pricing">Validation on every quote and order line</model>
[Step(Message.Update, QuoteLineRow.Table, Stage.PostOperation, When = [QuoteLineRow.Column.PriceStatus])]
[Step(Message.Delete, QuoteLineRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, QuoteLineRow.Column.QuoteId, QuoteLineRow.Column.PriceStatus)]
[Image(ImageMoment.After, QuoteLineRow.Column.PriceStatus, Of = Message.Update)]
public sealed class RelieveQuote : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var before = request.Before<QuoteLineRow>();
        var isGone = request.Context.MessageName == Message.Delete;
        var now = isGone ? null : (PriceStatus?)request.After<QuoteLineRow>().PriceStatus;
        if (before.QuoteId is not { } document || request.IsPartOf(Message.Delete, QuoteRow.Table) || !DocumentStatus.IsWorse((PriceStatus?)before.PriceStatus, now)) return;
        var stored = request.DataverseAsSystem.Retrieve(QuoteRow.Table, document.Id, new Microsoft.Xrm.Sdk.Query.ColumnSet(QuoteRow.Column.PriceStatus)).ToEntity<QuoteRow>().PriceStatus;
        if ((PriceStatus?)stored == (PriceStatus?)before.PriceStatus)
            DocumentStatus.Lower(request.DataverseAsSystem, QuoteLineRow.Table, QuoteLineRow.Column.QuoteId, document, (PriceStatus?)stored);
    }
}
