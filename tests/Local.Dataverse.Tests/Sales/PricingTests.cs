using System;
using System.Collections.Generic;
using CsCheck;
using Local.Dataverse.Sales;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class PricingTests : IDisposable
{
    private readonly SalesRows sales = new();

    public void Dispose() => sales.Dispose();

    // The product lists at 120, costs 60 now and 50 by standard.
    // method, percentage | price
    public static TheoryData<int, decimal, decimal> Methods => new()
    {
        { 2, 90m, 108m },
        { 3, 50m, 90m },
        { 4, 40m, 100m },
        { 5, 100m, 100m },
        { 6, 75m, 200m },
    };

    [Theory, MemberData(nameof(Methods))]
    public void AnItemByPercentage_TakesItsPriceFromTheProduct(int method, decimal percentage, decimal price)
    {
        Item(("pricingmethodcode", new OptionSetValue(method)), ("percentage", percentage));

        Assert.Equal((price, 0), Priced());
    }

    // method, percentage | pricing error
    [Theory]
    [InlineData(2, null, 13)]
    [InlineData(2, 100000.0, 18)]
    [InlineData(6, 100.0, 25)]
    public void APercentageThatCannotBe_MarksTheLine(int method, double? percentage, int error)
    {
        Item(("pricingmethodcode", new OptionSetValue(method)), ("percentage", percentage is { } given ? (decimal)given : null));

        Assert.Equal(error, Priced().Error);
    }

    [Theory]
    [InlineData(2, "price", 14)]
    [InlineData(3, "currentcost", 15)]
    [InlineData(5, "standardcost", 16)]
    public void AProductWithoutTheAmountAsked_MarksTheLineAndTheDocument(int method, string column, int error)
    {
        Item(("pricingmethodcode", new OptionSetValue(method)), ("percentage", 10m));
        sales.Organization.Dataverse.AdministratorService.Update(new Entity("product", sales.Product.Id) { [column] = null });
        var order = sales.Document("salesorder");

        var line = sales.ReadLine(order, sales.Line(order, 1m));

        Assert.Equal(error, line.GetAttributeValue<OptionSetValue>("pricingerrorcode").Value);
        Assert.Equal(1, sales.Read(order).GetAttributeValue<OptionSetValue>("pricingerrorcode").Value);
    }

    // price, policy, option, amount | rounded
    public static TheoryData<decimal, int, int, decimal, decimal> Roundings => new()
    {
        { 101.20m, 1, 2, 5m, 101.20m },
        { 101.20m, 2, 2, 5m, 105m },
        { 105.00m, 2, 2, 5m, 105m },
        { 104.90m, 3, 2, 5m, 100m },
        { 102.50m, 4, 2, 5m, 105m },
        { 102.49m, 4, 2, 5m, 100m },
        { 101.20m, 2, 1, 0.95m, 101.95m },
        { 101.95m, 2, 1, 0.95m, 101.95m },
        { 101.96m, 2, 1, 0.95m, 102.95m },
        { 101.20m, 3, 1, 0.95m, 100.95m },
        { 101.20m, 2, 1, 9.90m, 109.90m },
    };

    [Theory, MemberData(nameof(Roundings))]
    public void ARoundingPolicy_MovesThePriceItsWay(decimal price, int policy, int option, decimal amount, decimal rounded) =>
        Assert.Equal(rounded, PriceRounding.Round(price, policy, option, amount));

    [Fact]
    public void RoundingUpAndDown_EncloseThePriceLessThanOneStepApart() => Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[1, 2]).Sample((cents, option) =>
    {
        var price = cents / 100m;
        var up = PriceRounding.Round(price, 2, option, 0.95m)!.Value;
        var down = PriceRounding.Round(price, 3, option, 0.95m)!.Value;
        Assert.InRange(price, Math.Min(down, price), up);
        Assert.True(down <= price || down == 0m);
        Assert.True(up - price < 1m + 0.95m);
    });

    [Fact]
    public void APercentageOfAnotherUnit_CountsInTheUnitsItHolds()
    {
        var box = new EntityReference("uom", sales.Organization.Write(
            new Entity("uom") { ["name"] = "Karton", ["quantity"] = 12m, ["baseuom"] = sales.Unit, ["uomscheduleid"] = sales.Schedule }));
        sales.Organization.Write(new Entity("productpricelevel")
        {
            ["pricelevelid"] = sales.PriceList,
            ["productid"] = sales.Product,
            ["uomid"] = box,
            ["pricingmethodcode"] = new OptionSetValue(2),
            ["percentage"] = 90m,
        });
        var order = sales.Document("salesorder");

        var line = sales.ReadLine(order, sales.Line(order, 1m, more: l => l["uomid"] = box));

        Assert.Equal(1296m, line.GetAttributeValue<Money>("priceperunit").Value);
    }

    // quantity | discount a unit, amount of the line: from 10 on 5 %, from 100 on 12.5 %
    public static TheoryData<decimal, decimal, decimal> VolumeDiscounts => new()
    {
        { 9m, 0m, 900m },
        { 10m, 5m, 950m },
        { 99m, 5m, 9_405m },
        { 100m, 12.5m, 8_750m },
    };

    [Theory, MemberData(nameof(VolumeDiscounts))]
    public void AVolumeDiscount_ComesOffEachUnit(decimal quantity, decimal discount, decimal amount)
    {
        DiscountList(isAmount: false);
        var order = sales.Document("salesorder");

        var line = sales.ReadLine(order, sales.Line(order, quantity));

        Assert.Equal(discount, line.GetAttributeValue<Money>("volumediscountamount")?.Value ?? 0m);
        Assert.Equal(amount, line.GetAttributeValue<Money>("extendedamount").Value);
        Assert.Equal(discount * quantity, sales.AmountOf(order, "totallineitemdiscountamount"));
        Assert.Equal(amount, sales.AmountOf(order, "totalamount"));
    }

    [Fact]
    public void AVolumeDiscountThatNoLongerApplies_IsTakenBack()
    {
        DiscountList(isAmount: true);
        var order = sales.Document("salesorder");
        var line = sales.Line(order, 10m);
        Assert.Equal(975m, sales.AmountOf(order, "totalamount"));

        sales.Service.Update(new Entity("salesorderdetail", line) { ["quantity"] = 9m });

        Assert.Equal(0m, sales.ReadLine(order, line).GetAttributeValue<Money>("volumediscountamount").Value);
        Assert.Equal(900m, sales.AmountOf(order, "totalamount"));
    }

    [Fact]
    public void AnInactiveDiscountList_MarksTheLineAndGivesNothing()
    {
        var list = DiscountList(isAmount: false);
        sales.Service.Update(new Entity("discounttype", list) { ["statecode"] = new OptionSetValue(1) });

        Assert.Equal((100m, 33), Priced(quantity: 50m));
    }

    [Fact]
    public void AnInactivePriceList_MarksTheLine()
    {
        sales.Change(sales.PriceList, "statecode", new OptionSetValue(1));

        Assert.Equal(3, Priced().Error);
    }

    [Theory]
    [InlineData(0, 280)]
    [InlineData(1, 240)]
    public void AManualDiscount_IsOfTheLineOrOfEachUnitAsTheOrganisationSays(int method, int amount)
    {
        sales.Service.Update(new Entity("organization", sales.Organization.Dataverse.OrganizationId) { ["discountcalculationmethod"] = new OptionSetValue(method) });
        var order = sales.Document("salesorder");

        sales.Line(order, 3m, more: l => l["manualdiscountamount"] = new Money(20m));

        Assert.Equal(amount, sales.AmountOf(order, "totalamount"));
        Assert.Equal(300 - amount, sales.AmountOf(order, "totallineitemdiscountamount"));
    }

    [Fact]
    public void AnotherPriceListOnTheDocument_PricesItsLinesAnew()
    {
        var quote = sales.Document("quote");
        sales.Line(quote, 2m);
        var other = new EntityReference("pricelevel", sales.Service.Create(new Entity("pricelevel") { ["name"] = "Export", ["transactioncurrencyid"] = sales.Currency }));
        sales.Organization.Write(
            new Entity("productpricelevel") { ["pricelevelid"] = other, ["productid"] = sales.Product, ["uomid"] = sales.Unit, ["amount"] = new Money(80m) });

        sales.Change(quote, "pricelevelid", other);

        Assert.Equal(160m, sales.AmountOf(quote, "totalamount"));
    }

    [Fact]
    public void CalculatePrice_BringsADocumentToTodaysPrices()
    {
        var quote = sales.Document("quote");
        sales.Line(quote, 2m);
        sales.Service.Update(new Entity("productpricelevel", sales.Item) { ["amount"] = new Money(110m) });

        sales.Service.Execute(new CalculatePriceRequest { Target = quote, ParentId = quote.Id });

        Assert.Equal(220m, sales.AmountOf(quote, "totalamount"));
    }

    [Fact]
    public void APriceListInAnotherCurrency_IsRefused()
    {
        var euro = Euro();

        var fault = TestOrganization.Refused(() => sales.Document("quote", q => q["transactioncurrencyid"] = euro));

        Assert.Equal(unchecked((int)0x80048cf6), fault.ErrorCode);
    }

    [Fact]
    public void APercentageOfAProductInAnotherCurrency_IsRefused()
    {
        sales.Change(sales.Product, "transactioncurrencyid", Euro());

        var fault = TestOrganization.Refused(() => Item(("pricingmethodcode", new OptionSetValue(2)), ("percentage", 90m)));

        Assert.Equal(unchecked((int)0x80048cf9), fault.ErrorCode);
    }

    [Fact]
    public void AUnitOfAnotherGroup_IsRefused()
    {
        var group = new EntityReference("uomschedule", sales.Organization.Write(new Entity("uomschedule") { ["name"] = "Zeit", ["baseuomname"] = "Stunde" }));
        var hour = new EntityReference("uom", sales.Organization.Write(new Entity("uom") { ["name"] = "Stunde", ["quantity"] = 1m, ["uomscheduleid"] = group }));

        var fault = TestOrganization.Refused(() => sales.Line(sales.Document("quote"), 1m, more: l => l["uomid"] = hour));

        Assert.Equal(unchecked((int)0x80043b14), fault.ErrorCode);
    }

    private EntityReference Euro() => new("transactioncurrency", sales.Organization.Write(new Entity("transactioncurrency")
    {
        ["currencyname"] = "Euro",
        ["isocurrencycode"] = "EUR",
        ["currencysymbol"] = "€",
        ["currencyprecision"] = 2,
        ["exchangerate"] = 1.04m,
    }));

    private Guid DiscountList(bool isAmount)
    {
        var list = sales.Organization.Write(new Entity("discounttype") { ["name"] = "Menge", ["isamounttype"] = isAmount, ["transactioncurrencyid"] = isAmount ? sales.Currency : null });
        foreach (var (low, high, percentage) in new List<(decimal, decimal, decimal)> { (10m, 99m, 5m), (100m, 1000m, 12.5m) })
        {
            var step = new Entity("discount") { ["discounttypeid"] = new EntityReference("discounttype", list), ["lowquantity"] = low, ["highquantity"] = high };
            step[isAmount ? "amount" : "percentage"] = isAmount ? new Money(2.5m) : percentage;
            sales.Organization.Write(step);
        }
        Item(("discounttypeid", new EntityReference("discounttype", list)));
        return list;
    }

    private void Item(params (string Column, object? Value)[] values)
    {
        var item = new Entity("productpricelevel", sales.Item);
        foreach (var (column, value) in values) item[column] = value;
        sales.Service.Update(item);
    }

    private (decimal Price, int Error) Priced(decimal quantity = 1m)
    {
        var order = sales.Document("salesorder");
        var line = sales.ReadLine(order, sales.Line(order, quantity));
        return (line.GetAttributeValue<Money>("priceperunit")?.Value ?? 0m, line.GetAttributeValue<OptionSetValue>("pricingerrorcode").Value);
    }
}
