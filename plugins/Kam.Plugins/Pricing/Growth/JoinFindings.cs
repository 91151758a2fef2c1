using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Growth;

/// <summary>Before two accounts become one: where a run found the same of both, the finding of the kept account stays. The next run finds anew. Three requests, and one for each.</summary>
/// <model stage="5 Pricing">Profitless growth: revenue up and margin down, per account and period</model>
[Step(Message.Merge, AccountRow.Table, Stage.PreOperation)]
public sealed class JoinFindings : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        MergeDoubles.Delete(request, GrowthAnalysisRow.Table, GrowthAnalysisRow.Column.AccountId, GrowthAnalysisRow.Column.PeriodUntil);
        MergeDoubles.Delete(request, PriceContradictionRow.Table, PriceContradictionRow.Column.AccountId, PriceContradictionRow.Column.RunOn, PriceContradictionRow.Column.ProductId,
            PriceContradictionRow.Column.UomId, PriceContradictionRow.Column.OtherAccountId, PriceContradictionRow.Column.FromQuantity);
        MergeDoubles.Delete(request, PriceContradictionRow.Table, PriceContradictionRow.Column.OtherAccountId, PriceContradictionRow.Column.RunOn, PriceContradictionRow.Column.ProductId,
            PriceContradictionRow.Column.UomId, PriceContradictionRow.Column.AccountId, PriceContradictionRow.Column.FromQuantity);
    }
}
