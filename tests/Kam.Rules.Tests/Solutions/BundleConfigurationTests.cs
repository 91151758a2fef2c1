using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Solutions;
using Xunit;

namespace Kam.Rules.Tests.Solutions;

public sealed class BundleConfigurationTests
{
    private static readonly BundleGroup Sensors = new(Id(100), "Sensors", 1, 2);
    private static readonly BundleComponent Controller = Of(1, "Controller", ComponentKind.Core, price: 1_000m, cost: 600m, differentiation: 2, value: 1_500m);
    private static readonly BundleComponent Heat = Of(2, "Heat sensor", ComponentKind.Option, price: 100m, cost: 40m, differentiation: 5, value: 300m) with { GroupId = Sensors.Id, MaximumQuantity = 10m };
    private static readonly BundleComponent Flow = Of(3, "Flow sensor", ComponentKind.Option, price: 200m, cost: 150m, differentiation: 1, value: 250m) with { GroupId = Sensors.Id };
    private static readonly BundleComponent Light = Of(4, "Light sensor", ComponentKind.Option, price: 50m, cost: null, differentiation: 3, value: null) with { GroupId = Sensors.Id };
    private static readonly BundleComponent Service = Of(5, "Remote service", ComponentKind.Service, price: 500m, cost: 200m, differentiation: 4, value: 900m);

    private static readonly SolutionBundle Bundle = new(
        Id(99), "Smart line", [Sensors], [Controller, Heat, Flow, Light, Service],
        [new BundleRule(Id(201), BundleRuleKind.Requires, Service.Id, Heat.Id), new BundleRule(Id(202), BundleRuleKind.Excludes, Flow.Id, Light.Id)]);

    [Fact]
    public void AGoodConfiguration_HasPriceCostMarginAndDifferentiation()
    {
        var configuration = new BundleConfiguration(Bundle, [new BundleChoice(Controller.Id, 1m), new BundleChoice(Heat.Id, 5m), new BundleChoice(Service.Id, 1m)]);

        Assert.Empty(configuration.Violations());
        Assert.Equal(2_000m, configuration.Price);
        Assert.Equal(1_000m, configuration.Cost);
        Assert.Equal(1_000m, configuration.Margin);
        Assert.Equal(50m, configuration.MarginPercent);
        Assert.Equal(3_900m, configuration.CustomerValue);
        Assert.Equal(3.25m, configuration.Differentiation);  // (1,000 x 2 + 500 x 5 + 500 x 4) / 2,000
    }

    [Fact]
    public void AnUnknownCostOrValue_MakesTheWholeUnknown()
    {
        var configuration = new BundleConfiguration(Bundle, [new BundleChoice(Controller.Id, 1m), new BundleChoice(Light.Id, 1m)]);

        Assert.Empty(configuration.Violations());
        Assert.Null(configuration.Cost);
        Assert.Null(configuration.Margin);
        Assert.Null(configuration.CustomerValue);
        Assert.Equal(1_050m, configuration.Price);
    }

    [Fact]
    public void EverythingWrong_ComesBackAtOnceWithRuleAndWayOut()
    {
        var texts = new Texts("solutions", 1033);
        var violations = new BundleConfiguration(
            Bundle,
            [
                new BundleChoice(Id(77), 1m), new BundleChoice(Flow.Id, 1m), new BundleChoice(Light.Id, 0m), new BundleChoice(Service.Id, 1m), new BundleChoice(Service.Id, 1m),
            ]).Violations();

        Assert.Equal(
            ["KAM-SOL-020", "KAM-SOL-021", "KAM-SOL-022", "KAM-SOL-023", "KAM-SOL-023", "KAM-SOL-026", "KAM-SOL-027"],
            violations.Select(violation => violation.Reason.Code));
        Assert.Contains("Remote service is only possible with Heat sensor.", violations.Select(violation => texts.Say(violation.Sentence)));
        Assert.Contains("Add Heat sensor, or remove Remote service.", violations.Select(violation => texts.Say(violation.WayOut)));
        Assert.Contains("Light sensor is chosen with 0; 1 to 1 is possible.", violations.Select(violation => texts.Say(violation.Sentence)));
    }

    [Theory]
    [InlineData(0, "KAM-SOL-024")]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, "KAM-SOL-025")]
    public void AGroup_TakesBetweenItsMinimumAndItsMaximum(int sensors, string? code)
    {
        var free = Bundle with { Rules = [] };
        var choices = new[] { Heat, Flow, Light }.Take(sensors).Append(Controller).Select(component => new BundleChoice(component.Id, 1m));

        Assert.Equal(code is null ? [] : [code], new BundleConfiguration(free, choices).Violations().Select(violation => violation.Reason.Code));
    }

    [Fact]
    public void TheOrderOfTheChoices_DoesNotMatter() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 12]).Array[0, 6].Sample(picks =>
        {
            var choices = picks.Select(pick => new BundleChoice(Bundle.Components[pick.Item1].Id, pick.Item2)).ToArray();
            var one = new BundleConfiguration(Bundle, choices);
            var other = new BundleConfiguration(Bundle, choices.Reverse());
            return one.Price == other.Price && one.Margin == other.Margin
                && one.Violations().Select(Written).Order().SequenceEqual(other.Violations().Select(Written).Order());
        });

    [Fact]
    public void ABundleThatCannotBe_IsRefusedWithEverythingWrong()
    {
        var wrong = new SolutionBundle(
            Id(99), "Wrong", [new BundleGroup(Id(1), "G", 2, 1), new BundleGroup(Id(2), "H", 1, 1)],
            [Controller with { GroupId = Id(1), MinimumQuantity = 0m, Differentiation = 6 }, Service, Heat, Flow],
            [
                new BundleRule(Id(3), BundleRuleKind.Requires, Controller.Id, Id(55)),
                new BundleRule(Id(4), BundleRuleKind.Requires, Service.Id, Heat.Id),
                new BundleRule(Id(5), BundleRuleKind.Requires, Heat.Id, Flow.Id),
                new BundleRule(Id(6), BundleRuleKind.Excludes, Flow.Id, Service.Id),
            ]);

        Assert.Equal(
            ["KAM-SOL-001", "KAM-SOL-002", "KAM-SOL-002", "KAM-SOL-003", "KAM-SOL-004", "KAM-SOL-005", "KAM-SOL-006"],
            wrong.Violations().Select(violation => violation.Reason.Code));
        Assert.Throws<ArgumentException>(() => new BundleConfiguration(wrong, []));
        Assert.Empty(Bundle.Violations());
    }

    private static string Written(Kam.Rules.Vocabulary.Violation violation) => violation.Reason.Code + violation.Field + violation.Value;

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static BundleComponent Of(int number, string name, ComponentKind kind, decimal price, decimal? cost, int differentiation, decimal? value) =>
        new(Id(number), name, null, kind, 1m, 1m, price, cost, differentiation, value);
}
