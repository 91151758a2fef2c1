using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Scoring;

public sealed class ScorePortfolioTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void APortfolioOfFive_IsScoredInPagesOfTwo()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        Revenues(100m, 200m, 300m, 400m, 500m);

        var calls = Score(pageSize: 2);

        // Measured in one call, grouped in one, scored in three.
        Assert.Equal([0, 0, 2, 2, 1], calls.Select(c => (int)c["ScoredCount"]));
        Assert.Equal([false, false, false, false, true], calls.Select(c => (bool)c["IsComplete"]));
        Assert.Equal([10m, 20m, 30m, 40m, 50m], crm.All<ValueScoreRow>().Select(s => s.Score!.Value).Order());
        var run = crm.Read<ScoringRunRow>((Guid)calls[0]["ScoringRunId"]);
        Assert.Equal(ScoringPhaseChoice.Finished, run.Phase);
        Assert.Equal(5, run.AccountCount);
        Assert.Equal(5, run.ScoredCount);
    }

    [Fact]
    public void Percentiles_RankWithinThePortfolio()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1m, CurveChoice.PercentileWithinThePortfolio));
        Revenues(100m, 200m, 300m, 9_000m);

        Score();

        // Mid-ranks: half an account below the first, three and a half below the last.
        Assert.Equal([12.50m, 37.50m, 62.50m, 87.50m], crm.All<ValueScoreRow>().Select(s => s.Score!.Value).Order());
    }

    [Fact]
    public void AllAccountsAlike_RankInTheMiddle()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1m, CurveChoice.PercentileWithinThePortfolio));
        Revenues(700m, 700m, 700m);

        Score();

        Assert.All(crm.All<ValueScoreRow>(), snapshot => Assert.Equal(50.00m, snapshot.Score));
    }

    [Fact]
    public void AMissingValue_TakesThePortfolioMedianWhereTheModelSaysSo()
    {
        crm.ScoreBy(
            Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m),
            Models.Criterion("Fit", MeasureChoice.StrategicFit, 1m, 1m, 5m, missing: MissingValuePolicyChoice.PortfolioMedian));
        var accounts = Revenues(0m, 0m, 0m, 0m);
        for (var i = 0; i < 3; i++) crm.Service.Update(new AccountRow { Id = accounts[i], StrategicFit = 2 + i });

        Score();

        // Of fits 2, 3 and 4 the median is 3: 50 points, half of the weight.
        Assert.Equal(25.00m, crm.Read<AccountRow>(accounts[3]).ValueScore);
        Assert.Contains("the portfolio median 3 was taken", crm.Read<ValueScoreRow>(crm.Read<AccountRow>(accounts[3]).CurrentScoreId!.Id).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenOffRun_GoesOnWhereItStoppedWithoutACursor()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        Revenues(100m, 200m, 300m);
        for (var call = 0; call < 3; call++) Call(pageSize: 1);
        Assert.Single(crm.All<ValueScoreRow>());

        var rest = Score(pageSize: 1);

        Assert.Equal(2, rest.Count);
        Assert.Equal(3, crm.All<ValueScoreRow>().Count);
        Assert.Single(crm.All<ScoringRunRow>());
    }

    [Fact]
    public void AFinishedDay_IsNotScoredAgain()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        var accounts = Revenues(100m, 200m);
        Score();
        crm.Sell([new Sale(accounts[0], Crm.Day(2026, 1, 6), 300m)]);

        var again = Assert.Single(Score());

        Assert.Equal(true, again["IsComplete"]);
        Assert.Equal(0, again["ScoredCount"]);
        Assert.Equal(2, crm.All<ValueScoreRow>().Count);
    }

    [Fact]
    public void AModelPutInUseDuringARun_ScoresFromTheNextRunOn()
    {
        var begun = crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        Revenues(100m, 200m, 300m);
        OrganizationResponse call = null!;
        for (var i = 0; i < 3; i++) call = Call(pageSize: 1);
        crm.Retire(begun);
        crm.PutInUse(crm.Draft("Stricter", Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 10_000m)));

        while (!(bool)call["IsComplete"]) call = crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today), ("PageSize", 1), ("Cursor", call["NextCursor"]));

        Assert.Equal([10m, 20m, 30m], crm.All<ValueScoreRow>().Select(s => s.Score!.Value).Order());
        Assert.All(crm.All<ValueScoreRow>(), snapshot => Assert.Equal(begun, snapshot.ScoringModelId!.Id));
    }

    [Fact]
    public void ACallWhoseTimeIsOver_LeavesTheRestToTheNext()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        Revenues(100m, 200m, 300m);
        crm.Set("kam_CallSeconds", "0");

        var calls = Score();

        Assert.Equal([0, 0, 1, 1, 1], calls.Select(c => (int)c["ScoredCount"]));
        Assert.Equal([10m, 20m, 30m], crm.All<ValueScoreRow>().Select(s => s.Score!.Value).Order());
    }

    [Fact]
    public void AnotherDay_IsARunOfItsOwn()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        Revenues(100m, 200m);
        Score();
        crm.Clock.Advance(TimeSpan.FromDays(1));

        Score();

        Assert.Equal(2, crm.All<ScoringRunRow>().Count);
        Assert.Equal(4, crm.All<ValueScoreRow>().Count);
    }

    [Theory, InlineData(0), InlineData(5_001), InlineData(-3)]
    public void APageSizeOutsideItsBounds_IsRefusedAndNoRunBegins(int pageSize)
    {
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Call(pageSize)));
        Assert.Empty(crm.All<ScoringRunRow>());
    }

    [Fact]
    public void ACursorOfAnotherRun_IsRefusedAndNoRunBegins()
    {
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today), ("Cursor", Guid.NewGuid().ToString("N")))));
        Assert.Empty(crm.All<ScoringRunRow>());
    }

    [Fact]
    public void ADayInTheFuture_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today.AddDays(1)))));

    [Fact]
    public void InactiveAccounts_AreLeftOutAndUnmeasurableOnesCounted()
    {
        crm.ScoreBy(Models.Criterion("Recency", MeasureChoice.MonthsSinceLastOrder, 1m, 12m, 0m));
        var gone = Revenues(100m)[0];
        crm.Service.Update(new AccountRow { Id = gone, StateCode = AccountState.Inactive, StatusCode = AccountStatusReason.Inactive });
        var silent = crm.Account("Never ordered");

        var calls = Score();

        Assert.Equal(0, calls.Sum(c => (int)c["ScoredCount"]));
        Assert.Equal(1, calls.Sum(c => (int)c["UnscoredCount"]));
        Assert.Equal(silent, Assert.Single(crm.All<ValueScoreRow>()).AccountId!.Id);
    }

    [Fact]
    public void Groups_GetSnapshotsOfTheirOwnAtTheirHeads()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        var head = crm.Account("Holding");
        var plant = crm.Account("Plant", head);
        var lone = crm.Account("Meier AG");
        crm.Sell([new Sale(head, Crm.Day(2026, 1, 5), 100m), new Sale(plant, Crm.Day(2026, 1, 5), 300m), new Sale(lone, Crm.Day(2026, 1, 5), 50m)]);

        var calls = Score();

        Assert.Equal(3, calls.Sum(c => (int)c["ScoredCount"]));
        var group = Assert.Single(crm.All<ValueScoreRow>(), s => s.Scope == ScoreScopeChoice.Group);
        Assert.Equal(head, group.AccountId!.Id);
        Assert.Equal(40.00m, group.Score);
    }

    [Fact]
    public void ParentsInACircle_NeverReachTheScore()
    {
        var one = crm.Account("One");
        var two = crm.Account("Two", one);

        // The platform keeps an account from being its own ancestor.
        Crm.Refusal(() => crm.Service.Update(new AccountRow { Id = one, ParentAccountId = new EntityReference(AccountRow.Table, two) }));

        Assert.Null(crm.Read<AccountRow>(one).ParentAccountId);
    }

    [Fact]
    public void MoreLinesThanAnAggregateMaySum_GiveTheSameFigures()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 100_000_000m));
        var accounts = crm.Accounts(2);
        crm.SellTogether(accounts.SelectMany(account => Enumerable.Range(0, 26).Select(order =>
            Enumerable.Range(0, 1_000).Select(line => new Sale(account, Crm.Day(2026, 1, 1).AddDays(order), 1m + line, 0.5m)).ToList())));

        Score();

        // 26 orders of 1 + 2 + … + 1,000 each, 500 of cost: 52,000 lines together.
        Assert.All(crm.All<ValueScoreRow>(), snapshot =>
        {
            Assert.Equal(26m * 500_500m, snapshot.Revenue!.Value);
            Assert.Equal(26m * 500_000m, snapshot.Margin!.Value);
        });
    }

    private IReadOnlyList<Guid> Revenues(params decimal[] revenues)
    {
        var accounts = crm.Accounts(revenues.Length);
        crm.Sell(accounts.Zip(revenues, (account, revenue) => new Sale(account, Crm.Day(2026, 1, 5), revenue)));
        return accounts;
    }

    private OrganizationResponse Call(int pageSize) => crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today), ("PageSize", pageSize));

    /// <summary>Calls until complete, handing the cursor on as a flow does.</summary>
    private List<OrganizationResponse> Score(int pageSize = 100)
    {
        var today = crm.Clock.GetUtcNow().UtcDateTime.Date;
        var calls = new List<OrganizationResponse> { crm.Call("kam_ScorePortfolio", ("AsOf", today), ("PageSize", pageSize)) };
        while (!(bool)calls[^1]["IsComplete"]) calls.Add(crm.Call("kam_ScorePortfolio", ("AsOf", today), ("PageSize", pageSize), ("Cursor", calls[^1]["NextCursor"])));
        return calls;
    }
}
