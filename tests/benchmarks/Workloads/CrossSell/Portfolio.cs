using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Solutions.CrossSelling;

namespace Kam.Benchmarks.Workloads.CrossSell;

/// <summary>An account and a family it had not bought by a day, and whether it has since.</summary>
internal readonly record struct OpenPair(int Row, int Column, bool Bought);

/// <summary>What was known of all accounts on a day.</summary>
internal sealed class Portfolio
{
    private readonly HoldOut holdOut;
    private readonly DateTime asOf;
    private readonly Dictionary<string, Guid> accounts, families;
    private readonly PurchaseMatrix matrix;
    private readonly PeerPenetration penetration;
    private readonly PeerAdoption adoption;
    private readonly ItemSimilarity similarity;
    private readonly Dictionary<(Guid Segment, Guid Family), double> meanGap;

    public Portfolio(HoldOut holdOut, DateTime asOf)
    {
        this.holdOut = holdOut;
        this.asOf = asOf;
        accounts = Numbered(holdOut.Purchases.Where(purchase => purchase.On <= asOf).Select(purchase => purchase.Account));
        families = Numbered(holdOut.Purchases.Select(purchase => purchase.Family));
        var segments = Numbered(accounts.Keys.Select(holdOut.SegmentOf));
        var known = holdOut.Purchases.Where(purchase => purchase.On <= asOf).ToArray();
        matrix = new PurchaseMatrix(
            accounts.Select(account => new PeerAccount(account.Value, segments[holdOut.SegmentOf(account.Key)])),
            known.Select(purchase => new FamilyPurchase(accounts[purchase.Account], families[purchase.Family], null, (decimal)purchase.Revenue, purchase.On, purchase.On)),
            asOf);
        penetration = new PeerPenetration(matrix, CrossSellSettings.Shipped.PeerStrength);
        adoption = new PeerAdoption(matrix, CrossSellSettings.Shipped.PeerStrength, CrossSellSettings.Shipped.AdoptionDays);
        similarity = new ItemSimilarity(matrix, CrossSellSettings.Shipped.Regularisation);

        // (segment mean quantity - own quantity) x price, own quantity being zero: mean revenue of the segment at the family's mean price.
        var sizes = accounts.Keys.GroupBy(account => segments[holdOut.SegmentOf(account)]).ToDictionary(segment => segment.Key, segment => segment.Count());
        var prices = known.GroupBy(purchase => families[purchase.Family]).ToDictionary(family => family.Key, family => family.Sum(purchase => purchase.Revenue) / family.Sum(purchase => purchase.Quantity));
        meanGap = known.GroupBy(purchase => (segments[holdOut.SegmentOf(purchase.Account)], families[purchase.Family]))
            .ToDictionary(cell => cell.Key, cell => cell.Sum(purchase => purchase.Quantity) / sizes[cell.Key.Item1] * prices[cell.Key.Item2]);
    }

    public ChanceInput Input(OpenPair pair) => new(
        penetration.Of(pair.Row, pair.Column), Similarity(pair), matrix.BoughtBy(pair.Row).Count, adoption.Of(pair.Row, pair.Column), matrix.DaysSinceLastPurchase(pair.Row));

    public double Similarity(OpenPair pair) => similarity.Score(pair.Row, pair.Column);

    public double Popularity(OpenPair pair) => penetration.Popularity(pair.Row, pair.Column);

    public double Gap(OpenPair pair) => meanGap.GetValueOrDefault((matrix.Accounts[pair.Row].SegmentId!.Value, matrix.Families[pair.Column]));

    /// <summary>Every pair that was open, with what was bought until a later day. Families nobody had bought yet cannot be foretold and are left out.</summary>
    public OpenPair[] Open(DateTime until)
    {
        var later = holdOut.Purchases.Where(purchase => purchase.On > asOf && purchase.On <= until && accounts.ContainsKey(purchase.Account))
            .Select(purchase => (matrix.Row(accounts[purchase.Account]), matrix.Column(families[purchase.Family]))).ToHashSet();
        return
        [
            .. from row in Enumerable.Range(0, matrix.Accounts.Count)
               from column in Enumerable.Range(0, matrix.Families.Count)
               where !matrix.Bought(row, column)
               select new OpenPair(row, column, later.Contains((row, column))),
        ];
    }

    private static Dictionary<string, Guid> Numbered(IEnumerable<string> names) =>
        names.Distinct().Order(StringComparer.Ordinal).Select((name, place) => (name, place)).ToDictionary(one => one.name, one => new Guid(one.place + 1, 0, 0, new byte[8]));
}
