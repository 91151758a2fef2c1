using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Pricing;

/// <summary>Gathers the contradictions among lines of one product and band by customer: for each line one step for every customer of a lower segment that pays less.</summary>
internal sealed class ContradictingAccounts
{
    private readonly ComparableLines group;
    private readonly PricePoint[] points;
    private readonly IReadOnlyList<int> accountOf;
    private readonly int[] taken;
    private readonly Dictionary<int, Cheaper>[] byRank;
    private readonly Dictionary<long, Pair> pairs = [];

    /// <param name="group">The lines.</param>
    /// <param name="points">All lines, in the order of the consistency check.</param>
    /// <param name="accountOf">By number of the line.</param>
    internal ContradictingAccounts(ComparableLines group, PricePoint[] points, IReadOnlyList<int> accountOf)
    {
        this.group = group;
        this.points = points;
        this.accountOf = accountOf;
        taken = new int[group.Cheaper.Length];
        byRank = Enumerable.Range(0, group.Cheaper.Length).Select(_ => new Dictionary<int, Cheaper>()).ToArray();
    }

    /// <summary>One for each two customers.</summary>
    internal IEnumerable<AccountContradiction> Found()
    {
        foreach (var at in group.Walk(points))
        {
            for (var rank = points[at].SegmentRank + 1; rank < byRank.Length; rank++)
            {
                TakeUp(rank);
                foreach (var cheaper in byRank[rank]) Add(at, cheaper.Key, cheaper.Value);
            }
        }

        return pairs.Values.Select(pair => pair.Contradiction(points, group.From));
    }

    // Lines only ever join the cheaper ones, cheapest first, so the first of a customer is its cheapest.
    private void TakeUp(int rank)
    {
        if (group.Cheaper[rank] is not { } lines) return;
        for (; taken[rank] < lines.Count; taken[rank]++)
        {
            var account = accountOf[points[lines[taken[rank]]].Line];
            if (byRank[rank].TryGetValue(account, out var known)) known.Count++;
            else byRank[rank].Add(account, new Cheaper(lines[taken[rank]]));
        }
    }

    private void Add(int at, int otherAccount, Cheaper cheaper)
    {
        var account = accountOf[points[at].Line];
        var key = ((long)account << 32) | (uint)otherAccount;
        if (!pairs.TryGetValue(key, out var pair)) pairs.Add(key, pair = new Pair(account, otherAccount, cheaper.Place));
        pair.Add(at, points, cheaper.Count);
    }

    private sealed class Cheaper(int place)
    {
        public int Place { get; } = place;

        public int Count { get; set; } = 1;
    }

    private sealed class Pair(int account, int otherAccount, int lowest)
    {
        private int dearest = -1;
        private decimal quantity, atStake;
        private long count;

        public void Add(int at, PricePoint[] points, int cheaperLines)
        {
            if (dearest < 0 || points[at].PocketPrice > points[dearest].PocketPrice) dearest = at;
            quantity += points[at].Quantity;
            atStake += (points[at].PocketPrice - points[lowest].PocketPrice) * points[at].Quantity;
            count += cheaperLines;
        }

        public AccountContradiction Contradiction(PricePoint[] points, decimal from) =>
            new(points[dearest].Product, account, otherAccount, points[dearest], points[lowest], from, quantity, count, atStake);
    }
}
