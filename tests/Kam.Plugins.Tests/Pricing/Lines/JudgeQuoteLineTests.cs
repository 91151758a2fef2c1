using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Lines;

public sealed class JudgeQuoteLineTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData(95.00, PriceStatusChoice.InCorridor, VerdictChoice.InCorridor, 0)]
    [InlineData(94.99, PriceStatusChoice.BelowTarget, VerdictChoice.BelowTarget, 0)]
    [InlineData(85.00, PriceStatusChoice.BelowTarget, VerdictChoice.BelowTarget, 0)]
    [InlineData(84.99, PriceStatusChoice.NeedsApproval, VerdictChoice.NeedsApproval, 1)]
    [InlineData(80.75, PriceStatusChoice.NeedsApproval, VerdictChoice.NeedsApproval, 1)] // 5 % below 85
    [InlineData(80.74, PriceStatusChoice.NeedsApproval, VerdictChoice.NeedsApproval, 2)]
    [InlineData(69.99, PriceStatusChoice.NeedsApproval, VerdictChoice.Blocked, 2)]
    public void ALine_IsStoredWithItsStatusLevelPocketPriceAndMargin(double price, PriceStatusChoice status, VerdictChoice verdict, int level)
    {
        var shop = new PricedShop(crm);

        var line = shop.Quoted((decimal)price, quantity: 10m);

        Assert.Equal(status, line.PriceStatus);
        Assert.Equal(verdict, line.Verdict);
        Assert.Equal(level switch { 1 => shop.TeamLead, 2 => shop.Management, _ => null }, line.RequiredLevelId?.Id);
        Assert.Equal((decimal)price, line.PocketPrice!.Value);
        Assert.Equal(((decimal)price - 60m) * 10m, line.PocketMargin!.Value);
        Assert.Equal(status, crm.Read<QuoteRow>(line.QuoteId!.Id).PriceStatus);
    }

    [Fact]
    public void TheReason_SaysInTheReadersLanguageWhereThePriceStandsAndWhoMustSign()
    {
        var shop = new PricedShop(crm);
        var reader = new Member(crm, "System Administrator");
        crm.Service.Update(new UserSettingsRow { Id = reader.Id, UILanguageId = 1031 });

        var line = crm.Read<QuoteLineRow>(reader.Service.Create(shop.Line(shop.Quote(), 82m)));

        Assert.Contains("3.53", line.PriceReason, StringComparison.Ordinal); // (85 − 82) / 85
        Assert.Contains("Braucht Freigabe, Stufe 1: Team lead.", line.PriceReason, StringComparison.Ordinal);
        Assert.DoesNotContain("70", line.PriceReason, StringComparison.Ordinal);
        Assert.DoesNotContain("60", line.PriceReason, StringComparison.Ordinal);
    }

    [Fact]
    public void ConditionsAndDiscounts_RunDownTheWaterfall_EachWithItsSource()
    {
        var shop = new PricedShop(crm);
        shop.Model(ConditionKindChoice.Volume, from: 10m, percent: 3m, isRetroactive: true);

        var line = shop.Quoted(quantity: 10m, discount: 50m);

        // 1,000 list − 50 by hand − 30 back later = 920 in the pocket, 92 a unit; 600 cost leave 320.
        Assert.Equal(92m, line.PocketPrice!.Value);
        Assert.Equal(320m, line.PocketMargin!.Value);
        Assert.Equal(PriceStatusChoice.BelowTarget, line.PriceStatus);
        Assert.Contains("\"amount\":1000", line.Waterfall, StringComparison.Ordinal);
        Assert.Contains("\"textKey\":\"pricing.discountManual\"", line.Waterfall, StringComparison.Ordinal);
        Assert.Contains("\"amount\":-30", line.Waterfall, StringComparison.Ordinal);
        Assert.Contains("\"percent\":3", line.Waterfall, StringComparison.Ordinal);
        Assert.Contains("\"marginAmount\":320", line.Waterfall, StringComparison.Ordinal);
        Assert.Contains(crm.All<PriceListItemRow>(PriceListItemRow.Column.ProductId, shop.Sensor).Single().Id.ToString(), line.Waterfall, StringComparison.Ordinal);
    }

    [Fact]
    public void ADiscountOnTheWholeQuote_FallsOnItsLines()
    {
        var shop = new PricedShop(crm);
        var quote = shop.Quote();
        var small = crm.Create(shop.Line(quote, 100m, quantity: 1m));
        var large = crm.Create(shop.Line(quote, 100m, quantity: 9m));

        crm.Service.Update(new QuoteRow { Id = quote, DiscountPercentage = 10m });
        Assert.Equal(90m, crm.Read<QuoteLineRow>(small).PocketPrice!.Value);

        crm.Service.Update(new QuoteRow { Id = quote, DiscountPercentage = null, DiscountAmount = new Money(180m) });
        // 180 off 1,000: 18 fall on the small line, 162 on the large one.
        Assert.Equal(82m, crm.Read<QuoteLineRow>(small).PocketPrice!.Value);
        Assert.Equal(82m, crm.Read<QuoteLineRow>(large).PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteRow>(quote).PriceStatus);

        crm.Create(shop.Line(quote, 100m, quantity: 10m));
        // 180 off 2,000: nine on the small line.
        Assert.Equal(91m, crm.Read<QuoteLineRow>(small).PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.BelowTarget, crm.Read<QuoteRow>(quote).PriceStatus);
    }

    [Fact]
    public void AQuoteInAnotherCurrency_IsHeldAgainstTheCorridorAtItsRate()
    {
        var shop = new PricedShop(crm);
        var euro = new EntityReference(CurrencyRow.Table, crm.Create(new CurrencyRow { CurrencyName = "Euro", ISOCurrencyCode = "EUR", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 0.5m }));
        var quote = shop.Quote(euro);

        var onMinimum = crm.Read<QuoteLineRow>(crm.Create(shop.Line(quote, 42.50m, quantity: 10m))); // 85 at a half
        var below = crm.Read<QuoteLineRow>(crm.Create(shop.Line(quote, 42.49m, quantity: 10m)));

        Assert.Equal(PriceStatusChoice.BelowTarget, onMinimum.PriceStatus);
        Assert.Equal(125m, onMinimum.PocketMargin!.Value); // 425 less ten times 30
        Assert.Equal(PriceStatusChoice.NeedsApproval, below.PriceStatus);
    }

    [Fact]
    public void ACarton_IsHeldAgainstTheCorridorOfItsPieces()
    {
        var shop = new PricedShop(crm);
        var carton = shop.Unit("Carton", 12m, shop.Piece);
        var line = shop.Line(shop.Quote(), 1_020m); // 12 pieces at 85
        line.UoMId = new EntityReference(UnitRow.Table, carton);

        var stored = crm.Read<QuoteLineRow>(crm.Create(line));
        crm.Service.Update(new QuoteLineRow { Id = stored.Id, PricePerUnit = new Money(1_019.99m) });

        Assert.Equal(PriceStatusChoice.BelowTarget, stored.PriceStatus);
        Assert.Equal(300m, stored.PocketMargin!.Value); // 1,020 less 12 times 60
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteLineRow>(stored.Id).PriceStatus);
    }

    [Fact]
    public void WhatCannotBeJudged_SaysWhy_AndIsLookedAtWhereTheCustomerIsSteered()
    {
        var shop = new PricedShop(crm);
        var loose = shop.Product("Loose part", 10m, 50m, isInFamily: false);
        var line = shop.Line(shop.Quote());
        line.ProductId = new EntityReference(ProductRow.Table, loose);
        var withoutFamily = crm.Read<QuoteLineRow>(crm.Create(line));
        var writtenIn = crm.Read<QuoteLineRow>(crm.Create(new QuoteLineRow
        {
            QuoteId = new EntityReference(QuoteRow.Table, shop.Quote()),
            IsProductOverridden = true,
            ProductDescription = "By hand",
            Quantity = 1m,
            PricePerUnit = new Money(1m),
        }));
        crm.Service.Delete(PriceCorridorRow.Table, shop.Corridor);
        var withoutCorridor = shop.Quoted(1m);
        var withoutSegment = crm.Read<QuoteLineRow>(crm.Create(shop.Line(shop.Quote(customer: crm.Account("Huber AG")), 70m)));

        Assert.All([withoutFamily, writtenIn, withoutCorridor, withoutSegment], one => Assert.Equal(PriceStatusChoice.NotJudged, one.PriceStatus));
        Assert.StartsWith("The product belongs to no product family", withoutFamily.PriceReason, StringComparison.Ordinal);
        Assert.Equal(shop.TeamLead, writtenIn.RequiredLevelId!.Id);
        Assert.StartsWith("The segment has no price corridor", withoutCorridor.PriceReason, StringComparison.Ordinal);
        Assert.Equal(VerdictChoice.Blocked, withoutCorridor.Verdict); // 1 is below its cost
        Assert.StartsWith("The customer has no segment", withoutSegment.PriceReason, StringComparison.Ordinal);
        Assert.Null(withoutSegment.RequiredLevelId);
    }

    [Fact]
    public void CashInFrancs_RoundsTheTotalToFiveCentimesOnce()
    {
        var shop = new PricedShop(crm);
        crm.Service.Update(new CurrencyRow { Id = shop.Currency.Id, ISOCurrencyCode = "CHF" });
        shop.Model(ConditionKindChoice.Volume, from: 1m, percent: 1.11m, rounding: RoundingChoice.Cash);

        var line = shop.Quoted(99.99m, quantity: 3m);

        // 299.97 less 3.33 (1.11 % of the list price of 300) = 296.64; paid 296.65; cost 180 leaves 116.64, in coins 116.65.
        Assert.Contains("\"pocketAmount\":296.65", line.Waterfall, StringComparison.Ordinal);
        Assert.Equal(116.65m, line.PocketMargin!.Value);
    }

    [Fact]
    public void WhoeverWritesWhatIsFound_IsOverruled()
    {
        var shop = new PricedShop(crm);
        var line = shop.Line(shop.Quote(), 80m);
        line.PriceStatus = PriceStatusChoice.Approved;
        var id = crm.Create(line);
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteLineRow>(id).PriceStatus);

        crm.Service.Update(new QuoteLineRow { Id = id, PriceStatus = PriceStatusChoice.Approved, RequiredLevelId = null, PocketPrice = new Money(99m), Verdict = VerdictChoice.InCorridor, PriceReason = "All is well" });

        var stored = crm.Read<QuoteLineRow>(id);
        Assert.Equal(PriceStatusChoice.NeedsApproval, stored.PriceStatus);
        Assert.Equal(VerdictChoice.NeedsApproval, stored.Verdict);
        Assert.Equal(80m, stored.PocketPrice!.Value);
        Assert.Equal(shop.Management, stored.RequiredLevelId!.Id);
        Assert.NotEqual("All is well", stored.PriceReason);
    }

    [Fact]
    public void EveryWayIn_IsJudged_OneByOneOrManyTogether_ByUpdateRevisionOrderOrBatch()
    {
        var shop = new PricedShop(crm);
        var quote = shop.Quote();
        var ids = ((CreateMultipleResponse)crm.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([shop.Line(quote, 99m), shop.Line(quote, 84m)]) { EntityName = QuoteLineRow.Table } })).Ids;
        Assert.Equal([PriceStatusChoice.InCorridor, PriceStatusChoice.NeedsApproval], ids.Select(id => crm.Read<QuoteLineRow>(id).PriceStatus!.Value));

        crm.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([new QuoteLineRow { Id = ids[0], PricePerUnit = new Money(83m) }, new QuoteLineRow { Id = ids[1], PricePerUnit = new Money(98m) }]) { EntityName = QuoteLineRow.Table },
        });
        Assert.Equal([PriceStatusChoice.NeedsApproval, PriceStatusChoice.InCorridor], ids.Select(id => crm.Read<QuoteLineRow>(id).PriceStatus!.Value));

        var order = crm.Create(new OrderRow { Name = "Direct", CustomerId = new EntityReference(AccountRow.Table, shop.Customer), PriceLevelId = new EntityReference(PriceListRow.Table, shop.PriceList) });
        var ordered = crm.Read<OrderLineRow>(crm.Create(new OrderLineRow
        {
            SalesOrderId = new EntityReference(OrderRow.Table, order),
            ProductId = new EntityReference(ProductRow.Table, shop.Sensor),
            UoMId = new EntityReference(UnitRow.Table, shop.Piece),
            Quantity = 2m,
            IsPriceOverridden = true,
            PricePerUnit = new Money(69m),
        }));
        Assert.Equal(PriceStatusChoice.NeedsApproval, ordered.PriceStatus);
        Assert.Equal(VerdictChoice.Blocked, ordered.Verdict);
        Assert.Equal(60m, ordered.UnitCost!.Value);
        Assert.Equal(18m, ordered.PocketMargin!.Value);
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<OrderRow>(order).PriceStatus);
    }

    [Fact]
    public void ADeletedOrRaisedLine_LetsTheQuoteStandBetter()
    {
        var shop = new PricedShop(crm);
        var quote = shop.Quote();
        var bad = crm.Create(shop.Line(quote, 80m));
        var fair = crm.Create(shop.Line(quote, 90m));
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteRow>(quote).PriceStatus);

        crm.Service.Delete(QuoteLineRow.Table, bad);
        Assert.Equal(PriceStatusChoice.BelowTarget, crm.Read<QuoteRow>(quote).PriceStatus);

        crm.Service.Update(new QuoteLineRow { Id = fair, PricePerUnit = new Money(99m) });
        Assert.Equal(PriceStatusChoice.InCorridor, crm.Read<QuoteRow>(quote).PriceStatus);
    }
}
