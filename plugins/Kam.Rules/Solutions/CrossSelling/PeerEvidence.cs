using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What speaks for a family in figures of peers: of those that buy what the account buys, how many buy the family too.</summary>
/// <param name="BoughtFamilyId">What the account and these peers buy; null when it is simply all peers.</param>
/// <param name="Peers">How many peers buy that, the account not counted.</param>
/// <param name="Both">How many of them buy the family too.</param>
/// <model stage="3 Solutions">the reason in words ("7 of 9 peers in segment A that buy X also buy Y")</model>
public sealed record PeerEvidence(Guid? BoughtFamilyId, int Peers, int Both)
{
    /// <summary>The reason in words.</summary>
    /// <param name="segment">Name of the segment; null when all customers are each other's peers.</param>
    /// <param name="bought">Name of what they buy; not used when it is all peers.</param>
    /// <param name="family">Name of the family.</param>
    public Sentence Sentence(string? segment, string bought, string family)
    {
        var key = "solutions.peersBuy" + (BoughtFamilyId is null ? "" : "Both") + (segment is null ? "All" : "");
        var arguments = new List<Argument> { Argument.Number(Both), Argument.Number(Peers) };
        if (segment is not null) arguments.Add(Argument.Text(segment));
        if (BoughtFamilyId is not null) arguments.Add(Argument.Text(bought));
        arguments.Add(Argument.Text(family));
        return new Sentence(key, arguments);
    }
}
