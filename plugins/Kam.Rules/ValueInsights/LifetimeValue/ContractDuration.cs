using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How long contracts have lasted, in whole periods (years, months): ended ones and ones still running.</summary>
public readonly record struct ContractDuration
{
    private ContractDuration(int periods, bool hasEnded, int contracts)
    {
        if (contracts < 0) throw new ArgumentException("A number of contracts cannot be negative.", nameof(contracts));
        Periods = periods;
        HasEnded = hasEnded;
        Contracts = contracts;
    }

    /// <summary>Ended: the period in which it ended, from 1. Running: the renewals it has survived, from 0.</summary>
    public int Periods { get; }

    public bool HasEnded { get; }

    /// <summary>How many contracts lasted so.</summary>
    public int Contracts { get; }

    /// <summary>Contracts that were not renewed at the end of this period (1 = the first).</summary>
    /// <exception cref="ArgumentException">Period below 1, or a negative number of contracts.</exception>
    public static ContractDuration EndedIn(int period, int contracts = 1) =>
        period >= 1 ? new ContractDuration(period, true, contracts) : throw new ArgumentException("A contract ends in period 1 at the earliest.", nameof(period));

    /// <summary>Contracts that run and have been renewed so many times.</summary>
    /// <exception cref="ArgumentException">Negative number of renewals or contracts.</exception>
    public static ContractDuration RunningAfter(int renewals, int contracts = 1) =>
        renewals >= 0 ? new ContractDuration(renewals, false, contracts) : throw new ArgumentException("Renewals cannot be negative.", nameof(renewals));
}
