using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Refuses to change what a snapshot says, for everybody: a history that can be rewritten proves nothing.</summary>
/// <remarks>Owner and sharing may change. When accounts are merged, the platform moves the history to the one that is kept: then the account may change, and nothing else. Old snapshots may be deleted by whoever has the right to, and go with their account.</remarks>
/// <model stage="1 Value Insights">value score (snapshot, never overwritten)</model>
[Step(Message.Update, ValueScoreRow.Table, Stage.PreValidation, When =
[
    ValueScoreRow.Column.AccountId, ValueScoreRow.Column.ScoringModelId, ValueScoreRow.Column.AsOf, ValueScoreRow.Column.Scope, ValueScoreRow.Column.Score, ValueScoreRow.Column.Band,
    ValueScoreRow.Column.Fingerprint, ValueScoreRow.Column.Revenue, ValueScoreRow.Column.RevenuePrior, ValueScoreRow.Column.Margin, ValueScoreRow.Column.MarginPrior,
    ValueScoreRow.Column.GrowthPercent, ValueScoreRow.Column.MarginPercent, ValueScoreRow.Column.MonthsSinceLastOrder, ValueScoreRow.Column.OrdersPerYear, ValueScoreRow.Column.FamilyCount,
    ValueScoreRow.Column.PaymentDelayDays, ValueScoreRow.Column.CostToServe, ValueScoreRow.Column.ShareOfWalletPercent, ValueScoreRow.Column.TenureYears, ValueScoreRow.Column.StrategicFit,
    ValueScoreRow.Column.NetPromoterScore, ValueScoreRow.Column.OpenPipeline, ValueScoreRow.Column.CasesPerYear, ValueScoreRow.Column.LifetimeValue, ValueScoreRow.Column.LifetimeValueLow,
    ValueScoreRow.Column.LifetimeValueHigh, ValueScoreRow.Column.LifetimeValueMethod, ValueScoreRow.Column.ProbabilityAlive, ValueScoreRow.Column.ExpectedOrders, ValueScoreRow.Column.ChurnRisk,
    ValueScoreRow.Column.Explanation, ValueScoreRow.Column.ExplanationData, ValueScoreRow.Column.ConfigurationVersion, ValueScoreRow.Column.CalculatedOn, ValueScoreRow.Column.PreviousScoreId,
    ValueScoreRow.Column.Name,
])]
[Step(Message.Update, ScorePartRow.Table, Stage.PreValidation, When =
[
    ScorePartRow.Column.ValueScoreId, ScorePartRow.Column.ScoringCriterionId, ScorePartRow.Column.Measure, ScorePartRow.Column.RawValue, ScorePartRow.Column.SecuredRawValue,
    ScorePartRow.Column.CurvePoints, ScorePartRow.Column.WeightPercent, ScorePartRow.Column.Contribution, ScorePartRow.Column.AppliedPolicy, ScorePartRow.Column.Explanation, ScorePartRow.Column.Name,
])]
public sealed class KeepSnapshot : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.IsMovedByMerge(ValueScoreRow.Column.AccountId)) return;
        throw new RefusalException(ValueInsightsReasons.SnapshotFrozen, request.Context.PrimaryEntityName, request.Context.PrimaryEntityId.ToString(), Argument.Text(request.Context.PrimaryEntityId.ToString()));
    }
}
