using System;
using System.Globalization;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class ScoringCurveTests
{
    private static readonly MarkdownTable Linear = MarkdownTable.Under("Linear", "curves.cases.md");
    private static readonly MarkdownTable Logarithmic = MarkdownTable.Under("Logarithmic", "curves.cases.md");
    private static readonly MarkdownTable Percentile = MarkdownTable.Under("Percentile", "curves.cases.md");

    public static TheoryData<string> LinearCases => Linear.Cases;

    public static TheoryData<string> LogarithmicCases => Logarithmic.Cases;

    public static TheoryData<string> PercentileCases => Percentile.Cases;

    [Theory, MemberData(nameof(LinearCases))]
    public void ALinearCurve_RunsEvenlyFromWorstToBest(string name) => Check(Linear, CurveShape.Linear, name);

    [Theory, MemberData(nameof(LogarithmicCases))]
    public void ALogarithmicCurve_RunsEvenlyInOrdersOfMagnitude(string name) => Check(Logarithmic, CurveShape.Logarithmic, name);

    [Theory, MemberData(nameof(PercentileCases))]
    public void APercentile_IsTheMidRankInThePortfolio(string name)
    {
        var portfolio = Distribution.Of(Percentile.Text(name, "portfolio").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)));
        var moreIsBetter = Percentile.Text(name, "direction") == "more";
        var curve = new ScoringCurve(CurveShape.Percentile, moreIsBetter ? 0m : 1m, moreIsBetter ? 1m : 0m);

        Assert.Equal(Percentile.Number(name, "points"), curve.Points(Percentile.Number(name, "value")!.Value, portfolio));
    }

    [Fact]
    public void WorstEqualToBest_HasNoDirection() =>
        Assert.Throws<ArgumentException>(() => new ScoringCurve(CurveShape.Linear, 5m, 5m));

    [Fact]
    public void EveryCurve_KeepsItsDirectionAndItsRange() => Gen.Select(
        Gen.Int[0, 2].Select(place => CurveShape.Linear + place),
        Cents, Cents, Cents, Cents, Cents.Array[0, 30]).Where((_, worst, best, _, _, _) => worst != best)
        .Sample((shape, worst, best, one, other, portfolio) =>
        {
            var curve = new ScoringCurve(shape, worst, best);
            var spread = Distribution.Of(portfolio);
            var worse = curve.Points(worst < best ? Math.Min(one, other) : Math.Max(one, other), spread);
            var better = curve.Points(worst < best ? Math.Max(one, other) : Math.Min(one, other), spread);

            Assert.True(worse <= better);
            Assert.InRange(worse, 0m, 100m);
            Assert.InRange(better, 0m, 100m);
        });

    private static readonly Gen<decimal> Cents = Gen.Int[-2_000_000, 2_000_000].Select(cents => cents / 100m);

    private static void Check(MarkdownTable table, CurveShape shape, string name)
    {
        var curve = new ScoringCurve(shape, table.Number(name, "worst")!.Value, table.Number(name, "best")!.Value);
        Assert.Equal(table.Number(name, "points"), curve.Points(table.Number(name, "value")!.Value, Distribution.Empty));
    }
}
