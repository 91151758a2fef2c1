using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>Orders: made from a quote, written directly, submitted, fulfilled, invoiced.</summary>
public sealed class OrderCoverTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnOrderMadeFromASignedQuote_GoesThroughToTheInvoice_EvenAfterTheLastDay()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id, Crm.Today.AddDays(1));
        desk.Activate(line.QuoteId!.Id);

        var order = Convert(line.QuoteId.Id);
        var ordered = crm.All<OrderLineRow>(OrderLineRow.Column.SalesOrderId, order).Single();
        Assert.Equal(PriceStatusChoice.Approved, ordered.PriceStatus);
        Assert.Equal(ordered.Id, crm.Read<PriceExceptionRow>(id).OrderLineId!.Id);
        Assert.NotNull(crm.Read<PriceExceptionRow>(id).UsedOn);

        crm.Clock.Advance(TimeSpan.FromDays(30));
        crm.Call("kam_EscalatePriceExceptions");
        crm.Service.Update(new OrderRow { Id = order, StateCode = OrderState.Submitted });
        crm.Service.Execute(new ConvertSalesOrderToInvoiceRequest { SalesOrderId = order, ColumnSet = new ColumnSet(true) });
        Assert.Equal(OrderState.Invoiced, crm.Read<OrderRow>(order).StateCode);
        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(id));
    }

    [Fact]
    public void ASignature_IsUsedOnce()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);
        desk.Activate(line.QuoteId!.Id);
        Convert(line.QuoteId.Id);

        Assert.Equal(["KAM-PRC-043"], Crm.CodesOf(() => Convert(line.QuoteId.Id)));
        Assert.Single(crm.All<OrderRow>());
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("set state")]
    [InlineData("fulfil")]
    [InlineData("invoice")]
    public void AnOrderWrittenDirectly_DoesNotGoOutUnsigned(string way)
    {
        var desk = new ApprovalDesk(crm);
        var order = Order(desk);
        var line = OrderLine(desk, order, 82m);

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => GoOut(order, way)));
        Assert.Equal(OrderState.Active, crm.Read<OrderRow>(order).StateCode);

        var id = desk.Approved(line, table: OrderLineRow.Table);
        GoOut(order, way);
        Assert.NotEqual(OrderState.Active, crm.Read<OrderRow>(order).StateCode);
        Assert.NotNull(crm.Read<PriceExceptionRow>(id).UsedOn);
    }

    [Fact]
    public void ALineAddedToTheOrderAfterwards_IsNotCoveredByTheQuote()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);
        desk.Activate(line.QuoteId!.Id);
        var order = Convert(line.QuoteId.Id);

        OrderLine(desk, order, 82m);

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => GoOut(order, "submit")));
    }

    [Fact]
    public void MoreThanWasSigned_IsNotCovered()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);
        desk.Activate(line.QuoteId!.Id);
        var order = Convert(line.QuoteId.Id);
        crm.Service.Execute(new UnlockSalesOrderPricingRequest { SalesOrderId = order });
        var ordered = crm.All<OrderLineRow>(OrderLineRow.Column.SalesOrderId, order).Single();

        crm.Service.Update(new OrderLineRow { Id = ordered.Id, Quantity = 20m });

        Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(id));
        Assert.Equal(["KAM-PRC-043"], Crm.CodesOf(() => GoOut(order, "submit")));
    }

    [Fact]
    public void AnOrderThatNamesAnUnsignedQuote_IsNotMade()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => crm.Create(new OrderRow { Name = "Order", CustomerId = new EntityReference(AccountRow.Table, desk.Shop.Customer), QuoteId = line.QuoteId })));
        Assert.Empty(crm.All<OrderRow>());
    }

    [Fact]
    public void AnOrderLineThatNamesASignedQuoteLine_IsCoveredOnlyByTheSameTerms()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);
        var order = Order(desk);

        OrderLine(desk, order, 82m, quantity: 11m, of: line.Id);

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => GoOut(order, "submit")));
    }

    [Fact]
    public void Cancelling_IsAlwaysPossible()
    {
        var desk = new ApprovalDesk(crm);
        var order = Order(desk);
        OrderLine(desk, order, 82m);

        crm.Cancel(order);

        Assert.Equal(OrderState.Canceled, crm.Read<OrderRow>(order).StateCode);
    }

    private Guid Order(ApprovalDesk desk) => desk.Anna.Given(OrderRow.Table, crm.Create(new OrderRow
    {
        Name = "Order",
        CustomerId = new EntityReference(AccountRow.Table, desk.Shop.Customer),
        PriceLevelId = new EntityReference(PriceListRow.Table, desk.Shop.PriceList),
    }));

    private Guid OrderLine(ApprovalDesk desk, Guid order, decimal price, decimal quantity = 10m, Guid? of = null) => crm.Create(new OrderLineRow
    {
        SalesOrderId = new EntityReference(OrderRow.Table, order),
        ProductId = new EntityReference(ProductRow.Table, desk.Shop.Sensor),
        UoMId = new EntityReference(UnitRow.Table, desk.Shop.Piece),
        Quantity = quantity,
        IsPriceOverridden = true,
        PricePerUnit = new Money(price),
        QuoteDetailId = of is { } quoted ? new EntityReference(QuoteLineRow.Table, quoted) : null,
    });

    private void GoOut(Guid order, string way)
    {
        switch (way)
        {
            case "submit":
                crm.Service.Update(new OrderRow { Id = order, StateCode = OrderState.Submitted });
                return;
            case "set state":
                crm.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference(OrderRow.Table, order), State = new OptionSetValue((int)OrderState.Submitted), Status = new OptionSetValue(-1) });
                return;
            case "fulfil":
                crm.FulfilToday(order);
                return;
            default:
                crm.Service.Execute(new ConvertSalesOrderToInvoiceRequest { SalesOrderId = order, ColumnSet = new ColumnSet(true) });
                return;
        }
    }

    private Guid Convert(Guid quote) =>
        ((ConvertQuoteToSalesOrderResponse)crm.Service.Execute(new ConvertQuoteToSalesOrderRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) })).Entity.Id;
}
