using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>How many peers that did not have a family took it up lately: whether it is coming or has had its time.</summary>
/// <remarks>
/// Of the peers without the family at the beginning of the window, the share that bought it within, drawn towards the whole portfolio as <see cref="PeerPenetration"/> is. A family nobody takes up any more has no
/// chance, however many have it; that is what penetration alone does not see. The account itself is open and so counts as one that did not; with many peers that makes no difference.
/// </remarks>
/// <model stage="3 Solutions">smoothed peer penetration</model>
public sealed class PeerAdoption
{
    private readonly double[] portfolio;
    private readonly Dictionary<Guid, double[]> bySegment;
    private readonly Guid[] segments;

    /// <param name="matrix">Who bought what, and when first.</param>
    /// <param name="strength">How many imaginary peers the portfolio counts for, zero or more.</param>
    /// <param name="days">Length of the window up to the as-of date, at least 1.</param>
    public PeerAdoption(PurchaseMatrix matrix, double strength, int days)
    {
        if (days < 1) throw new ArgumentOutOfRangeException(nameof(days), days, "At least 1.");
        var before = matrix.AsOf.AddDays(-days);
        segments = matrix.Accounts.Select(account => account.SegmentId ?? Guid.Empty).ToArray();
        var all = Enumerable.Range(0, segments.Length).ToArray();
        portfolio = Shares(matrix, all, before, 0d, new double[matrix.Families.Count]);
        bySegment = all.GroupBy(row => segments[row]).ToDictionary(same => same.Key, same => Shares(matrix, same.ToArray(), before, strength, portfolio));
    }

    /// <summary>The smoothed share, 0 to 1.</summary>
    public double Of(int account, int family) => bySegment[segments[account]][family];

    private static double[] Shares(PurchaseMatrix matrix, int[] rows, DateTime before, double strength, double[] prior) =>
        Enumerable.Range(0, matrix.Families.Count).Select(family =>
        {
            var without = rows.Where(row => !matrix.BoughtBy(row, family, before)).ToArray();
            var tookUp = without.Count(row => matrix.Bought(row, family));
            return without.Length + strength == 0d ? 0d : (tookUp + (strength * prior[family])) / (without.Length + strength);
        }).ToArray();
}
