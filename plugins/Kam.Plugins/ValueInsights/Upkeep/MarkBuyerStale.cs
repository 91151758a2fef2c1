using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Marks the account whose order was fulfilled, cancelled or invoiced, after the save. Many orders in a moment leave one mark, and so one valuation.</summary>
/// <remarks>As a job: whoever fulfils the order does not wait. One request. The mark is set also where there is one already: a valuation may be about to take that one off.</remarks>
/// <model stage="1 Value Insights">Measures per account from existing CRM rows</model>
[Step(Message.Update, OrderRow.Table, Stage.PostOperation, When = [OrderRow.Column.StateCode, OrderRow.Column.DateFulfilled], Mode = Mode.Asynchronous)]
[Image(ImageMoment.After, OrderRow.Column.CustomerId, OrderRow.Column.StateCode)]
public sealed class MarkBuyerStale : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var order = request.After<OrderRow>();
        if (order.CustomerId is not { LogicalName: AccountRow.Table } buyer || order.StateCode is OrderState.Active or OrderState.Submitted) return;
        request.DataverseAsSystem.Update(new AccountRow { Id = buyer.Id, ScoreStaleOn = request.Context.OperationCreatedOn });
    }
}
