using System;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Decides the segment of an account by the policy in use, or by the override that holds, and stores what changed: a history row for each change of segment, and the account.</summary>
/// <remarks>No request for an account of which nothing changes; one when only its index moved, two when it changes its segment, one more when an override ends.</remarks>
internal sealed class AccountSegmenting
{
    private readonly IOrganizationService dataverse;
    private readonly PolicyInUse policy;
    private readonly Segmentation segmentation;
    private readonly DateTime asOf;
    private readonly Texts texts;
    private readonly bool endsOverride;

    /// <param name="dataverse">With all rights: an account belongs where it belongs, whoever asks.</param>
    /// <param name="policy">In use.</param>
    /// <param name="asOf">The day of the decision.</param>
    /// <param name="texts">The language in which explanations are stored.</param>
    /// <param name="endsOverride">Whether it is decided because somebody ended an override.</param>
    public AccountSegmenting(IOrganizationService dataverse, PolicyInUse policy, DateTime asOf, Texts texts, bool endsOverride = false)
    {
        this.endsOverride = endsOverride;
        this.dataverse = dataverse;
        this.policy = policy;
        this.asOf = asOf;
        this.texts = texts;
        segmentation = new Segmentation(policy.Rule);
    }

    /// <summary>Puts the account where it belongs.</summary>
    public SegmentedAccount Segment(AccountRow account, SegmentOverrideRow? approved)
    {
        var decision = Decide(account, approved);
        if (decision.Over is { } over) dataverse.Update(new SegmentOverrideRow { Id = over.Id, StateCode = SegmentOverrideState.Inactive, StatusCode = SegmentOverrideStatusReason.Ended });
        var isChanged = decision.Segment?.Id != account.SegmentId?.Id;
        if (isChanged && decision.Segment is not null) dataverse.Create(History(account, decision));
        if (isChanged || decision.ByFigures.Index != account.SegmentIndex || account.SegmentStaleOn is not null) dataverse.Update(Changes(account, decision, isChanged));
        return new SegmentedAccount(decision.Segment, decision.ByFigures.Index, isChanged, decision.Why);
    }

    private SegmentDecision Decide(AccountRow account, SegmentOverrideRow? approved)
    {
        var criteria = new SegmentCriteria(account.ValueScore, account.PotentialRevenueBase?.Value, account.WillingnessToPartner);
        var finding = segmentation.Assign(criteria, account.SegmentId?.Id);
        var byFigures = policy.Segment(finding.Segment?.Id);
        if (approved is null) return new SegmentDecision(finding, byFigures, null, null, finding.Why);

        // An override into a segment of a policy that is no longer in use says nothing about the segments of today.
        var chosen = policy.Segment(approved.SegmentId?.Id);
        var rule = new SegmentOverride(approved.SegmentId!.Id, approved.Reason, approved.RequestedById?.Id ?? Guid.Empty, approved.ApprovedById?.Id, approved.ExpiresOn);
        if (chosen is null || !rule.Holds(asOf)) return new SegmentDecision(finding, byFigures, null, approved, Said(Sentence.Of("structure.overrideOver"), finding.Why));
        var why = Said(Sentence.Of("structure.underOverride", Argument.Text(chosen.Name ?? ""), Argument.Date(approved.ExpiresOn!.Value), Argument.Text(approved.Reason ?? "")), finding.Why);
        return new SegmentDecision(finding, chosen, approved, null, why);
    }

    private static Explanation Said(Sentence first, Explanation then) => new([first, .. then.Sentences]);

    private SegmentAssignmentRow History(AccountRow account, SegmentDecision decision) => new()
    {
        Name = $"{account.Name}: {decision.Segment!.Name}",
        AccountId = account.ToEntityReference(),
        SegmentId = decision.Segment.ToEntityReference(),
        PreviousSegmentId = account.SegmentId,
        AssignedOn = asOf,
        Cause = CauseOf(account, decision),
        Reason = decision.Holds?.Reason,
        SegmentIndex = decision.ByFigures.Index,
        ValueScore = account.ValueScore,
        ApprovedById = decision.Holds?.ApprovedById,
        ExpiresOn = decision.Holds?.ExpiresOn,
        Explanation = texts.Say(decision.Why),
        ExplanationData = ExplanationJson.Write(decision.Why),
        OwnerId = account.OwnerId,
    };

    private CauseOfTheAssignmentChoice CauseOf(AccountRow account, SegmentDecision decision) => decision switch
    {
        { Holds: not null } => CauseOfTheAssignmentChoice.Override,
        _ when endsOverride || decision.Over is not null => CauseOfTheAssignmentChoice.OverrideEnded,
        _ when account.SegmentId is null => CauseOfTheAssignmentChoice.First,
        _ => CauseOfTheAssignmentChoice.Computed,
    };

    // The contract of the segment comes with it: its care hours here; its price model and discount frame are read at the segment for every account without its own.
    private static AccountRow Changes(AccountRow account, SegmentDecision decision, bool isChanged)
    {
        var changes = new AccountRow { Id = account.Id, SegmentIndex = decision.ByFigures.Index, SegmentStaleOn = null };
        if (!isChanged) return changes;
        changes.SegmentId = decision.Segment?.ToEntityReference();
        changes.CareHours = CareHours.Of(account.Complexity, decision.Segment?.CoverageHours);
        return changes;
    }
}
