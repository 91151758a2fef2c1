using System;
using System.ServiceModel;
using CsCheck;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Amounts in currencies: rate, base amount, precision, and what may not happen to a currency.</summary>
public sealed class CurrencyTests
{
    [Fact]
    public void AnyAmountAndRate_GiveTheRoundedBaseAmount() => Gen.Select(Gen.Int[0, 100_000_000], Gen.Int[1, 50_000]).Sample(
        (cents, tenThousandths) =>
        {
            using var shop = new Workshop();
            decimal amount = cents / 100m, rate = tenThousandths / 10_000m;
            var id = shop.Machine(("tst_price", new Money(amount)), ("transactioncurrencyid", Currency(shop, rate)));
            var row = shop.Service.Retrieve("tst_machine", id, new ColumnSet("tst_price", "tst_price_base", "exchangerate"));
            Assert.Equal((amount, rate), (row.GetAttributeValue<Money>("tst_price").Value, row["exchangerate"]));
            Assert.Equal(Math.Round(amount / rate, 2, MidpointRounding.AwayFromZero), row.GetAttributeValue<Money>("tst_price_base").Value);
        },
        iter: 8);

    [Fact]
    public void ANewRate_CountsForARowWhenItsAmountOrCurrencyIsWritten()
    {
        using var shop = new Workshop();
        var euro = Currency(shop, 0.5m);
        var id = shop.Machine(("tst_price", new Money(100m)), ("transactioncurrencyid", euro));
        shop.Service.Update(new Entity("transactioncurrency", euro.Id) { ["exchangerate"] = 0.25m });
        Assert.Equal(200m, shop.Read<Money>("tst_machine", id, "tst_price_base").Value);

        shop.Service.Update(new Entity("tst_machine", id) { ["tst_name"] = "no amount" });
        Assert.Equal(200m, shop.Read<Money>("tst_machine", id, "tst_price_base").Value);
        shop.Service.Update(new Entity("tst_machine", id) { ["tst_price"] = new Money(100m) });
        Assert.Equal(400m, shop.Read<Money>("tst_machine", id, "tst_price_base").Value);
        shop.Service.Update(new Entity("tst_machine", id) { ["transactioncurrencyid"] = new EntityReference("transactioncurrency", shop.Dataverse.BaseCurrencyId) });
        Assert.Equal(100m, shop.Read<Money>("tst_machine", id, "tst_price_base").Value);
    }

    [Fact]
    public void TheRateOfACurrency_IsAnswered()
    {
        using var shop = new Workshop();

        Assert.Equal(1.25m, ((RetrieveExchangeRateResponse)shop.Service.Execute(new RetrieveExchangeRateRequest { TransactionCurrencyId = Currency(shop, 1.25m).Id })).ExchangeRate);
        Assert.Equal(1m, ((RetrieveExchangeRateResponse)shop.Service.Execute(new RetrieveExchangeRateRequest { TransactionCurrencyId = shop.Dataverse.BaseCurrencyId })).ExchangeRate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ARateThatIsNotPositive_IsRefused(int rate)
    {
        using var shop = new Workshop();

        Assert.Equal(unchecked((int)0x80044330), Fault(() => Currency(shop, rate)).ErrorCode);
    }

    [Fact]
    public void TheBaseCurrency_KeepsItsRateStaysActiveAndIsNotDeleted()
    {
        using var shop = new Workshop();
        var own = shop.Dataverse.BaseCurrencyId;

        Assert.Equal(unchecked((int)0x80048cf5), Fault(() => shop.Service.Update(new Entity("transactioncurrency", own) { ["exchangerate"] = 2m })).ErrorCode);
        Assert.Equal(unchecked((int)0x80048cf4), Fault(() => shop.Service.Update(new Entity("transactioncurrency", own) { ["statecode"] = new OptionSetValue(1) })).ErrorCode);
        Assert.Equal(unchecked((int)0x80048cff), Fault(() => shop.Service.Delete("transactioncurrency", own)).ErrorCode);
        shop.Service.Update(new Entity("transactioncurrency", own) { ["exchangerate"] = 1m, ["currencysymbol"] = "Fr." });
    }

    [Theory]
    [InlineData(0, "1.235")]
    [InlineData(1, "1.2346")]
    [InlineData(2, "1")]
    public void TheDigitsOfAnAmount_ComeFromColumnOrganisationOrCurrency(int source, string expected)
    {
        using var shop = new Workshop().Plain("tst_Fee", "money", $"<MinValue>0</MinValue><MaxValue>1000</MaxValue><Accuracy>3</Accuracy><AccuracySource>{source}</AccuracySource>");
        shop.Service.Update(new Entity("organization", shop.Dataverse.OrganizationId) { ["pricingdecimalprecision"] = 4 });
        var yen = shop.Create("transactioncurrency", ("currencyname", "Yen"), ("isocurrencycode", "JPY"), ("currencysymbol", "¥"), ("currencyprecision", 0), ("exchangerate", 150m));
        var id = shop.Machine(("tst_fee", new Money(1.23456m)), ("transactioncurrencyid", new EntityReference("transactioncurrency", yen)));

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), shop.Read<Money>("tst_machine", id, "tst_fee").Value);
    }

    private static EntityReference Currency(Workshop shop, decimal rate) => new("transactioncurrency", shop.Create(
        "transactioncurrency", ("currencyname", "Euro"), ("isocurrencycode", "EUR"), ("currencysymbol", "€"), ("currencyprecision", 2), ("exchangerate", rate)));

    private static OrganizationServiceFault Fault(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;
}
