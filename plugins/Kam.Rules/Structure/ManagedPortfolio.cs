using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Structure;

/// <summary>What keeps an account from being handed over to a portfolio.</summary>
public enum HandoverObstacle
{
    /// <summary>The account stays with its manager whatever the load.</summary>
    Kept,

    /// <summary>The manager does not speak the language in which it is looked after.</summary>
    Language,

    /// <summary>It is in none of the territories that the manager covers.</summary>
    Territory,

    /// <summary>The portfolio has as many accounts as it may.</summary>
    Full,
}

/// <summary>The accounts one person looks after, how much more that person may take, and which accounts.</summary>
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
    IReadOnlyCollection<Guid> TerritoryIds)
{
    /// <summary>Everything that keeps an account of another portfolio from coming here, at once; empty when nothing does.</summary>
    /// <param name="account">The account.</param>
    /// <param name="accounts">How many the portfolio has today; null when that is not the question.</param>
    public IReadOnlyList<HandoverObstacle> ObstaclesTo(PortfolioMember account, int? accounts = null)
    {
        var obstacles = new List<HandoverObstacle>();
        if (account.IsKept) obstacles.Add(HandoverObstacle.Kept);
        if (!Speaks(account.Language)) obstacles.Add(HandoverObstacle.Language);
        if (!Covers(account.TerritoryId)) obstacles.Add(HandoverObstacle.Territory);
        if (accounts >= MaximumAccounts) obstacles.Add(HandoverObstacle.Full);
        return obstacles;
    }

    internal bool Speaks(int? language) => language is not { } lcid || Languages.Count == 0 || Languages.Contains(lcid);

    internal bool Covers(Guid? territoryId) => territoryId is not { } territory || TerritoryIds.Count == 0 || TerritoryIds.Contains(territory);
}
