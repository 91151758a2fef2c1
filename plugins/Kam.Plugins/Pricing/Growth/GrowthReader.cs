using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Growth;

/// <summary>What is known about one account's growth; <see cref="Growth"/> is null when nothing was sold in either period.</summary>
internal sealed record AccountGrowth(ProfitlessGrowth? Growth, int LinesWithoutCost);

/// <summary>Compares two periods of many accounts with 2 aggregates for each period: 4 requests, one look more where a table is large (see <see cref="AggregateReader"/>), one more for every further 5,000 groups.</summary>
/// <remarks>Written-in products have no identity, so they are compared with nothing: they count as new in the later period and as lost from the earlier one.</remarks>
internal sealed class GrowthReader
{
    private readonly AggregateReader aggregates;
    private readonly RevenueBasis basis;

    public GrowthReader(IOrganizationService dataverse, RevenueBasis basis)
    {
        aggregates = new AggregateReader(dataverse);
        this.basis = basis;
    }

    /// <summary>By account.</summary>
    public IReadOnlyDictionary<Guid, AccountGrowth> Read(IReadOnlyList<Guid> accounts, Period later)
    {
        var earlier = later.Before();
        var sold = accounts.ToDictionary(account => account, _ => new Sold());
        var whole = Period.Rolling(later.Last, later.Days + earlier.Days);
        var costed = GrowthQuestions.Costed(basis.Tables);
        var uncosted = GrowthQuestions.Uncosted(basis.Tables);
        foreach (var question in new[] { costed, uncosted })
        {
            var pieces = aggregates.Cut(question, accounts, whole);
            aggregates.Read(question, pieces, earlier, group => Add(sold, group, question == costed, isLater: false));
            aggregates.Read(question, pieces, later, group => Add(sold, group, question == costed, isLater: true));
        }
        return sold.ToDictionary(account => account.Key, account => account.Value.Growth(basis.MinimumCoveragePercent));
    }

    private static void Add(Dictionary<Guid, Sold> sold, Entity group, bool hasCost, bool isLater)
    {
        if (group.Reference("account") is not { } account || !sold.TryGetValue(account, out var s)) return;
        var revenue = (group.Sum("revenue") ?? 0m) - (group.Sum("tax") ?? 0m);
        if (!hasCost) s.AddUncosted(revenue, group.Count("lines"), isLater);
        else s.Add(group.Reference("product"), group.Reference("unit"), new Amounts(group.Sum("quantity") ?? 0m, revenue, group.Sum("cost") ?? 0m), isLater);
    }

    private sealed record Amounts(decimal Quantity, decimal Revenue, decimal Cost)
    {
        public static Amounts None { get; } = new(0m, 0m, 0m);

        public Amounts Plus(Amounts other) => new(Quantity + other.Quantity, Revenue + other.Revenue, Cost + other.Cost);
    }

    // A product sold by the piece and by the box is two things, since its units cannot be added.
    private sealed record Thing(Guid? Product, Guid? Unit, bool IsLaterOnly);

    private sealed class Sold
    {
        private readonly Dictionary<Thing, Amounts> before = [], now = [];
        private decimal uncostedBefore, uncostedNow;
        private int linesWithoutCost;

        public void AddUncosted(decimal revenue, int lines, bool isLater)
        {
            linesWithoutCost += lines;
            if (isLater) uncostedNow += revenue;
            else uncostedBefore += revenue;
        }

        public void Add(Guid? product, Guid? unit, Amounts amounts, bool isLater)
        {
            var things = isLater ? now : before;
            var thing = new Thing(product, unit, product is null && isLater);
            things[thing] = (things.TryGetValue(thing, out var known) ? known : Amounts.None).Plus(amounts);
        }

        public AccountGrowth Growth(decimal minimumCoveragePercent)
        {
            if (before.Count == 0 && now.Count == 0 && linesWithoutCost == 0) return new AccountGrowth(null, 0);
            var sales = before.Keys.Union(now.Keys).Select(thing =>
            {
                var earlier = before.TryGetValue(thing, out var b) ? b : Amounts.None;
                var later = now.TryGetValue(thing, out var n) ? n : Amounts.None;
                return new ProductSales(thing.Product ?? Guid.Empty, earlier.Quantity, earlier.Revenue, earlier.Cost, later.Quantity, later.Revenue, later.Cost);
            });
            return new AccountGrowth(new ProfitlessGrowth(sales, new UncostedSales(uncostedBefore, uncostedNow, minimumCoveragePercent)), linesWithoutCost);
        }
    }
}
