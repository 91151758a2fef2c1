using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>A criterion or a model on the way to the score, not rounded yet: its points and the leaves they come from.</summary>
/// <remarks>The contributions of the leaves add up to the points, their shares to 1, unless the branch is left out: then all are 0.</remarks>
internal sealed class ScoreBranch
{
    private ScoreBranch(decimal? points, IReadOnlyList<Leaf> leaves)
    {
        Points = points;
        Leaves = leaves;
    }

    /// <summary>0 to 100; null when left out.</summary>
    internal decimal? Points { get; }

    /// <summary>Measured criteria in reading order.</summary>
    internal IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>Whether anything that carries weight was really measured, rather than assumed.</summary>
    internal bool IsMeasured => Leaves.Any(leaf => leaf.Share > 0m && leaf.Part.Value is not null);

    /// <summary>A measured criterion.</summary>
    internal static ScoreBranch OfLeaf(ScorePart part) =>
        part.Counts
            ? new ScoreBranch(part.Points, [new Leaf(part, 1m, 1m, part.Points)])
            : new ScoreBranch(null, [new Leaf(part, 1m, 0m, 0m)]);

    /// <summary>The weighted mean of branches; those left out do not count, and without any that does, it is left out itself.</summary>
    internal static ScoreBranch Mean(IReadOnlyList<WeightedBranch> branches)
    {
        var nominal = branches.Sum(branch => branch.Weight);
        var counting = branches.Where(branch => branch.Branch.Points is not null).Sum(branch => branch.Weight);
        var leaves = branches.SelectMany(branch => branch.Branch.Leaves.Select(leaf => new Leaf(
            leaf.Part,
            leaf.NominalShare * branch.Weight / nominal,
            counting == 0m ? 0m : leaf.Share * branch.Weight / counting,
            counting == 0m ? 0m : leaf.Contribution * branch.Weight / counting))).ToArray();
        return new ScoreBranch(counting == 0m ? null : leaves.Sum(leaf => leaf.Contribution), leaves);
    }

    /// <summary>The same branch with other points, as a curve over a submodel's score gives them: each leaf keeps its portion.</summary>
    internal ScoreBranch WithPoints(decimal points) => new(points, Leaves
        .Select(leaf => leaf with { Contribution = Points > 0m ? leaf.Contribution * points / Points.Value : leaf.Share * points })
        .ToArray());

    /// <summary>The branch with no points and no weight.</summary>
    internal ScoreBranch LeftOut() => Treated(MissingValuePolicy.LeaveOut, points: null);

    /// <summary>The branch with no points but its weight.</summary>
    internal ScoreBranch AsWorst() => Treated(MissingValuePolicy.CountAsWorst, points: 0m);

    private ScoreBranch Treated(MissingValuePolicy policy, decimal? points) => new(points, Leaves
        .Select(leaf => new Leaf(
            leaf.Part with { AppliedPolicy = policy, Points = 0m, MedianTaken = null },
            leaf.NominalShare,
            points is null ? 0m : leaf.NominalShare,
            0m))
        .ToArray());

    /// <summary>A measured criterion within a branch.</summary>
    /// <param name="Part">What was found, not yet weighed.</param>
    /// <param name="NominalShare">Share of the branch's weight by the configuration.</param>
    /// <param name="Share">Share of the branch's weight after leaving out.</param>
    /// <param name="Contribution">Points of the branch that come from here.</param>
    internal sealed record Leaf(ScorePart Part, decimal NominalShare, decimal Share, decimal Contribution);

    /// <summary>A branch and its weight among its siblings.</summary>
    internal sealed record WeightedBranch(ScoreBranch Branch, decimal Weight);
}
