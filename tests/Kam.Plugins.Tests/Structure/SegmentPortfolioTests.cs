using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

public sealed class SegmentPortfolioTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void APortfolioOfFive_IsSegmentedInPagesOfTwo()
    {
        var accounts = new[] { 10m, 40m, 60m, 80m, 90m }.Select((score, place) => crm.Scored($"Account {place}", score)).ToList();

        var calls = crm.SegmentAll(pageSize: 2);

        Assert.Equal([2, 2, 1], calls.Select(call => (int)call["AccountCount"]));
        Assert.Equal(5, calls.Sum(call => (int)call["ChangedCount"]));
        Assert.Equal([false, false, true], calls.Select(call => (bool)call["IsComplete"]));
        Assert.Equal(["D", "C", "B", "A", "Key"], accounts.Select(crm.SegmentOf));
        Assert.Equal(0, crm.SegmentAll().Sum(call => (int)call["ChangedCount"]));
        Assert.Equal(5, crm.All<SegmentAssignmentRow>().Count);
    }

    [Fact]
    public void ACall_ReadsWithAConstantNumberOfRequests_AndWritesTwoForEachAccountThatChanges()
    {
        var portfolio = crm.Portfolio("West", 1_000m);
        for (var number = 0; number < 20; number++) crm.Scored($"Account {number}", 5m * number, portfolio);

        var sent = crm.SentBy("SegmentPortfolio", () => crm.SegmentAll());
        var again = crm.SentBy("SegmentPortfolio", () => crm.SegmentAll());

        Assert.Equal(20, sent.Count(one => one == "Create kam_segmentassignment"));
        Assert.Equal(20, sent.Count(one => one == "Update account"));
        Assert.Equal(1, sent.Count(one => one == "Update kam_portfolio"));
        // Policy, language, accounts, overrides; for the load accounts' sums, portfolios and the policy.
        Assert.Equal(7, sent.Count(one => one.StartsWith("Retrieve", StringComparison.Ordinal)));
        Assert.Equal(4, again.Count);
    }

    [Fact]
    public void ScoringTheWholePortfolio_MarksNothing_AndTheRunAfterItSegmentsAll()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 3, 2), 60_000m, 36_000m);
        crm.RunJobs();
        var cursor = "";
        do cursor = (string)crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today), ("Cursor", cursor))["NextCursor"];
        while (cursor.Length > 0);
        Assert.NotNull(crm.Read<AccountRow>(account).ValueScore);
        Assert.Null(crm.Read<AccountRow>(account).SegmentStaleOn);

        crm.SegmentAll();

        Assert.NotNull(crm.Read<AccountRow>(account).SegmentId);
    }

    [Fact]
    public void NoiseOfOnePercentOnScores_ChangesAlmostNoSegment()
    {
        var random = new Random(1);
        var accounts = Enumerable.Range(0, 300).ToDictionary(number => crm.Scored($"Account {number}", Math.Round((decimal)(random.NextDouble() * 100), 2)), _ => 0m);
        crm.SegmentAll();
        foreach (var account in crm.All<AccountRow>()) crm.Value(account.Id, Math.Min(100m, Math.Round(account.ValueScore!.Value * (decimal)(0.99 + random.NextDouble() * 0.02), 2)));

        var changed = crm.SegmentAll().Sum(call => (int)call["ChangedCount"]);

        Assert.Equal(300, accounts.Count);
        Assert.Equal(0, changed);
    }

    [Fact]
    public void AForeignCursor_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_SegmentPortfolio", ("Cursor", "x"))));
}
