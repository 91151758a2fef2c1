using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Bonus;

/// <summary>kam_ExplainDiscount through the packed zip. The plan pays 10 % of every franc of margin above half the target, up to the target.</summary>
public sealed class ExplainDiscountTests : IDisposable
{
    private readonly Crm crm;
    private readonly Member manager;
    private readonly Guid account;

    public ExplainDiscountTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
        account = manager.Given(AccountRow.Table, crm.Account("Meier AG"));
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ADiscount_CostsTheHouseItself_AndTheManagerPartOfTheBonus()
    {
        StatedAt(6_750m);                                    // 75 % of the target of 90 days
        var line = Line(1_000m, 600m);

        var answer = manager.Call("kam_ExplainDiscount", ("LineId", line), ("Table", OrderLineRow.Table), ("DiscountPercent", 10m));

        Assert.Equal(100m, answer["Margin"]);
        Assert.Equal(10m, answer["Pay"]);                    // 100 of margin at 10 %
        Assert.Equal(true, answer["HasPlan"]);
        Assert.Equal(Crm.Today, answer["StatedUntil"]);
    }

    [Fact]
    public void BelowTheThresholdAndBeyondTheCap_ItCostsNoBonus()
    {
        StatedAt(1_000m);
        Assert.Equal(0m, Explain(Line(1_000m, 600m), 10m)["Pay"]);

        crm.Order(account, Crm.Day(2026, 2, 3), 60_000m, 10_000m);
        crm.Call("kam_StateBonus", ("BonusPlanId", Assert.Single(crm.All<BonusPlanRow>(BonusPlanRow.Column.Name, "Plan 2026")).Id), ("UserId", manager.Id));
        Assert.Equal(0m, Explain(Line(1_000m, 600m), 10m)["Pay"]);
    }

    [Fact]
    public void WithoutAPlan_OnlyTheMarginIsTold()
    {
        var answer = Explain(Line(1_000m, 600m), 10m);

        Assert.Equal(100m, answer["Margin"]);
        Assert.Equal(0m, answer["Pay"]);
        Assert.Equal(false, answer["HasPlan"]);
    }

    [Fact]
    public void WhoMayNotReadCost_LearnsNothingOfItFromAnySeriesOfDiscounts()
    {
        StatedAt(4_400m);                                    // just below the threshold, where the cost of the line would decide what is paid
        var cheap = Line(1_000m, 10m);
        var dear = Line(1_000m, 990m);

        foreach (var percent in Enumerable.Range(0, 101))
        {
            Assert.Equal(Explain(cheap, percent)["Pay"], Explain(dear, percent)["Pay"]);
            Assert.Equal(Explain(cheap, percent)["Margin"], Explain(dear, percent)["Margin"]);
        }
    }

    [Fact]
    public void ItTakesFewerThanThreeRequests()
    {
        StatedAt(6_750m);
        var line = Line(1_000m, 600m);

        Assert.Equal(2, crm.FromPlugins(() => Explain(line, 10m)).Count);
    }

    [Fact]
    public void ALineOfSomebodyElse_OrAnImpossibleDiscount_IsRefused()
    {
        var line = Line(1_000m, 600m);
        Assert.ThrowsAny<Exception>(() => new Member(crm, "KAM", "KAM Pricing Approver").Call("kam_ExplainDiscount", ("LineId", Guid.NewGuid()), ("DiscountPercent", 10m)));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_ExplainDiscount", ("LineId", line), ("DiscountPercent", 101m))));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_ExplainDiscount", ("LineId", line), ("DiscountPercent", 1m), ("Table", "account"))));
    }

    private OrganizationResponse Explain(Guid line, decimal percent) =>
        manager.Call("kam_ExplainDiscount", ("LineId", line), ("Table", OrderLineRow.Table), ("DiscountPercent", percent));

    private void StatedAt(decimal margin)
    {
        var plan = crm.OnMargin(manager);
        crm.Order(account, Crm.Day(2026, 2, 2), margin + 10_000m, 10_000m);
        crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", manager.Id));
    }

    // An order of the manager's own, still open.
    private Guid Line(decimal price, decimal cost)
    {
        var order = manager.Given(OrderRow.Table, crm.OpenOrder(account));
        return crm.Line(order, price, cost);
    }
}
