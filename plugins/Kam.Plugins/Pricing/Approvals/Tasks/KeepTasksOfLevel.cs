using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>Hands the tasks of an approval level over when an administrator chooses another team, or switches them on or off.</summary>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
[Step(Message.Update, ApprovalLevelRow.Table, Stage.PostOperation, When = [ApprovalLevelRow.Column.TeamId, ApprovalLevelRow.Column.IsToldByTask], Mode = Mode.Asynchronous)]
public sealed class KeepTasksOfLevel : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request) =>
        new ApprovalTasks(request).SettleAll(WaitingRequests.OfLevel(request.Context.PrimaryEntityId));
}
