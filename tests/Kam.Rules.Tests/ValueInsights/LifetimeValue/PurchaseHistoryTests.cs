using System;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

public sealed class PurchaseHistoryTests
{
    [Theory]
    [InlineData(-1, 0, 10, "repeatPurchases")]
    [InlineData(1, -1, 10, "recency")]
    [InlineData(1, double.NaN, 10, "recency")]
    [InlineData(1, double.PositiveInfinity, 10, "recency")]
    [InlineData(1, 5, -10, "age")]
    [InlineData(1, 5, double.NaN, "age")]
    [InlineData(1, 10.001, 10, "recency")]
    [InlineData(0, 5, 10, "recency")]
    [InlineData(1, 0, 10, "recency")]
    [InlineData(3, 0, 0, "recency")]
    public void AnImpossibleHistory_NamesTheFieldThatIsWrong(int repeatPurchases, double recency, double age, string field) =>
        Assert.Equal(field, Assert.Throws<ArgumentException>(() => new PurchaseHistory(repeatPurchases, recency, age)).ParamName);

    [Fact]
    public void ACustomerOfToday_SaysNothingAboutTheModel()
    {
        var today = new PurchaseHistory(0, 0, 0);

        Assert.Equal(0.0, new RepeatPurchaseModel(RepeatPurchaseFamily.BgNbd, 0.3, 4, 0.8, 2).LogLikelihood(today), 1e-14);
        Assert.Equal(0.0, new RepeatPurchaseModel(RepeatPurchaseFamily.MbgNbd, 0.3, 4, 0.8, 2).LogLikelihood(today), 1e-14);
    }

    [Fact]
    public void ALastOrderOnTheLastDay_IsPossible() => Assert.Equal(0, new PurchaseHistory(1, 10, 10).Silence);

    [Fact]
    public void AGroupWithoutCustomers_IsRefused() =>
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => new CustomerGroup(new PurchaseHistory(1, 2, 3), 0)).ParamName);
}
