using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>How a manager's load stands to the capacity. The numbers are the values of the choice kam_loadstate.</summary>
public enum LoadState
{
    /// <summary>Below the lower bound.</summary>
    UnderLoad = 781340000,

    /// <summary>Between the bounds, both included.</summary>
    Balanced,

    /// <summary>Above the upper bound.</summary>
    OverLoad,
}

/// <summary>The care one account takes.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="CoverageHours">Hours per year that its segment gets, zero or more.</param>
/// <param name="Complexity">Factor, above zero; 1 for an ordinary account.</param>
public sealed record AccountCare(Guid AccountId, decimal CoverageHours, decimal Complexity)
{
    /// <summary>Hours per year.</summary>
    public decimal Hours => CoverageHours * Complexity;
}

/// <summary>The load of one portfolio: coverage hours times complexity, against the manager's capacity.</summary>
/// <model stage="2 Structure">load = Σ coverage hours x complexity factor; utilisation against the manager's capacity; over- and under-load flagged; "what if" before an assignment is made</model>
public sealed class PortfolioLoad
{
    private readonly AccountCare[] accounts;
    private readonly decimal capacityHours, lowerPercent, upperPercent;

    /// <param name="accounts">What is in it.</param>
    /// <param name="capacityHours">Hours per year the manager has for customers, zero or more.</param>
    /// <param name="lowerPercent">Utilisation below which it is under load.</param>
    /// <param name="upperPercent">Utilisation above which it is over load, not below the lower one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Capacity below zero, or the bounds are the wrong way round.</exception>
    public PortfolioLoad(IEnumerable<AccountCare> accounts, decimal capacityHours, decimal lowerPercent, decimal upperPercent)
    {
        if (capacityHours < 0m) throw new ArgumentOutOfRangeException(nameof(capacityHours), capacityHours, "Zero or more.");
        if (lowerPercent > upperPercent) throw new ArgumentOutOfRangeException(nameof(lowerPercent), lowerPercent, "Not above the upper bound.");
        this.accounts = accounts.ToArray();
        this.capacityHours = capacityHours;
        this.lowerPercent = lowerPercent;
        this.upperPercent = upperPercent;
        Hours = this.accounts.Sum(account => account.Hours);
    }

    /// <summary>Hours per year.</summary>
    public decimal Hours { get; }

    /// <summary>Load in percent of the capacity, two decimals; null without capacity.</summary>
    public decimal? UtilisationPercent => Percentage.Of(Hours, capacityHours) is { } percent ? Decimals.Two(percent) : null;

    /// <summary>Hours still free; below zero when there are too many.</summary>
    public decimal FreeHours => capacityHours - Hours;

    /// <summary>Under, balanced or over. Without capacity any load is too much, and none is balanced.</summary>
    public LoadState State => UtilisationPercent switch
    {
        null => Hours > 0m ? LoadState.OverLoad : LoadState.Balanced,
        { } percent when percent < lowerPercent => LoadState.UnderLoad,
        { } percent when percent > upperPercent => LoadState.OverLoad,
        _ => LoadState.Balanced,
    };

    /// <summary>What the load would be if these came and those went.</summary>
    public PortfolioLoad WhatIf(IEnumerable<AccountCare> come, IEnumerable<Guid> go)
    {
        var gone = new HashSet<Guid>(go);
        return new PortfolioLoad(accounts.Where(account => !gone.Contains(account.AccountId)).Concat(come), capacityHours, lowerPercent, upperPercent);
    }
}
