using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>What one measured criterion adds to the score. Criteria of submodels are opened; the parts add up to the score exactly.</summary>
public sealed record ScorePart
{
    /// <summary>The criterion. A submodel used twice brings its criteria twice.</summary>
    public required Guid CriterionId { get; init; }

    /// <summary>Name of the criterion, unless <see cref="NameKey"/> names it.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the name's text; null for a name of the customer's own.</summary>
    public string? NameKey { get; init; }

    /// <summary>The name as an argument of a sentence.</summary>
    public Argument Called => NameKey is { } key ? Argument.TextKey(key) : Argument.Text(Name);

    /// <summary>What was measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Measured value, four decimals; null when unknown, even if a median stood in for it.</summary>
    public decimal? Value { get; init; }

    /// <summary>The portfolio median that stood in for the value; null otherwise.</summary>
    public decimal? MedianTaken { get; init; }

    /// <summary>Points on the curve, 0 to 100; 0 when left out.</summary>
    public decimal Points { get; init; }

    /// <summary>Weight in the score after re-weighing, percent with four decimals; all parts of a score make 100.0000.</summary>
    public decimal WeightPercent { get; init; }

    /// <summary>Points of the score that come from here, two decimals.</summary>
    public decimal Contribution { get; init; }

    /// <summary>What was done about a missing value; null when it was known.</summary>
    public MissingValuePolicy? AppliedPolicy { get; init; }

    /// <summary>Why the value is missing; null when it was known.</summary>
    public Violation? Missing { get; init; }

    /// <summary>Whether the part takes part in the score.</summary>
    public bool Counts => AppliedPolicy != MissingValuePolicy.LeaveOut;
}
