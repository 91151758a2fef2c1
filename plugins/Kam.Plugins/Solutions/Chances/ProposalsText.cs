using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Proposed bundles as JSON, for pages and flows: each with the families it fills and why.</summary>
public sealed class ProposalsText
{
    private readonly Texts? texts;
    private readonly Dictionary<Guid, CrossSellChanceRow> byFamily;

    internal ProposalsText(Texts? texts, IEnumerable<CrossSellChanceRow> chances)
    {
        this.texts = texts;
        byFamily = chances.ToDictionary(row => row.FamilyId!.Id);
    }

    internal string Write(IReadOnlyList<BundleProposal> proposals) => Json.Write(proposals.Select(proposal => new Proposal
    {
        BundleId = proposal.Bundle.BundleId,
        Name = proposal.Bundle.Name,
        Probability = proposal.Probability,
        ExpectedMargin = proposal.ExpectedMargin,
        Families = proposal.Chances.Select(chance => new Family
        {
            FamilyId = chance.FamilyId,
            Name = byFamily[chance.FamilyId].FamilyId!.Name,
            Probability = chance.Probability,
            ExpectedMargin = chance.ExpectedMargin,
            Reason = Reason(chance),
        }).ToArray(),
    }).ToArray());

    /// <summary>The reasons of its chances, likeliest first.</summary>
    internal string Reasons(BundleProposal proposal) => string.Join("\n", proposal.Chances.Select(Reason));

    private string? Reason(CrossSellChance chance) => texts?.Say(ExplanationJson.Read(byFamily[chance.FamilyId].ReasonData ?? "[]"));

    /// <summary>A bundle. These types are public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Proposal
    {
        [DataMember(Name = "bundleId", Order = 0)] public Guid BundleId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "probability", Order = 2)] public decimal Probability { get; set; }
        [DataMember(Name = "expectedMargin", Order = 3, EmitDefaultValue = false)] public decimal? ExpectedMargin { get; set; }
        [DataMember(Name = "families", Order = 4)] public Family[]? Families { get; set; }
    }

    /// <summary>A family that the bundle brings to the account.</summary>
    [DataContract]
    public sealed class Family
    {
        [DataMember(Name = "familyId", Order = 0)] public Guid FamilyId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "probability", Order = 2)] public decimal Probability { get; set; }
        [DataMember(Name = "expectedMargin", Order = 3, EmitDefaultValue = false)] public decimal? ExpectedMargin { get; set; }
        [DataMember(Name = "reason", Order = 4)] public string? Reason { get; set; }
    }
}
