using System;
using System.Linq;
using System.Text.Json;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Scoring;

public sealed class MergedAccountTests : IDisposable
{
    private readonly Crm crm;
    private readonly Guid kept, gone;

    public MergedAccountTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 100_000m));
        kept = crm.Account("Muster AG");
        gone = crm.Account("Muster A.G.");
        crm.Order(kept, Crm.Day(2026, 3, 1), 30_000m, 20_000m);
        crm.Order(gone, Crm.Day(2026, 2, 1), 20_000m, 10_000m);
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TheAccountThatIsKept_IsWorthTheOrdersOfBoth()
    {
        Assert.Equal(30m, ScoreOf(kept));

        Merge();

        Assert.Equal(50m, ScoreOf(kept));
        Assert.Equal(50_000m, crm.All<ValueScoreRow>(ValueScoreRow.Column.AccountId, kept).OrderBy(s => s.CalculatedOn).Last().Revenue!.Value);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void TheAccountThatWentInto_IsRefusedEvenWhenActivatedAgain(bool activated)
    {
        Merge();
        if (activated) Activate();

        Assert.Equal(["KAM-VAL-051"], Crm.CodesOf(() => ScoreOf(gone)));
        Assert.Empty(crm.All<ValueScoreRow>());
    }

    [Theory, InlineData(false), InlineData(true)]
    public void ThePortfolio_CountsWhatWasMergedOnce(bool activated)
    {
        crm.Order(crm.Account("Andere AG"), Crm.Day(2026, 1, 10), 40_000m);
        Merge();
        if (activated) Activate();

        while (!(bool)crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today))["IsComplete"])
        {
        }

        Assert.Equal([40m, 50m], crm.All<ValueScoreRow>().Select(s => s.Score!.Value).Order());
        using var analysis = JsonDocument.Parse((string)crm.Call("kam_AnalyzePortfolio", ("AsOf", Crm.Today))["Analysis"]);
        Assert.Equal(2, analysis.RootElement.GetProperty("accounts").GetInt32());
        Assert.Equal(90_000m, analysis.RootElement.GetProperty("revenue").GetDecimal());
    }

    [Fact]
    public void TheHistoryOfWhatWasMerged_GoesToTheAccountThatIsKept()
    {
        ScoreOf(gone);

        Merge();

        var moved = Assert.Single(crm.All<ValueScoreRow>());
        Assert.Equal((kept, 20_000m), (moved.AccountId!.Id, moved.Revenue!.Value));
    }

    [Fact]
    public void AGroup_CountsAMemberThatWasMergedOnce()
    {
        crm.Service.Update(new AccountRow { Id = gone, ParentAccountId = new EntityReference(AccountRow.Table, kept) });
        Merge();
        Activate();

        Assert.Equal(50m, crm.Call("kam_ScoreAccount", ("AccountId", kept), ("Scope", new OptionSetValue((int)ScoreScopeChoice.Group)))["Score"]);
    }

    private object? ScoreOf(Guid account)
    {
        crm.Clock.Advance(TimeSpan.FromSeconds(1));
        return crm.Call("kam_ScoreAccount", ("AccountId", account))["Score"];
    }

    private void Merge() => crm.Service.Execute(
        new MergeRequest { Target = new EntityReference(AccountRow.Table, kept), SubordinateId = gone, UpdateContent = new Entity(AccountRow.Table), PerformParentingChecks = false });

    private void Activate() => crm.Service.Update(new AccountRow { Id = gone, StateCode = AccountState.Active, StatusCode = AccountStatusReason.Active });
}
