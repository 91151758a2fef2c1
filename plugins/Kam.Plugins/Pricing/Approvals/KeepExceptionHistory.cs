using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Lets the history of price exceptions only grow, and only by what happens: nobody adds to it, changes or deletes it, not even an administrator. No request.</summary>
/// <model stage="5 Pricing">needs approval, level 2</model>
[Step(Message.Create, PriceExceptionLogRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceExceptionLogRow.Table, Stage.PreOperation, When =
[
    PriceExceptionLogRow.Column.Name, PriceExceptionLogRow.Column.PriceExceptionId, PriceExceptionLogRow.Column.Event, PriceExceptionLogRow.Column.On, PriceExceptionLogRow.Column.UserId,
    PriceExceptionLogRow.Column.Text, PriceExceptionLogRow.Column.StateCode, PriceExceptionLogRow.Column.StatusCode,
])]
[Step(Message.Delete, PriceExceptionLogRow.Table, Stage.PreOperation)]
public sealed class KeepExceptionHistory : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Context.MessageName == Message.Create && OwnWrites.Is(request)) return;
        throw new RefusalException(PricingReasons.LogFrozen, request.Context.PrimaryEntityName, request.Context.PrimaryEntityId.ToString());
    }
}
