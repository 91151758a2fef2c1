using System;
using System.Linq;
using Kam.Rules.Solutions.CrossSelling;
using Xunit;

namespace Kam.Rules.Tests.Solutions.CrossSelling;

public sealed class BundleProposalsTests
{
    private static readonly Guid Account = Guid.NewGuid(), Helmets = new("00000000-0000-0000-0000-0000000000f1"), Gloves = new("00000000-0000-0000-0000-0000000000f2"), Bikes = new("00000000-0000-0000-0000-0000000000f3");

    private static CrossSellChance Chance(Guid family, decimal probability, decimal? margin) => new(Account, family, probability, null, margin, new PeerEvidence(null, 9, 7));

    private static BundleFamilies Bundle(string name, params Guid[] families) => new(Guid.NewGuid(), name, families);

    [Fact]
    public void TheBundleThatIsExpectedToBringMost_ComesFirst()
    {
        var proposals = new BundleProposals([Bundle("Likely", Helmets), Bundle("Rich", Gloves), Bundle("Old", Bikes)], [Chance(Helmets, 0.7m, 7m), Chance(Gloves, 0.2m, 20m)]).All;
        Assert.Equal(["Rich", "Likely"], proposals.Select(proposal => proposal.Bundle.Name));
    }

    [Fact]
    public void WithoutMargins_TheLikeliestComesFirst_AndNothingIsExpected()
    {
        var proposals = new BundleProposals([Bundle("B", Gloves), Bundle("A", Helmets), Bundle("Both", Gloves, Helmets)], [Chance(Helmets, 0.7m, null), Chance(Gloves, 0.2m, null)]).All;
        Assert.Equal(["Both", "A", "B"], proposals.Select(proposal => proposal.Bundle.Name));
        Assert.All(proposals, proposal => Assert.Null(proposal.ExpectedMargin));
        // 1 − 0.3 x 0.8
        Assert.Equal(0.76m, proposals[0].Probability);
        Assert.Equal([Helmets, Gloves], proposals[0].Chances.Select(chance => chance.FamilyId));
    }

    [Fact]
    public void WhatIsKnownOfMargins_AddsUp()
    {
        var proposal = new BundleProposals([Bundle("Both", Gloves, Helmets)], [Chance(Helmets, 0.7m, 7m), Chance(Gloves, 0.2m, null)]).All.Single();
        Assert.Equal(7m, proposal.ExpectedMargin);
    }
}
