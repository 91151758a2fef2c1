using System;
using Kam.Tables;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

public sealed class UpkeepTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory, InlineData(3, 40, 120), InlineData(-2, 40, -80), InlineData(5, 0, 0)]
    public void ALine_CostsQuantityTimesUnitCost(int quantity, int unitCost, int expected)
    {
        var order = crm.OpenOrder(crm.Account("Meier AG"));

        var line = crm.Read<OrderLineRow>(Line(order, quantity, unitCost));

        Assert.Equal(expected, line.Cost!.Value);
    }

    [Fact]
    public void ALineWithoutUnitCost_HasNoCostAndNotZero()
    {
        var line = crm.Read<OrderLineRow>(Line(crm.OpenOrder(crm.Account("Meier AG")), 3, null));

        Assert.Null(line.Cost);
        Assert.Null(line.UnitCost);
    }

    [Fact]
    public void AChangedQuantity_ChangesTheCost()
    {
        var line = Line(crm.OpenOrder(crm.Account("Meier AG")), 3, 40);

        var sent = crm.FromPlugins(() => crm.Service.Update(new OrderLineRow { Id = line, Quantity = 5m }));

        Assert.DoesNotContain(sent, OfValueInsights);
        Assert.Equal(200m, crm.Read<OrderLineRow>(line).Cost!.Value);
    }

    [Fact]
    public void AUnitCostTakenAway_TakesTheCostAway()
    {
        var line = Line(crm.OpenOrder(crm.Account("Meier AG")), 3, 40);

        crm.Service.Update(new OrderLineRow { Id = line, UnitCost = null });

        Assert.Null(crm.Read<OrderLineRow>(line).Cost);
    }

    [Fact]
    public void ANegativeUnitCost_IsRefusedAndNothingIsSaved()
    {
        var order = crm.OpenOrder(crm.Account("Meier AG"));

        Assert.Equal(["KAM-VAL-080"], Crm.CodesOf(() => Line(order, 3, -1)));
        Assert.Empty(crm.All<OrderLineRow>());
    }

    [Fact]
    public void ALineWithoutUnitCost_TakesTheProductsStandardCostInTheOrdersCurrency()
    {
        var euro = crm.Create(new CurrencyRow { ISOCurrencyCode = "EUR", CurrencyName = "Euro", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 1.25m });
        var sensor = Product(standardCost: 40m);
        var francs = crm.OpenOrder(crm.Account("Meier AG"));
        var euros = crm.Create(new OrderRow { Name = "Order", CustomerId = new EntityReference(AccountRow.Table, crm.Account("Müller GmbH")), TransactionCurrencyId = new EntityReference(CurrencyRow.Table, euro) });

        Guid inFrancs = default;
        var sent = crm.FromPlugins(() => inFrancs = crm.Line(francs, 100m, null, sensor));
        var inEuros = crm.Read<OrderLineRow>(crm.Line(euros, 100m, null, sensor));

        // Judging the price has read the standard cost and hands it over.
        Assert.DoesNotContain(sent, OfValueInsights);
        Assert.Equal(40m, crm.Read<OrderLineRow>(inFrancs).Cost!.Value);
        // One franc is 1.25 euros here.
        Assert.Equal(50m, inEuros.Cost!.Value);
        Assert.Equal(40m, inEuros.CostBase!.Value);
    }

    [Fact]
    public void AGivenUnitCost_IsKeptWhateverTheProductsStandardCost() =>
        Assert.Equal(7m, crm.Read<OrderLineRow>(crm.Line(crm.OpenOrder(crm.Account("Meier AG")), 100m, 7m, Product(40m))).Cost!.Value);

    [Fact]
    public void AnInvoiceLine_IsCostedAlike()
    {
        var invoice = Invoice(null, null);
        var line = crm.Create(new InvoiceLineRow
        {
            InvoiceId = new EntityReference(InvoiceRow.Table, invoice),
            IsProductOverridden = true,
            ProductDescription = "Sensor",
            Quantity = 4m,
            PricePerUnit = new Money(10m),
            UnitCost = new Money(6m),
        });

        Assert.Equal(24m, crm.Read<InvoiceLineRow>(line).Cost!.Value);
        Assert.Equal(["KAM-VAL-080"], Crm.CodesOf(() => crm.Service.Update(new InvoiceLineRow { Id = line, UnitCost = new Money(-6m) })));
        Assert.Equal(24m, crm.Read<InvoiceLineRow>(line).Cost!.Value);
    }

    [Fact]
    public void PaymentDelay_CountsTheDaysFromDueDateToPayment()
    {
        var invoice = Invoice(due: Crm.Day(2026, 2, 28), paid: Crm.Day(2026, 3, 10));
        Assert.Equal(10, crm.Read<InvoiceRow>(invoice).PaymentDelayDays);

        var sent = crm.FromPlugins(() => crm.Service.Update(new InvoiceRow { Id = invoice, PaidOn = Crm.Day(2026, 2, 25) }));
        Assert.Empty(sent);
        Assert.Equal(-3, crm.Read<InvoiceRow>(invoice).PaymentDelayDays);

        crm.Service.Update(new InvoiceRow { Id = invoice, PaidOn = null });
        Assert.Null(crm.Read<InvoiceRow>(invoice).PaymentDelayDays);
    }

    [Fact]
    public void ASnapshotAndItsParts_CannotBeRewrittenByAnybody()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 50_000m);
        var score = (Guid)crm.Call("kam_ScoreAccount", ("AccountId", account))["ValueScoreId"];
        var part = crm.All<ScorePartRow>()[0].Id;

        Assert.Equal(["KAM-VAL-053"], Crm.CodesOf(() => crm.Service.Update(new ValueScoreRow { Id = score, Score = 99m })));
        Assert.Equal(["KAM-VAL-053"], Crm.CodesOf(() => crm.Service.Update(new ScorePartRow { Id = part, Contribution = 99m })));
        Assert.NotEqual(99m, crm.Read<ValueScoreRow>(score).Score);
        Assert.NotEqual(99m, crm.Read<ScorePartRow>(part).Contribution);
    }

    [Fact]
    public void ADeletedAccount_TakesItsSnapshotsAlong()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 50_000m);
        crm.Call("kam_ScoreAccount", ("AccountId", account));
        foreach (var order in crm.All<OrderRow>()) crm.Service.Delete(OrderRow.Table, order.Id);

        crm.Service.Delete(AccountRow.Table, account);

        Assert.Empty(crm.All<ValueScoreRow>());
        Assert.Empty(crm.All<ScorePartRow>());
    }

    private Guid Line(Guid order, decimal quantity, decimal? unitCost) => crm.Create(new OrderLineRow
    {
        SalesOrderId = new EntityReference(OrderRow.Table, order),
        IsProductOverridden = true,
        ProductDescription = "Sensor",
        Quantity = quantity,
        PricePerUnit = new Money(100m),
        UnitCost = unitCost is { } known ? new Money(known) : null,
    });

    private Guid Product(decimal standardCost) => crm.Create(new ProductRow { Name = "Sensor", ProductNumber = "S-1", StandardCost = new Money(standardCost), QuantityDecimal = 0 });

    private Guid Invoice(DateTime? due, DateTime? paid) => crm.Create(new InvoiceRow
    {
        Name = "Invoice",
        CustomerId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")),
        DueDate = due,
        PaidOn = paid,
    });

    // Prices are judged on the same occasion; what that costs is counted there.
    private static bool OfValueInsights(RequestObservation request) => request.FromPlugin!.Contains(".ValueInsights.", StringComparison.Ordinal);
}
