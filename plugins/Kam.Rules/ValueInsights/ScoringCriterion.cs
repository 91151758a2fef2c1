using System;

namespace Kam.Rules.ValueInsights;

/// <summary>One thing a customer is judged by: a measure, or the score of another model.</summary>
public sealed record ScoringCriterion
{
    /// <summary>Identity of the criterion; also breaks ties when cents of points are handed out.</summary>
    public required Guid Id { get; init; }

    /// <summary>As the sales person reads it, unless <see cref="NameKey"/> names it.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the name's text, for criteria that come with the product; null for a name of the customer's own.</summary>
    public string? NameKey { get; init; }

    /// <summary>What is measured; null when a submodel is scored instead.</summary>
    public Measure? Measure { get; init; }

    /// <summary>The model whose score (0 to 100) is the raw value; null when a measure is.</summary>
    public Guid? SubmodelId { get; init; }

    /// <summary>How much it counts relative to the others, 0 to 1,000,000.</summary>
    public decimal Weight { get; init; }

    /// <summary>How the raw value becomes points.</summary>
    public CurveShape Curve { get; init; } = CurveShape.Linear;

    /// <summary>Raw value that gets 0 points.</summary>
    public decimal Worst { get; init; }

    /// <summary>Raw value that gets 100 points.</summary>
    public decimal Best { get; init; } = 100m;

    /// <summary>What counts when the value is unknown.</summary>
    public MissingValuePolicy MissingValue { get; init; } = MissingValuePolicy.LeaveOut;
}
