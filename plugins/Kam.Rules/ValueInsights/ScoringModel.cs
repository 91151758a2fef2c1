using System;
using System.Collections.Generic;

namespace Kam.Rules.ValueInsights;

/// <summary>
/// What a customer's worth is made of: criteria with weights and curves, in one version. Once in use it stands still, because
/// stored scores stand on it.
/// </summary>
/// <model stage="1 Value Insights">Score 0–100: each criterion maps its raw value through a curve …, weighted mean over criteria</model>
public sealed record ScoringModel
{
    /// <summary>Identity of this version of the model.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name, the same in all versions.</summary>
    public required string Name { get; init; }

    /// <summary>Version, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether it is being written, in use or retired.</summary>
    public ScoringModelStatus Status { get; init; } = ScoringModelStatus.Draft;

    /// <summary>The criteria in reading order.</summary>
    public IReadOnlyList<ScoringCriterion> Criteria { get; init; } = [];

    /// <summary>Where the bands begin.</summary>
    public BandThresholds Bands { get; init; } = new(80m, 60m, 40m);

    /// <summary>Share of revenue whose lines must carry a cost for margin to be known, percent.</summary>
    public decimal MinimumCostCoveragePercent { get; init; } = 95m;

    /// <summary>Cost of one service hour, base currency; null when not set.</summary>
    public decimal? HourlyRate { get; init; }

    /// <summary>Name and version, as explanations cite it.</summary>
    public string Configuration => $"{Name} v{Version}";
}
