using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>A bundle that may be offered, and the families its components belong to.</summary>
/// <param name="BundleId">The row.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Families">Of its components that are products of a family.</param>
public sealed record BundleFamilies(Guid BundleId, string Name, IReadOnlyCollection<Guid> Families);

/// <summary>A bundle that fills whitespace of an account.</summary>
/// <param name="Bundle">The bundle.</param>
/// <param name="Chances">The account's chances that it fills, likeliest first.</param>
public sealed record BundleProposal(BundleFamilies Bundle, IReadOnlyList<CrossSellChance> Chances)
{
    /// <summary>That at least one of its families is bought, 0 to 1, four decimals; as if they were bought independently of each other.</summary>
    public decimal Probability => Decimals.Four(1m - Chances.Aggregate(1m, (none, chance) => none * (1m - chance.Probability)));

    /// <summary>What its chances are expected to bring, base currency; null when none of their margins is known.</summary>
    public decimal? ExpectedMargin => Chances.Any(chance => chance.ExpectedMargin is not null) ? Chances.Sum(chance => chance.ExpectedMargin ?? 0m) : null;
}

/// <summary>Which bundles fill what an account does not buy yet.</summary>
/// <remarks>The bundle that is expected to bring most comes first; where margins are unknown, or the reader may not see them, the likeliest.</remarks>
/// <model stage="3 Solutions">whitespace feeds bundles</model>
public sealed class BundleProposals
{
    /// <param name="bundles">That may be offered.</param>
    /// <param name="chances">Of one account.</param>
    public BundleProposals(IEnumerable<BundleFamilies> bundles, IReadOnlyCollection<CrossSellChance> chances) => All = bundles
        .Select(bundle => new BundleProposal(bundle, chances.Where(chance => bundle.Families.Contains(chance.FamilyId)).OrderByDescending(chance => chance.Probability).ThenBy(chance => chance.FamilyId).ToArray()))
        .Where(proposal => proposal.Chances.Count > 0)
        .OrderByDescending(proposal => proposal.ExpectedMargin ?? decimal.MinValue).ThenByDescending(proposal => proposal.Probability)
        .ThenBy(proposal => proposal.Bundle.Name, StringComparer.Ordinal).ThenBy(proposal => proposal.Bundle.BundleId).ToArray();

    /// <summary>Bundles that fill at least one chance, the best first.</summary>
    public IReadOnlyList<BundleProposal> All { get; }
}
