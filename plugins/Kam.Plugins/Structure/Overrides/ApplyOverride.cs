using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Overrides;

/// <summary>Puts the account where a signed override wants it, and back where its figures want it when the override ends, in the same transaction. One request.</summary>
/// <model stage="2 Structure">every change is a history row; a change of segment re-derives price model and care plan</model>
[Step(Message.Update, SegmentOverrideRow.Table, Stage.PostOperation, When = [SegmentOverrideRow.Column.StatusCode])]
[Image(ImageMoment.Before, SegmentOverrideRow.Column.StatusCode, SegmentOverrideRow.Column.AccountId)]
public sealed class ApplyOverride : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // Segmentation ends an override whose last day is past, and decides about the account itself.
        if (OwnWrites.ComeFrom(request, OwnWrites.SegmentAccount, OwnWrites.SegmentPortfolio)) return;
        // The account is about to go into another one: where it belongs is no question any more.
        if (request.IsPartOf(Message.Merge, AccountRow.Table)) return;
        var before = request.Before<SegmentOverrideRow>();
        var status = request.Target<SegmentOverrideRow>().StatusCode;
        if (status == before.StatusCode || status is not (SegmentOverrideStatusReason.Approved or SegmentOverrideStatusReason.Ended)) return;
        request.DataverseAsSystem.Execute(new OrganizationRequest(OwnWrites.SegmentAccount) { ["AccountId"] = before.AccountId!.Id });
    }
}
