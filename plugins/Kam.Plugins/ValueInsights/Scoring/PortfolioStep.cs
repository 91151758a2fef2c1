using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>One call's worth of work on a run: measures some pages, or draws the groups together, or scores accounts.</summary>
internal sealed class PortfolioStep
{
    private const int ReadingsPerCall = 5;
    // Their previous scores come in one answer of 5,000 rows for a model of up to ten criteria.
    private const int ScoredTogether = 500;

    private readonly IOrganizationService dataverse;
    private readonly Valuation valuation;
    private readonly ScoringRunStore runs;
    private readonly ScoringRunRow run;
    private readonly DateTime now;
    private readonly CallTime time;

    public PortfolioStep(IOrganizationService dataverse, Valuation valuation, ScoringRunStore runs, ScoringRunRow run, DateTime now)
    {
        this.dataverse = dataverse;
        this.valuation = valuation;
        this.runs = runs;
        this.run = run;
        this.now = now;
        time = valuation.CallTime();
    }

    /// <summary>What the call came to.</summary>
    internal sealed record Outcome(int Scored, int Unscored, bool IsComplete)
    {
        public static Outcome AlreadyFinished { get; } = new(0, 0, true);
        public static Outcome GoOn { get; } = new(0, 0, false);
    }

    /// <summary>Reads the next accounts, 1,000 at a time, and keeps their figures and lifetime values, one page for each reading.</summary>
    public Outcome Measure()
    {
        var store = new AccountStore(dataverse);
        var figures = valuation.Figures();
        var measuring = valuation.Measuring();
        var position = run.Cursor;
        var pages = run.PageCount ?? 0;
        var count = run.AccountCount ?? 0;
        var readings = 0;
        do
        {
            var accounts = store.Page(AccountStore.ReadTogether, position ?? "", out position);
            if (valuation.AsOf == now.Date) store.TakeMarksOff(accounts);
            if (accounts.Count > 0) runs.AddPage(run, ++pages, figures.Read(accounts).Select(measuring.Of));
            count += accounts.Count;
        }
        while (position is not null && ++readings < ReadingsPerCall && !time.IsOver);
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
    public Outcome Group()
    {
        var accounts = runs.AllPages(run).ToDictionary(a => a.AccountId);
        var spread = PortfolioSpread.Of(PortfolioSpread.Needed(valuation.Model), accounts.Values.ToList(), valuation.Basis);
        var groups = new AccountHierarchy(accounts.Values.Select(a => new ParentLink(a.AccountId, a.ParentId))).Groups
            .Where(g => g.Refusal is null)
            .Select(g => AccountMeasuring.OfGroup(g, accounts))
            .ToList();
        var pages = run.PageCount ?? 0;
        for (var first = 0; first < groups.Count; first += AccountStore.ReadTogether) runs.AddPage(run, ++pages, groups.Skip(first).Take(AccountStore.ReadTogether));
        runs.Save(run, new ScoringRunRow { PageCount = pages, Distribution = PortfolioSpread.Write(spread), Cursor = ScorePosition.Begin.Write(), Phase = ScoringPhaseChoice.Scoring });
        return Outcome.GoOn;
    }

    /// <summary>Scores the next accounts and stores their snapshots, until the call has enough of them or has worked long enough.</summary>
    /// <param name="most">Most accounts, and groups, of this call.</param>
    public Outcome Score(int most)
    {
        var position = ScorePosition.Read(run.Cursor!);
        var writer = valuation.Writer(PortfolioSpread.Read(run.Distribution), now);
        int scored = 0, unscored = 0, taken = 0;
        var isLast = position.Page > (run.PageCount ?? 0);
        while (!isLast && taken < most && (taken == 0 || !time.IsOver))
        {
            var page = runs.Page(run, position.Page);
            var done = position.Done;
            while (done < page.Count && taken < most && (taken == 0 || !time.IsOver))
            {
                var due = page.Skip(done).Take(Math.Min(ScoredTogether, most - taken)).ToList();
                var written = Write(writer, due, mayStop: taken > 0).ToList();
                done += written.Count;
                taken += written.Count;
                // Groups are not accounts: they are stored, not counted.
                scored += written.Count(s => s is { Scope: ScoreScopeChoice.Account, IsScored: true });
                unscored += written.Count(s => s is { Scope: ScoreScopeChoice.Account, IsScored: false });
            }
            position = done < page.Count ? position with { Done = done } : new ScorePosition(position.Page + 1, 0);
            isLast = position.Page > (run.PageCount ?? 0);
        }
        runs.Save(run, new ScoringRunRow
        {
            Cursor = position.Write(),
            ScoredCount = (run.ScoredCount ?? 0) + scored,
            Phase = isLast ? ScoringPhaseChoice.Finished : ScoringPhaseChoice.Scoring,
            FinishedOn = isLast ? now : null,
        });
        return new Outcome(scored, unscored, isLast);
    }

    private sealed record Written(ScoreScopeChoice Scope, bool IsScored);

    private IEnumerable<Written> Write(SnapshotWriter writer, List<MeasuredAccount> accounts, bool mayStop)
    {
        var scope = accounts.Any(a => a.Figures.AccountCount > 1) ? ScoreScopeChoice.Group : ScoreScopeChoice.Account;
        var previous = new PreviousScores(dataverse, accounts.Select(a => a.AccountId).ToList(), scope);
        foreach (var account in accounts)
        {
            if (mayStop && time.IsOver) yield break;
            mayStop = true;
            var snapshot = writer.Write(account, scope, previous.Of(account.AccountId), run.ToEntityReference(), run.ValueModelFitId);
            yield return new Written(scope, snapshot.Score.Score is not null);
        }
    }
}
