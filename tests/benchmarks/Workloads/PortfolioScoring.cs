using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Rows;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Benchmarks.Workloads;

/// <summary>
/// Values portfolios of several sizes by the custom APIs out of the packed zip, as a cloud flow would, each in a fresh organisation: time, requests, memory, and whether
/// the time for an account stays the same.
/// </summary>
internal sealed class PortfolioScoring(IReadOnlyList<PortfolioScoring.Size> sizes)
{
    private const int AccountsPerUnit = 500, MostReadingPerUnit = 12;
    private const int AccountScope = 781340000;
    private const int CheckedAccounts = 200;

    /// <summary>How many accounts, and how many counted runs.</summary>
    internal sealed record Size(int Accounts, int Runs);

    public void Run()
    {
        var table = new MarkdownTable("Portfolio scoring, 10 order lines an account, in memory", "accounts", "runs", "fit s", "score s", "ms per account", "processor ms per account", "against the size before",
            "requests", "reading per 500", "longest call s", "peak MB", "of it rows MB");
        double? before = null;
        foreach (var size in sizes)
        {
            var runs = Enumerable.Range(0, size.Runs).Select(_ => Score(size.Accounts)).OrderBy(r => r.Scoring).ToList();
            var median = runs[runs.Count / 2];
            var each = median.Processor.TotalMilliseconds / size.Accounts;
            table.Row(size.Accounts, size.Runs, runs.Select(r => r.Fitting).Order().ElementAt(runs.Count / 2).TotalSeconds, median.Scoring.TotalSeconds,
                median.Scoring.TotalMilliseconds / size.Accounts, each, before is { } b ? each / b : "",
                median.Requests, median.ReadingPerUnit, median.LongestCall.TotalSeconds, median.PeakBytes / 1e6, median.RowBytes / 1e6);
            before = each;
        }
    }

    private sealed record Result(TimeSpan Fitting, TimeSpan Scoring, TimeSpan Processor, TimeSpan LongestCall, int Requests, double ReadingPerUnit, long PeakBytes, long RowBytes);

    private static Result Score(int accounts)
    {
        Trial.Collect();
        var empty = Environment.WorkingSet;
        using var organisation = Organisation.InMemory().WithSolution();
        var rows = new PortfolioRows(accounts, organisation.Dataverse.BaseCurrencyId);
        organisation.Store(rows.Rows());
        Trial.Collect();

        using var memory = new MemoryWatch();
        var fitting = Call(organisation.Service, "kam_FitValueModel", page => Answer.MustBe("", (string)page["NextCursor"] is { Length: 32 } ? "" : (string)page["NextCursor"], "cursor"));
        var requests = new Counting();
        int scored = 0, unscored = 0;
        Drive scoring;
        using (organisation.Dataverse.ObserveRequests(requests.See))
        {
            scoring = Call(organisation.Service, "kam_ScorePortfolio", page =>
            {
                scored += (int)page["ScoredCount"];
                unscored += (int)page["UnscoredCount"];
            });
        }
        Answer.MustBe(accounts, scored + unscored, "accounts scored");
        Answer.MustBe(accounts, scored, "accounts with a score");
        Check(organisation.Service, accounts);
        var units = (accounts + AccountsPerUnit - 1) / AccountsPerUnit;
        // Each call reads settings and model again, a constant for a call; calls grow with the accounts.
        var reading = (double)requests.Reading / units;
        return new Result(fitting.Total, scoring.Total, scoring.Processor, scoring.Longest, requests.All, reading, memory.Peak - empty, memory.StartedAt - empty);
    }

    private static Drive Call(IOrganizationService service, string api, Action<OrganizationResponse> page)
    {
        TimeSpan total = default, processors = default, longest = default;
        for (var cursor = ""; ;)
        {
            var request = new OrganizationRequest(api) { ["AsOf"] = PortfolioRows.AsOf };
            if (cursor.Length > 0) request["Cursor"] = cursor;
            var clock = Clock.Start();
            var response = service.Execute(request);
            var (time, processor) = clock.Stop();
            total += time;
            processors += processor;
            if (time > longest) longest = time;
            page(response);
            if ((bool)response["IsComplete"]) return new Drive(total, processors, longest);
            cursor = (string)response["NextCursor"];
        }
    }

    private static void Check(IOrganizationService service, int accounts)
    {
        for (var c = 0; c < CheckedAccounts; c++)
        {
            var i = (int)((long)c * accounts / CheckedAccounts);
            var query = new QueryExpression("kam_valuescore") { ColumnSet = new ColumnSet("kam_revenue") };
            query.Criteria.AddCondition("kam_accountid", ConditionOperator.Equal, PortfolioRows.AccountId(i));
            query.Criteria.AddCondition("kam_scope", ConditionOperator.Equal, AccountScope);
            var snapshot = service.RetrieveMultiple(query).Entities.Single();
            Answer.MustBe(PortfolioRows.RollingRevenue(i), snapshot.GetAttributeValue<Money>("kam_revenue").Value, $"revenue of account {i}");
        }
    }

    private sealed class Counting
    {
        public int All { get; private set; }
        public int Reading { get; private set; }

        public void See(RequestObservation request)
        {
            All++;
            if (request.MessageName is "Retrieve" or "RetrieveMultiple") Reading++;
        }
    }
}

/// <summary>Time of a custom API that was called until it was complete.</summary>
internal sealed record Drive(TimeSpan Total, TimeSpan Processor, TimeSpan Longest);
