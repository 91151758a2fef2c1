using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>An account and its parent account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ParentId">Its parent; null at the top, or when the parent is not among the accounts one may see.</param>
public sealed record ParentLink(Guid AccountId, Guid? ParentId);

/// <summary>
/// A whole group of companies: everything connected by "parent of", up and down, any depth. Every member has the same group.
/// </summary>
/// <remarks>
/// Parents that go round in a circle make one group as well; nothing is counted twice. Walks in a loop, so depth
/// costs no stack.
/// </remarks>
/// <model stage="1 Value Insights">Group roll-up: … parent/child of any depth, cycle-safe, 1,000 nodes</model>
public sealed class AccountGroup
{
    /// <summary>Most accounts a group may have.</summary>
    public const int MaximumSize = 1000;

    private AccountGroup(IReadOnlyCollection<Guid> members, Violation? refusal)
    {
        Members = members;
        Refusal = refusal;
    }

    /// <summary>The accounts, each once, the asked one first; empty when refused.</summary>
    public IReadOnlyCollection<Guid> Members { get; }

    /// <summary>Why the group cannot be rolled up (KAM-VAL-020); null when it can.</summary>
    public Violation? Refusal { get; }

    /// <summary>The group an account belongs to.</summary>
    /// <param name="accountId">Any member.</param>
    /// <param name="links">Accounts with their parents; may hold other groups too. An account without a link stands alone.</param>
    public static AccountGroup Of(Guid accountId, IEnumerable<ParentLink> links)
    {
        var neighbours = Neighbours(links);
        var members = new List<Guid> { accountId };
        var seen = new HashSet<Guid> { accountId };
        for (var next = 0; next < members.Count; next++)
        {
            if (!neighbours.TryGetValue(members[next], out var related)) continue;
            members.AddRange(related.Where(seen.Add));
        }

        return members.Count > MaximumSize ? TooLarge(members.Count) : new AccountGroup(members, null);
    }

    /// <summary>The figures of the group: the sum of its members'. A member without figures adds nothing.</summary>
    public AccountFigures Sum(IReadOnlyDictionary<Guid, AccountFigures> figuresOf) =>
        AccountFigures.Sum(Members.Where(figuresOf.ContainsKey).Select(member => figuresOf[member]));

    private static Dictionary<Guid, List<Guid>> Neighbours(IEnumerable<ParentLink> links)
    {
        var neighbours = new Dictionary<Guid, List<Guid>>();
        foreach (var link in links)
        {
            if (link.ParentId is not { } parent) continue;
            Add(neighbours, link.AccountId, parent);
            Add(neighbours, parent, link.AccountId);
        }

        return neighbours;
    }

    private static void Add(Dictionary<Guid, List<Guid>> neighbours, Guid from, Guid to)
    {
        if (!neighbours.TryGetValue(from, out var related)) neighbours[from] = related = [];
        related.Add(to);
    }

    private static AccountGroup TooLarge(int size) => new([], Violation.Of(
        ValueInsightsReasons.GroupTooLarge,
        "ParentId",
        size.ToString(CultureInfo.InvariantCulture),
        Argument.Number(size),
        Argument.Number(MaximumSize)));
}
