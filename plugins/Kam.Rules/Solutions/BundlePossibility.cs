using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions;

/// <summary>Whether a bundle can be put together at all, and which components can ever be in.</summary>
/// <remarks>
/// Tries choices one after the other and follows what each of them entails. Only groups that still lack members are tried: once none does, leaving out all the rest is a configuration. A bundle so
/// entangled that some ten thousand attempts decide nothing is taken for possible.
/// </remarks>
internal sealed class BundlePossibility
{
    private const int MostAttempts = 10_000;

    private readonly SolutionBundle bundle;
    private readonly Dictionary<Guid, int> places;
    private readonly int[][] required, requiredBy, excluded, members;
    private readonly int[] groups;
    private int attempts;

    /// <param name="bundle">Without other violations.</param>
    internal BundlePossibility(SolutionBundle bundle)
    {
        this.bundle = bundle;
        var components = bundle.Components;
        places = Enumerable.Range(0, components.Count).ToDictionary(place => components[place].Id);
        required = Neighbours(BundleRuleKind.Requires, forwards: true, backwards: false);
        requiredBy = Neighbours(BundleRuleKind.Requires, forwards: false, backwards: true);
        excluded = Neighbours(BundleRuleKind.Excludes, forwards: true, backwards: true);
        groups = components.Select(component => Enumerable.Range(0, bundle.Groups.Count).Where(group => bundle.Groups[group].Id == component.GroupId).DefaultIfEmpty(-1).First()).ToArray();
        members = Enumerable.Range(0, bundle.Groups.Count).Select(group => Enumerable.Range(0, components.Count).Where(place => groups[place] == group).ToArray()).ToArray();
        IsThereAny = Try(null);
    }

    private enum Standing
    {
        Open,
        In,
        Out,
    }

    /// <summary>Whether there is any configuration without violations.</summary>
    internal bool IsThereAny { get; }

    /// <summary>Whether there is one with this component.</summary>
    internal bool IsPossibleWith(Guid componentId) => Try(places[componentId]);

    private bool Try(int? wanted)
    {
        attempts = 0;
        var standing = new Standing[bundle.Components.Count];
        for (var place = 0; place < standing.Length; place++)
        {
            if ((bundle.Components[place].Kind == ComponentKind.Core || place == wanted) && !Decide(standing, place, Standing.In)) return false;
        }

        return Search(standing);
    }

    private bool Search(Standing[] standing)
    {
        if (++attempts > MostAttempts) return true;
        for (var group = 0; group < members.Length; group++)
        {
            if (members[group].Count(place => standing[place] == Standing.In) >= bundle.Groups[group].Minimum) continue;
            foreach (var place in members[group].Where(place => standing[place] == Standing.Open).ToArray())
            {
                var with = (Standing[])standing.Clone();
                if (Decide(with, place, Standing.In) && Search(with)) return true;
                if (!Decide(standing, place, Standing.Out)) return false;
            }

            return false;
        }

        return true;
    }

    // Decides one component and everything that follows; false when that contradicts what is decided.
    private bool Decide(Standing[] standing, int first, Standing decision)
    {
        if (standing[first] != Standing.Open) return standing[first] == decision;
        standing[first] = decision;
        return decision == Standing.In
            ? required[first].All(place => Decide(standing, place, Standing.In)) && excluded[first].All(place => Decide(standing, place, Standing.Out)) && Holds(standing, groups[first])
            : requiredBy[first].All(place => Decide(standing, place, Standing.Out)) && Holds(standing, groups[first]);
    }

    private bool Holds(Standing[] standing, int group)
    {
        if (group < 0) return true;
        var isIn = members[group].Count(place => standing[place] == Standing.In);
        var open = members[group].Count(place => standing[place] == Standing.Open);
        return isIn <= bundle.Groups[group].Maximum && isIn + open >= bundle.Groups[group].Minimum;
    }

    private int[][] Neighbours(BundleRuleKind kind, bool forwards, bool backwards) => bundle.Components.Select(component => bundle.Rules
        .Where(rule => rule.Kind == kind)
        .SelectMany(rule => new[] { forwards && rule.ComponentId == component.Id ? rule.OtherId : (Guid?)null, backwards && rule.OtherId == component.Id ? rule.ComponentId : null })
        .Where(id => id is not null).Select(id => places[id!.Value]).Distinct().ToArray()).ToArray();
}
