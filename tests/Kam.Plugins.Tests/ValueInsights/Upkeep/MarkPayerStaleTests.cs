using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class MarkPayerStaleTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void APayment_MarksTheScoreStale()
    {
        var account = crm.Account("Meier AG");
        var invoice = Invoice(account);
        Assert.Null(MarkAfterJobs(account));

        crm.Service.Update(new InvoiceRow { Id = invoice, PaidOn = Crm.Day(2026, 3, 1) });

        Assert.NotNull(MarkAfterJobs(account));
    }

    [Fact]
    public void ADelivery_MarksTheScoreStale()
    {
        var account = crm.Account("Meier AG");
        var invoice = Invoice(account);

        crm.Service.Update(new InvoiceRow { Id = invoice, DateDelivered = Crm.Day(2026, 3, 1) });

        Assert.NotNull(MarkAfterJobs(account));
    }

    [Fact]
    public void AnInvoiceThatComesInPaid_MarksTheScoreStale()
    {
        var account = crm.Account("Meier AG");

        crm.Create(new InvoiceRow { Name = "Invoice", CustomerId = new EntityReference(AccountRow.Table, account), PaidOn = Crm.Day(2026, 3, 1) });

        Assert.NotNull(MarkAfterJobs(account));
    }

    [Fact]
    public void AnOpenInvoice_MarksNothing()
    {
        var account = crm.Account("Meier AG");
        var invoice = Invoice(account);

        crm.Service.Update(new InvoiceRow { Id = invoice, Name = "Invoice 4711", DueDate = Crm.Day(2026, 5, 1) });

        Assert.Null(MarkAfterJobs(account));
    }

    private Guid Invoice(Guid account) => crm.Create(new InvoiceRow { Name = "Invoice", CustomerId = new EntityReference(AccountRow.Table, account) });

    // The refresh that follows takes the mark off only after a portfolio valuation, of which there is none here.
    private DateTime? MarkAfterJobs(Guid account)
    {
        crm.RunJobs();
        return crm.Read<AccountRow>(account).ScoreStaleOn;
    }
}
