using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Before two accounts become one: where both have a chance of the same family, that of the kept account stays. The next refresh says what both together are likely to buy. One request, and one for each.</summary>
/// <model stage="3 Solutions">Cross-sell chance per account and product family</model>
[Step(Message.Merge, AccountRow.Table, Stage.PreOperation)]
public sealed class JoinChances : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request) => MergeDoubles.Delete(request, CrossSellChanceRow.Table, CrossSellChanceRow.Column.AccountId, CrossSellChanceRow.Column.FamilyId);
}
