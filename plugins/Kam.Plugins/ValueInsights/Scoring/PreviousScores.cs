using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>The current snapshots of a page of accounts with their parts: what a new score is compared with. One request, two for models of more than ten criteria.</summary>
internal sealed class PreviousScores
{
    private const string Snapshot = "snapshot", Account = "account";

    private readonly Dictionary<Guid, Found> byAccount = [];

    /// <param name="dataverse">All rights: parts hold confidential values.</param>
    /// <param name="accounts">The accounts; for groups their heads.</param>
    /// <param name="scope">Which of the two current snapshots of an account.</param>
    public PreviousScores(IOrganizationService dataverse, IReadOnlyCollection<Guid> accounts, ScoreScopeChoice scope)
    {
        if (accounts.Count == 0) return;
        var query = Query(accounts, scope);
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            foreach (var row in answer.Entities) Take(row);
            if (!answer.MoreRecords) return;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
    }

    /// <summary>The current snapshot of an account; null before the first.</summary>
    public Found? Of(Guid accountId) => byAccount.TryGetValue(accountId, out var found) ? found : null;

    private static QueryExpression Query(IReadOnlyCollection<Guid> accounts, ScoreScopeChoice scope)
    {
        var query = new QueryExpression(ScorePartRow.Table)
        {
            ColumnSet = new ColumnSet(ScorePartRow.Column.ScoringCriterionId, ScorePartRow.Column.Measure, ScorePartRow.Column.RawValue, ScorePartRow.Column.SecuredRawValue, ScorePartRow.Column.Contribution),
            PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 },
        };
        query.AddOrder(ScorePartRow.Column.ScorePartId, OrderType.Ascending);
        var snapshot = query.AddLink(ValueScoreRow.Table, ScorePartRow.Column.ValueScoreId, ValueScoreRow.Column.ValueScoreId);
        snapshot.EntityAlias = Snapshot;
        snapshot.Columns = new ColumnSet(ValueScoreRow.Column.ValueScoreId, ValueScoreRow.Column.AsOf, ValueScoreRow.Column.Score, ValueScoreRow.Column.ConfigurationVersion, ValueScoreRow.Column.Fingerprint);
        var account = snapshot.AddLink(AccountRow.Table, ValueScoreRow.Column.ValueScoreId,
            scope == ScoreScopeChoice.Account ? AccountRow.Column.CurrentScoreId : AccountRow.Column.CurrentGroupScoreId);
        account.EntityAlias = Account;
        account.Columns = new ColumnSet(AccountRow.Column.AccountId);
        account.LinkCriteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.In, accounts.Cast<object>().ToArray());
        return query;
    }

    private void Take(Entity row)
    {
        var accountId = row.Reference($"{Account}.{AccountRow.Column.AccountId}")!.Value;
        if (!byAccount.TryGetValue(accountId, out var found)) byAccount[accountId] = found = new Found(row);
        var part = row.ToEntity<ScorePartRow>();
        if (part.Measure is { } measure) found.Add(new PreviousPart(part.ScoringCriterionId?.Id ?? Guid.Empty, (Measure)(int)measure, part.RawValue ?? part.SecuredRawValue, Decimals.Two(part.Contribution ?? 0m)));
    }

    /// <summary>One current snapshot.</summary>
    internal sealed class Found
    {
        private readonly List<PreviousPart> parts = [];
        private readonly decimal? score;
        private readonly string configuration;

        public Found(Entity row)
        {
            Id = row.Reference($"{Snapshot}.{ValueScoreRow.Column.ValueScoreId}")!.Value;
            AsOf = Period.DayOf(DateTime.SpecifyKind(row.Day($"{Snapshot}.{ValueScoreRow.Column.AsOf}")!.Value, DateTimeKind.Utc));
            // The platform answers decimals with any number of zeros at the end; sentences show a score with two.
            score = row.Sum($"{Snapshot}.{ValueScoreRow.Column.Score}") is { } stored ? Decimals.Two(stored) : null;
            configuration = row.Text($"{Snapshot}.{ValueScoreRow.Column.ConfigurationVersion}");
            Fingerprint = row.Text($"{Snapshot}.{ValueScoreRow.Column.Fingerprint}");
        }

        public Guid Id { get; }
        public DateTime AsOf { get; }
        public string Fingerprint { get; }

        public void Add(PreviousPart part) => parts.Add(part);

        public PreviousScore Score() => new(AsOf, score, configuration, parts);
    }
}
