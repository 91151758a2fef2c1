using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Keeps the cost of an order line: quantity times unit cost, before the line is saved. Without a unit cost it stays empty, which is unknown and not zero.</summary>
/// <remarks>A new line without a unit cost takes the product’s standard cost, which JudgeOrderLine has put there before: no request, one or two where it could not.</remarks>
/// <model stage="1 Value Insights">revenue and contribution margin of the rolling 12 months</model>
[Step(Message.Create, OrderLineRow.Table, Stage.PreOperation, Rank = 10)]
[Step(Message.Update, OrderLineRow.Table, Stage.PreOperation, When = [OrderLineRow.Column.Quantity, OrderLineRow.Column.UnitCost])]
[Image(ImageMoment.Before, OrderLineRow.Column.Quantity, OrderLineRow.Column.UnitCost)]
public sealed class CostOrderLine : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request) => LineCost.Keep(request, request.Target<OrderLineRow>().SalesOrderId);
}
