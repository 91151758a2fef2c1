using System;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class SalesLineCostTests
{
    public static TheoryData<double?, double?, double?> Lines => new()
    {
        { 12d, 2.5d, 30d }, { -4d, 2.5d, -10d }, { 12d, 0d, 0d }, { 12d, null, null }, { null, 2.5d, null }, { 0d, 2.5d, 0d },
    };

    [Theory, MemberData(nameof(Lines))]
    public void ALine_CostsQuantityTimesUnitCost_OrUnknown(double? quantity, double? unitCost, double? cost) =>
        Assert.Equal((decimal?)cost, SalesLineCost.Of((decimal?)quantity, (decimal?)unitCost));

    [Fact]
    public void AUnitCostBelowZero_IsTheCallersMistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SalesLineCost.Of(1m, -0.01m));

    [Theory]
    [InlineData("2026-03-31", "2026-03-31", 0)]
    [InlineData("2026-04-01", "2026-03-31", 1)]
    [InlineData("2026-03-30", "2026-03-31", -1)]
    [InlineData("2026-03-01", "2026-02-01", 28)]
    public void Delay_IsCountedInDaysFromTheDueDate(string paidOn, string dueOn, int days) =>
        Assert.Equal(days, PaymentDelay.Days(Utc(paidOn), Utc(dueOn)));

    [Fact]
    public void DelayOfAnUnpaidOrUndatedInvoice_IsUnknown()
    {
        Assert.Null(PaymentDelay.Days(null, Utc("2026-03-31")));
        Assert.Null(PaymentDelay.Days(Utc("2026-03-31"), null));
    }

    [Fact]
    public void TheTimeOfDay_DoesNotMatterForDelay() =>
        Assert.Equal(1, PaymentDelay.Days(Utc("2026-04-01").AddMinutes(1), Utc("2026-03-31").AddHours(23)));

    private static DateTime Utc(string day) => DateTime.SpecifyKind(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
