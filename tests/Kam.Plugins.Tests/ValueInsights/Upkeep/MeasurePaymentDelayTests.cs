using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class MeasurePaymentDelayTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory, InlineData(28, 0), InlineData(29, 1), InlineData(27, -1)]
    public void AnInvoice_IsLateFromTheDayAfterItsDueDate(int paidOn, int expected)
    {
        var invoice = Invoice(Crm.Day(2024, 2, 28));

        Assert.Empty(crm.SentBy("MeasurePaymentDelay", () => crm.Service.Update(new InvoiceRow { Id = invoice, PaidOn = Crm.Day(2024, 2, paidOn) })));

        Assert.Equal(expected, crm.Read<InvoiceRow>(invoice).PaymentDelayDays);
    }

    [Fact]
    public void AnotherDueDate_IsMeasuredAnew()
    {
        var invoice = Invoice(Crm.Day(2026, 1, 31));
        crm.Service.Update(new InvoiceRow { Id = invoice, PaidOn = Crm.Day(2026, 2, 10) });

        crm.Service.Update(new InvoiceRow { Id = invoice, DueDate = Crm.Day(2026, 2, 28) });

        Assert.Equal(-18, crm.Read<InvoiceRow>(invoice).PaymentDelayDays);
    }

    [Fact]
    public void WithoutDueDateOrPayment_NothingIsMeasured()
    {
        var open = Invoice(Crm.Day(2026, 1, 31));
        var undated = Invoice(null);
        crm.Service.Update(new InvoiceRow { Id = undated, PaidOn = Crm.Day(2026, 2, 10) });

        Assert.Null(crm.Read<InvoiceRow>(open).PaymentDelayDays);
        Assert.Null(crm.Read<InvoiceRow>(undated).PaymentDelayDays);
    }

    private Guid Invoice(DateTime? due) => crm.Create(new InvoiceRow { Name = "Invoice", CustomerId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")), DueDate = due });
}
