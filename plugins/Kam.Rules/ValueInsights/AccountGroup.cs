using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>A whole group of companies. Every member has the same group.</summary>
/// <model stage="1 Value Insights">Group roll-up: every measure for a single account and for its whole group</model>
public sealed class AccountGroup
{
    /// <summary>Most accounts a group may have.</summary>
    public const int MaximumSize = 1000;

    internal AccountGroup(IReadOnlyCollection<Guid> members)
    {
        var isTooLarge = members.Count > MaximumSize;
        Members = isTooLarge ? [] : members;
        Refusal = isTooLarge ? TooLarge(members.Count) : null;
    }

    /// <summary>The accounts in the order of their ids, each once; empty when refused.</summary>
    public IReadOnlyCollection<Guid> Members { get; }

    /// <summary>Why the group cannot be rolled up (KAM-VAL-020); null when it can.</summary>
    public Violation? Refusal { get; }

    /// <summary>The account that stands for the group: the one without a parent in it; in a circle the one with the lowest id.</summary>
    /// <param name="parentOf">The parent of each member, null at the top.</param>
    public Guid Head(Func<Guid, Guid?> parentOf)
    {
        var members = new HashSet<Guid>(Members);
        return Members.OrderBy(member => parentOf(member) is { } parent && members.Contains(parent)).ThenBy(member => member).First();
    }

    /// <summary>The figures of the group: the sum of its members'. A member without figures adds nothing.</summary>
    public AccountFigures Sum(IReadOnlyDictionary<Guid, AccountFigures> figuresOf) =>
        AccountFigures.Sum(Members.Where(figuresOf.ContainsKey).Select(member => figuresOf[member]));

    private static Violation TooLarge(int size) => Violation.Of(
        ValueInsightsReasons.GroupTooLarge,
        nameof(ParentLink.ParentId),
        size.ToString(CultureInfo.InvariantCulture),
        Argument.Number(size),
        Argument.Number(MaximumSize));
}
