namespace Kam.Rules.Structure;

/// <summary>What an account is judged by when it is put into a segment.</summary>
/// <param name="ValueScore">0 to 100; null when it could not be scored.</param>
/// <param name="Potential">Yearly revenue that could be had, base currency; null when unknown.</param>
/// <param name="Willingness">To partner, 1 to 5; null when nobody has entered it.</param>
/// <model stage="2 Structure">Segmentation from value score, potential and willingness to partner</model>
public sealed record SegmentCriteria(decimal? ValueScore, decimal? Potential, int? Willingness);
