using System;
using System.Globalization;
using System.Linq;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>One call's worth of work on a run: measures some pages, or draws the groups together, or scores a page.</summary>
internal sealed class PortfolioStep
{
    private const int ReadTogether = 500;
    // 5,000 accounts: some hundred requests, far from the two minutes.
    private const int ReadingsPerCall = 10;

    private readonly IOrganizationService dataverse;
    private readonly Valuation valuation;
    private readonly ScoringRunStore runs;
    private readonly ScoringRunRow run;
    private readonly DateTime now;

    public PortfolioStep(IOrganizationService dataverse, Valuation valuation, ScoringRunStore runs, ScoringRunRow run, DateTime now)
    {
        this.dataverse = dataverse;
        this.valuation = valuation;
        this.runs = runs;
        this.run = run;
        this.now = now;
    }

    /// <summary>What the call came to.</summary>
    internal sealed record Outcome(int Scored, int Unscored, bool IsComplete)
    {
        public static Outcome AlreadyFinished { get; } = new(0, 0, true);
        public static Outcome GoOn { get; } = new(0, 0, false);
    }

    /// <summary>Reads the next accounts, 500 at a time, and keeps their figures and lifetime values in pages as large as a call may score.</summary>
    public Outcome Measure(int pageSize)
    {
        var store = new AccountStore(dataverse);
        var figures = valuation.Figures();
        var measuring = valuation.Measuring();
        var position = run.Cursor;
        var pages = run.PageCount ?? 0;
        var count = run.AccountCount ?? 0;
        var reading = 0;
        do
        {
            var accounts = store.Page(ReadTogether, position ?? "", out position);
            if (valuation.AsOf == now.Date) store.TakeMarksOff(accounts);
            var measured = figures.Read(accounts).Select(measuring.Of).ToList();
            for (var first = 0; first < measured.Count; first += pageSize) runs.AddPage(run, ++pages, measured.Skip(first).Take(pageSize));
            count += accounts.Count;
        }
        while (position is not null && ++reading < ReadingsPerCall);
        runs.Save(run, new ScoringRunRow
        {
            PageCount = pages,
            AccountCount = count,
            Cursor = position,
            Phase = position is null ? ScoringPhaseChoice.Grouping : ScoringPhaseChoice.Measuring,
        });
        return Outcome.GoOn;
    }

    /// <summary>With all accounts measured: how each measure is spread, and the groups as pages of their own.</summary>
    public Outcome Group(int pageSize)
    {
        var accounts = runs.AllPages(run).ToDictionary(a => a.AccountId);
        var spread = PortfolioSpread.Of(PortfolioSpread.Needed(valuation.Model), accounts.Values.ToList(), valuation.Basis);
        var groups = new AccountHierarchy(accounts.Values.Select(a => new ParentLink(a.AccountId, a.ParentId))).Groups
            .Where(g => g.Refusal is null)
            .Select(g => AccountMeasuring.OfGroup(g, accounts))
            .ToList();
        var pages = run.PageCount ?? 0;
        for (var first = 0; first < groups.Count; first += pageSize) runs.AddPage(run, ++pages, groups.Skip(first).Take(pageSize));
        runs.Save(run, new ScoringRunRow { PageCount = pages, Distribution = PortfolioSpread.Write(spread), Cursor = "1", Phase = ScoringPhaseChoice.Scoring });
        return Outcome.GoOn;
    }

    /// <summary>Scores the next page and stores its snapshots.</summary>
    public Outcome Score()
    {
        var number = int.Parse(run.Cursor!, CultureInfo.InvariantCulture);
        var isLast = number >= (run.PageCount ?? 0);
        var page = number <= (run.PageCount ?? 0) ? runs.Page(run, number) : [];
        var scope = page.Any(a => a.Figures.AccountCount > 1) ? ScoreScopeChoice.Group : ScoreScopeChoice.Account;
        var previous = new PreviousScores(dataverse, page.Select(a => a.AccountId).ToList(), scope);
        var writer = valuation.Writer(PortfolioSpread.Read(run.Distribution), now);
        var snapshots = page.Select(a => writer.Write(a, scope, previous.Of(a.AccountId), run.ToEntityReference(), run.ValueModelFitId)).ToList();

        // Groups are not accounts: they are stored, not counted.
        var scored = scope == ScoreScopeChoice.Account ? snapshots.Count(s => s.Score.Score is not null) : 0;
        var unscored = scope == ScoreScopeChoice.Account ? snapshots.Count - scored : 0;
        runs.Save(run, new ScoringRunRow
        {
            Cursor = (number + 1).ToString(CultureInfo.InvariantCulture),
            ScoredCount = (run.ScoredCount ?? 0) + scored,
            Phase = isLast ? ScoringPhaseChoice.Finished : ScoringPhaseChoice.Scoring,
            FinishedOn = isLast ? now : null,
        });
        return new Outcome(scored, unscored, isLast);
    }
}
