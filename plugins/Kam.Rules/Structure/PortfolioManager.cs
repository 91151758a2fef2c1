using System;
using System.Collections.Generic;

namespace Kam.Rules.Structure;

/// <summary>Somebody who looks after accounts.</summary>
/// <param name="Id">The portfolio.</param>
/// <param name="CapacityHours">Hours per year for customers, zero or more.</param>
/// <param name="MaximumAccounts">Not more accounts than this are handed over to it; accounts it already has may be more.</param>
/// <param name="Languages">LCIDs the manager speaks; empty for all.</param>
/// <param name="TerritoryIds">Territories the manager covers; empty for all.</param>
public sealed record PortfolioManager(
    Guid Id,
    decimal CapacityHours,
    int MaximumAccounts,
    IReadOnlyCollection<int> Languages,
    IReadOnlyCollection<Guid> TerritoryIds);

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

/// <summary>One account changes hands.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="FromPortfolioId">Where it is today.</param>
/// <param name="ToPortfolioId">Where it would go.</param>
/// <param name="Hours">Load that goes with it, hours per year.</param>
/// <param name="HandoverHours">What the handover costs.</param>
public sealed record PortfolioMove(Guid AccountId, Guid FromPortfolioId, Guid ToPortfolioId, decimal Hours, decimal HandoverHours);
