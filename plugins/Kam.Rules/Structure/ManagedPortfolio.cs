using System;
using System.Collections.Generic;

namespace Kam.Rules.Structure;

/// <summary>The accounts one person looks after, and how much more that person may take.</summary>
/// <param name="Id">The portfolio.</param>
/// <param name="CapacityHours">Hours per year for customers, zero or more.</param>
/// <param name="MaximumAccounts">Not more accounts than this are handed over to it; accounts it already has may be more.</param>
/// <param name="Languages">LCIDs the manager speaks; empty for all.</param>
/// <param name="TerritoryIds">Territories the manager covers; empty for all.</param>
public sealed record ManagedPortfolio(
    Guid Id,
    decimal CapacityHours,
    int MaximumAccounts,
    IReadOnlyCollection<int> Languages,
    IReadOnlyCollection<Guid> TerritoryIds);
