using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Contradictions;

/// <summary>kam_FindContradictions through the packed zip: volume bands from 1 (2 % tolerance) and from 100 (none).</summary>
public sealed class FindContradictionsTests : IDisposable
{
    private static readonly DateTime Day = Crm.Day(2026, 2, 2);

    private readonly Crm crm;
    private readonly Guid top, middle, low;

    public FindContradictionsTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        foreach (var band in crm.All<VolumeBandRow>()) crm.Service.Delete(VolumeBandRow.Table, band.Id);
        crm.Create(new VolumeBandRow { Name = "From 1", From = 1m, TolerancePercent = 2m });
        crm.Create(new VolumeBandRow { Name = "From 100", From = 100m, TolerancePercent = 0m });
        var policy = crm.Policy();
        top = crm.AccountIn("Top", crm.Segment(policy, 1));
        middle = crm.AccountIn("Middle", crm.Segment(policy, 2));
        low = crm.AccountIn("Low", crm.Segment(policy, 3));
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void WhoOfALowerSegmentPaysLess_IsFoundWithWhatIsAtStake()
    {
        var sensor = crm.Product("Sensor");
        Sell(top, Day, sensor, 50m, 10m, 6m);
        Sell(top, Day, sensor, 20m, 9.80m, 6m);
        Sell(low, Day, sensor, 60m, 9m, 6m);
        Sell(low, Day, sensor, 5m, 9.50m, 6m);
        Sell(middle, Day, sensor, 10m, 9.85m, 3m);      // within 2 % of what the top pays

        var answer = crm.Call("kam_FindContradictions");

        Assert.Equal(true, answer["IsComplete"]);
        Assert.Equal(5, answer["LineCount"]);
        Assert.Equal(2, answer["ContradictionCount"]);
        var worst = crm.All<PriceContradictionRow>(PriceContradictionRow.Column.AccountId, top).Single();
        Assert.Equal(low, worst.OtherAccountId!.Id);
        Assert.Equal(66m, worst.AmountAtStake!.Value);      // 50 x 1.00 + 20 x 0.80
        Assert.Equal(70m, worst.Quantity);
        Assert.Equal(10m, worst.PocketPrice!.Value);
        Assert.Equal(9m, worst.OtherPocketPrice!.Value);
        Assert.Equal(4, worst.PairCount);                   // both lines against both
        Assert.Equal(1, worst.SegmentRank);
        Assert.Equal(3, worst.OtherSegmentRank);
        Assert.Equal(1m, worst.FromQuantity);
        Assert.Equal(8.50m, crm.All<PriceContradictionRow>(PriceContradictionRow.Column.AccountId, middle).Single().AmountAtStake!.Value);
    }

    [Fact]
    public void OtherVolumesOtherProductsOldLinesAndAccountsWithoutSegment_AreNotCompared()
    {
        var sensor = crm.Product("Sensor");
        Sell(top, Day, sensor, 50m, 10m, 6m);
        Sell(low, Day, sensor, 100m, 5m, 3m);
        Sell(low, Day, crm.Product("Cable"), 50m, 5m, 3m);
        Sell(low, Crm.Day(2025, 3, 31), sensor, 50m, 5m, 3m);
        Sell(crm.AccountIn("Nobody", null), Day, sensor, 50m, 5m, 3m);
        crm.Cancel(Cancellable(sensor));

        Assert.Equal(0, crm.Call("kam_FindContradictions")["ContradictionCount"]);
        Assert.Empty(crm.All<PriceContradictionRow>());
    }

    [Fact]
    public void TheSameDayAgain_ChangesCompletesAndTakesAway()
    {
        var sensor = crm.Product("Sensor");
        var cable = crm.Product("Cable");
        Sell(top, Day, sensor, 50m, 10m, 6m);
        var cheap = Sell(low, Day, sensor, 60m, 9m, 6m);
        Sell(top, Day, cable, 50m, 10m, 6m);
        var order = Sell(low, Day, cable, 60m, 9m, 6m);
        crm.Call("kam_FindContradictions");
        var first = crm.All<PriceContradictionRow>(PriceContradictionRow.Column.ProductId, sensor).Single();
        var repeated = crm.FromPlugins(() => crm.Call("kam_FindContradictions"));
        Assert.DoesNotContain(repeated, request => request.MessageName is "Create" or "Update" or "Delete");

        Sell(low, Day, sensor, 60m, 8m, 6m);
        crm.Service.Delete(OrderRow.Table, crm.Read<OrderLineRow>(order).SalesOrderId!.Id);
        crm.Call("kam_FindContradictions");

        var again = Assert.Single(crm.All<PriceContradictionRow>());
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(100m, again.AmountAtStake!.Value);
        Assert.Equal(2, again.PairCount);
    }

    [Fact]
    public void ManyPages_FindTheSameAsOne()
    {
        // 60 products are two pages; with no seconds to work in, a call does one page.
        var products = Enumerable.Range(1, 60).Select(n => crm.Product($"P{n}")).ToList();
        foreach (var product in products)
        {
            Sell(top, Day, product, 10m, 10m, 6m);
            Sell(low, Day, product, 10m, 9m, 6m);
        }
        var setting = crm.All<EnvironmentVariableDefinitionRow>(EnvironmentVariableDefinitionRow.Column.SchemaName, "kam_CallSeconds").Single();
        crm.Create(new EnvironmentVariableValueRow { EnvironmentVariableDefinitionId = setting.ToEntityReference(), Value = "0" });

        var calls = 0;
        var cursor = "";
        do
        {
            var answer = crm.Call("kam_FindContradictions", ("Cursor", cursor));
            cursor = (string)answer["NextCursor"];
            calls++;
        }
        while (cursor.Length > 0);

        Assert.Equal(2, calls);
        Assert.Equal(products.Order(), crm.All<PriceContradictionRow>().Select(row => row.ProductId!.Id).Order());
        Assert.All(crm.All<PriceContradictionRow>(), row => Assert.Equal(10m, row.AmountAtStake!.Value));
    }

    [Fact]
    public void APageOfProducts_TakesAFewReadingRequests()
    {
        var sensor = crm.Product("Sensor");
        Sell(top, Day, sensor, 50m, 10m, 6m);
        Sell(low, Day, sensor, 60m, 9m, 6m);

        var sent = crm.FromPlugins(() => crm.Call("kam_FindContradictions"));

        Assert.Single(sent, request => request.MessageName == "Create");
        Assert.InRange(sent.Count, 2, 10);
    }

    [Fact]
    public void WithoutVolumeBands_NothingIsCompared()
    {
        foreach (var band in crm.All<VolumeBandRow>()) crm.Service.Delete(VolumeBandRow.Table, band.Id);

        Assert.Equal(["KAM-PRC-053"], Crm.CodesOf(() => crm.Call("kam_FindContradictions")));
    }

    [Fact]
    public void OnlyControllersAndTheService_MayLook()
    {
        new Member(crm, "KAM Controller").Call("kam_FindContradictions");
        new Member(crm, "KAM Service").Call("kam_FindContradictions");
        Assert.ThrowsAny<Exception>(() => new Member(crm, "KAM").Call("kam_FindContradictions"));
        Assert.ThrowsAny<Exception>(() => new Member(crm, "KAM Lead").Call("kam_FindContradictions"));
    }

    [Fact]
    public void ACursorThatIsNone_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_FindContradictions", ("Cursor", "x"))));

    // Sold before the account had its segment, so that no price has to be signed first: here only what was sold matters.
    private Guid Sell(Guid account, DateTime on, Guid product, decimal quantity, decimal price, decimal cost)
    {
        var segment = crm.Read<AccountRow>(account).SegmentId?.Id;
        crm.PutInto(account, null);
        var line = crm.Sell(account, on, product, quantity, price, cost);
        crm.PutInto(account, segment);
        return line;
    }

    private Guid Cancellable(Guid product)
    {
        var segment = crm.Read<AccountRow>(low).SegmentId?.Id;
        crm.PutInto(low, null);
        var order = crm.OpenOrder(low);
        crm.Create(new OrderLineRow
        {
            SalesOrderId = new EntityReference(OrderRow.Table, order),
            ProductId = new EntityReference(ProductRow.Table, product),
            IsPriceOverridden = true,
            Quantity = 50m,
            PricePerUnit = new Money(5m),
        });
        crm.Service.Update(new OrderRow { Id = order, DateFulfilled = Day });
        crm.PutInto(low, segment);
        return order;
    }
}
