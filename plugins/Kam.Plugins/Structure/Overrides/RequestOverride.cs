using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Overrides;

/// <summary>A segment override begins as a request: who asks is who is signed in, nobody has signed it, and it says why and until when. Two requests.</summary>
/// <model stage="2 Structure">manual override with reason, approver and expiry</model>
[Step(Message.Create, SegmentOverrideRow.Table, Stage.PreOperation)]
public sealed class RequestOverride : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var row = request.Target<SegmentOverrideRow>();
        row.RequestedById = new EntityReference(UserRow.Table, request.Context.InitiatingUserId);
        row.ApprovedById = null;
        row.StateCode = SegmentOverrideState.Active;
        row.StatusCode = SegmentOverrideStatusReason.Requested;

        var policy = new PolicyStore(request.DataverseAsSystem).Needed();
        RefusalException.WhenAny(OverrideCheck.Violations(row, policy, AsOfDate.Today(request)));
        if (!string.IsNullOrWhiteSpace(row.Name)) return;
        var account = request.DataverseAsSystem.Retrieve(AccountRow.Table, row.AccountId!.Id, new ColumnSet(AccountRow.Column.Name)).ToEntity<AccountRow>();
        row.Name = $"{account.Name}: {policy.Segment(row.SegmentId?.Id)?.Name}";
    }
}
