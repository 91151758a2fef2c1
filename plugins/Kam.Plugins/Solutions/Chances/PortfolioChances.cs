using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>The chances of a whole portfolio on a day: what everybody bought, the model learnt from what happened lately, and the words for its reasons.</summary>
internal sealed class PortfolioChances
{
    private readonly PurchaseMatrix matrix;
    private readonly CrossSellChances chances;
    private readonly ChanceModel model;
    private readonly CrossSellSettings settings;
    private readonly IReadOnlyDictionary<Guid, string> segments;
    private readonly IReadOnlyDictionary<Guid, ProductRow> families;
    private readonly bool hasSegments;

    /// <summary>Reads everything: three requests, and three aggregates for each 1,000 accounts.</summary>
    public PortfolioChances(ChanceStore store, PurchaseReader purchases, IReadOnlyList<AccountRow> accounts, DateTime asOf, CrossSellSettings settings)
    {
        this.settings = settings;
        segments = store.SegmentNames();
        families = store.Families();
        var ids = accounts.Select(account => account.Id).ToList();
        var peers = accounts.Select(account => new PeerAccount(account.Id, account.SegmentId?.Id)).ToArray();
        hasSegments = peers.Any(peer => peer.SegmentId is not null);
        matrix = new PurchaseMatrix(peers, purchases.UpTo(asOf, ids), asOf);
        chances = new CrossSellChances(matrix, settings);
        model = new ChanceModel(Examples(peers, purchases.DaysUpTo(asOf.AddDays(-settings.AdoptionDays), ids), asOf), settings.FewestFirstPurchases, settings.ModelShare);
    }

    /// <summary>Settings and kind of model, the same for all chances of the run.</summary>
    public string Configuration => string.Format(
        CultureInfo.InvariantCulture, "peers {0}, strength {1}, lambda {2}, {3} days, horizon {4}, from {5} purchases, confidence {6} %, model {7} %, {8}", settings.FewestPeers, settings.PeerStrength,
        settings.Regularisation, settings.AdoptionDays, settings.HorizonDays, settings.FewestFirstPurchases, 100d * settings.LeastConfidence, 100d * settings.ModelShare,
        model.WhyNotFitted is null ? "fitted" : "penetration");

    /// <summary>The likeliest of one account's chances; families that are retired are not offered any more.</summary>
    public IReadOnlyList<CrossSellChance> Of(Guid accountId, int most) => chances.Of(accountId, model, (double)settings.HorizonDays / settings.AdoptionDays)
        .Where(chance => chance.Probability > 0m && families.TryGetValue(chance.FamilyId, out var family) && family.StateCode != ProductState.Retired)
        .Take(most).ToArray();

    /// <summary>Whether the account has bought the family.</summary>
    public bool HasBought(Guid accountId, Guid familyId) => matrix.Column(familyId) is >= 0 and var column && matrix.Bought(matrix.Row(accountId), column);

    /// <summary>Name of a family.</summary>
    public string NameOf(Guid familyId) => families.TryGetValue(familyId, out var family) ? family.Name ?? "" : "";

    /// <summary>Why, with the figures of the peers; and, where there was too little to learn from, that the chance is just their share.</summary>
    public Explanation Reason(AccountRow account, CrossSellChance chance)
    {
        var segment = !hasSegments ? null : account.SegmentId is { } id && segments.TryGetValue(id.Id, out var name) ? name : "–";
        var bought = chance.Evidence.BoughtFamilyId is { } other ? NameOf(other) : "";
        var sentence = chance.Evidence.Sentence(segment, bought, NameOf(chance.FamilyId));
        return new Explanation(model.WhyNotFitted is { } why ? [sentence, Sentence.Of(why.TextKey)] : [sentence]);
    }

    // What was open on the earlier day, and what of it has been bought since.
    private IReadOnlyList<ChanceExample> Examples(IEnumerable<PeerAccount> peers, IReadOnlyList<FamilyPurchase> before, DateTime asOf)
    {
        var earlier = asOf.AddDays(-settings.AdoptionDays);
        return new CrossSellChances(new PurchaseMatrix(peers, before, earlier), settings).Examples(matrix.Purchases.Where(purchase => purchase.FirstOn > earlier));
    }
}
