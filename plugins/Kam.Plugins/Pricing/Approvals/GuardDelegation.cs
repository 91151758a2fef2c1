using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Lets a signature be delegated only by whom it belongs to: the row's owner is who is away, and to whom it goes is somebody else. Refuses KAM-PRC-150.</summary>
/// <remarks>
/// With the privileges of the roles an approver creates only rows of his own, and so delegates only himself; an administrator who enters one for somebody makes that person the owner. No request.
/// </remarks>
/// <model stage="5 Pricing">Approvers never approve their own request.</model>
[Step(Message.Create, ApprovalDelegationRow.Table, Stage.PreOperation)]
[Step(Message.Update, ApprovalDelegationRow.Table, Stage.PreOperation, When = [ApprovalDelegationRow.Column.FromUserId, ApprovalDelegationRow.Column.ToUserId, ApprovalDelegationRow.Column.OwnerId])]
[Image(ImageMoment.Before, ApprovalDelegationRow.Column.FromUserId, ApprovalDelegationRow.Column.ToUserId, ApprovalDelegationRow.Column.OwnerId)]
public sealed class GuardDelegation : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var delegation = request.Merged<ApprovalDelegationRow>();
        var owner = delegation.OwnerId?.Id ?? request.Context.UserId;
        if (delegation.FromUserId?.Id != owner || delegation.ToUserId?.Id == owner)
            throw new RefusalException(PricingReasons.DelegationNotOwn, nameof(delegation.FromUserId), $"{delegation.FromUserId?.Id ?? Guid.Empty}");
    }
}
