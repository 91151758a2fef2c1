using System;

namespace Kam.Rules.Structure;

/// <summary>One account changes hands.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="FromPortfolioId">Where it is today.</param>
/// <param name="ToPortfolioId">Where it would go.</param>
/// <param name="Hours">Load that goes with it, hours per year.</param>
/// <param name="HandoverHours">What the handover costs.</param>
public sealed record PortfolioMove(Guid AccountId, Guid FromPortfolioId, Guid ToPortfolioId, decimal Hours, decimal HandoverHours);
