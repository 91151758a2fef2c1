using System;
using System.Collections.Generic;

namespace Kam.Rules.ValueInsights;

/// <summary>The snapshot before this one, as far as a comparison needs it.</summary>
/// <param name="AsOf">Its as-of date.</param>
/// <param name="Score">Its score; null when there was none.</param>
/// <param name="Configuration">Name and version of its model.</param>
/// <param name="Parts">Its parts.</param>
public sealed record PreviousScore(DateTime AsOf, decimal? Score, string Configuration, IReadOnlyList<PreviousPart> Parts);

/// <summary>One part of the snapshot before.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Measure">What it measured: a new version of the model has new criteria, which measure the same.</param>
/// <param name="Value">Measured value; null when it was unknown.</param>
/// <param name="Contribution">Points it added.</param>
public sealed record PreviousPart(Guid CriterionId, Measure Measure, decimal? Value, decimal Contribution);
