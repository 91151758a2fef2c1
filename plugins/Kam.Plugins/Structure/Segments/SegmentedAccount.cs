using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Where an account was put.</summary>
/// <param name="Segment">Null when nothing is known about it.</param>
/// <param name="Index">Null when nothing is known about it.</param>
/// <param name="IsChanged">Whether it came into another segment.</param>
/// <param name="Why">Inputs and rule in words.</param>
internal sealed record SegmentedAccount(SegmentRow? Segment, decimal? Index, bool IsChanged, Explanation Why);

/// <summary>What decides about an account: the finding by its figures, and the override that was there, holding or over.</summary>
internal sealed record SegmentDecision(SegmentFinding ByFigures, SegmentRow? Segment, SegmentOverrideRow? Holds, SegmentOverrideRow? Over, Explanation Why);
