using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Lets a order stand better when the line it stood badly for got better or went.</summary>
/// <remarks>No request when the line did not get better; two or three otherwise.</remarks>
/// <model stage="5 Pricing">Validation on every quote and order line</model>
[Step(Message.Update, OrderLineRow.Table, Stage.PostOperation, When = [OrderLineRow.Column.PriceStatus])]
[Step(Message.Delete, OrderLineRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, OrderLineRow.Column.SalesOrderId, OrderLineRow.Column.PriceStatus)]
[Image(ImageMoment.After, OrderLineRow.Column.PriceStatus, Of = Message.Update)]
public sealed class RelieveOrder : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var before = request.Before<OrderLineRow>();
        var isGone = request.Context.MessageName == Message.Delete;
        var now = isGone ? null : (PriceStatus?)request.After<OrderLineRow>().PriceStatus;
        if (before.SalesOrderId is not { } document || request.IsPartOf(Message.Delete, OrderRow.Table) || !DocumentStatus.IsWorse((PriceStatus?)before.PriceStatus, now)) return;
        var stored = request.DataverseAsSystem.Retrieve(OrderRow.Table, document.Id, new Microsoft.Xrm.Sdk.Query.ColumnSet(OrderRow.Column.PriceStatus)).ToEntity<OrderRow>().PriceStatus;
        if ((PriceStatus?)stored == (PriceStatus?)before.PriceStatus)
            DocumentStatus.Lower(request.DataverseAsSystem, OrderLineRow.Table, OrderLineRow.Column.SalesOrderId, document, (PriceStatus?)stored);
    }
}
