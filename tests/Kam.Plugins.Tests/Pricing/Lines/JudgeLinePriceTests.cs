using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Lines;

/// <summary>kam_JudgeLinePrice says while somebody types what saving would find, and stores nothing.</summary>
public sealed class JudgeLinePriceTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData(99, PriceStatusChoice.InCorridor)]
    [InlineData(90, PriceStatusChoice.BelowTarget)]
    [InlineData(80, PriceStatusChoice.NeedsApproval)]
    [InlineData(10, PriceStatusChoice.NeedsApproval)]
    public void APriceThatIsTyped_IsJudgedAsSavingItWould(int price, PriceStatusChoice expected)
    {
        var shop = new PricedShop(crm);
        var line = shop.Quoted(95m, quantity: 2m);

        var answer = crm.Call("kam_JudgeLinePrice", ("LineId", line.Id), ("PricePerUnit", (decimal)price));

        Assert.Equal(95m, crm.Read<QuoteLineRow>(line.Id).PricePerUnit!.Value);
        crm.Service.Update(new QuoteLineRow { Id = line.Id, PricePerUnit = new Money(price) });
        var saved = crm.Read<QuoteLineRow>(line.Id);
        Assert.Equal(expected, (PriceStatusChoice)((OptionSetValue)answer["PriceStatus"]).Value);
        Assert.Equal(saved.PriceReason, answer["Reason"]);
        Assert.Equal(saved.PocketPrice!.Value, answer["PocketPrice"]);
        Assert.Equal(saved.RequiredLevelId?.Id ?? Guid.Empty, answer["ApprovalLevelId"]);
    }

    [Fact]
    public void QuantityAndDiscount_CountToo_AlsoOnAnOrderLine()
    {
        var shop = new PricedShop(crm);
        var order = crm.Create(new OrderRow { Name = "Direct", CustomerId = new EntityReference(AccountRow.Table, shop.Customer), PriceLevelId = new EntityReference(PriceListRow.Table, shop.PriceList) });
        var line = crm.Create(new OrderLineRow
        {
            SalesOrderId = new EntityReference(OrderRow.Table, order),
            ProductId = new EntityReference(ProductRow.Table, shop.Sensor),
            UoMId = new EntityReference(UnitRow.Table, shop.Piece),
            Quantity = 1m,
        });

        var answer = crm.Call("kam_JudgeLinePrice", ("LineId", line), ("Table", OrderLineRow.Table), ("Quantity", 10m), ("ManualDiscount", 80m));

        Assert.Equal(92m, answer["PocketPrice"]); // 10 at 100 less 80
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_JudgeLinePrice", ("LineId", line), ("Table", OrderLineRow.Table), ("Quantity", -1m))));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_JudgeLinePrice", ("LineId", line), ("Table", "account"))));
    }

    [Fact]
    public void Asking_TakesTwoRequests_OnceTheServerKnowsConditionsAndLanguage()
    {
        var shop = new PricedShop(crm);
        var line = shop.Quoted(95m);
        crm.Call("kam_JudgeLinePrice", ("LineId", line.Id));

        var sent = crm.FromPlugins(() => crm.Call("kam_JudgeLinePrice", ("LineId", line.Id), ("PricePerUnit", 80m)));

        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public void WhoMayNotReadTheLine_IsToldNothing()
    {
        var shop = new PricedShop(crm);
        var line = shop.Quoted(95m);
        var stranger = new Member(crm);

        Assert.ThrowsAny<Exception>(() => stranger.Service.Execute(new OrganizationRequest("kam_JudgeLinePrice") { ["LineId"] = line.Id }));
    }

    [Fact]
    public void AQuoteLine_NamesTheCustomerOfItsQuote()
    {
        var shop = new PricedShop(crm);
        var line = shop.Quoted(95m);
        Assert.Equal(shop.Customer, line.AccountId!.Id);

        crm.Service.Update(new QuoteLineRow { Id = line.Id, AccountId = new EntityReference(AccountRow.Table, crm.Account("Huber AG")) });

        Assert.Equal(shop.Customer, crm.Read<QuoteLineRow>(line.Id).AccountId!.Id);
        Assert.Single(crm.All<QuoteLineRow>(QuoteLineRow.Column.AccountId, shop.Customer).Select(row => row.Id));
    }
}
