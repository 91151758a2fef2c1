using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Tables;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Refuses to change what the segment history says, for everybody; only segmentation adds to it. Old rows may be deleted by whoever has the right to, and go with their account; when accounts are merged they move to the one that is kept.</summary>
/// <model stage="2 Structure">segment assignment (history with reason)</model>
[Step(Message.Create, SegmentAssignmentRow.Table, Stage.PreValidation)]
[Step(Message.Update, SegmentAssignmentRow.Table, Stage.PreValidation, When =
[
    SegmentAssignmentRow.Column.Name, SegmentAssignmentRow.Column.AccountId, SegmentAssignmentRow.Column.SegmentId, SegmentAssignmentRow.Column.PreviousSegmentId, SegmentAssignmentRow.Column.AssignedOn,
    SegmentAssignmentRow.Column.Cause, SegmentAssignmentRow.Column.Reason, SegmentAssignmentRow.Column.SegmentIndex, SegmentAssignmentRow.Column.ValueScore, SegmentAssignmentRow.Column.ApprovedById,
    SegmentAssignmentRow.Column.ExpiresOn, SegmentAssignmentRow.Column.Explanation, SegmentAssignmentRow.Column.ExplanationData, SegmentAssignmentRow.Column.StateCode, SegmentAssignmentRow.Column.StatusCode,
])]
public sealed class KeepHistory : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Context.MessageName == Message.Create && OwnWrites.ComeFrom(request, OwnWrites.SegmentAccount, OwnWrites.SegmentPortfolio)) return;
        if (request.IsMovedByMerge(SegmentAssignmentRow.Column.AccountId)) return;
        throw new RefusalException(StructureReasons.HistoryFrozen, request.Context.PrimaryEntityName, "");
    }
}
