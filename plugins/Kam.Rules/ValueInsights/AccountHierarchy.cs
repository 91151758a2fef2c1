using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>
/// Which accounts belong together: everything connected by "parent of", up and down, any depth, is one group.
/// </summary>
/// <remarks>
/// Parents that go round in a circle make one group as well; nothing is counted twice. Built in one pass over the links and
/// without recursion, so neither depth nor size hurts; asking costs nothing.
/// </remarks>
/// <model stage="1 Value Insights">Group roll-up: … parent/child of any depth, cycle-safe, 1,000 nodes</model>
public sealed class AccountHierarchy
{
    private readonly Dictionary<Guid, AccountGroup> groups = [];

    /// <param name="links">Accounts with their parents, in any order; several groups at once.</param>
    public AccountHierarchy(IEnumerable<ParentLink> links)
    {
        var related = Related(links);
        foreach (var account in related.Keys)
        {
            if (groups.ContainsKey(account)) continue;
            var members = Connected(account, related);
            var group = new AccountGroup(members);
            foreach (var member in members) groups[member] = group;
        }
    }

    /// <summary>The whole group of an account; an account nobody links to stands alone.</summary>
    public AccountGroup GroupOf(Guid accountId) => groups.TryGetValue(accountId, out var group) ? group : new AccountGroup([accountId]);

    /// <summary>Every group of at least two accounts, each once; a lone account is no group.</summary>
    public IEnumerable<AccountGroup> Groups => groups.Values.Distinct().Where(group => group.Refusal is not null || group.Members.Count > 1);

    private static List<Guid> Connected(Guid start, Dictionary<Guid, List<Guid>> related)
    {
        var members = new List<Guid> { start };
        var seen = new HashSet<Guid> { start };
        for (var next = 0; next < members.Count; next++) members.AddRange(related[members[next]].Where(seen.Add));
        members.Sort();
        return members;
    }

    private static Dictionary<Guid, List<Guid>> Related(IEnumerable<ParentLink> links)
    {
        var related = new Dictionary<Guid, List<Guid>>();
        foreach (var link in links)
        {
            if (link.ParentId is not { } parent) continue;
            Add(related, link.AccountId, parent);
            Add(related, parent, link.AccountId);
        }

        return related;
    }

    private static void Add(Dictionary<Guid, List<Guid>> related, Guid from, Guid to)
    {
        if (!related.TryGetValue(from, out var neighbours)) related[from] = neighbours = [];
        neighbours.Add(to);
    }
}
