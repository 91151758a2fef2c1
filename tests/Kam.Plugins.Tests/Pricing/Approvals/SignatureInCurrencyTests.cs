using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>A signature is for one currency, and for the rate at which its level reaches far enough.</summary>
public sealed class SignatureInCurrencyTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AQuoteThatChangesItsCurrency_TakesNoSignatureAlong()
    {
        var desk = new ApprovalDesk(crm);
        var (quote, line) = InEuro(desk, 41m);
        var id = desk.Approved(line);

        // The same figures in another currency: 41 francs instead of 41 euros at a half.
        crm.Service.Update(new QuoteRow { Id = quote, TransactionCurrencyId = desk.Shop.Currency });

        Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(id));
        Assert.NotEqual(PriceStatusChoice.Approved, crm.Read<QuoteLineRow>(line).PriceStatus);
        // 41 francs are below the floor, which is nobody's to sign, and said like any other price without a signature.
        Assert.Equal(["KAM-PRC-043"], Crm.CodesOf(() => desk.Activate(quote)));
    }

    [Fact]
    public void ARateThatMoves_LeavesAQuoteAtItsOwn_UntilTheQuoteTakesItOver()
    {
        var desk = new ApprovalDesk(crm);
        var (quote, line) = InEuro(desk, 41m); // 82 francs
        var id = desk.Approved(line);
        crm.Service.Update(new CurrencyRow { Id = crm.Read<QuoteRow>(quote).TransactionCurrencyId!.Id, ExchangeRate = 0.51m });
        Assert.Equal(0.5m, crm.Read<QuoteRow>(quote).ExchangeRate);

        // 41 euros are 80.39 francs now, 5.42 percent below the minimum: for management to sign.
        crm.Service.Update(new Entity(QuoteRow.Table, quote) { ["freightamount"] = new Money(1m) });
        Assert.Equal(0.51m, crm.Read<QuoteRow>(quote).ExchangeRate);

        Assert.Equal(["KAM-PRC-045"], Crm.CodesOf(() => desk.Activate(quote)));
        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(id));
    }

    [Fact]
    public void ARateThatMovesTheOtherWay_LeavesTheSignatureGood()
    {
        var desk = new ApprovalDesk(crm);
        var (quote, line) = InEuro(desk, 41m);
        desk.Approved(line);
        crm.Service.Update(new CurrencyRow { Id = crm.Read<QuoteRow>(quote).TransactionCurrencyId!.Id, ExchangeRate = 0.49m });
        crm.Service.Update(new Entity(QuoteRow.Table, quote) { ["freightamount"] = new Money(1m) });

        desk.Activate(quote);

        Assert.Equal(QuoteState.Active, crm.Read<QuoteRow>(quote).StateCode);
    }

    // Half a euro for a franc, without a price list: prices are entered.
    private (Guid Quote, Guid Line) InEuro(ApprovalDesk desk, decimal price)
    {
        var euro = new EntityReference(CurrencyRow.Table, crm.Create(new CurrencyRow { CurrencyName = "Euro", ISOCurrencyCode = "EUR", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 0.5m }));
        var quote = desk.Anna.Given(QuoteRow.Table, desk.Shop.Quote(euro));
        return (quote, crm.Create(desk.Shop.Line(quote, price, 10m)));
    }
}
