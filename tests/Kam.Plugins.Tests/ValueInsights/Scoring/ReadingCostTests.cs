using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Scoring;

/// <summary>
/// What valuing a whole portfolio reads: every Retrieve and RetrieveMultiple of all calls of kam_FitValueModel and kam_ScorePortfolio until complete, nothing taken off.
/// </summary>
public sealed class ReadingCostTests(PackedSolution solution) : IDisposable
{
    private const int Unit = 500, MostPerUnit = 12, Constant = 20;

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AWholeRun_ReadsAtMostTwelveTimesForFiveHundredAccountsAndAConstant()
    {
        crm.ScoreBy(Models.Simple());
        // Beyond what one call measures (5,000 accounts), so that further calls and what each of them reads count.
        int[] sizes = [1_000, 3_000, 6_000];
        var reads = new List<int>();
        var accounts = 0;
        foreach (var size in sizes)
        {
            Add(accounts, size);
            accounts = size;
            crm.Clock.Advance(TimeSpan.FromDays(1));
            reads.Add(WholeRun(size));
        }

        for (var i = 1; i < sizes.Length; i++)
            Assert.InRange((double)(reads[i] - reads[i - 1]) * Unit / (sizes[i] - sizes[i - 1]), 1, MostPerUnit);
        Assert.All(sizes.Zip(reads), run => Assert.InRange(run.Second, 1, Constant + (MostPerUnit * run.First / Unit)));
    }

    private void Add(int from, int to)
    {
        var added = crm.Accounts(from + 1, to);
        // Some lines without cost, so that these are summed too.
        crm.Sell(added.Select((account, i) => new Sale(account, Crm.Day(2026, 1, 5), 1_000m + i, 600m)));
        crm.Sell(added.Where((_, i) => i % 2 == 0).Select(account => new Sale(account, Crm.Day(2026, 2, 5), 10m)));
        crm.Sell(added.Where((_, i) => i % 3 == 0).Select(account => new Sale(account, Crm.Day(2025, 2, 5), 900m, 500m)));
        crm.Sell(added.Where((_, i) => i % 3 == 0).Select(account => new Sale(account, Crm.Day(2025, 3, 5), 20m)));
    }

    private int WholeRun(int accounts)
    {
        var sent = crm.FromPlugins(() =>
        {
            Drive("kam_FitValueModel");
            Assert.Equal(accounts, Drive("kam_ScorePortfolio").Sum(c => (int)c["ScoredCount"]));
        });
        return sent.Count(IsReading);
    }

    private List<OrganizationResponse> Drive(string api)
    {
        var today = crm.Clock.GetUtcNow().UtcDateTime.Date;
        var calls = new List<OrganizationResponse> { crm.Call(api, ("AsOf", today)) };
        while (!(bool)calls[^1]["IsComplete"]) calls.Add(crm.Call(api, ("AsOf", today), ("Cursor", calls[^1]["NextCursor"])));
        return calls;
    }

    private static bool IsReading(RequestObservation request) => request.MessageName is "Retrieve" or "RetrieveMultiple";
}
