using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Benchmarks.Workloads.CrossSell;

/// <summary>Turns any score into a probability: the share bought among the examples with a like score. Gives the yardsticks, which are no probabilities, their best.</summary>
internal sealed class BinnedCalibration
{
    private const int Bins = 20;
    private readonly double[] bounds, shares;

    public BinnedCalibration(IReadOnlyCollection<(double Score, bool Bought)> examples)
    {
        var bins = examples.OrderBy(example => example.Score).Chunk(Math.Max(1, (examples.Count + Bins - 1) / Bins)).ToArray();
        bounds = bins.Select(bin => bin[^1].Score).ToArray();
        shares = bins.Select(bin => bin.Average(example => example.Bought ? 1d : 0d)).ToArray();
    }

    public double Probability(double score)
    {
        var bin = Array.FindIndex(bounds, bound => score <= bound);
        return shares[bin < 0 ? ^1 : bin];
    }
}
