using System;
using System.Globalization;
using System.Linq;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class AccountMeasuresTests
{
    private const string Page = "measures.cases.md";
    private static readonly DateTime AsOf = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);
    private static readonly MarkdownTable Margin = MarkdownTable.Under("Contribution margin", Page);
    private static readonly MarkdownTable Growth = MarkdownTable.Under("Growth", Page);
    private static readonly MarkdownTable Time = MarkdownTable.Under("Time", Page);
    private static readonly MarkdownTable Rates = MarkdownTable.Under("Rates", Page);
    private static readonly MarkdownTable Entered = MarkdownTable.Under("Entered and counted", Page);

    public static TheoryData<string> MarginCases => Margin.Cases;

    public static TheoryData<string> GrowthCases => Growth.Cases;

    public static TheoryData<string> TimeCases => Time.Cases;

    public static TheoryData<string> RateCases => Rates.Cases;

    public static TheoryData<string> EnteredCases => Entered.Cases;

    [Theory, MemberData(nameof(MarginCases))]
    public void AMargin_IsKnownOnlyWhereCostsAre(string name)
    {
        var window = new WindowFigures
        {
            Revenue = Margin.Number(name, "revenue")!.Value,
            CoveredRevenue = Margin.Number(name, "covered revenue")!.Value,
            Cost = Margin.Number(name, "cost")!.Value,
            LineCount = Margin.Count(name, "lines"),
            CoveredLineCount = Margin.Count(name, "covered lines"),
        };
        var basis = new MeasureBasis(AsOf, minimumCostCoveragePercent: Margin.Number(name, "minimum %")!.Value);
        var measures = AccountMeasures.Of(new AccountFigures { Rolling = window, Prior = window }, basis);

        Assert.Equal(Margin.Number(name, "coverage %"), window.CostCoveragePercent);
        Assert.Equal(Margin.Number(name, "margin"), measures[Measure.MarginRolling].Value);
        Assert.Equal(Margin.Number(name, "margin"), measures[Measure.MarginPrior].Value);
        Assert.Equal(Margin.Number(name, "margin %"), measures[Measure.MarginPercent].Value);
        Assert.Equal(Margin.Text(name, "reason"), Code(measures[Measure.MarginPercent]));
    }

    [Theory, MemberData(nameof(GrowthCases))]
    public void Growth_NeedsAPositiveYearBefore(string name)
    {
        var measures = AccountMeasures.Of(
            new AccountFigures
            {
                Rolling = new WindowFigures { Revenue = Growth.Number(name, "rolling")!.Value },
                Prior = new WindowFigures { Revenue = Growth.Number(name, "prior")!.Value },
            },
            new MeasureBasis(AsOf));

        Assert.Equal(Growth.Number(name, "growth %"), measures[Measure.GrowthPercent].Value);
        Assert.Equal(Growth.Text(name, "reason"), Code(measures[Measure.GrowthPercent]));
        Assert.Equal(Growth.Number(name, "rolling"), measures[Measure.RevenueRolling].Value);
        Assert.Equal(Growth.Number(name, "prior"), measures[Measure.RevenuePrior].Value);
    }

    [Theory, MemberData(nameof(TimeCases))]
    public void Time_IsCountedUpToTheAsOfDate(string name)
    {
        var measures = AccountMeasures.Of(
            new AccountFigures
            {
                CreatedOn = Time.Day(name, "created"),
                FirstOrderOn = Time.Day(name, "first order"),
                LastOrderOn = Time.Day(name, "last order"),
            },
            new MeasureBasis(AsOf));

        Assert.Equal(Time.Number(name, "months since last order"), measures[Measure.MonthsSinceLastOrder].Value);
        Assert.Equal(Time.Number(name, "tenure years"), measures[Measure.TenureYears].Value);
        Assert.Equal(Time.Text(name, "reason months"), Code(measures[Measure.MonthsSinceLastOrder]));
        Assert.Equal(Time.Text(name, "reason tenure"), Code(measures[Measure.TenureYears]));
    }

    [Theory, MemberData(nameof(RateCases))]
    public void Counts_AreScaledToAYear(string name)
    {
        var measures = AccountMeasures.Of(
            new AccountFigures
            {
                OrderDays = Rates.Count(name, "order days"),
                CaseCount = Rates.Count(name, "cases"),
                ServiceMinutes = Rates.Count(name, "service minutes"),
            },
            new MeasureBasis(AsOf, Rates.Count(name, "window days"), hourlyRate: Rates.Number(name, "hourly rate")));

        Assert.Equal(Rates.Number(name, "orders per year"), measures[Measure.OrdersPerYear].Value);
        Assert.Equal(Rates.Number(name, "cases per year"), measures[Measure.CasesPerYear].Value);
        Assert.Equal(Rates.Number(name, "cost to serve"), measures[Measure.CostToServe].Value);
        Assert.Equal(Rates.Text(name, "reason"), Code(measures[Measure.CostToServe]));
    }

    [Theory, MemberData(nameof(EnteredCases))]
    public void WhatNobodyEntered_IsUnknown(string name)
    {
        var figures = new AccountFigures
        {
            Rolling = new WindowFigures { Revenue = Entered.Number(name, "revenue")!.Value },
            PaymentDelayDays = new Tally(Entered.Number(name, "delay days")!.Value, Entered.Count(name, "invoices paid")),
            StrategicFit = Tally.Of(Entered.Number(name, "fit")),
        }.WithWallet(Entered.Number(name, "wallet"));
        var measures = AccountMeasures.Of(figures, new MeasureBasis(AsOf));

        Assert.Equal(Entered.Number(name, "share of wallet %"), measures[Measure.ShareOfWalletPercent].Value);
        Assert.Equal(Entered.Number(name, "payment delay"), measures[Measure.PaymentDelayDays].Value);
        Assert.Equal(Entered.Number(name, "fit"), measures[Measure.StrategicFit].Value);
        Assert.Equal("KAM-VAL-008", Code(measures[Measure.NetPromoterScore]));
        Assert.Equal("KAM-VAL-011", Code(measures[Measure.LifetimeValue]));
    }

    [Fact]
    public void AnAccountWithoutAnything_HasEveryMeasure_KnownOrWithItsReason()
    {
        var measures = AccountMeasures.Of(new AccountFigures(), new MeasureBasis(AsOf));

        Assert.Equal(Enum.GetValues<Measure>(), measures.All.Select(value => value.Measure));
        Assert.All(measures.All, value => Assert.True(value.Value is null ^ value.Missing is null));
    }

    [Fact]
    public void AMeasureThatWasNotTaken_IsUnknown()
    {
        var measures = AccountMeasures.From([MeasuredValue.Known(Measure.StrategicFit, 4m)]);

        Assert.Equal(4m, measures[Measure.StrategicFit].Value);
        Assert.Null(measures[Measure.OpenPipeline].Value);
        Assert.Equal("KAM-VAL-008", Code(measures[Measure.OpenPipeline]));
    }

    [Fact]
    public void Values_AreRoundedToTheFourDecimalsThatAreStored() =>
        Assert.Equal("33.3333", MeasuredValue.Known(Measure.GrowthPercent, 100m / 3m).Value!.Value.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void FiguresOnTheSide_ArriveInTheirMeasures()
    {
        var figures = new AccountFigures
        {
            OpenPipeline = 75_000m,
            NetPromoterScore = Tally.Of(-20m),
            LifetimeValue = Tally.Of(410_000m),
            Families = [Guid.NewGuid(), Guid.NewGuid()],
        };
        var measures = AccountMeasures.Of(figures, new MeasureBasis(AsOf));

        Assert.Equal(75_000m, measures[Measure.OpenPipeline].Value);
        Assert.Equal(-20m, measures[Measure.NetPromoterScore].Value);
        Assert.Equal(410_000m, measures[Measure.LifetimeValue].Value);
        Assert.Equal(2m, measures[Measure.FamiliesBought].Value);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    public void ACoverageOutsideItsRange_IsTheCallersMistake(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeasureBasis(AsOf, minimumCostCoveragePercent: (decimal)percent));

    [Fact]
    public void AnHourlyRateBelowZero_IsTheCallersMistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeasureBasis(AsOf, hourlyRate: -0.01m));

    private static string Code(MeasuredValue value) => value.Missing?.Reason.Code ?? "";

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(3, 0, false)]
    [InlineData(3, 1, true)]
    public void ProductsOfNoFamily_MakeTheBreadthUnknown_NoPurchaseMakesItZero(int lines, int families, bool isKnown)
    {
        var figures = new AccountFigures
        {
            Rolling = new WindowFigures { Revenue = 100m * lines, LineCount = lines },
            Families = [.. Enumerable.Range(0, families).Select(_ => Guid.NewGuid())],
        };

        var measured = AccountMeasures.Of(figures, new MeasureBasis(new DateTime(2026, 9, 30, 0, 0, 0, DateTimeKind.Utc)))[Measure.FamiliesBought];

        Assert.Equal(isKnown ? families : null, measured.Value);
        Assert.Equal(isKnown ? null : "KAM-VAL-013", measured.Missing?.Reason.Code);
    }
}
