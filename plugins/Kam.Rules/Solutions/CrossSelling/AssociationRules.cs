using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>Finds every rule "who buys these also buys that" above a support and a confidence.</summary>
/// <remarks>
/// Agrawal and Srikant, "Fast Algorithms for Mining Association Rules" (VLDB 1994); frequent sets by intersecting the transactions of their items, depth first (Eclat: Zaki, "Scalable Algorithms for Association
/// Mining", IEEE TKDE 12, 2000). Right sides have one item. Time and memory follow the number of frequent sets, so the support keeps both in bounds.
/// </remarks>
/// <model stage="3 Solutions">explainable item-item models over the portfolio's purchases (association rules for the reasons …)</model>
public sealed class AssociationRules
{
    private const double Negligible = 1e-6;
    private readonly Dictionary<int, TransactionSet> buyers = [];
    private readonly int transactionCount;

    /// <param name="transactions">Items of each transaction, or families of each customer; an item twice counts once.</param>
    public AssociationRules(IReadOnlyCollection<IReadOnlyCollection<int>> transactions)
    {
        transactionCount = transactions.Count;
        var places = new Dictionary<int, List<int>>();
        var place = 0;
        foreach (var transaction in transactions)
        {
            foreach (var item in transaction.Distinct())
            {
                if (!places.TryGetValue(item, out var list)) places[item] = list = [];
                list.Add(place);
            }

            place++;
        }

        foreach (var item in places) buyers[item.Key] = TransactionSet.Of(item.Value, transactionCount);
    }

    /// <summary>All rules, strongest lift first, then larger support, then by their items.</summary>
    /// <param name="minimumSupport">Share of all transactions, above 0 to 1; exactly this much is enough.</param>
    /// <param name="minimumConfidence">0 to 1; exactly this much is enough.</param>
    /// <param name="mostItems">Items on both sides together, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound outside its range.</exception>
    public IReadOnlyList<AssociationRule> Find(double minimumSupport, double minimumConfidence, int mostItems)
    {
        if (minimumSupport is not (> 0d and <= 1d)) throw new ArgumentOutOfRangeException(nameof(minimumSupport), minimumSupport, "Above 0, at most 1.");
        if (minimumConfidence is not (>= 0d and <= 1d)) throw new ArgumentOutOfRangeException(nameof(minimumConfidence), minimumConfidence, "0 to 1.");
        if (mostItems < 2) throw new ArgumentOutOfRangeException(nameof(mostItems), mostItems, "At least 2.");

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequent = new List<int[]>();
        var items = buyers.Where(item => IsFrequent(item.Value, minimumSupport)).OrderBy(item => item.Key).ToArray();
        Grow([], items, minimumSupport, mostItems, frequent, counts);
        return frequent
            .Where(set => set.Length > 1)
            .SelectMany(set => set.Select(consequent => Rule(set, consequent, counts)))
            .Where(rule => rule.Count >= (minimumConfidence * rule.AntecedentCount) - Negligible)
            .OrderByDescending(rule => rule.Lift)
            .ThenByDescending(rule => rule.Count)
            .ThenBy(rule => Key(rule.Antecedent), StringComparer.Ordinal)
            .ThenBy(rule => rule.Consequent)
            .ToArray();
    }

    private void Grow(int[] prefix, KeyValuePair<int, TransactionSet>[] extensions, double minimumSupport, int mostItems, List<int[]> frequent, Dictionary<string, int> counts)
    {
        for (var place = 0; place < extensions.Length; place++)
        {
            int[] set = [.. prefix, extensions[place].Key];
            frequent.Add(set);
            counts[Key(set)] = extensions[place].Value.Count;
            if (set.Length == mostItems) continue;
            var further = new List<KeyValuePair<int, TransactionSet>>();
            for (var next = place + 1; next < extensions.Length; next++)
            {
                var both = extensions[place].Value.And(extensions[next].Value);
                if (IsFrequent(both, minimumSupport)) further.Add(new KeyValuePair<int, TransactionSet>(extensions[next].Key, both));
            }

            Grow(set, [.. further], minimumSupport, mostItems, frequent, counts);
        }
    }

    private AssociationRule Rule(int[] set, int consequent, Dictionary<string, int> counts)
    {
        var antecedent = set.Where(item => item != consequent).ToArray();
        return new AssociationRule(antecedent, consequent, counts[Key(set)], counts[Key(antecedent)], counts[Key([consequent])], transactionCount);
    }

    // Products of shares and counts are a little off: 0.3 of 10 must be 3, not 3.0000000000000004.
    private bool IsFrequent(TransactionSet set, double minimumSupport) => set.Count > 0 && set.Count >= (minimumSupport * transactionCount) - Negligible;

    private static string Key(IReadOnlyList<int> set) => string.Join(",", set);
}
