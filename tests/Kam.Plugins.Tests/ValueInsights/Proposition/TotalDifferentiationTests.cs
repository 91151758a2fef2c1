using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Proposition;

public sealed class TotalDifferentiationTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void WhatIsBetter_AddsAndWhatIsWorseTakesAway()
    {
        var id = crm.Proposition(100_000m, 110_000m);

        crm.Better(id, "Fewer standstills", 30_000m);
        AssertTotals(id, 30_000m, 130_000m, 20_000m, 33.33m);

        crm.Worse(id, "Training of the fitters", 5_000m);
        AssertTotals(id, 25_000m, 125_000m, 15_000m, 40.00m);
    }

    [Fact]
    public void WithoutExtraValue_ThereIsNoShareOfItToCharge()
    {
        var id = crm.Proposition(100_000m, 110_000m);

        crm.Better(id, "Fewer standstills", 5_000m);
        crm.Worse(id, "Training of the fitters", 5_000m);
        AssertTotals(id, 0m, 100_000m, -10_000m, null);

        crm.Worse(id, "No stock in Switzerland", 1_000m);
        AssertTotals(id, -1_000m, 99_000m, -11_000m, null);
    }

    [Fact]
    public void AChangedAmountOrDirection_CountsAtOnce()
    {
        var id = crm.Proposition(100_000m, 110_000m);
        var difference = crm.Better(id, "Fewer standstills", 20_000m);

        crm.Service.Update(new ValueDifferentiationRow { Id = difference, Amount = new Money(40_000m) });
        AssertTotals(id, 40_000m, 140_000m, 30_000m, 25.00m);

        crm.Service.Update(new ValueDifferentiationRow { Id = difference, Direction = DirectionOfDifferentiationChoice.Negative });
        AssertTotals(id, -40_000m, 60_000m, -50_000m, null);
    }

    [Fact]
    public void ADifferenceTakenAway_NoLongerCounts()
    {
        var id = crm.Proposition(100_000m, 110_000m);
        var deleted = crm.Better(id, "Fewer standstills", 20_000m);
        var inactive = crm.Better(id, "Longer life", 5_000m);

        crm.Service.Delete(ValueDifferentiationRow.Table, deleted);
        AssertTotals(id, 5_000m, 105_000m, -5_000m, 200.00m);

        crm.Service.Update(new ValueDifferentiationRow { Id = inactive, StateCode = ValueDifferentiationState.Inactive, StatusCode = ValueDifferentiationStatusReason.Inactive });
        AssertTotals(id, 0m, 100_000m, -10_000m, null);
    }

    [Fact]
    public void ADifferenceThatMoves_CountsWhereItGoes()
    {
        var from = crm.Proposition(100m, 110m);
        var to = crm.Proposition(200m, 210m);
        var difference = crm.Better(from, "Fewer standstills", 20m);

        crm.Service.Update(new ValueDifferentiationRow { Id = difference, ValuePropositionId = new EntityReference(ValuePropositionRow.Table, to) });

        AssertTotals(from, 0m, 100m, -10m, null);
        AssertTotals(to, 20m, 220m, 10m, 50.00m);
    }

    [Fact]
    public void AnAmountBelowZero_IsRefusedAndTheTotalsStay()
    {
        var id = crm.WorkedExample();

        Assert.Contains("kam_amount", Crm.Refusal(() => crm.Worse(id, "Counted twice", -1m)).Message, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(3, crm.All<ValueDifferentiationRow>().Count);
        AssertTotals(id, 25_000m, 125_000m, 15_000m, 40.00m);
    }

    [Fact]
    public void ADeletedProposition_TakesItsDifferencesAlong()
    {
        var id = crm.WorkedExample();

        Assert.Empty(crm.SentBy("TotalDifferentiation", () => crm.Service.Delete(ValuePropositionRow.Table, id)));
        Assert.Empty(crm.All<ValueDifferentiationRow>());
    }

    [Fact]
    public void Totalling_TakesThreeRequestsForEachProposition()
    {
        var id = crm.Proposition(100m, 110m);
        Guid difference = default;
        string[] once = ["Retrieve kam_valueproposition", "RetrieveMultiple kam_valuedifferentiation", "Update kam_valueproposition"];

        Assert.Equal(once, crm.SentBy("TotalDifferentiation", () => difference = crm.Better(id, "Fewer standstills", 20m)));
        Assert.Equal(once, crm.SentBy("TotalDifferentiation", () => crm.Service.Update(new ValueDifferentiationRow { Id = difference, Amount = new Money(5m) })));
        Assert.Empty(crm.SentBy("TotalDifferentiation", () => crm.Service.Update(new ValueDifferentiationRow { Id = difference, Evidence = "Pilot" })));
        Assert.Equal(once, crm.SentBy("TotalDifferentiation", () => crm.Service.Delete(ValueDifferentiationRow.Table, difference)));
    }

    private void AssertTotals(Guid id, decimal differentiation, decimal total, decimal? surplus, decimal? captured)
    {
        var stored = crm.Read<ValuePropositionRow>(id);
        Assert.Equal((differentiation, total, surplus, captured), (stored.DifferentiationValue!.Value, stored.EconomicValue!.Value, stored.CustomerSurplus?.Value, stored.CapturedPercent));
    }
}
