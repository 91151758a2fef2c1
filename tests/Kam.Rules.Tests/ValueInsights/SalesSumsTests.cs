using System;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class SalesSumsTests
{
    private static readonly MeasureBasis Basis = new(Day(2026, 3, 31));
    private static readonly Guid Sensors = Guid.NewGuid();
    private static readonly Guid Valves = Guid.NewGuid();

    [Fact]
    public void Lines_FallIntoTheirWindow_OnBothSidesOfEachBound()
    {
        var figures = SalesSums.Of(
            [
                new SalesLine(Day(2026, 4, 1), 1m, 1m, Sensors),        // the future
                new SalesLine(Day(2026, 3, 31), 10m, 6m, Sensors),      // last day of the rolling window
                new SalesLine(Day(2025, 4, 1), 100m, 60m, Valves),      // its first day
                new SalesLine(Day(2025, 3, 31), 1_000m, 600m, Sensors), // last day of the prior window
                new SalesLine(Day(2024, 4, 1), 10_000m, 6_000m, null),  // its first day
                new SalesLine(Day(2024, 3, 31), 100_000m, 1m, Sensors), // before both
            ],
            Basis);

        Assert.Equal(110m, figures.Rolling.Revenue);
        Assert.Equal(66m, figures.Rolling.Cost);
        Assert.Equal(11_000m, figures.Prior.Revenue);
        Assert.Equal(6_600m, figures.Prior.Cost);
        Assert.Equal(2, figures.OrderDays);
        Assert.Equal(2, figures.Families.Count);
        Assert.Equal(Day(2024, 3, 31), figures.FirstOrderOn);
        Assert.Equal(Day(2026, 3, 31), figures.LastOrderOn);
    }

    [Fact]
    public void AReturn_ReducesRevenueAndCost()
    {
        var figures = SalesSums.Of(
            [new SalesLine(Day(2026, 1, 15), 500m, 300m, Sensors), new SalesLine(Day(2026, 2, 1), -100m, -60m, Sensors)], Basis);

        Assert.Equal(400m, figures.Rolling.Revenue);
        Assert.Equal(160m, figures.Rolling.CoveredMargin);
    }

    [Fact]
    public void ALineWithoutCost_CountsAsRevenueButNotAsCovered()
    {
        var figures = SalesSums.Of(
            [new SalesLine(Day(2026, 1, 15), 900m, 300m, Sensors), new SalesLine(Day(2026, 1, 15), 100m, null, null)], Basis);

        Assert.Equal(1_000m, figures.Rolling.Revenue);
        Assert.Equal(900m, figures.Rolling.CoveredRevenue);
        Assert.Equal(2, figures.Rolling.LineCount);
        Assert.Equal(1, figures.Rolling.CoveredLineCount);
        Assert.Equal(90m, figures.Rolling.CostCoveragePercent);
        Assert.Equal(1, figures.OrderDays);
        Assert.Single(figures.Families);
    }

    [Fact]
    public void NoLines_LeaveNothing()
    {
        var figures = SalesSums.Of([], Basis);

        Assert.Equal(WindowFigures.None, figures.Rolling);
        Assert.Null(figures.FirstOrderOn);
        Assert.Null(figures.LastOrderOn);
    }

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
