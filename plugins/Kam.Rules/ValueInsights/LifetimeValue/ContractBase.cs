using System;
using System.Collections.Generic;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>All contracts by duration: what the shifted beta-geometric model is fitted to.</summary>
/// <model stage="1 Value Insights">shifted beta-geometric for contract customers … fitted by maximum likelihood over the whole customer base</model>
public sealed class ContractBase
{
    private readonly List<int> ended = [];
    private readonly List<int> running = [];

    public ContractBase(IEnumerable<ContractDuration> durations)
    {
        foreach (var duration in durations)
        {
            var counts = duration.HasEnded ? ended : running;
            while (counts.Count <= duration.Periods) counts.Add(0);
            counts[duration.Periods] = checked(counts[duration.Periods] + duration.Contracts);
            ContractCount = checked(ContractCount + duration.Contracts);
            if (duration.HasEnded) EndedCount += duration.Contracts;
        }

        LongestDuration = Math.Max(ended.Count, running.Count) - 1;
    }

    /// <summary>All contracts.</summary>
    public int ContractCount { get; }

    /// <summary>Contracts that have ended.</summary>
    public int EndedCount { get; }

    /// <summary>In periods; −1 without a contract.</summary>
    public int LongestDuration { get; }

    /// <summary>Contracts that ended in a period.</summary>
    public int EndedIn(int period) => period < ended.Count ? ended[period] : 0;

    /// <summary>Contracts that run after so many renewals.</summary>
    public int RunningAfter(int renewals) => renewals < running.Count ? running[renewals] : 0;

    /// <summary>One cohort followed from its start.</summary>
    /// <param name="customers">Customers at the start, after one period, after two …; never rising.</param>
    /// <exception cref="ArgumentException">Fewer than two counts, a negative one, or one above its predecessor.</exception>
    public static ContractBase OfCohort(IReadOnlyList<int> customers)
    {
        if (customers.Count < 2) throw new ArgumentException("A cohort needs its start and at least one period.", nameof(customers));
        var durations = new List<ContractDuration>();
        for (var period = 1; period < customers.Count; period++)
        {
            if (customers[period] > customers[period - 1]) throw new ArgumentException("A cohort never grows.", nameof(customers));
            durations.Add(ContractDuration.EndedIn(period, customers[period - 1] - customers[period]));
        }

        durations.Add(ContractDuration.RunningAfter(customers.Count - 1, customers[customers.Count - 1]));
        return new ContractBase(durations);
    }
}
