using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Keeps it clear who is covered when: some day on the job lies in the plan, no other plan covers the same days, and the row belongs to the manager it is about.</summary>
/// <remarks>Entry and leave may change at any time: the next statement makes up the difference. Two requests.</remarks>
/// <model stage="5 Pricing">statement per KAM and period</model>
[Step(Message.Create, BonusParticipantRow.Table, Stage.PreOperation)]
[Step(Message.Update, BonusParticipantRow.Table, Stage.PreOperation, When =
[
    BonusParticipantRow.Column.BonusPlanId, BonusParticipantRow.Column.KeyAccountManagerId, BonusParticipantRow.Column.EntryOn, BonusParticipantRow.Column.LeaveOn,
])]
[Image(ImageMoment.Before, BonusParticipantRow.Column.BonusPlanId, BonusParticipantRow.Column.KeyAccountManagerId, BonusParticipantRow.Column.EntryOn, BonusParticipantRow.Column.LeaveOn,
    BonusParticipantRow.Column.CurrentStatementId)]
public sealed class GuardBonusParticipant : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var participant = request.Merged<BonusParticipantRow>();
        if (participant.BonusPlanId is not { } planReference || participant.KeyAccountManagerId is not { } manager) return;
        var store = new BonusStore(request.DataverseAsSystem);
        var plan = store.Plan(planReference.Id);
        if (request.Context.MessageName == Message.Update && participant.CurrentStatementId is not null && Moves(request.Before<BonusParticipantRow>(), participant))
            throw GuardBonusPlan.Frozen(plan, nameof(BonusParticipantRow.KeyAccountManagerId));

        var period = BonusRows.Period(plan, participant);
        RefusalException.WhenAny(period.Violations());
        if (store.OtherPlan(plan.Id, manager.Id, period.First, period.Last) is { } other)
            throw new RefusalException(PricingReasons.CoveredByAnotherPlan, nameof(BonusParticipantRow.KeyAccountManagerId), manager.Id.ToString(), Argument.Text(other.Name ?? ""));
        if (request.Context.MessageName == Message.Create) request.Target<BonusParticipantRow>().OwnerId = manager;
    }

    private static bool Moves(BonusParticipantRow before, BonusParticipantRow after) =>
        before.BonusPlanId?.Id != after.BonusPlanId?.Id || before.KeyAccountManagerId?.Id != after.KeyAccountManagerId?.Id;
}
