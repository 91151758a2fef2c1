using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What a portfolio has bought, and what each account is likely to buy next.</summary>
/// <remarks>Order of accounts and purchases does not matter. Everything an account has bought is left out of its chances.</remarks>
/// <model stage="3 Solutions">Cross-sell chance per account and product family: probability, expected yearly margin and the reason in words</model>
public sealed class CrossSellChances
{
    private readonly PurchaseMatrix matrix;
    private readonly PeerPenetration penetration;
    private readonly PeerAdoption adoption;
    private readonly ItemSimilarity similarity;
    private readonly CrossSellSettings settings;
    private readonly Dictionary<Guid, PeerGroup> groups;
    private readonly PeerGroup portfolio;

    /// <param name="matrix">Who bought what up to the as-of date.</param>
    /// <param name="settings">What tunes it.</param>
    public CrossSellChances(PurchaseMatrix matrix, CrossSellSettings settings)
    {
        this.matrix = matrix;
        this.settings = settings;
        penetration = new PeerPenetration(matrix, settings.PeerStrength);
        adoption = new PeerAdoption(matrix, settings.PeerStrength, settings.AdoptionDays);
        similarity = new ItemSimilarity(matrix, settings.Regularisation);
        var rows = Enumerable.Range(0, matrix.Accounts.Count).ToArray();
        groups = rows.GroupBy(SegmentOf).ToDictionary(same => same.Key, same => new PeerGroup(matrix, same.ToArray(), settings.FewestPeers));
        portfolio = new PeerGroup(matrix, rows, fewest: 1);
    }

    /// <summary>What is known of every pair of account and family that is still open, with what happened afterwards: what a <see cref="ChanceModel"/> is fitted to.</summary>
    /// <param name="boughtSince">Purchases after the as-of date; those of families nobody bought before are left out.</param>
    public IReadOnlyList<ChanceExample> Examples(IEnumerable<FamilyPurchase> boughtSince)
    {
        var since = new HashSet<long>(boughtSince
            .Select(purchase => new { Row = matrix.Row(purchase.AccountId), Column = matrix.Column(purchase.FamilyId) })
            .Where(pair => pair.Row >= 0 && pair.Column >= 0)
            .Select(pair => Key(pair.Row, pair.Column)));
        var examples = new List<ChanceExample>();
        for (var row = 0; row < matrix.Accounts.Count; row++)
        {
            foreach (var column in Open(row)) examples.Add(new ChanceExample(Input(row, column), since.Contains(Key(row, column))));
        }

        return examples;
    }

    /// <summary>The chances of one account, likeliest first.</summary>
    /// <param name="accountId">Which.</param>
    /// <param name="model">Fitted to what happened before.</param>
    /// <param name="spans">How many spans of the model's examples make a year.</param>
    /// <exception cref="ArgumentException">The account is not in the portfolio.</exception>
    public IReadOnlyList<CrossSellChance> Of(Guid accountId, ChanceModel model, double spans)
    {
        var row = matrix.Row(accountId);
        if (row < 0) throw new ArgumentException($"Account {accountId} is not in the portfolio.", nameof(accountId));
        return Open(row).Select(column => Chance(row, column, model, spans)).OrderByDescending(chance => chance.Probability).ThenBy(chance => chance.FamilyId).ToArray();
    }

    private CrossSellChance Chance(int row, int column, ChanceModel model, double spans)
    {
        var probability = Decimals.Four((decimal)model.Probability(Input(row, column), spans));
        var typical = groups[SegmentOf(row)].TypicalMargin(column) ?? portfolio.TypicalMargin(column);
        return new CrossSellChance(
            matrix.Accounts[row].Id, matrix.Families[column], probability, typical, typical is { } margin ? Decimals.Two(probability * margin) : null, Evidence(row, column));
    }

    private ChanceInput Input(int row, int column) => new(
        penetration.Of(row, column), similarity.Score(row, column), matrix.BoughtBy(row).Count, adoption.Of(row, column), matrix.DaysSinceLastPurchase(row));

    private IEnumerable<int> Open(int row) => Enumerable.Range(0, matrix.Families.Count).Where(column => !matrix.Bought(row, column));

    // Of everything the account buys, that which speaks most clearly for the family; with few peers a high share says little, so the lower bound of the share decides.
    private PeerEvidence Evidence(int row, int column)
    {
        var group = groups[SegmentOf(row)];
        var best = group.Evidence(matrix, null, column);
        var bestBound = double.NegativeInfinity;
        foreach (var bought in matrix.BoughtBy(row))
        {
            var evidence = group.Evidence(matrix, bought, column);
            if (evidence.Peers < Math.Max(1, settings.FewestPeers) || evidence.Both == 0 || evidence.Both < settings.LeastConfidence * evidence.Peers) continue;
            var bound = new WilsonInterval(evidence.Both, evidence.Peers).Low;
            if (bound <= bestBound) continue;
            bestBound = bound;
            best = evidence;
        }

        return best;
    }

    private Guid SegmentOf(int row) => matrix.Accounts[row].SegmentId ?? Guid.Empty;

    private static long Key(int row, int column) => ((long)row << 32) | (uint)column;
}
