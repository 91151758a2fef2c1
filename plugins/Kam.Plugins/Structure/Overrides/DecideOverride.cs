using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Overrides;

/// <summary>Lets an override be signed by somebody else than who asked for it, and keeps it as it was signed. One request where it is signed, none otherwise.</summary>
/// <remarks>While it is requested its words may change, which changes nothing; after that it can only end. Whoever signs is who is signed in, whatever was sent.</remarks>
/// <model stage="2 Structure">manual override with reason, approver and expiry</model>
[Step(Message.Update, SegmentOverrideRow.Table, Stage.PreOperation, When =
[
    SegmentOverrideRow.Column.AccountId, SegmentOverrideRow.Column.SegmentId, SegmentOverrideRow.Column.Reason, SegmentOverrideRow.Column.ExpiresOn, SegmentOverrideRow.Column.RequestedById,
    SegmentOverrideRow.Column.ApprovedById, SegmentOverrideRow.Column.StateCode, SegmentOverrideRow.Column.StatusCode,
])]
[Image(ImageMoment.Before, SegmentOverrideRow.Column.AccountId, SegmentOverrideRow.Column.SegmentId, SegmentOverrideRow.Column.Reason, SegmentOverrideRow.Column.ExpiresOn,
    SegmentOverrideRow.Column.RequestedById, SegmentOverrideRow.Column.ApprovedById, SegmentOverrideRow.Column.StatusCode)]
public sealed class DecideOverride : KamPlugin
{
    private static readonly string[] Terms = ["AccountId", "SegmentId", "Reason", "ExpiresOn", "RequestedById", "ApprovedById"];
    private static readonly string[] Signatures = ["RequestedById", "ApprovedById"];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.IsMovedByMerge(SegmentOverrideRow.Column.AccountId)) return;
        var before = request.Before<SegmentOverrideRow>();
        var target = request.Target<SegmentOverrideRow>();
        var isRequested = before.StatusCode == SegmentOverrideStatusReason.Requested;
        var next = target.StatusCode ?? (target.StateCode == SegmentOverrideState.Active && before.StatusCode is not (SegmentOverrideStatusReason.Requested or SegmentOverrideStatusReason.Approved) ? SegmentOverrideStatusReason.Requested : before.StatusCode);
        var ends = before.StatusCode == SegmentOverrideStatusReason.Approved && next is SegmentOverrideStatusReason.Ended;
        if (ChangedFields.Of(before, target, isRequested ? Signatures : Terms).Count > 0 || !isRequested && next != before.StatusCode && !ends)
            throw new RefusalException(StructureReasons.OverrideDecided, nameof(target.StatusCode), $"{before.StatusCode}");
        if (!isRequested || next != SegmentOverrideStatusReason.Approved) return;

        target.ApprovedById = new EntityReference(UserRow.Table, request.Context.InitiatingUserId);
        RefusalException.WhenAny(OverrideCheck.Violations(request.Merged<SegmentOverrideRow>(), new PolicyStore(request.DataverseAsSystem).Needed(), AsOfDate.Today(request)));
    }
}
