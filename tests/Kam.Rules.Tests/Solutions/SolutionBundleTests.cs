using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.Solutions;
using Xunit;

namespace Kam.Rules.Tests.Solutions;

public sealed class SolutionBundleTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);

    // Up to seven components in two groups under up to six rules: small enough to try every choice.
    private static readonly Gen<SolutionBundle> Bundles = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 1]).Array[1, 7], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).Array[2], Gen.Select(Gen.Int[0, 1], Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 6])
        .Select((components, groups, rules) => new SolutionBundle(
            Id(99), "Drawn",
            groups.Select((bounds, place) => new BundleGroup(Id(50 + place), $"G{place}", Math.Min(bounds.Item1, bounds.Item2), Math.Max(bounds.Item1, bounds.Item2))).ToArray(),
            components.Select((one, place) => Component(place, (ComponentKind)(781340000 + one.Item1), one.Item2 < 0 ? null : Id(50 + one.Item2))).ToArray(),
            rules.Where(rule => rule.Item2 < components.Length && rule.Item3 < components.Length && rule.Item2 != rule.Item3)
                .Select((rule, place) => new BundleRule(Id(200 + place), (BundleRuleKind)(781340000 + rule.Item1), Id(rule.Item2), Id(rule.Item3))).ToArray()));

    [Fact]
    public void ABundleWithoutViolations_CanBePutTogetherWithEachOfItsComponents() =>
        Bundles.Sample(
            bundle =>
            {
                if (bundle.Violations().Count > 0) return true;
                var valid = Subsets(bundle).Where(choices => new BundleConfiguration(bundle, choices).Violations().Count == 0).ToArray();
                return valid.Length > 0 && bundle.Components.All(component => valid.Any(choices => choices.Any(choice => choice.ComponentId == component.Id)));
            },
            iter: 3_000);

    [Fact]
    public void ABundleThatIsFoundImpossible_HasNoConfigurationThatHolds() =>
        Bundles.Sample(
            bundle =>
            {
                var violations = bundle.Violations();
                if (violations.Count == 0) return true;
                if (violations.All(violation => violation.Reason.Code == "KAM-SOL-009")) return !Subsets(bundle).Any(choices => Holds(bundle, choices));
                var never = violations.Where(violation => violation.Reason.Code == "KAM-SOL-011").Select(violation => Guid.Parse(violation.Value)).ToArray();
                return !Subsets(bundle).Any(choices => choices.Any(choice => never.Contains(choice.ComponentId)) && Holds(bundle, choices));
            },
            iter: 3_000);

    [Fact]
    public void ComponentsThatRequireEachOther_AreToldOnceForEachCircle()
    {
        var bundle = Of(5, requires: [(0, 1), (1, 2), (2, 0), (3, 0)]);

        var violation = Assert.Single(bundle.Violations());

        Assert.Equal("KAM-SOL-007", violation.Reason.Code);
        Assert.Equal("C0 requires itself by way of C1, C2.", new Texts("solutions", 1033).Say(violation.Sentence));
    }

    [Fact]
    public void ACoreThatExcludesItself_LeavesNoConfiguration()
    {
        var bundle = Of(2, excludes: [(0, 1)]) with { Components = [Component(0, ComponentKind.Core, null), Component(1, ComponentKind.Core, null)] };

        Assert.Equal(["KAM-SOL-009"], bundle.Violations().Select(violation => violation.Reason.Code));
    }

    [Fact]
    public void AComponentThatTheCoreExcludes_CanNeverBeChosen()
    {
        var bundle = Of(3, excludes: [(0, 2)]) with { Components = [Component(0, ComponentKind.Core, null), Component(1, ComponentKind.Option, null), Component(2, ComponentKind.Option, null)] };

        Assert.Equal(["KAM-SOL-011"], bundle.Violations().Select(violation => violation.Reason.Code));
    }

    [Fact]
    public void MoreCoreThanAGroupAllows_IsImpossible()
    {
        var bundle = new SolutionBundle(
            Id(99), "B", [new BundleGroup(Id(50), "G", 0, 1)], [Component(0, ComponentKind.Core, Id(50)), Component(1, ComponentKind.Core, Id(50))], []);

        Assert.Equal(["KAM-SOL-008"], bundle.Violations().Select(violation => violation.Reason.Code));
    }

    [Fact]
    public void AGroupWhoseMembersExcludeEachOther_CannotAskForTwo()
    {
        var bundle = new SolutionBundle(
            Id(99), "B", [new BundleGroup(Id(50), "G", 2, 2)], [Component(0, ComponentKind.Option, Id(50)), Component(1, ComponentKind.Option, Id(50))],
            [new BundleRule(Id(200), BundleRuleKind.Excludes, Id(0), Id(1))]);

        Assert.Equal(["KAM-SOL-009"], bundle.Violations().Select(violation => violation.Reason.Code));
    }

    [Fact]
    public void TheCorePrice_IsThatOfTheSmallestQuantities()
    {
        var bundle = Of(0) with { Components = [Component(0, ComponentKind.Core, null) with { MinimumQuantity = 3m, MaximumQuantity = 9m, UnitPrice = 10m }, Component(1, ComponentKind.Option, null)] };

        Assert.Equal(30m, bundle.CorePrice);
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(true, -1, 1)]
    [InlineData(true, 1, 2, "KAM-SOL-029")]
    [InlineData(true, -2, -1, "KAM-SOL-030")]
    [InlineData(false, -2, -1, "KAM-SOL-028", "KAM-SOL-030")]
    public void ABundle_IsOfferedFromItsFirstToItsLastDay(bool isReleased, int from, int until, params string[] codes) =>
        Assert.Equal(codes, new BundleAvailability("B", isReleased, Today.AddDays(from), Today.AddDays(until)).Violations(Today).Select(violation => violation.Reason.Code));

    [Fact]
    public void WithoutDays_AReleasedBundleIsAlwaysOffered() => Assert.Empty(new BundleAvailability("B", true, null, null).Violations(Today));

    private static bool Holds(SolutionBundle bundle, IReadOnlyCollection<BundleChoice> choices)
    {
        bool In(Guid id) => choices.Any(choice => choice.ComponentId == id);
        return bundle.Components.All(component => component.Kind != ComponentKind.Core || In(component.Id))
            && bundle.Groups.All(group => bundle.Components.Count(component => component.GroupId == group.Id && In(component.Id)) is var count && count >= group.Minimum && count <= group.Maximum)
            && bundle.Rules.All(rule => !In(rule.ComponentId) || (rule.Kind == BundleRuleKind.Requires ? In(rule.OtherId) : !In(rule.OtherId)));
    }

    private static IEnumerable<BundleChoice[]> Subsets(SolutionBundle bundle) => Enumerable.Range(0, 1 << bundle.Components.Count)
        .Select(bits => bundle.Components.Where((_, place) => (bits & (1 << place)) != 0).Select(component => new BundleChoice(component.Id, 1m)).ToArray());

    private static SolutionBundle Of(int components, (int, int)[]? requires = null, (int, int)[]? excludes = null) => new(
        Id(99), "B", [], [.. Enumerable.Range(0, components).Select(place => Component(place, ComponentKind.Option, null))],
        [
            .. (requires ?? []).Select((pair, place) => new BundleRule(Id(200 + place), BundleRuleKind.Requires, Id(pair.Item1), Id(pair.Item2))),
            .. (excludes ?? []).Select((pair, place) => new BundleRule(Id(300 + place), BundleRuleKind.Excludes, Id(pair.Item1), Id(pair.Item2))),
        ]);

    private static BundleComponent Component(int number, ComponentKind kind, Guid? group) => new(Id(number), $"C{number}", group, kind, 1m, 1m, 100m, 60m, 3, null);

    private static Guid Id(int number) => new(number, 1, 0, new byte[8]);
}
