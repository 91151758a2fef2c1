using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>Gives whoever stands in for an approver the tasks of what waits for him, and takes them away when the delegation is. What begins or ends by the calendar follows with kam_EscalatePriceExceptions.</summary>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
[Step(Message.Create, ApprovalDelegationRow.Table, Stage.PostOperation, Mode = Mode.Asynchronous)]
[Step(Message.Update, ApprovalDelegationRow.Table, Stage.PostOperation, When =
[
    ApprovalDelegationRow.Column.FromUserId, ApprovalDelegationRow.Column.ToUserId, ApprovalDelegationRow.Column.ValidFrom, ApprovalDelegationRow.Column.ValidUntil, ApprovalDelegationRow.Column.StateCode,
], Mode = Mode.Asynchronous)]
[Step(Message.Delete, ApprovalDelegationRow.Table, Stage.PostOperation, Mode = Mode.Asynchronous)]
[Image(ImageMoment.Before, ApprovalDelegationRow.Column.FromUserId)]
public sealed class KeepTasksOfStandIns : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var before = request.Context.PreEntityImages.Count > 0 ? request.Before<ApprovalDelegationRow>().FromUserId : null;
        var now = request.Context.MessageName == Message.Delete ? null : request.Target<ApprovalDelegationRow>().FromUserId;
        var absent = new[] { before, now }.Where(one => one is not null).Select(one => one!.Id).Distinct().ToList();
        var tasks = new ApprovalTasks(request);
        foreach (Guid person in absent) tasks.SettleAll(WaitingRequests.ForMember(person));
    }
}
