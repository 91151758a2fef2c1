using System;

namespace Kam.Rules.Structure;

/// <summary>An account that may change hands.</summary>
/// <param name="Id">The row.</param>
/// <param name="PortfolioId">Where it is today.</param>
/// <param name="Hours">Load per year, zero or more.</param>
/// <param name="HandoverHours">What handing it over costs, in hours of both sides, zero or more.</param>
/// <param name="Language">LCID in which it is looked after; null for any.</param>
/// <param name="TerritoryId">Where it is; null for anywhere.</param>
/// <param name="IsKept">Whether it stays with its manager whatever the load.</param>
public sealed record PortfolioMember(
    Guid Id,
    Guid PortfolioId,
    decimal Hours,
    decimal HandoverHours,
    int? Language,
    Guid? TerritoryId,
    bool IsKept);
