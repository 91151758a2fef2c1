using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Reading;

public sealed class InvoiceRevenueTests : IDisposable
{
    private readonly Crm crm;
    private readonly Guid account;

    public InvoiceRevenueTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        crm.Retire(Models.Standard);
        var model = crm.Draft("By invoices", Models.Simple());
        crm.Service.Update(new ScoringModelRow { Id = model, RevenueSource = RevenueSourceChoice.Invoices });
        crm.PutInUse(model);
        account = crm.Account("Meier AG");
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AModelOnInvoices_CountsInvoicesAndNoOrders()
    {
        crm.Order(account, Crm.Day(2025, 6, 1), 99_000m, 1m);
        Invoice(Crm.Day(2024, 9, 10), 50_000m, 30_000m);
        Invoice(Crm.Day(2025, 5, 5), 60_000m, 36_000m);

        var snapshot = Score();

        // 60,000 of 100,000: 60 points. Margin 40 % of 50: 80. Growth 20 % between −50 and 50: 70. 0.5 · 60 + 0.3 · 80 + 0.2 · 70.
        Assert.Equal((60_000m, 50_000m, 24_000m, 68.00m), (snapshot.Revenue!.Value, snapshot.RevenuePrior!.Value, snapshot.Margin!.Value, snapshot.Score!.Value));
    }

    [Fact]
    public void ACanceledInvoice_DoesNotCountAndACreditNoteTakesAway()
    {
        Invoice(Crm.Day(2025, 5, 5), 60_000m, 36_000m);
        Invoice(Crm.Day(2025, 6, 5), -10_000m, 6_000m);
        var canceled = Invoice(Crm.Day(2025, 7, 5), 25_000m, 1_000m);
        crm.Service.Update(new InvoiceRow { Id = canceled, StateCode = InvoiceState.Canceled, StatusCode = InvoiceStatusReason.Canceled });

        var snapshot = Score();

        Assert.Equal((50_000m, 20_000m), (snapshot.Revenue!.Value, snapshot.Margin!.Value));
    }

    [Fact]
    public void AnInvoice_CountsFromItsDeliveryOn()
    {
        Invoice(null, 10_000m, 5_000m);
        Invoice(Crm.Today, 20_000m, 10_000m);
        Invoice(Crm.Today.AddDays(1), 40_000m, 20_000m);

        Assert.Equal(20_000m, Score().Revenue!.Value);
    }

    [Fact]
    public void PaymentDelay_IsTheMeanOfInvoicesPaidInTheWindow()
    {
        Invoice(Crm.Day(2025, 5, 5), 60_000m, 36_000m, due: Crm.Day(2025, 6, 4), paid: Crm.Day(2025, 6, 14));
        Invoice(Crm.Day(2025, 6, 5), 60_000m, 36_000m, due: Crm.Day(2025, 7, 5), paid: Crm.Day(2025, 7, 3));
        Invoice(Crm.Day(2025, 7, 5), 60_000m, 36_000m, due: Crm.Day(2025, 8, 4));
        var canceled = Invoice(Crm.Day(2025, 7, 5), 1m, 1m, due: Crm.Day(2025, 8, 4), paid: Crm.Day(2025, 12, 31));
        crm.Service.Update(new InvoiceRow { Id = canceled, StateCode = InvoiceState.Canceled, StatusCode = InvoiceStatusReason.Canceled });

        // Ten days late and two days early.
        Assert.Equal(4m, Score().PaymentDelayDays);
    }

    private ValueScoreRow Score() => crm.Read<ValueScoreRow>((Guid)crm.Call("kam_ScoreAccount", ("AccountId", account))["ValueScoreId"]);

    private Guid Invoice(DateTime? on, decimal revenue, decimal cost, DateTime? due = null, DateTime? paid = null)
    {
        var invoice = crm.Create(new InvoiceRow { Name = "Invoice", CustomerId = new EntityReference(AccountRow.Table, account), DateDelivered = on, DueDate = due, PaidOn = paid });
        crm.Create(new InvoiceLineRow
        {
            InvoiceId = new EntityReference(InvoiceRow.Table, invoice),
            IsProductOverridden = true,
            ProductDescription = "Sensor",
            Quantity = Math.Sign(revenue),
            PricePerUnit = new Money(Math.Abs(revenue)),
            UnitCost = new Money(cost),
        });
        return invoice;
    }
}
