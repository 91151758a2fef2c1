using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class BonusStatementTests
{
    private static readonly Currency Franc = new("CHF", 2);

    // Nothing below 100,000 of margin, half at it, 20,000 at 200,000, one and a half times that from 300,000 on.
    private static readonly BonusComponent Margin = new(Guid.NewGuid(), "Margin", BonusDriver.Margin, 20_000m, 100_000m, 200_000m, 300_000m, 50m, 150m);

    private static readonly BonusPlan WholePlan = new(
    [
        Margin,
        new BonusComponent(Guid.NewGuid(), "Growth", BonusDriver.ValueGrowth, 5_000m, -50_000m, 20_000m, 60_000m, 0m, 200m),
        new BonusComponent(Guid.NewGuid(), "Cross-sell", BonusDriver.CrossSell, 4_000m, 0m, 30_000m, 90_000m, 0m, 150m),
        new BonusComponent(Guid.NewGuid(), "Prices", BonusDriver.PriceRealisation, 6_000m, 90m, 100m, 110m, 20m, 130m),
        new BonusComponent(Guid.NewGuid(), "Revenue", BonusDriver.Revenue, 3_000m, 200_000m, 800_000m, 1_500_000m, 0m, 120m),
    ],
    MarginFallLimitPercent: 10m,
    PlannedRevenue: 1_000_000m,
    MaximumPay: 45_000m);

    private static readonly Gen<BonusLine> Lines =
        from id in Gen.Guid
        from quantity in Gen.Int[1, 900]
        from price in Gen.Int[1_000, 40_000]
        from cost in Gen.Int[0, 30_000]
        from target in Gen.Int[500, 40_000]
        from isNew in Gen.Bool
        from rate in Gen.Int[5, 60]
        select new BonusLine(id, quantity, price / 100m, cost / 100m, target / 100m, isNew, rate);

    [Theory]
    [InlineData(99_999, 0)]
    [InlineData(100_000, 10_000)]
    [InlineData(150_000, 15_000)]
    [InlineData(200_000, 20_000)]
    [InlineData(250_000, 25_000)]
    [InlineData(300_000, 30_000)]
    [InlineData(900_000, 30_000)]
    public void AComponent_PaysFromThresholdToCap(int margin, int pay)
    {
        var statement = State(new BonusPlan([Margin], 10m, 1m, null), [Earning(margin)], 0m);

        Assert.Equal(margin, statement.Margin);
        Assert.Equal(pay, statement.Pay);
    }

    [Fact]
    public void HalfAPeriod_HalvesBoundsAndPay()
    {
        var plan = new BonusPlan([Margin], 10m, 1m, null);

        Assert.Equal(10_000m, new BonusStatement(plan, [Earning(100_000m)], 0m, 0.5m, Franc).Pay);
        Assert.Equal(0m, new BonusStatement(plan, [Earning(49_999m)], 0m, 0.5m, Franc).Pay);
    }

    [Theory]
    [InlineData(180_000, null)]           // 10 % less than 200,000 is the limit itself
    [InlineData(179_999, "KAM-PRC-068")]
    public void WhenMarginFellTooFar_RevenuePaysNothing(int margin, string? why)
    {
        var statement = State(WholePlan, [Earning(margin)], marginBefore: 200_000m);
        var revenue = statement.Parts.Single(part => part.Component.Driver == BonusDriver.Revenue);

        Assert.Equal(why, revenue.WhyNothing?.Code);
        Assert.Equal(why is null, revenue.Pay > 0m);
        Assert.True(revenue.PayPercent > 0m);
    }

    [Fact]
    public void ALineWithoutCost_EarnsNothingAndIsCounted()
    {
        var statement = State(WholePlan, [Earning(150_000m), new BonusLine(Guid.NewGuid(), 10m, 9_999m, null, 1m, true, 20m)], 100_000m);

        Assert.Equal(State(WholePlan, [Earning(150_000m)], 100_000m).Pay, statement.Pay);
        Assert.Equal(1, statement.LinesWithoutCost);
    }

    [Fact]
    public void ACorrectedPeriod_OwesTheDifference()
    {
        var plan = new BonusPlan([Margin], 10m, 1m, null);
        var corrected = State(plan, [Earning(150_000m), Earning(-50_000m)], 0m);

        Assert.Equal(-5_000m, corrected.Correction(statedBefore: 15_000m));
        Assert.Equal(0m, corrected.Correction(statedBefore: 10_000m));
    }

    [Fact]
    public void TheParts_AddUpToThePay_AndStayUnderTheMaximum() =>
        Gen.Select(Lines.Array[0, 8], Gen.Int[-100_000, 400_000], Gen.Int[1, 365]).Sample((lines, before, days) =>
        {
            var share = days / 365m;
            var statement = new BonusStatement(WholePlan, lines, before, share, Franc);
            Assert.Equal(statement.Pay, statement.Parts.Sum(part => part.Pay));
            Assert.InRange(statement.Pay, 0m, Franc.Round(45_000m * share));
            Assert.All(statement.Parts, part => Assert.True(part.Pay >= 0m && part.Pay == Franc.Round(part.Pay)));
        });

    [Fact]
    public void AtFixedVolume_PayRisesWithPocketMargin()
    {
        Gen.Select(Lines.Array[1, 6], Gen.Int[-50_000, 200_000], Gen.Int[0, 5_000]).Sample((lines, before, cents) =>
        {
            BonusLine[] better = [lines[0] with { PocketPrice = lines[0].PocketPrice + (cents / 100m) }, .. lines.Skip(1)];
            return State(WholePlan, better, before).Pay >= State(WholePlan, lines, before).Pay;
        });

        // Strictly, between threshold and cap.
        Assert.True(State(WholePlan, [Earning(150_001m)], 0m).Pay > State(WholePlan, [Earning(150_000m)], 0m).Pay);
    }

    [Fact]
    public void NoDiscountThatLowersMargin_RaisesPay_HoweverMuchItSells() =>
        Gen.Select(Lines.Array[1, 6], Gen.Int[-50_000, 200_000], Gen.Int[1, 9_000], Gen.Int[0, 5_000]).Sample((lines, before, cents, moreUnits) =>
        {
            var line = lines[0];
            BonusLine[] discounted = [line with { PocketPrice = line.PocketPrice - (cents / 100m), Quantity = line.Quantity + moreUnits }, .. lines.Skip(1)];
            var now = State(WholePlan, lines, before);
            var then = State(WholePlan, discounted, before);
            return then.Margin >= now.Margin || then.Pay <= now.Pay;
        });

    [Fact]
    public void ADiscount_CostsTheHouseItsAmountAndTheManagerPartOfTheBonus()
    {
        var line = new BonusLine(Guid.NewGuid(), 1_000m, 250m, 100m, 250m, false, 20m); // 150,000 of margin
        var cost = new DiscountCost(new BonusPlan([Margin], 10m, 1m, null), [line], line.LineId, discount: 10m, marginBefore: 0m, share: 1m, Franc);

        Assert.Equal(10_000m, cost.Margin);
        Assert.Equal(15_000m, cost.PayBefore);
        Assert.Equal(14_000m, cost.PayAfter);
        Assert.Equal(1_000m, cost.Pay);
    }

    [Fact]
    public void APlanThatMakesNoSense_IsRefusedWithEverythingWrong()
    {
        var wrong = new BonusPlan([new BonusComponent(Guid.NewGuid(), "X", BonusDriver.Margin, -1m, 10m, 10m, 5m, 101m, 99m)], 101m, 0m, -1m);

        Assert.Equal(
            ["KAM-PRC-060", "KAM-PRC-061", "KAM-PRC-062", "KAM-PRC-063", "KAM-PRC-064", "KAM-PRC-065", "KAM-PRC-066", "KAM-PRC-067"],
            wrong.Violations().Select(violation => violation.Reason.Code));
        Assert.Throws<ArgumentException>(() => State(wrong, [], 0m));
        Assert.Empty(WholePlan.Violations());
    }

    [Theory]
    [InlineData(29, 4.0, ReviewOutcome.Open)]
    [InlineData(30, 3.0, ReviewOutcome.Kept)]
    [InlineData(30, 2.99, ReviewOutcome.Missed)]
    [InlineData(31, null, ReviewOutcome.Unmeasured)]
    public void AConcession_IsReviewedWhenItIsDue(int day, double? measured, ReviewOutcome expected)
    {
        var review = new ConditionReview(required: 3m, granted: 1_234.5m, clawbackPercent: 50m, dueOn: new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(expected, review.Judge((decimal?)measured, new DateTime(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(day - 1)));
        Assert.Equal(617.25m, review.Clawback(Franc));
    }

    private static BonusStatement State(BonusPlan plan, BonusLine[] lines, decimal marginBefore) => new(plan, lines, marginBefore, 1m, Franc);

    // Sold at its target, with nothing else to tell.
    private static BonusLine Earning(decimal margin) => new(Guid.NewGuid(), 1m, margin + 1_000_000m, 1_000_000m, margin + 1_000_000m, false, 20m);

    [Fact]
    public void SumsReadInPages_PayTheSameAsLinesReadAtOnce() =>
        Lines.Array[1, 30].Sample(lines =>
        {
            var sums = lines.Aggregate(BonusSums.None, (total, line) => total.Plus(line));
            Assert.Equal(State(WholePlan, lines, 50_000m).Pay, new BonusStatement(WholePlan, sums, 50_000m, 1m, Franc).Pay);
        });

    [Fact]
    public void AStandardMarginOutOfRange_IsAViolation()
    {
        Assert.Equal("KAM-PRC-080", Assert.Single((WholePlan with { StandardMarginPercent = 0m }).Violations()).Reason.Code);
        Assert.Equal("KAM-PRC-080", Assert.Single((WholePlan with { StandardMarginPercent = 100.01m }).Violations()).Reason.Code);
        Assert.Empty((WholePlan with { StandardMarginPercent = 100m }).Violations());
    }
}
