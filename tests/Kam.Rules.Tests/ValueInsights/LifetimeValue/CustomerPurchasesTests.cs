using System;
using System.Globalization;
using System.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>The transactions and summaries of the lifetimes tests; observation ends on 2015-02-07.</summary>
public sealed class CustomerPurchasesTests
{
    private static readonly DateTime End = new(2015, 2, 7);

    [Theory]
    [InlineData("01-01 1, 02-06 2", 1, 36, 37, "2")]
    [InlineData("01-01 2", 0, 0, 37, null)]
    [InlineData("01-01 3, 01-02 1, 01-05 5", 2, 4, 37, "3")]
    [InlineData("01-16 6, 02-02 3, 02-05 3", 2, 20, 22, "3")]
    [InlineData("01-16 3, 01-17 1, 01-18 8", 2, 2, 22, "4.5")]
    [InlineData("02-02 5", 0, 0, 5, null)]
    public void ByDay_TheSummaryIsThePublishedOne(string purchases, int repeats, int recency, int age, string? meanRepeatValue)
    {
        var customer = Summary(purchases, PurchasePeriod.Day);

        Assert.Equal(new PurchaseHistory(repeats, recency, age), customer.History);
        Assert.Equal(meanRepeatValue is null ? null : decimal.Parse(meanRepeatValue, CultureInfo.InvariantCulture), customer.MeanRepeatValue);
    }

    [Theory]
    [InlineData("01-01 1, 02-06 2", 1, 5, 5)]
    [InlineData("01-01 2", 0, 0, 5)]
    [InlineData("01-01 3, 01-02 1, 01-05 5", 1, 1, 5)]
    [InlineData("01-16 6, 02-02 3, 02-05 3", 1, 3, 3)]
    [InlineData("01-16 3, 01-17 1, 01-18 8", 0, 0, 3)]
    [InlineData("02-02 5", 0, 0, 0)]
    public void ByCalendarWeek_TheSummaryIsThePublishedOne(string purchases, int repeats, int recency, int age) =>
        Assert.Equal(new PurchaseHistory(repeats, recency, age), Summary(purchases, PurchasePeriod.CalendarWeek).History);

    [Fact]
    public void InWeeks_DaysAreSeventhsOfTheUnit() =>
        Assert.Equal(new PurchaseHistory(2, 20 / 7.0, 22 / 7.0), Summary("01-16 6, 02-02 3, 02-05 3", PurchasePeriod.DayInWeeks).History);

    [Fact]
    public void OrdersOfOneDay_AreOnePurchaseWhateverTheirSequence()
    {
        var customer = Summary("01-05 7, 01-01 3, 01-05 1, 01-01 9", PurchasePeriod.Day);

        Assert.Equal(new PurchaseHistory(1, 4, 37), customer.History);
        Assert.Equal(8m, customer.MeanRepeatValue);
    }

    [Fact]
    public void ARepeatOrderOfUnknownValue_MakesTheMeanUnknown_AFirstOneDoesNot()
    {
        Assert.Null(Summary("01-01 3, 01-02 ?, 01-05 5", PurchasePeriod.Day).MeanRepeatValue);
        Assert.Equal(3m, Summary("01-01 ?, 01-02 1, 01-05 5", PurchasePeriod.Day).MeanRepeatValue);
    }

    [Fact]
    public void TheFirstThreeCdnowCustomers_HaveThePublishedHistories()
    {
        var customers = RealData.Cdnow();

        AssertHistory(2, 30.428571, 38.857143, customers[0].History);
        AssertHistory(1, 1.714286, 38.857143, customers[1].History);
        AssertHistory(0, 0, 38.857143, customers[2].History);
        Assert.Equal(2457, customers.Sum(customer => customer.History.RepeatPurchases));
    }

    [Fact]
    public void AnOrderAfterTheEndOfTheObservation_IsRefused() =>
        Assert.Equal("purchases", Assert.Throws<ArgumentException>(() => Summary("01-01 3, 02-08 1", PurchasePeriod.Day)).ParamName);

    [Fact]
    public void ACustomerWithoutOrder_HasNoHistory() =>
        Assert.Equal("purchases", Assert.Throws<ArgumentException>(() => CustomerPurchases.Until(End, PurchasePeriod.Day, [])).ParamName);

    private static void AssertHistory(int repeats, double recency, double age, PurchaseHistory actual)
    {
        Assert.Equal(repeats, actual.RepeatPurchases);
        Assert.Equal(recency, actual.Recency, 1e-6);
        Assert.Equal(age, actual.Age, 1e-6);
    }

    private static CustomerPurchases Summary(string purchases, PurchasePeriod period) =>
        CustomerPurchases.Until(End, period, purchases.Split(", ").Select(purchase =>
        {
            var parts = purchase.Split(' ');
            return new Purchase(
                DateTime.ParseExact("2015-" + parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(14),
                parts[1] == "?" ? null : decimal.Parse(parts[1], CultureInfo.InvariantCulture));
        }));
}
