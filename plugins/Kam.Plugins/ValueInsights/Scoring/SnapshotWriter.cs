using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Stores a score as a snapshot with its parts, and makes it the account's current one: two requests an account, one when the day has a snapshot of the same figures already.</summary>
internal sealed class SnapshotWriter
{
    private readonly IOrganizationService dataverse;
    private readonly ModelInUse model;
    private readonly MeasureBasis basis;
    private readonly ScoreCalculation calculation;
    private readonly BaseCurrency currency;
    private readonly Texts texts;
    private readonly DateTime now;

    public SnapshotWriter(IOrganizationService dataverse, ModelInUse model, MeasureBasis basis, ScoreCalculation calculation, BaseCurrency currency, Texts texts, DateTime now)
    {
        this.dataverse = dataverse;
        this.model = model;
        this.basis = basis;
        this.calculation = calculation;
        this.currency = currency;
        this.texts = texts;
        this.now = now;
    }

    /// <summary>Scores and stores one account or group.</summary>
    /// <param name="account">What was measured.</param>
    /// <param name="scope">Account or group.</param>
    /// <param name="previous">The current snapshot; null before the first.</param>
    /// <param name="run">The run it belongs to; null for a single valuation.</param>
    /// <param name="fitId">The fit the lifetime value stands on.</param>
    public Snapshot Write(MeasuredAccount account, ScoreScopeChoice scope, PreviousScores.Found? previous, EntityReference? run, EntityReference? fitId)
    {
        var measures = AccountMeasures.Of(account.Figures, basis);
        var score = calculation.Of(measures);
        var fingerprint = ScoreFingerprint.Of(score, measures);
        // A day before that of the current snapshot is valued for the record: it becomes neither current nor a change since a later day.
        var isCurrent = previous is null || previous.AsOf <= basis.AsOf;
        var explanation = Explain(score, account, isCurrent ? previous : null);
        if (Stored(account.AccountId, scope, fingerprint, previous) is { } stored)
        {
            if (isCurrent) dataverse.Update(Current(account, scope, stored, score));
            return new Snapshot(stored.Id, score, explanation, IsNew: false);
        }

        var row = SnapshotRows.Of(account, measures, score, currency);
        row.Name = $"{basis.AsOf:yyyy-MM-dd} {model.Model.Configuration}";
        row.AccountId = new EntityReference(AccountRow.Table, account.AccountId);
        row.ScoringModelId = new EntityReference(ScoringModelRow.Table, model.Model.Id);
        row.ScoringRunId = run;
        row.ValueModelFitId = fitId;
        row.Scope = scope;
        row.AsOf = basis.AsOf;
        row.Fingerprint = fingerprint;
        row.Explanation = texts.Say(explanation);
        row.ExplanationData = ExplanationJson.Write(explanation);
        row.CalculatedOn = now;
        row.PreviousScoreId = isCurrent && previous is not null ? new EntityReference(ValueScoreRow.Table, previous.Id) : null;
        if (account.Owner is not null) row.OwnerId = account.Owner;
        row.RelatedEntities[SnapshotRows.PartsOfScore] = new EntityCollection(score.Parts.Select(part => (Entity)Part(part, row.OwnerId)).ToList()) { EntityName = ScorePartRow.Table };
        row.Id = dataverse.Create(row);
        if (isCurrent) dataverse.Update(Current(account, scope, row.ToEntityReference(), score));
        return new Snapshot(row.Id, score, explanation, IsNew: true);
    }

    // The current snapshot is at hand; only for a day that has snapshots already, others of that day must be looked for: figures may change and change back.
    private EntityReference? Stored(Guid accountId, ScoreScopeChoice scope, string fingerprint, PreviousScores.Found? current)
    {
        if (current is null || current.AsOf < basis.AsOf) return null;
        if (current.AsOf == basis.AsOf && current.Fingerprint == fingerprint) return new EntityReference(ValueScoreRow.Table, current.Id);
        var query = new QueryExpression(ValueScoreRow.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(ValueScoreRow.Column.AccountId, ConditionOperator.Equal, accountId);
        query.Criteria.AddCondition(ValueScoreRow.Column.ScoringModelId, ConditionOperator.Equal, model.Model.Id);
        query.Criteria.AddCondition(ValueScoreRow.Column.Scope, ConditionOperator.Equal, (int)scope);
        query.Criteria.AddCondition(ValueScoreRow.Column.AsOf, ConditionOperator.Equal, basis.AsOf);
        query.Criteria.AddCondition(ValueScoreRow.Column.Fingerprint, ConditionOperator.Equal, fingerprint);
        return dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference();
    }

    private Explanation Explain(ValueScore score, MeasuredAccount account, PreviousScores.Found? previous)
    {
        var explanation = ScoreExplanation.Of(score, account.Figures, basis, currency.Code, previous?.Score());
        var lifetimeValue = ExplanationJson.Read(account.LifetimeValue.Sentences);
        // The last sentence says by which configuration; it stays last.
        var last = explanation.Sentences.Count - 1;
        return new Explanation([.. explanation.Sentences.Take(last), .. lifetimeValue.Sentences, explanation.Sentences[last]]);
    }

    private ScorePartRow Part(ScorePart part, EntityReference? owner)
    {
        var row = SnapshotRows.Of(part);
        if (part.NameKey is { } key) row.Name = texts.Find(key);
        row.Explanation = texts.Say(ScoreExplanation.OfPart(part, currency.Code));
        row.OwnerId = owner;
        return row;
    }

    private AccountRow Current(MeasuredAccount account, ScoreScopeChoice scope, EntityReference snapshot, ValueScore score)
    {
        if (scope == ScoreScopeChoice.Group) return new AccountRow { Id = account.AccountId, CurrentGroupScoreId = snapshot };
        return new AccountRow
        {
            Id = account.AccountId,
            CurrentScoreId = snapshot,
            ValueScore = score.Score,
            ScoreBand = score.Band is { } band ? (ScoreBandChoice)(int)band : null,
            LifetimeValue = currency.Money(account.LifetimeValue.Value * account.ExchangeRate),
            ChurnRisk = (ChurnRiskChoice)(int)account.LifetimeValue.Risk,
        };
    }

    /// <summary>What was stored, or found stored already.</summary>
    internal sealed record Snapshot(Guid Id, ValueScore Score, Explanation Explanation, bool IsNew);
}
