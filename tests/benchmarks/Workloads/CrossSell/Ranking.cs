using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Benchmarks.Workloads.CrossSell;

/// <summary>One open pair of account and family: what a method says, and what happened.</summary>
internal readonly record struct Judged(int Account, double Score, bool Bought);

/// <summary>How good a method is at telling what is bought first.</summary>
internal sealed class Ranking(IReadOnlyList<Judged> pairs)
{
    private const int Top = 5;

    /// <summary>Chance that a pair that was bought stands above one that was not; ties count half (Hanley and McNeil, Radiology 143, 1982).</summary>
    public double Auc
    {
        get
        {
            var bought = pairs.Count(pair => pair.Bought);
            var rankSum = 0d;
            var below = 0;
            foreach (var same in pairs.GroupBy(pair => pair.Score).OrderBy(same => same.Key))
            {
                var size = same.Count();
                rankSum += same.Count(pair => pair.Bought) * (below + ((size + 1) / 2d));
                below += size;
            }

            return (rankSum - (bought * (bought + 1d) / 2d)) / ((double)bought * (pairs.Count - bought));
        }
    }

    /// <summary>Of the five best families of an account, the share it bought; mean over accounts that bought any.</summary>
    public double PrecisionAtFive => Buyers.Average(account => Hits(account) / (double)Top);

    /// <summary>Of the families an account bought, the share among its five best; mean over accounts that bought any.</summary>
    public double RecallAtFive => Buyers.Average(account => Hits(account) / (double)account.Count(pair => pair.Bought));

    private IEnumerable<Judged[]> Buyers => pairs.GroupBy(pair => pair.Account).Select(account => account.ToArray()).Where(account => account.Any(pair => pair.Bought));

    /// <summary>Mean squared distance of probabilities from what happened.</summary>
    public static double Brier(IReadOnlyCollection<(double Probability, bool Bought)> said) => said.Average(one => Math.Pow(one.Probability - (one.Bought ? 1d : 0d), 2d));

    // Ties are kept in the order of the families, which knows nothing of what was bought.
    private static int Hits(Judged[] account) => account.OrderByDescending(pair => pair.Score).Take(Top).Count(pair => pair.Bought);
}
