using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Tables;

namespace Kam.Plugins.Structure.Policies;

/// <summary>Keeps a policy that is or was in use as it is, puts only a sound one in use, and retires the one before it.</summary>
/// <remarks>Nothing is read unless the status changes to "in use": then two requests, and one for each policy that is replaced.</remarks>
/// <model stage="2 Structure">segment (Key, A, B, C, D: thresholds …)</model>
[Step(Message.Create, SegmentationPolicyRow.Table, Stage.PreOperation)]
[Step(Message.Update, SegmentationPolicyRow.Table, Stage.PreOperation, When =
[
    SegmentationPolicyRow.Column.ScoreWeight, SegmentationPolicyRow.Column.PotentialWeight, SegmentationPolicyRow.Column.WillingnessWeight, SegmentationPolicyRow.Column.PotentialForAll,
    SegmentationPolicyRow.Column.HysteresisPoints, SegmentationPolicyRow.Column.LongestOverrideDays, SegmentationPolicyRow.Column.LowerLoadPercent, SegmentationPolicyRow.Column.UpperLoadPercent,
    SegmentationPolicyRow.Column.RequiredRoles, SegmentationPolicyRow.Column.GoodRelationship, SegmentationPolicyRow.Column.ContactsForFullDensity, SegmentationPolicyRow.Column.SingleThreadPercent,
    SegmentationPolicyRow.Column.StatusCode, SegmentationPolicyRow.Column.StateCode,
])]
[Step(Message.Delete, SegmentationPolicyRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, SegmentationPolicyRow.Column.Name, SegmentationPolicyRow.Column.ScoreWeight, SegmentationPolicyRow.Column.PotentialWeight, SegmentationPolicyRow.Column.WillingnessWeight,
    SegmentationPolicyRow.Column.PotentialForAll, SegmentationPolicyRow.Column.HysteresisPoints, SegmentationPolicyRow.Column.LongestOverrideDays, SegmentationPolicyRow.Column.LowerLoadPercent,
    SegmentationPolicyRow.Column.UpperLoadPercent, SegmentationPolicyRow.Column.RequiredRoles, SegmentationPolicyRow.Column.GoodRelationship, SegmentationPolicyRow.Column.ContactsForFullDensity,
    SegmentationPolicyRow.Column.SingleThreadPercent, SegmentationPolicyRow.Column.StatusCode)]
public sealed class GuardPolicy : KamPlugin
{
    private const string Status = "StatusCode";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Context.MessageName == Message.Create)
        {
            // A new policy has no segment yet, so there is nothing it could be in use for.
            var created = request.Target<SegmentationPolicyRow>();
            if (created.StatusCode == SegmentationPolicyStatusReason.InUse) RefusalException.WhenAny(PolicyInUse.Of(created, []).Violations());
            return;
        }

        var before = request.Before<SegmentationPolicyRow>();
        var isFrozen = before.StatusCode != SegmentationPolicyStatusReason.Draft;
        if (request.Context.MessageName == Message.Delete)
        {
            if (isFrozen) RefusalException.WhenAny(PolicyChange.Violations(before.Name ?? "", [PolicyChange.Segments]));
            return;
        }

        var target = request.Target<SegmentationPolicyRow>();
        if (isFrozen) RefusalException.WhenAny(PolicyChange.Violations(before.Name ?? "", ChangedFields.Of(before, target, PolicyChange.FrozenPolicyFields)));
        var becomesActive = target.StatusCode is null && target.StateCode == SegmentationPolicyState.Active && before.StatusCode == SegmentationPolicyStatusReason.Retired;
        if (isFrozen && (target.StatusCode == SegmentationPolicyStatusReason.Draft || becomesActive)) RefusalException.WhenAny(PolicyChange.Violations(before.Name ?? "", [Status]));
        if (target.StatusCode == SegmentationPolicyStatusReason.InUse && before.StatusCode != SegmentationPolicyStatusReason.InUse) PutInUse(request, target.Id);
    }

    private static void PutInUse(Request request, System.Guid policyId)
    {
        var store = new PolicyStore(request.DataverseAsSystem);
        // The row is not saved yet: what changes together with the status counts too. The base amount is computed by the save, so a changed amount counts as entered.
        var policy = request.Merged<SegmentationPolicyRow>();
        RefusalException.WhenAny([
            .. PolicyInUse.Of(policy, store.SegmentsOf(policyId)).Violations(),
            .. PolicyChange.LoadBoundViolations(policy.LowerLoadPercent ?? 0m, policy.UpperLoadPercent ?? decimal.MaxValue),
        ]);
        foreach (var replaced in store.IdsInUse())
            request.Dataverse.Update(new SegmentationPolicyRow { Id = replaced, StateCode = SegmentationPolicyState.Inactive, StatusCode = SegmentationPolicyStatusReason.Retired });
    }
}
