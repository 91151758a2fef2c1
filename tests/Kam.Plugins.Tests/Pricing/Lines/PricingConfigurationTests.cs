using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Lines;

/// <summary>Models, conditions, tiers, corridors and agreements are kept in order.</summary>
public sealed class PricingConfigurationTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData(95, 85, 86)]
    [InlineData(84, 85, 70)]
    public void ACorridorOutOfOrder_IsRefused(int target, int minimum, int floor)
    {
        var shop = new PricedShop(crm);

        Assert.Equal(["KAM-PRC-110"], Crm.CodesOf(() => crm.Service.Update(new PriceCorridorRow { Id = shop.Corridor, Target = new Money(target), Minimum = new Money(minimum), Floor = new Money(floor) })));
    }

    [Fact]
    public void TwoCorridorsAtATime_AreRefused_AndOneAfterTheOtherIsNot()
    {
        var shop = new PricedShop(crm);
        Assert.Equal(["KAM-PRC-111"], Crm.CodesOf(() => crm.Create(Corridor(shop, shop.Family, Crm.Today, null))));

        crm.Service.Update(new PriceCorridorRow { Id = shop.Corridor, ValidUntil = Crm.Today });
        Assert.Equal(["KAM-PRC-111"], Crm.CodesOf(() => crm.Create(Corridor(shop, shop.Family, Crm.Today, null))));
        crm.Create(Corridor(shop, shop.Family, Crm.Today.AddDays(1), null));
        Assert.Equal(["KAM-PRC-112"], Crm.CodesOf(() => crm.Create(Corridor(shop, shop.Family, Crm.Today.AddDays(9), Crm.Today.AddDays(8)))));
        Assert.Equal(["KAM-PRC-113"], Crm.CodesOf(() => crm.Create(Corridor(shop, shop.Sensor, Crm.Today, null))));
    }

    [Fact]
    public void PercentagesOutsideZeroToAHundred_AreRefused()
    {
        var shop = new PricedShop(crm);
        var model = shop.Model(ConditionKindChoice.Loyalty, 0m, 1m);
        var condition = crm.All<PriceConditionRow>(PriceConditionRow.Column.PriceModelId, model).Single();

        Assert.Equal(["KAM-PRC-010"], Crm.CodesOf(() => crm.Create(Tier(condition.Id, 5m, 100.01m))));
        Assert.Equal(["KAM-PRC-014"], Crm.CodesOf(() => crm.Service.Update(new PriceConditionRow { Id = condition.Id, CapPercent = 101m })));
        crm.Service.Update(new PriceConditionRow { Id = condition.Id, TierMethod = TierMethodChoice.Slices });
        Assert.Equal(["KAM-PRC-012"], Crm.CodesOf(() => crm.Create(Tier(condition.Id, -1m, 1m))));
    }

    [Fact]
    public void EveryChangeOfWhatBelongsToAModel_GivesItAVersionOfItsOwn()
    {
        var shop = new PricedShop(crm);
        var model = shop.Model(ConditionKindChoice.Loyalty, 0m, 1m);
        var condition = crm.All<PriceConditionRow>(PriceConditionRow.Column.PriceModelId, model).Single();
        var tier = crm.All<ConditionTierRow>(ConditionTierRow.Column.PriceConditionId, condition.Id).Single();
        Action[] changes =
        [
            () => crm.Service.Update(new ConditionTierRow { Id = tier.Id, Percent = 2m }), () => crm.Create(Tier(condition.Id, 3m, 3m)), () => crm.Service.Delete(ConditionTierRow.Table, tier.Id),
            () => crm.Service.Update(new PriceConditionRow { Id = condition.Id, CapPercent = 2m }), () => crm.Service.Delete(PriceConditionRow.Table, condition.Id),
            () => crm.Service.Update(new PriceModelRow { Id = model, MaximumConditionPercent = 10m }), () => crm.Service.Update(new PriceModelRow { Id = model, ConfigurationVersion = "mine" }),
        ];

        var versions = changes.Select(change =>
        {
            change();
            return crm.Read<PriceModelRow>(model).ConfigurationVersion;
        }).ToList();

        Assert.Equal(changes.Length, versions.Distinct().Count());
        Assert.DoesNotContain("mine", versions);
        crm.Service.Delete(PriceModelRow.Table, model);
    }

    [Fact]
    public void AnAgreement_IsJudgedLineByLine_AndDoesNotChangeOnceInForce()
    {
        var shop = new PricedShop(crm);
        crm.Service.Update(new AccountRow { Id = shop.Customer, DefaultPriceLevelId = new EntityReference(PriceListRow.Table, shop.PriceList) });
        var agreement = Agreement(shop, null);
        var fair = crm.Read<PriceAgreementLineRow>(crm.Create(Line(shop, agreement, discountPercent: 10m)));
        Assert.Equal(90m, fair.PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.BelowTarget, fair.PriceStatus);
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<PriceAgreementLineRow>(crm.Create(Line(shop, agreement, price: 84m))).PriceStatus);
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<PriceAgreementRow>(agreement).PriceStatus);
        Assert.Equal(["KAM-PRC-123"], Crm.CodesOf(() => crm.Create(Line(shop, agreement))));
        Assert.Equal(["KAM-PRC-122"], Crm.CodesOf(() => crm.Service.Update(new PriceAgreementLineRow { Id = fair.Id, FamilyId = new EntityReference(ProductRow.Table, shop.Family) })));

        var other = Agreement(shop, null);
        var line = crm.Create(Line(shop, other, price: 95m));
        crm.Service.Update(new PriceAgreementRow { Id = other, StatusCode = PriceAgreementStatusReason.InForce });

        Assert.Equal(["KAM-PRC-120"], Crm.CodesOf(() => crm.Service.Update(new PriceAgreementLineRow { Id = line, PricePerUnit = new Money(50m) })));
        Assert.Equal(["KAM-PRC-120"], Crm.CodesOf(() => crm.Create(Line(shop, other, price: 95m))));
        Assert.Equal(["KAM-PRC-120"], Crm.CodesOf(() => crm.Service.Delete(PriceAgreementLineRow.Table, line)));
        Assert.Equal(["KAM-PRC-120"], Crm.CodesOf(() => crm.Service.Update(new PriceAgreementRow { Id = other, ValidUntil = Crm.Today.AddDays(900) })));
        crm.Service.Update(new PriceAgreementRow { Id = other, StateCode = PriceAgreementState.Inactive, StatusCode = PriceAgreementStatusReason.Ended });
        Assert.Equal(["KAM-PRC-121"], Crm.CodesOf(() => crm.Service.Update(new PriceAgreementRow { Id = other, StateCode = PriceAgreementState.Active, StatusCode = PriceAgreementStatusReason.Draft })));
    }

    [Fact]
    public void AnAgreementInForce_BringsItsOwnPriceModel()
    {
        var shop = new PricedShop(crm);
        var model = shop.Model(ConditionKindChoice.Volume, 1m, 8m);
        crm.Service.Update(new AccountRow { Id = shop.Customer, PriceModelId = null });
        var agreement = Agreement(shop, model);
        Assert.Equal(100m, shop.Quoted().PocketPrice!.Value);

        crm.Service.Update(new PriceAgreementRow { Id = agreement, StatusCode = PriceAgreementStatusReason.InForce });

        Assert.Equal(92m, shop.Quoted().PocketPrice!.Value);
    }

    private static PriceCorridorRow Corridor(PricedShop shop, Guid family, DateTime from, DateTime? until) => new()
    {
        Name = "Next",
        SegmentId = new EntityReference(SegmentRow.Table, shop.Segment),
        FamilyId = new EntityReference(ProductRow.Table, family),
        ValidFrom = from,
        ValidUntil = until,
        Target = new Money(95m),
        Minimum = new Money(85m),
        Floor = new Money(70m),
        TransactionCurrencyId = shop.Currency,
    };

    private static ConditionTierRow Tier(Guid condition, decimal from, decimal percent) =>
        new() { Name = "Tier", PriceConditionId = new EntityReference(PriceConditionRow.Table, condition), From = from, Percent = percent };

    private Guid Agreement(PricedShop shop, Guid? model) => crm.Create(new PriceAgreementRow
    {
        Name = "Meier 2026",
        AccountId = new EntityReference(AccountRow.Table, shop.Customer),
        ValidFrom = Crm.Today,
        ValidUntil = Crm.Today.AddDays(365),
        PriceModelId = model is { } id ? new EntityReference(PriceModelRow.Table, id) : null,
    });

    private static PriceAgreementLineRow Line(PricedShop shop, Guid agreement, decimal? price = null, decimal? discountPercent = null) => new()
    {
        Name = "Sensor",
        PriceAgreementId = new EntityReference(PriceAgreementRow.Table, agreement),
        ProductId = new EntityReference(ProductRow.Table, shop.Sensor),
        PricePerUnit = price is { } known ? new Money(known) : null,
        DiscountPercent = discountPercent,
    };
}
