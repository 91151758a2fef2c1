using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Stores a score as a snapshot with its parts, and makes it the account's current one: two requests an account, none when nothing changed since the snapshot of the same day.</summary>
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
        var explanation = Explain(score, account, previous);
        if (previous?.IsSame(basis.AsOf, fingerprint) == true)
        {
            // The mark of being stale goes away also when the figures turn out the same.
            dataverse.Update(new AccountRow { Id = account.AccountId, ScoreStaleOn = null });
            return new Snapshot(previous.Id, score, explanation, IsNew: false);
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
        row.PreviousScoreId = previous is null ? null : new EntityReference(ValueScoreRow.Table, previous.Id);
        if (account.OwnerId is { } owner) row.OwnerId = new EntityReference(UserRow.Table, owner);
        row.RelatedEntities[SnapshotRows.PartsOfScore] = new EntityCollection(score.Parts.Select(part => (Entity)Part(part, row.OwnerId)).ToList()) { EntityName = ScorePartRow.Table };
        row.Id = dataverse.Create(row);
        dataverse.Update(Current(account, scope, row, score));
        return new Snapshot(row.Id, score, explanation, IsNew: true);
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
        row.Explanation = texts.Say(ScoreExplanation.OfPart(part, currency.Code));
        row.OwnerId = owner;
        return row;
    }

    private AccountRow Current(MeasuredAccount account, ScoreScopeChoice scope, ValueScoreRow snapshot, ValueScore score)
    {
        if (scope == ScoreScopeChoice.Group) return new AccountRow { Id = account.AccountId, CurrentGroupScoreId = snapshot.ToEntityReference() };
        return new AccountRow
        {
            Id = account.AccountId,
            CurrentScoreId = snapshot.ToEntityReference(),
            ValueScore = score.Score,
            ScoreBand = score.Band is { } band ? (ScoreBandChoice)(int)band : null,
            LifetimeValue = currency.Money(account.LifetimeValue.Value * account.ExchangeRate),
            ChurnRisk = (ChurnRiskChoice)(int)account.LifetimeValue.Risk,
            ScoreStaleOn = null,
        };
    }

    /// <summary>What was stored, or found stored already.</summary>
    internal sealed record Snapshot(Guid Id, ValueScore Score, Explanation Explanation, bool IsNew);
}
