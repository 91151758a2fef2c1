using System;
using Kam.Plugins.Tests.Pricing.Lines;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>
/// What a segment gets is one row that pricing reads. A: 3 percent back and 20 percent without asking; C: 10 percent back and 5 percent without asking. The corridors of both let every price of these tests pass.
/// </summary>
public sealed class SegmentContractTests : IDisposable
{
    private readonly Crm crm;
    private readonly PricedShop shop;

    public SegmentContractTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        shop = new PricedShop(crm, floor: 40m, cost: 30m);
        crm.Service.Update(new PriceCorridorRow { Id = shop.Corridor, Target = new Money(60m), Minimum = new Money(50m) });
        crm.Create(new PriceCorridorRow
        {
            Name = "C Sensors",
            SegmentId = crm.Segment("C").ToEntityReference(),
            FamilyId = new EntityReference(ProductRow.Table, shop.Family),
            ValidFrom = Crm.Today.AddDays(-30),
            Target = new Money(60m),
            Minimum = new Money(50m),
            Floor = new Money(40m),
            TransactionCurrencyId = shop.Currency,
        });
        Contract("A", percentBack: 3m, frame: 20m);
        Contract("C", percentBack: 10m, frame: 5m);
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnotherSegment_BringsItsPriceModelAndItsDiscountFrame()
    {
        AssertContractOfA();

        crm.Value(shop.Customer, 40m);
        Assert.Equal("C", crm.Segmented(shop.Customer));

        AssertContractOfC();
    }

    [Fact]
    public void AnOverride_BringsTheContractOfItsSegment_UntilItsLastDay()
    {
        crm.Value(shop.Customer, 40m);
        crm.Segmented(shop.Customer);
        var wanted = new Member(crm, "KAM", "KAM Lead").Service.Create(new SegmentOverrideRow
        {
            AccountId = new EntityReference(AccountRow.Table, shop.Customer),
            SegmentId = crm.Segment("A").ToEntityReference(),
            Reason = "Opens the market in Ticino",
            ExpiresOn = Crm.Today.AddDays(10),
        });
        crm.Service.Update(new SegmentOverrideRow { Id = wanted, StatusCode = SegmentOverrideStatusReason.Approved });
        AssertContractOfA();

        crm.Clock.Advance(TimeSpan.FromDays(11));
        crm.SegmentAll();

        Assert.Equal("C", crm.SegmentOf(shop.Customer));
        AssertContractOfC();
    }

    [Fact]
    public void AnAgreementOfTheAccount_StaysWhenItsSegmentChanges()
    {
        shop.Model(ConditionKindChoice.Volume, from: 1m, percent: 7m, isRetroactive: true);
        crm.Value(shop.Customer, 40m);
        crm.Segmented(shop.Customer);

        Assert.Equal(93m, shop.Quoted(quantity: 1m).PocketPrice!.Value);
    }

    // 100 list less 3 percent back; 10 percent by hand are within the frame of 20.
    private void AssertContractOfA()
    {
        Assert.Equal(97m, shop.Quoted(quantity: 1m).PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.InCorridor, shop.Quoted(quantity: 1m, discount: 10m).PriceStatus);
    }

    // 100 list less 10 percent back; 10 percent by hand are beyond the frame of 5.
    private void AssertContractOfC()
    {
        Assert.Equal(90m, shop.Quoted(quantity: 1m).PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.InCorridor, shop.Quoted(quantity: 1m).PriceStatus);
        Assert.Equal(PriceStatusChoice.NeedsApproval, shop.Quoted(quantity: 1m, discount: 10m).PriceStatus);
    }

    private void Contract(string segment, decimal percentBack, decimal frame)
    {
        var model = crm.Create(new PriceModelRow { Name = $"Terms of {segment}", Rounding = RoundingChoice.OnAccount });
        shop.Condition(model, ConditionKindChoice.Volume, from: 1m, percentBack, isRetroactive: true);
        crm.Service.Update(new SegmentRow { Id = crm.Segment(segment).Id, PriceModelId = new EntityReference(PriceModelRow.Table, model), MaximumDiscountPercent = frame });
    }
}
