using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>Makes a request a task of those who decide as soon as it is asked or escalated, and closes the task as soon as nobody has to decide any more.</summary>
/// <remarks>
/// As a job, so that a team that may not own tasks keeps nobody from asking or deciding; the job then stands among the failed ones with the platform's sentence. Looks at the request as it is when
/// the job runs, so running twice, or late, makes no second task. Five requests for a new task, three to close one.
/// </remarks>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
[Step(Message.Update, PriceExceptionRow.Table, Stage.PostOperation, When = [PriceExceptionRow.Column.StatusCode, PriceExceptionRow.Column.ApprovalLevelId], Mode = Mode.Asynchronous)]
public sealed class KeepApprovalTasks : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request) => new ApprovalTasks(request).Settle([request.Context.PrimaryEntityId]);
}
