using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Proposition;

public sealed class TotalPropositionTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    // reference, price | economic value, surplus; nothing differs yet, so there is no extra value to share
    public static TheoryData<double, double?, double, double?> New => new()
    {
        { 100_000, 90_000, 100_000, 10_000 },
        { 100_000, 100_000.01, 100_000, -0.01 },
        { 0, 50, 0, -50 },
        { 100_000, null, 100_000, null },
    };

    [Theory, MemberData(nameof(New))]
    public void ANewProposition_IsWorthItsReferenceValue(double reference, double? price, double total, double? surplus)
    {
        var id = crm.Proposition((decimal)reference, (decimal?)price);

        AssertTotals(id, 0m, (decimal)total, (decimal?)surplus, null);
    }

    [Fact]
    public void ANewPriceOrReference_SharesTheExtraValueAnew()
    {
        var id = crm.WorkedExample();
        AssertTotals(id, 25_000m, 125_000m, 15_000m, 40.00m);

        crm.Service.Update(new ValuePropositionRow { Id = id, Price = new Money(125_000m) });
        AssertTotals(id, 25_000m, 125_000m, 0m, 100.00m);

        crm.Service.Update(new ValuePropositionRow { Id = id, ReferenceValue = new Money(120_000m) });
        AssertTotals(id, 25_000m, 145_000m, 20_000m, 20.00m);

        crm.Service.Update(new ValuePropositionRow { Id = id, Price = null });
        AssertTotals(id, 25_000m, 145_000m, null, null);
    }

    [Fact]
    public void AShareBeyondAnyScale_StopsAtTheColumnsEnd()
    {
        var id = crm.Proposition(0m, 10_000_000m);

        crm.Better(id, "A trifle", 0.01m);

        AssertTotals(id, 0.01m, 0.01m, -9_999_999.99m, 100_000m);
    }

    [Fact]
    public void AmountsBelowZero_AreAllRefusedAtOnceAndNothingIsSaved()
    {
        Assert.Equal(["KAM-VAL-071", "KAM-VAL-072"], Crm.CodesOf(() => crm.Proposition(-1m, -2m)));
        Assert.Empty(crm.All<ValuePropositionRow>());
    }

    [Fact]
    public void ARefusedPrice_LeavesTheTotalsAsTheyWere()
    {
        var id = crm.WorkedExample();

        Assert.Equal(["KAM-VAL-072"], Crm.CodesOf(() => crm.Service.Update(new ValuePropositionRow { Id = id, Price = new Money(-0.01m) })));

        AssertTotals(id, 25_000m, 125_000m, 15_000m, 40.00m);
    }

    [Fact]
    public void Totalling_TakesOneRequestAndNoneForANewProposition()
    {
        Guid id = default;

        Assert.Empty(crm.SentBy("TotalProposition", () => id = crm.Proposition(100m)));
        Assert.Equal(["RetrieveMultiple kam_valuedifferentiation"], crm.SentBy("TotalProposition", () => crm.Service.Update(new ValuePropositionRow { Id = id, Price = new Money(90m) })));
        Assert.Empty(crm.SentBy("TotalProposition", () => crm.Service.Update(new ValuePropositionRow { Id = id, Name = "Sensors" })));
    }

    private void AssertTotals(Guid id, decimal differentiation, decimal total, decimal? surplus, decimal? captured)
    {
        var stored = crm.Read<ValuePropositionRow>(id);
        Assert.Equal((differentiation, total, surplus, captured), (stored.DifferentiationValue!.Value, stored.EconomicValue!.Value, stored.CustomerSurplus?.Value, stored.CapturedPercent));
    }
}
