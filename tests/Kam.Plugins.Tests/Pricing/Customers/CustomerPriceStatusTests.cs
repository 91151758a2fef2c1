using System;
using System.Linq;
using Kam.Plugins.Tests.Pricing.Lines;
using Kam.Plugins.Tests.Structure;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Customers;

/// <summary>The account shows the worst price status of its open quotes.</summary>
public sealed class CustomerPriceStatusTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TheAccount_StandsAsTheWorstOfItsOpenQuotes_AndBetterWhenThatOneChangesClosesOrGoes()
    {
        var shop = new PricedShop(crm);
        var (bad, fair) = (shop.Quote(), shop.Quote());
        var line = crm.Create(shop.Line(bad, 80m));
        crm.Create(shop.Line(fair, 90m));
        Assert.Equal(PriceStatusChoice.NeedsApproval, After(shop.Customer));

        crm.Service.Update(new QuoteLineRow { Id = line, PricePerUnit = new Money(99m) });
        Assert.Equal(PriceStatusChoice.BelowTarget, After(shop.Customer));

        crm.Service.Delete(QuoteRow.Table, fair);
        Assert.Equal(PriceStatusChoice.InCorridor, After(shop.Customer));

        crm.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference(QuoteRow.Table, bad), State = new OptionSetValue((int)QuoteState.Active), Status = new OptionSetValue(-1) });
        crm.Service.Execute(new CloseQuoteRequest { QuoteClose = new Entity("quoteclose") { ["quoteid"] = new EntityReference(QuoteRow.Table, bad), ["subject"] = "Lost" }, Status = new OptionSetValue(-1) });
        Assert.Null(After(shop.Customer));
    }

    [Fact]
    public void AQuoteThatMovesToAnotherCustomer_IsShownThere()
    {
        var shop = new PricedShop(crm);
        var other = crm.Scored("Huber AG", 72m);
        crm.Segmented(other);
        var quote = shop.Quote();
        crm.Create(shop.Line(quote, 80m));
        Assert.Equal(PriceStatusChoice.NeedsApproval, After(shop.Customer));

        crm.Service.Update(new QuoteRow { Id = quote, CustomerId = new EntityReference(AccountRow.Table, other) });

        Assert.Null(After(shop.Customer));
        Assert.Equal(PriceStatusChoice.NeedsApproval, After(other));
    }

    [Fact]
    public void KeepingIt_TakesOneRequest_AndOneMoreOnlyWhenItChanges()
    {
        var shop = new PricedShop(crm);
        crm.Create(shop.Line(shop.Quote(), 80m));
        Assert.Equal(2, Asked(crm.RunJobs));

        crm.Create(shop.Line(shop.Quote(), 79m));

        Assert.Equal(1, Asked(crm.RunJobs));
    }

    private int Asked(Action action) => crm.FromPlugins(action).Count(request => request.FromPlugin!.Contains("KeepCustomerPriceStatus", StringComparison.Ordinal));

    private PriceStatusChoice? After(Guid account)
    {
        crm.RunJobs();
        return crm.Read<AccountRow>(account).PriceStatus;
    }
}
