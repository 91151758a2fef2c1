using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions;

/// <summary>What a component is to its bundle. The numbers are the values of the choice kam_componentkind.</summary>
public enum ComponentKind
{
    /// <summary>Always in.</summary>
    Core = 781340000,

    /// <summary>May be chosen.</summary>
    Option,

    /// <summary>A service; may be chosen.</summary>
    Service,
}

/// <summary>How two components stand to each other. The numbers are the values of the choice kam_bundlerulekind.</summary>
public enum BundleRuleKind
{
    /// <summary>The one only with the other.</summary>
    Requires = 781340000,

    /// <summary>Never both.</summary>
    Excludes,
}

/// <summary>Components of which some must be chosen.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Minimum">At least so many different components, zero or more.</param>
/// <param name="Maximum">At most so many.</param>
public sealed record BundleGroup(Guid Id, string Name, int Minimum, int Maximum);

/// <summary>A product or service of a bundle.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">As people call it.</param>
/// <param name="GroupId">Its group; null for none.</param>
/// <param name="Kind">Core, option or service.</param>
/// <param name="MinimumQuantity">Fewest units when it is in, above zero.</param>
/// <param name="MaximumQuantity">Most units.</param>
/// <param name="UnitPrice">Per unit, currency of the bundle.</param>
/// <param name="UnitCost">Per unit, same currency; null when unknown.</param>
/// <param name="Differentiation">1 (as everybody's) to 5 (only ours).</param>
/// <param name="CustomerValue">What a unit is worth to the customer, same currency; null when unknown.</param>
public sealed record BundleComponent(
    Guid Id,
    string Name,
    Guid? GroupId,
    ComponentKind Kind,
    decimal MinimumQuantity,
    decimal MaximumQuantity,
    decimal UnitPrice,
    decimal? UnitCost,
    int Differentiation,
    decimal? CustomerValue);

/// <summary>A rule between two components.</summary>
/// <param name="Id">The row.</param>
/// <param name="Kind">Requires or excludes.</param>
/// <param name="ComponentId">The one.</param>
/// <param name="OtherId">The other.</param>
public sealed record BundleRule(Guid Id, BundleRuleKind Kind, Guid ComponentId, Guid OtherId);

/// <summary>A bundle ("Leistungsbaukasten"): what it consists of, what must be chosen, what goes with what.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Groups">Choices to be made.</param>
/// <param name="Components">Everything that may be in it.</param>
/// <param name="Rules">What goes with what.</param>
public sealed record SolutionBundle(
    Guid Id,
    string Name,
    IReadOnlyList<BundleGroup> Groups,
    IReadOnlyList<BundleComponent> Components,
    IReadOnlyList<BundleRule> Rules)
{
    /// <summary>Everything that makes the bundle impossible or senseless, at once.</summary>
    public IReadOnlyList<Violation> Violations()
    {
        var byId = Components.ToDictionary(component => component.Id);
        IReadOnlyList<Violation> violations =
        [
            .. Groups.Where(group => group.Minimum < 0 || group.Minimum > group.Maximum).Select(group => Of(SolutionsReasons.GroupBoundsWrong, nameof(BundleGroup.Minimum), group.Minimum, group.Name, group.Maximum)),
            .. Groups.Where(group => group.Minimum > Members(group)).Select(group => Of(SolutionsReasons.GroupTooSmall, nameof(BundleGroup.Minimum), group.Minimum, group.Name, Members(group))),
            .. Components.Where(component => component.MinimumQuantity <= 0m || component.MinimumQuantity > component.MaximumQuantity)
                .Select(component => Of(SolutionsReasons.QuantityBoundsWrong, nameof(BundleComponent.MinimumQuantity), component.MinimumQuantity, component.Name, component.MaximumQuantity)),
            .. Components.Where(component => component.Differentiation is < 1 or > 5)
                .Select(component => Of(SolutionsReasons.DifferentiationOutOfRange, nameof(BundleComponent.Differentiation), component.Differentiation, component.Name, 5m)),
            .. Rules.Where(rule => !byId.ContainsKey(rule.ComponentId) || !byId.ContainsKey(rule.OtherId) || rule.ComponentId == rule.OtherId)
                .Select(rule => Violation.Of(SolutionsReasons.RuleWithoutComponents, nameof(BundleRule.OtherId), rule.Id.ToString(), Argument.Text(Name))),
            .. Contradictions(byId),
            .. Groups.Where(group => Core(group) > group.Maximum).Select(group => Of(SolutionsReasons.CoreExceedsGroup, nameof(BundleGroup.Maximum), group.Maximum, group.Name, Core(group))),
            .. Circles(byId),
        ];

        // Which components can be together is only worth asking where each part makes sense by itself.
        return violations.Count > 0 ? violations : Impossibilities();
    }

    /// <summary>What keeps the bundle from being released, at once: what makes it impossible, and what it lacks.</summary>
    /// <param name="validFrom">First day on which it may be offered; null for no such day.</param>
    /// <param name="validUntil">Last day.</param>
    public IReadOnlyList<Violation> WhyNotReleased(DateTime? validFrom, DateTime? validUntil) =>
    [
        .. Components.Count == 0 ? new[] { Violation.Of(SolutionsReasons.NoComponents, nameof(Components), "", Argument.Text(Name)) } : [],
        .. validFrom is { } from && validUntil is { } until && from > until
            ? new[] { Violation.Of(SolutionsReasons.ValidityReversed, nameof(BundleAvailability.ValidFrom), from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Argument.Text(Name), Argument.Date(from), Argument.Date(until)) }
            : [],
        .. Violations(),
    ];

    /// <summary>Price of the core components in their smallest quantities, currency of the bundle.</summary>
    public decimal CorePrice => Components.Where(component => component.Kind == ComponentKind.Core).Sum(component => component.UnitPrice * component.MinimumQuantity);

    private Violation[] Impossibilities()
    {
        if (Components.Count == 0) return [];
        var possible = new BundlePossibility(this);
        return !possible.IsThereAny
            ? [Violation.Of(SolutionsReasons.NoConfiguration, nameof(Rules), "", Argument.Text(Name))]
            : Components.Where(component => !possible.IsPossibleWith(component.Id))
                .Select(component => Violation.Of(SolutionsReasons.NeverPossible, nameof(BundleRule.ComponentId), component.Id.ToString(), Argument.Text(component.Name))).ToArray();
    }

    private int Core(BundleGroup group) => Components.Count(component => component.GroupId == group.Id && component.Kind == ComponentKind.Core);

    // Each circle is told once, at the first of its components in the bundle's order.
    private IEnumerable<Violation> Circles(Dictionary<Guid, BundleComponent> byId)
    {
        var told = new HashSet<Guid>();
        foreach (var component in Components)
        {
            var circle = Components.Where(other => other.Id != component.Id && Needs(component.Id, other.Id) && Needs(other.Id, component.Id)).ToArray();
            if (circle.Length == 0 || !told.Add(component.Id)) continue;
            foreach (var other in circle) told.Add(other.Id);
            yield return Violation.Of(SolutionsReasons.RequiresInCircle, nameof(Rules), component.Id.ToString(), Argument.Text(component.Name), Argument.Text(string.Join(", ", circle.Select(other => byId[other.Id].Name))));
        }
    }

    private int Members(BundleGroup group) => Components.Count(component => component.GroupId == group.Id);

    // What a core component needs, directly or by others, must not be excluded by what is in as well.
    private IEnumerable<Violation> Contradictions(Dictionary<Guid, BundleComponent> byId)
    {
        foreach (var excludes in Rules.Where(rule => rule.Kind == BundleRuleKind.Excludes && byId.ContainsKey(rule.ComponentId) && byId.ContainsKey(rule.OtherId)))
        {
            var culprit = Components.FirstOrDefault(component => Needs(component.Id, excludes.ComponentId) && Needs(component.Id, excludes.OtherId));
            if (culprit is not null)
                yield return Violation.Of(SolutionsReasons.RulesContradict, nameof(Rules), excludes.Id.ToString(), Argument.Text(culprit.Name), Argument.Text(byId[excludes.ComponentId].Name), Argument.Text(byId[excludes.OtherId].Name));
        }
    }

    private bool Needs(Guid from, Guid other)
    {
        var open = new Queue<Guid>([from]);
        var seen = new HashSet<Guid> { from };
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            if (next == other) return true;
            foreach (var rule in Rules.Where(rule => rule.Kind == BundleRuleKind.Requires && rule.ComponentId == next && seen.Add(rule.OtherId))) open.Enqueue(rule.OtherId);
        }

        return false;
    }

    private static Violation Of(Reason reason, string field, decimal value, string name, decimal bound) =>
        Violation.Of(reason, field, value.ToString(CultureInfo.InvariantCulture), Argument.Text(name), Argument.Number(value), Argument.Number(bound));
}
