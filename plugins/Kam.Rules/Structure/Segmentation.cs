using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>Where an account belongs, and why.</summary>
/// <param name="Segment">Null when nothing is known about the account and it has no segment yet.</param>
/// <param name="Index">Segment index; null when nothing is known.</param>
/// <param name="IsHeld">Whether it stays where it is although the index alone would move it.</param>
/// <param name="Why">Inputs and rule in words.</param>
public sealed record SegmentFinding(Segment? Segment, decimal? Index, bool IsHeld, Explanation Why);

/// <summary>
/// Puts an account into the segment of its index and leaves it there until the index has passed a bound by more than the hysteresis.
/// </summary>
/// <remarks>
/// Because the hysteresis is less than half of the narrowest segment, an index can be held at one bound only: an account is never further than one segment from where its index
/// alone would put it, and two accounts of equal index are never more than one apart. Willingness below a segment's minimum moves the account down at once; that is a decision of the
/// customer, not noise.
/// </remarks>
/// <model stage="2 Structure">Segmentation from value score, potential and willingness to partner with hysteresis (1 % noise on revenue changes almost no class; two near-equal customers never land three classes apart)</model>
public sealed class Segmentation
{
    private readonly SegmentationPolicy policy;
    private readonly Segment[] segments;

    /// <param name="policy">A policy without violations.</param>
    /// <exception cref="ArgumentException">The policy has violations.</exception>
    public Segmentation(SegmentationPolicy policy)
    {
        if (policy.Violations().Count > 0) throw new ArgumentException("The segmentation policy is not valid.", nameof(policy));
        this.policy = policy;
        segments = policy.Segments.OrderBy(segment => segment.Rank).ToArray();
    }

    /// <summary>Where an account belongs.</summary>
    /// <param name="criteria">What it is judged by.</param>
    /// <param name="currentId">Its segment today; null, or a segment that no longer exists, for none.</param>
    public SegmentFinding Assign(SegmentCriteria criteria, Guid? currentId)
    {
        var current = Array.FindIndex(segments, segment => segment.Id == currentId);
        if (policy.Index(criteria) is not { } index)
        {
            return new SegmentFinding(
                current < 0 ? null : segments[current], null, current >= 0, new Explanation([Sentence.Of("structure.nothingKnown")]));
        }

        var byIndex = Array.FindIndex(segments, segment => segment.EntryIndex <= index);
        var place = current >= 0 && IsWithinHysteresis(current, index) ? current : byIndex;
        var willing = place;
        while (willing < segments.Length - 1 && criteria.Willingness < segments[willing].MinimumWillingness) willing++;
        var isHeld = place != byIndex && willing == place;
        return new SegmentFinding(segments[willing], index, isHeld, new Explanation(Sentences(criteria, index, segments[willing], segments[place], isHeld).ToList()));
    }

    private bool IsWithinHysteresis(int place, decimal index)
    {
        var isLowest = place == segments.Length - 1;
        var isHighest = place == 0;
        var from = isLowest ? decimal.MinValue : segments[place].EntryIndex - policy.Hysteresis;
        var to = isHighest ? decimal.MaxValue : segments[place - 1].EntryIndex + policy.Hysteresis;
        return from <= index && index < to;
    }

    private IEnumerable<Sentence> Sentences(SegmentCriteria criteria, decimal index, Segment found, Segment byValue, bool isHeld)
    {
        yield return Sentence.Of("structure.indexIs", Argument.Number(index), Argument.Text(found.Name), Argument.Number(found.EntryIndex));
        if (criteria.ValueScore is { } score) yield return Sentence.Of("structure.scoreCounts", Argument.Number(score), Argument.Number(policy.ScoreWeight));
        if (criteria.Potential is { } potential) yield return Sentence.Of("structure.potentialCounts", Argument.Number(potential), Argument.Number(policy.PotentialWeight));
        if (criteria.Willingness is { } willingness) yield return Sentence.Of("structure.willingnessCounts", Argument.Number(willingness), Argument.Number(policy.WillingnessWeight));
        if (isHeld) yield return Sentence.Of("structure.held", Argument.Text(found.Name), Argument.Number(policy.Hysteresis));
        if (found != byValue) yield return Sentence.Of("structure.notWilling", Argument.Text(byValue.Name), Argument.Number(byValue.MinimumWillingness));
    }
}
