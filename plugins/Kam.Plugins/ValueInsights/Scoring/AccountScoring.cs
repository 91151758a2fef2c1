using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Values one account or its group from its rows as they are now; about 20 requests.</summary>
internal static class AccountScoring
{
    public static SnapshotWriter.Snapshot Score(IOrganizationService dataverse, Guid accountId, ScoreScopeChoice scope, DateTime asOf, DateTime now)
    {
        var accounts = new AccountStore(dataverse);
        var account = accounts.One(accountId);
        var valuation = Valuation.Now(dataverse, asOf);
        var spread = Spread(dataverse, valuation);
        if (scope == ScoreScopeChoice.Account && asOf == now.Date) accounts.TakeMarksOff([account]);
        var measured = Measure(accounts, account, scope, valuation);
        var previous = new PreviousScores(dataverse, [measured.AccountId], scope).Of(measured.AccountId);
        return valuation.Writer(spread, now).Write(measured, scope, previous, run: null, valuation.FitReference);
    }

    private static MeasuredAccount Measure(AccountStore accounts, AccountRow account, ScoreScopeChoice scope, Valuation valuation)
    {
        var measuring = valuation.Measuring();
        if (scope == ScoreScopeChoice.Account) return measuring.Of(valuation.Figures().Read([account]).Single());
        var members = accounts.Group(account);
        var measured = valuation.Figures().Read(members).Select(measuring.Of).ToDictionary(m => m.AccountId);
        return AccountMeasuring.OfGroup(new AccountHierarchy(members.Select(m => new ParentLink(m.Id, m.ParentAccountId?.Id))).GroupOf(account.Id), measured);
    }

    // A single account is ranked in the portfolio as it was last measured.
    private static IReadOnlyDictionary<Measure, Distribution> Spread(IOrganizationService dataverse, Valuation valuation)
    {
        if (PortfolioSpread.Needed(valuation.Model).Count == 0) return new Dictionary<Measure, Distribution>();
        var run = new ScoringRunStore(dataverse).NewestFinished(valuation.Model.Model.Id, valuation.AsOf)
            ?? throw new RefusalException(ValueInsightsReasons.PortfolioNotMeasured, ScoringRunRow.Table, "");
        return PortfolioSpread.Read(run.Distribution);
    }
}
