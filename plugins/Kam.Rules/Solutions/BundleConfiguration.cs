using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions;

/// <summary>One component as chosen.</summary>
/// <param name="ComponentId">Which.</param>
/// <param name="Quantity">Units.</param>
public sealed record BundleChoice(Guid ComponentId, decimal Quantity);

/// <summary>A bundle as somebody has put it together: whether it holds, and what it brings.</summary>
/// <remarks>Amounts in the bundle's currency, exact. A component that does not exist counts nowhere.</remarks>
/// <model stage="3 Solutions">A configuration is validated as a whole: all violations come back at once, each with the rule and the way out. Price, cost and margin of the bundle; differentiation score</model>
public sealed class BundleConfiguration
{
    private readonly SolutionBundle bundle;
    private readonly BundleChoice[] choices;
    private readonly Dictionary<Guid, BundleComponent> components;
    private readonly Dictionary<Guid, decimal> chosen;

    /// <param name="bundle">A bundle without violations.</param>
    /// <param name="choices">What is chosen, in any order.</param>
    /// <exception cref="ArgumentException">The bundle has violations.</exception>
    public BundleConfiguration(SolutionBundle bundle, IEnumerable<BundleChoice> choices)
    {
        if (bundle.Violations().Count > 0) throw new ArgumentException("The bundle is not valid.", nameof(bundle));
        this.bundle = bundle;
        this.choices = choices.ToArray();
        components = bundle.Components.ToDictionary(component => component.Id);
        chosen = this.choices.Where(choice => components.ContainsKey(choice.ComponentId)).GroupBy(choice => choice.ComponentId).ToDictionary(same => same.Key, same => same.Sum(choice => choice.Quantity));
    }

    /// <summary>Everything wrong with the configuration at once; empty when it can be offered.</summary>
    public IReadOnlyList<Violation> Violations() =>
    [
        .. choices.Where(choice => !components.ContainsKey(choice.ComponentId)).Select(choice => Violation.Of(SolutionsReasons.ComponentUnknown, nameof(BundleChoice.ComponentId), choice.ComponentId.ToString(), Argument.Text(bundle.Name))),
        .. choices.GroupBy(choice => choice.ComponentId).Where(same => same.Count() > 1 && components.ContainsKey(same.Key))
            .Select(same => Violation.Of(SolutionsReasons.ComponentTwice, nameof(BundleChoice.ComponentId), same.Key.ToString(), Name(same.Key))),
        .. bundle.Components.Where(component => component.Kind == ComponentKind.Core && !chosen.ContainsKey(component.Id))
            .Select(component => Violation.Of(SolutionsReasons.CoreMissing, nameof(BundleChoice.ComponentId), "", Argument.Text(component.Name))),
        .. bundle.Components.Where(component => chosen.TryGetValue(component.Id, out var quantity) && (quantity < component.MinimumQuantity || quantity > component.MaximumQuantity))
            .Select(component => Violation.Of(SolutionsReasons.QuantityOutOfRange, nameof(BundleChoice.Quantity), chosen[component.Id].ToString(CultureInfo.InvariantCulture), Argument.Text(component.Name), Argument.Number(chosen[component.Id]), Argument.Number(component.MinimumQuantity), Argument.Number(component.MaximumQuantity))),
        .. bundle.Groups.Where(group => Count(group) < group.Minimum).Select(group => OfGroup(SolutionsReasons.TooFewOfGroup, group, group.Minimum)),
        .. bundle.Groups.Where(group => Count(group) > group.Maximum).Select(group => OfGroup(SolutionsReasons.TooManyOfGroup, group, group.Maximum)),
        .. bundle.Rules.Where(rule => rule.Kind == BundleRuleKind.Requires && chosen.ContainsKey(rule.ComponentId) && !chosen.ContainsKey(rule.OtherId)).Select(rule => OfRule(SolutionsReasons.RequiredMissing, rule)),
        .. bundle.Rules.Where(rule => rule.Kind == BundleRuleKind.Excludes && chosen.ContainsKey(rule.ComponentId) && chosen.ContainsKey(rule.OtherId)).Select(rule => OfRule(SolutionsReasons.ExcludedTogether, rule)),
    ];

    /// <summary>What is chosen, in the order of the bundle's components; twice the same component adds up.</summary>
    public IReadOnlyList<BundleChoice> Chosen => bundle.Components.Where(component => chosen.ContainsKey(component.Id)).Select(component => new BundleChoice(component.Id, chosen[component.Id])).ToArray();

    /// <summary>A component that is chosen.</summary>
    internal BundleComponent this[Guid componentId] => components[componentId];

    /// <summary>Sum of the prices.</summary>
    public decimal Price => chosen.Sum(one => components[one.Key].UnitPrice * one.Value);

    /// <summary>Sum of the costs; null when one is unknown.</summary>
    public decimal? Cost => chosen.Keys.All(id => components[id].UnitCost is not null) ? chosen.Sum(one => components[one.Key].UnitCost!.Value * one.Value) : null;

    /// <summary>Price less cost; null when a cost is unknown.</summary>
    public decimal? Margin => Price - Cost;

    /// <summary>Margin in percent of the price, two decimals; null when unknown or without a price.</summary>
    public decimal? MarginPercent => Margin is { } margin && Percentage.Of(margin, Price) is { } percent ? Decimals.Two(percent) : null;

    /// <summary>What it is worth to the customer; null when one component's value is unknown.</summary>
    public decimal? CustomerValue => chosen.Keys.All(id => components[id].CustomerValue is not null) ? chosen.Sum(one => components[one.Key].CustomerValue!.Value * one.Value) : null;

    /// <summary>How different it is from what others offer: mean of the components' 1 to 5 weighted by price, two decimals; null without a price.</summary>
    public decimal? Differentiation => Price <= 0m ? null : Decimals.Two(chosen.Sum(one => components[one.Key].UnitPrice * one.Value * components[one.Key].Differentiation) / Price);

    private int Count(BundleGroup group) => chosen.Keys.Count(id => components[id].GroupId == group.Id);

    private Argument Name(Guid componentId) => Argument.Text(components[componentId].Name);

    private Violation OfGroup(Reason reason, BundleGroup group, int bound) =>
        Violation.Of(reason, nameof(BundleGroup), Count(group).ToString(CultureInfo.InvariantCulture), Argument.Text(group.Name), Argument.Number(Count(group)), Argument.Number(bound));

    private Violation OfRule(Reason reason, BundleRule rule) =>
        Violation.Of(reason, nameof(BundleRule), rule.Id.ToString(), Name(rule.ComponentId), Name(rule.OtherId));
}
