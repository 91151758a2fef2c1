using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>What an account is worth to us, 0 to 100, with the parts it is made of.</summary>
/// <model stage="1 Value Insights">The parts add up to the score exactly</model>
public sealed record ValueScore
{
    /// <summary>0 to 100, two decimals; null when nothing could be measured.</summary>
    public decimal? Score { get; init; }

    /// <summary>Band of the score; null without a score.</summary>
    public ScoreBand? Band { get; init; }

    /// <summary>Why there is no score (KAM-VAL-012); null when there is one.</summary>
    public Violation? Missing { get; init; }

    /// <summary>The measured criteria in reading order, those of submodels in the place of the submodel.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>Name and version of the model.</summary>
    public string Configuration { get; init; } = "";
}
