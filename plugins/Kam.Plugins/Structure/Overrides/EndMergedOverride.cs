using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Overrides;

/// <summary>Ends what was signed for an account before it goes into another one: a lead signed it for that account, not for the one that is kept. One request, and one for each.</summary>
/// <remarks>A request that nobody has decided goes along and can still be decided.</remarks>
/// <model stage="2 Structure">manual override with reason, approver and expiry</model>
[Step(Message.Merge, AccountRow.Table, Stage.PreOperation)]
public sealed class EndMergedOverride : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var query = new QueryExpression(SegmentOverrideRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(SegmentOverrideRow.Column.AccountId, ConditionOperator.Equal, MergeDoubles.GoneAccount(request));
        query.Criteria.AddCondition(SegmentOverrideRow.Column.StatusCode, ConditionOperator.Equal, (int)SegmentOverrideStatusReason.Approved);
        foreach (var id in request.DataverseAsSystem.RetrieveMultiple(query).Entities.Select(row => row.Id))
            request.DataverseAsSystem.Update(new SegmentOverrideRow { Id = id, StateCode = SegmentOverrideState.Inactive, StatusCode = SegmentOverrideStatusReason.Ended });
    }
}
