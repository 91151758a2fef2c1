using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Reading;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Contradictions;

/// <summary>Lines of one product that take part in the comparison: those of accounts with a segment. An account without one stands nowhere, so nothing can contradict it.</summary>
internal sealed class ProductPrices
{
    private const int ShortestName = 200;

    private readonly List<PricePoint> points = [];
    private readonly List<Guid> accounts = [];
    private readonly List<Guid?> units = [];
    private readonly List<int> accountOf = [];
    private readonly Dictionary<Guid, int> accountNumbers = [];
    private readonly Dictionary<Guid, int> unitNumbers = [];

    /// <summary>How many lines take part.</summary>
    public int Count => points.Count;

    /// <summary>How many lines there are, those that take no part included.</summary>
    public int LineCount { get; private set; }

    public void Add(SoldLine line)
    {
        LineCount++;
        if (line.SegmentRank is not { } rank || line.Quantity <= 0m) return;
        if (!accountNumbers.TryGetValue(line.AccountId, out var account))
        {
            accountNumbers.Add(line.AccountId, account = accounts.Count);
            accounts.Add(line.AccountId);
        }
        if (!unitNumbers.TryGetValue(line.UnitId ?? Guid.Empty, out var unit))
        {
            unitNumbers.Add(line.UnitId ?? Guid.Empty, unit = units.Count);
            units.Add(line.UnitId);
        }
        points.Add(new PricePoint(points.Count, unit, (byte)rank, line.Quantity, line.PocketPrice));
        accountOf.Add(account);
    }

    /// <summary>The contradictions as rows, largest first, always in the same order.</summary>
    public IReadOnlyList<PriceContradictionRow> Contradictions(ProductRow product, IReadOnlyList<VolumeBand> bands, BaseCurrency currency) =>
    [
        .. new PriceConsistency([.. points], bands).ByAccount(accountOf)
            .OrderByDescending(found => found.AmountAtStake).ThenBy(found => accounts[found.Account]).ThenBy(found => accounts[found.OtherAccount]).ThenBy(found => found.Product).ThenBy(found => found.FromQuantity)
            .Select(found => Row(found, product, currency)),
    ];

    private PriceContradictionRow Row(AccountContradiction found, ProductRow product, BaseCurrency currency) => new()
    {
        Name = product.Name is { Length: > ShortestName } name ? name.Substring(0, ShortestName) : product.Name,
        ProductId = product.ToEntityReference(),
        UomId = units[found.Product] is { } unit ? new EntityReference(UnitRow.Table, unit) : null,
        AccountId = new EntityReference(AccountRow.Table, accounts[found.Account]),
        OtherAccountId = new EntityReference(AccountRow.Table, accounts[found.OtherAccount]),
        SegmentRank = found.Dearest.SegmentRank,
        OtherSegmentRank = found.LowestPrice.SegmentRank,
        FromQuantity = found.FromQuantity,
        Quantity = found.Quantity,
        PocketPrice = new Money(currency.Currency.Round(found.Dearest.PocketPrice)),
        OtherPocketPrice = new Money(currency.Currency.Round(found.LowestPrice.PocketPrice)),
        AmountAtStake = new Money(currency.Currency.Round(found.AmountAtStake)),
        PairCount = (int)Math.Min(int.MaxValue, found.PairCount),
        TransactionCurrencyId = currency.Reference,
    };
}
