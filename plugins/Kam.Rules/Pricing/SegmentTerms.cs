using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a customer's segment says about the price of a line.</summary>
/// <param name="Segment">Name of the segment; empty for a customer without one.</param>
/// <param name="Corridor">In the line's currency and unit; null when there is none.</param>
/// <param name="WhyNone">Why there is no corridor; null when there is one.</param>
/// <param name="MaximumDiscountPercent">Discount frame: how much of the list price may go without asking; null for no frame.</param>
/// <model stage="2 Structure">what a segment gets (content, price model, discount frame, rhythm) is one row that pricing and playbook enforce</model>
public sealed record SegmentTerms(string Segment, PriceCorridor? Corridor, Reason? WhyNone, decimal? MaximumDiscountPercent);
