using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Judges every quote line before it is stored: price waterfall, verdict, who must sign, and why.</summary>
/// <remarks>
/// Refuses nothing: a line below the minimum may be quoted, and is stopped on the way out. Whoever writes what is found himself is overruled, since those columns wake the step too.
/// At most three requests: what is around the line, conditions of a price model this server has not seen, the caller's language; a fourth when the unit is not the product's own.
/// The instance keeps conditions by their version and languages for minutes; nothing that bounds a price.
/// </remarks>
/// <model stage="5 Pricing">Validation on every quote and order line (synchronous, before it is saved)</model>
[Step(Message.Create, QuoteLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, QuoteLineRow.Table, Stage.PreOperation, When = [
    QuoteLineRow.Column.QuoteId, QuoteLineRow.Column.ProductId, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity,
    QuoteLineRow.Column.PricePerUnit, QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.BaseAmount, QuoteLineRow.Column.SkipPriceCalculation,
    QuoteLineRow.Column.TransactionCurrencyId, QuoteLineRow.Column.Verdict, QuoteLineRow.Column.PriceStatus, QuoteLineRow.Column.RequiredLevelId, QuoteLineRow.Column.PriceReason,
    QuoteLineRow.Column.PocketPrice, QuoteLineRow.Column.PocketMargin, QuoteLineRow.Column.Waterfall, QuoteLineRow.Column.AccountId])]
[Image(ImageMoment.Before,
    QuoteLineRow.Column.QuoteId, QuoteLineRow.Column.ProductId, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity,
    QuoteLineRow.Column.PricePerUnit, QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.VolumeDiscountAmount, QuoteLineRow.Column.BaseAmount,
    QuoteLineRow.Column.SkipPriceCalculation, QuoteLineRow.Column.TransactionCurrencyId, QuoteLineRow.Column.PriceStatus)]
public sealed class JudgeQuoteLine : KamPlugin
{
    private static readonly string[] Inputs =
    [
        QuoteLineRow.Column.QuoteId, QuoteLineRow.Column.ProductId, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity,
        QuoteLineRow.Column.PricePerUnit, QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.BaseAmount, QuoteLineRow.Column.SkipPriceCalculation,
        QuoteLineRow.Column.TransactionCurrencyId,
    ];

    private readonly PriceModels models = new();
    private readonly ReadersLanguage languages = new();

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (!JudgedLine.IsToBeJudged(request, Inputs)) return;
        var before = request.Context.MessageName == Message.Update ? request.Before<QuoteLineRow>() : null;
        var line = OfferLine.Of(request.Merged<QuoteLineRow>(), before);
        var found = new LineJudge(request.DataverseAsSystem, models, AsOfDate.Today(request)).Judge(line);
        var isSigned = JudgedLine.IsSigned(request, Inputs, before?.PriceStatus);
        JudgedLine.Write(request.Target<QuoteLineRow>(), found, isSigned, languages.Of(request));
        request.Target<QuoteLineRow>().AccountId = found.Facts.AccountId is { } account ? new EntityReference(AccountRow.Table, account) : null;
        DocumentStatus.Raise(request.DataverseAsSystem, line.Document, found.Facts.DocumentStatus, found.Judgement.Status(isSigned));
    }
}
