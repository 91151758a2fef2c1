using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Marks an account whose entered inputs change, in the same save, so that its score is refreshed afterwards. No request.</summary>
/// <model stage="1 Value Insights">strategic fit and NPS (entered)</model>
[Step(Message.Update, AccountRow.Table, Stage.PreOperation, When =
[
    AccountRow.Column.StrategicFit, AccountRow.Column.NetPromoterScore, AccountRow.Column.WalletSize, AccountRow.Column.IsContractual,
    AccountRow.Column.ContractStartedOn, AccountRow.Column.ContractEndedOn, AccountRow.Column.ParentAccountId,
])]
public sealed class MarkScoreStale : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request) => request.Target<AccountRow>().ScoreStaleOn = request.Context.OperationCreatedOn;
}
