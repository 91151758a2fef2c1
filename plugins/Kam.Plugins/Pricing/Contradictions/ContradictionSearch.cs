using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Reading;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Contradictions;

/// <summary>One call's worth of a search.</summary>
internal sealed class ContradictionSearch
{
    private const int MostLines = 100_000;
    private const int MostLinesOfProduct = 250_000;
    private const int MostWrites = 1_000;

    private readonly ContradictionStore store;
    private readonly SoldLineReader lines;
    private readonly IReadOnlyList<VolumeBand> bands;
    private readonly BaseCurrency currency;
    private readonly CallTime time;
    private int read, writes;

    public ContradictionSearch(ContradictionStore store, SoldLineReader lines, IReadOnlyList<VolumeBand> bands, BaseCurrency currency, CallTime time)
    {
        this.store = store;
        this.lines = lines;
        this.bands = bands;
        this.currency = currency;
        this.time = time;
    }

    /// <summary>Where the next call goes on; null when all products are done.</summary>
    public ContradictionPosition? Next { get; private set; }

    /// <summary>Lines of the products that are done: read again or not, each counts in one call.</summary>
    public int LineCount { get; private set; }

    public int ContradictionCount { get; private set; }

    private bool IsEnough => read >= MostLines || writes >= MostWrites || time.IsOver;

    /// <summary>Works until the call has done enough.</summary>
    public void From(ContradictionPosition position, Period days)
    {
        Next = position;
        do
        {
            var products = store.Products(Next.ProductPage, out var nextPage);
            Page(products, Next, days);
            if (Next.ProductsDone >= products.Count) Next = nextPage is null ? null : new ContradictionPosition(nextPage, 0, 0);
        }
        while (Next is not null && !IsEnough);
    }

    private void Page(IReadOnlyList<ProductRow> products, ContradictionPosition position, Period days)
    {
        var due = products.Skip(position.ProductsDone).ToList();
        var pieces = lines.Cut(due.Select(p => p.Id).ToList(), days);
        var prices = due.ToDictionary(p => p.Id, _ => new ProductPrices());
        for (var at = 0; at < pieces.Count; at++)
        {
            foreach (var line in lines.Read(pieces[at])) Take(prices[line.ProductId!.Value], line, due);
            // The rest of a product that was cut by days comes with the next piece.
            if (at + 1 < pieces.Count && pieces[at + 1].Accounts[0] == pieces[at].Accounts[0]) continue;
            var stored = store.Stored(pieces[at].Accounts);
            foreach (var product in due.Where(p => pieces[at].Accounts.Contains(p.Id)))
            {
                if (!Judge(product, prices[product.Id], stored[product.Id])) return;
                prices.Remove(product.Id);
            }
            if (IsEnough) return;
        }
    }

    private void Take(ProductPrices prices, SoldLine line, List<ProductRow> products)
    {
        prices.Add(line);
        read++;
        if (prices.Count > MostLinesOfProduct)
            throw new RefusalException(PricingReasons.ProductHasTooManyLines, nameof(PriceContradictionRow.ProductId), line.ProductId.ToString(),
                Argument.Text(products.First(p => p.Id == line.ProductId).Name ?? ""), Argument.Number(MostLinesOfProduct));
    }

    // Whether the product is done; when not, the next call goes on behind what is written.
    private bool Judge(ProductRow product, ProductPrices prices, Dictionary<string, PriceContradictionRow> stored)
    {
        var found = prices.Contradictions(product, bands, currency);
        for (var at = Next!.Written; at < found.Count; at++)
        {
            if (writes >= MostWrites)
            {
                Next = Next with { Written = at };
                return false;
            }
            ContradictionCount++;
            if (store.Write(found[at], stored.TryGetValue(ContradictionStore.Key(found[at]), out var row) ? row : null)) writes++;
        }
        var keys = new HashSet<string>(found.Select(ContradictionStore.Key), StringComparer.Ordinal);
        foreach (var gone in stored.Where(row => !keys.Contains(row.Key)).Select(row => row.Value))
        {
            store.Delete(gone);
            writes++;
        }
        LineCount += prices.LineCount;
        Next = Next with { ProductsDone = Next.ProductsDone + 1, Written = 0 };
        return true;
    }
}
