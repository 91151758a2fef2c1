using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>How many peers buy a family, smoothed towards the whole portfolio where peers are few.</summary>
/// <remarks>
/// (buyers among peers + strength · share of the portfolio) / (peers + strength), the account itself left out of both: the mean of a beta distribution whose prior is the portfolio.
/// Three of three peers are then not "everybody".
/// </remarks>
/// <model stage="3 Solutions">smoothed peer penetration</model>
public sealed class PeerPenetration
{
    private readonly PurchaseMatrix matrix;
    private readonly double strength;
    private readonly Guid[] segments;
    private readonly Dictionary<Guid, int[]> buyersBySegment;
    private readonly Dictionary<Guid, int> sizes;
    private readonly int[] buyers;

    /// <param name="matrix">Who bought what.</param>
    /// <param name="strength">How many imaginary peers the portfolio counts for, zero or more.</param>
    public PeerPenetration(PurchaseMatrix matrix, double strength)
    {
        this.matrix = matrix;
        this.strength = strength;
        segments = matrix.Accounts.Select(account => account.SegmentId ?? Guid.Empty).ToArray();
        sizes = segments.GroupBy(segment => segment).ToDictionary(same => same.Key, same => same.Count());
        buyersBySegment = sizes.Keys.ToDictionary(segment => segment, _ => new int[matrix.Families.Count]);
        buyers = new int[matrix.Families.Count];
        for (var account = 0; account < matrix.Accounts.Count; account++)
        {
            foreach (var family in matrix.BoughtBy(account))
            {
                buyersBySegment[segments[account]][family]++;
                buyers[family]++;
            }
        }
    }

    /// <summary>The smoothed share of peers that buy the family, 0 to 1; 0 without any other account.</summary>
    public double Of(int account, int family)
    {
        var own = matrix.Bought(account, family) ? 1 : 0;
        var others = segments.Length - 1;
        if (others == 0) return 0d;
        var peers = sizes[segments[account]] - 1;
        var all = (double)(buyers[family] - own) / others;
        return peers + strength == 0d ? all : (buyersBySegment[segments[account]][family] - own + (strength * all)) / (peers + strength);
    }

    /// <summary>Share of all other accounts that buy the family, 0 to 1: popularity, the yardstick.</summary>
    public double Popularity(int account, int family) =>
        segments.Length < 2 ? 0d : (double)(buyers[family] - (matrix.Bought(account, family) ? 1 : 0)) / (segments.Length - 1);
}
