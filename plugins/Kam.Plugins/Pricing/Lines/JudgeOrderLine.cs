using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Judges every order line before it is stored: price waterfall, verdict, who must sign, and why.</summary>
/// <remarks>
/// Refuses nothing: a line below the minimum may be quoted, and is stopped on the way out. Whoever writes what is found himself is overruled, since those columns wake the step too.
/// At most three requests: what is around the line, conditions of a price model this server has not seen, the caller's language; a fourth when the unit is not the product's own.
/// The instance keeps conditions by their version and languages for minutes; nothing that bounds a price.
/// </remarks>
/// <model stage="5 Pricing">Validation on every quote and order line (synchronous, before it is saved)</model>
[Step(Message.Create, OrderLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, OrderLineRow.Table, Stage.PreOperation, When = [
    OrderLineRow.Column.SalesOrderId, OrderLineRow.Column.ProductId, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.UoMId, OrderLineRow.Column.Quantity,
    OrderLineRow.Column.PricePerUnit, OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.BaseAmount, OrderLineRow.Column.SkipPriceCalculation,
    OrderLineRow.Column.TransactionCurrencyId, OrderLineRow.Column.UnitCost, OrderLineRow.Column.Verdict, OrderLineRow.Column.PriceStatus, OrderLineRow.Column.RequiredLevelId, OrderLineRow.Column.PriceReason,
    OrderLineRow.Column.PocketPrice, OrderLineRow.Column.PocketMargin, OrderLineRow.Column.Waterfall])]
[Image(ImageMoment.Before,
    OrderLineRow.Column.SalesOrderId, OrderLineRow.Column.ProductId, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.UoMId, OrderLineRow.Column.Quantity,
    OrderLineRow.Column.PricePerUnit, OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.VolumeDiscountAmount, OrderLineRow.Column.BaseAmount,
    OrderLineRow.Column.SkipPriceCalculation, OrderLineRow.Column.TransactionCurrencyId, OrderLineRow.Column.UnitCost, OrderLineRow.Column.PriceStatus)]
public sealed class JudgeOrderLine : KamPlugin
{
    private static readonly string[] Inputs =
    [
        OrderLineRow.Column.SalesOrderId, OrderLineRow.Column.ProductId, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.UoMId, OrderLineRow.Column.Quantity,
        OrderLineRow.Column.PricePerUnit, OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.BaseAmount, OrderLineRow.Column.SkipPriceCalculation,
        OrderLineRow.Column.TransactionCurrencyId,
    ];

    private readonly PriceModels models = new();
    private readonly ReadersLanguage languages = new();

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (!JudgedLine.IsToBeJudged(request, Inputs)) return;
        var before = request.Context.MessageName == Message.Update ? request.Before<OrderLineRow>() : null;
        var line = OfferLine.Of(request.Merged<OrderLineRow>(), before);
        var found = new LineJudge(request.DataverseAsSystem, models, AsOfDate.Today(request)).Judge(line);
        HandOn(request, found);
        var isSigned = JudgedLine.IsSigned(request, Inputs, before?.PriceStatus);
        JudgedLine.Write(request.Target<OrderLineRow>(), found, isSigned, languages.Of(request));
        DocumentStatus.Raise(request.DataverseAsSystem, line.Document, found.Facts.DocumentStatus, found.Judgement.Status(isSigned));
    }

    // The product's cost is already read: CostOrderLine, which comes next, need not ask for it again.
    private static void HandOn(Request request, LineFound found)
    {
        var target = request.Target<OrderLineRow>();
        if (request.Context.MessageName == Message.Create && target.UnitCost is null && found.Priced.UnitCost is { } cost) target.UnitCost = new Money(cost);
    }
}
