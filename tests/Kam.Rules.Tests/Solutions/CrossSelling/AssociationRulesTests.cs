using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.Solutions.CrossSelling;
using Xunit;

namespace Kam.Rules.Tests.Solutions.CrossSelling;

public sealed class AssociationRulesTests
{
    [Fact]
    public void BreadAndButter_SpeakForJam()
    {
        // 1 bread, 2 butter, 3 jam: jam in 3 of 5 baskets, with bread and butter in 2 of 3.
        var rules = new AssociationRules([[1, 2, 3], [1, 2, 3], [1, 2], [3], [1]]).Find(0.4, 0.6, 3);
        var rule = Assert.Single(rules, rule => rule.Consequent == 3 && rule.Antecedent.Count == 2);

        Assert.Equal([1, 2], rule.Antecedent);
        Assert.Equal(0.4, rule.Support);
        Assert.Equal(2d / 3d, rule.Confidence, 12);
        Assert.Equal(10d / 9d, rule.Lift, 12);
    }

    [Theory]
    [InlineData(0.3, 3)]      // exactly three of ten baskets
    [InlineData(0.31, 0)]
    public void ExactlyTheSupport_IsEnough(double support, int rules)
    {
        var baskets = Enumerable.Range(0, 10).Select(place => (IReadOnlyCollection<int>)(place < 3 ? [1, 2] : place == 3 ? [1] : [9])).ToArray();

        Assert.Equal(rules == 0 ? 0 : 2, new AssociationRules(baskets).Find(support, 0.5, 2).Count);
    }

    [Fact]
    public void EveryRule_IsFoundAsCountingFindsIt() =>
        Gen.Int[0, 6].Array[0, 5].Array[1, 25].Sample(baskets =>
        {
            var rules = new AssociationRules(baskets).Find(0.1, 0.4, 3);
            Assert.Equal(Counted(baskets).Order(StringComparer.Ordinal), rules.Select(Written).Order(StringComparer.Ordinal));
            Assert.All(rules, rule => Assert.True(rule.Count <= rule.AntecedentCount && rule.Count <= rule.ConsequentCount));
        });

    [Fact]
    public void Groceries_GiveThePublishedRules()
    {
        var baskets = Groceries();
        var association = new AssociationRules(baskets.Values);
        var strong = association.Find(0.001, 0.8, 10);

        Assert.Equal(9_835, baskets.Count);
        Assert.Equal(410, strong.Count);
        Assert.Equal([29, 229, 140, 12], strong.GroupBy(rule => rule.Antecedent.Count + 1).OrderBy(size => size.Key).Select(size => size.Count()));
        Assert.Equal(3.1, strong.Min(rule => rule.Lift), 0.05);
        Assert.Equal([Item("liquor"), Item("red/blush wine")], strong[0].Antecedent.Order());
        Assert.Equal(Item("bottled beer"), strong[0].Consequent);
        Assert.Equal(19, strong[0].Count);
        Assert.Equal(0.001931876, strong[0].Support, 9);
        Assert.Equal(0.9047619, strong[0].Confidence, 7);
        Assert.Equal(11.235269, strong[0].Lift, 6);

        var broad = association.Find(0.01, 0.5, 10);
        Assert.Equal(15, broad.Count);
        Assert.All(broad, rule => Assert.Equal(2, rule.Antecedent.Count));
        var surest = broad.MaxBy(rule => rule.Confidence)!;
        Assert.Equal(0.5862069, surest.Confidence, 7);
        Assert.Equal(3.029608, surest.Lift, 6);
    }

    private static int Item(string name) => Items.Value.IndexOf(name);

    private static readonly Lazy<List<string[]>> Purchases = new(Lines);

    private static readonly Lazy<List<string>> Items = new(() => Purchases.Value.Select(line => line[1]).Distinct().Order(StringComparer.Ordinal).ToList());

    private static Dictionary<string, IReadOnlyCollection<int>> Groceries() =>
        Purchases.Value.GroupBy(line => line[0]).ToDictionary(basket => basket.Key, basket => (IReadOnlyCollection<int>)basket.Select(line => Item(line[1])).ToArray());

    private static List<string[]> Lines() =>
        SharedData.ReadNamed("groceries/groceries_transactions.csv.gz", row => new[] { row("transaction_id"), row("item") });

    private static string Written(AssociationRule rule) => $"{string.Join(",", rule.Antecedent)}>{rule.Consequent}:{rule.Count}/{rule.AntecedentCount}/{rule.ConsequentCount}";

    private static IEnumerable<string> Counted(int[][] baskets)
    {
        var items = Enumerable.Range(0, 7).ToArray();
        var sets = items.Select(one => new[] { one }).Concat(from one in items from two in items where one < two select new[] { one, two });
        int Count(IEnumerable<int> set) => baskets.Count(basket => set.All(basket.Contains));
        return
            from antecedent in sets
            from consequent in items.Except(antecedent)
            let both = Count(antecedent.Append(consequent))
            where both > 0 && both * 10 >= baskets.Length && both * 10 >= 4 * Count(antecedent)
            select $"{string.Join(",", antecedent)}>{consequent}:{both}/{Count(antecedent)}/{Count([consequent])}";
    }
}
