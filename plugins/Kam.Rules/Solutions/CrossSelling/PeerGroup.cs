using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>The accounts of one segment, counted once: how many buy a family, how many buy two together, what a family brings.</summary>
internal sealed class PeerGroup
{
    private readonly int size;
    private readonly int[][] together;
    private readonly decimal?[] typicalMargins;

    /// <param name="matrix">Who bought what.</param>
    /// <param name="rows">The accounts of the segment.</param>
    /// <param name="fewest">A typical margin rests on at least so many of them.</param>
    internal PeerGroup(PurchaseMatrix matrix, IReadOnlyCollection<int> rows, int fewest)
    {
        size = rows.Count;
        together = Enumerable.Range(0, matrix.Families.Count).Select(_ => new int[matrix.Families.Count]).ToArray();
        foreach (var row in rows)
        {
            foreach (var one in matrix.BoughtBy(row))
            {
                foreach (var other in matrix.BoughtBy(row)) together[one][other]++;
            }
        }

        var members = new HashSet<int>(rows);
        var margins = matrix.Purchases
            .Where(purchase => purchase.Margin is not null && members.Contains(matrix.Row(purchase.AccountId)))
            .ToLookup(purchase => matrix.Column(purchase.FamilyId), purchase => purchase.Margin!.Value);
        typicalMargins = Enumerable.Range(0, matrix.Families.Count).Select(family => Median(margins[family].OrderBy(margin => margin).ToArray(), fewest)).ToArray();
    }

    /// <summary>What speaks for a family that one of the group has not bought, in figures of all others; null for no family in particular.</summary>
    internal PeerEvidence Evidence(PurchaseMatrix matrix, int? bought, int family) => bought is { } known
        ? new PeerEvidence(matrix.Families[known], together[known][known] - 1, together[known][family])
        : new PeerEvidence(null, size - 1, together[family][family]);

    /// <summary>Median of a year's margin of those that buy the family; null when too few are known.</summary>
    internal decimal? TypicalMargin(int family) => typicalMargins[family];

    private static decimal? Median(decimal[] ascending, int fewest) =>
        ascending.Length == 0 || ascending.Length < fewest ? null : (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2m;
}
