using System;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Custom API kam_ScoreAccount: values one account, or its whole group, on a day and stores the snapshot.</summary>
/// <remarks>
/// The figures are read with all rights, so that an account is worth the same whoever asks; the caller must be able to read the account. Valuing again on the same figures
/// stores nothing and answers the snapshot that is there.
/// </remarks>
/// <model stage="1 Value Insights">Know what the customer is worth to us</model>
public sealed class ScoreAccount : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var accountId = request.Required<Guid>("AccountId");
        request.Dataverse.Retrieve(AccountRow.Table, accountId, new ColumnSet(AccountRow.Column.Name));
        var scope = request.Optional<OptionSetValue>("Scope") is { } chosen ? ScopeOf(chosen.Value) : ScoreScopeChoice.Account;

        var snapshot = AccountScoring.Score(request.DataverseAsSystem, accountId, scope, AsOfDate.Of(request), request.Context.OperationCreatedOn);

        request.Answer("ValueScoreId", snapshot.Id);
        request.Answer("Score", snapshot.Score.Score);
        request.Answer("Band", snapshot.Score.Band is { } band ? new OptionSetValue((int)band) : null);
        request.Answer("Explanation", request.TextsOfCaller().Say(snapshot.Explanation));
        request.Answer("IsNew", snapshot.IsNew);
    }

    private static ScoreScopeChoice ScopeOf(int value) => Enum.IsDefined(typeof(ScoreScopeChoice), value)
        ? (ScoreScopeChoice)value
        : throw RequestParameters.Invalid("Scope", $"{value}", $"{(int)ScoreScopeChoice.Account}, {(int)ScoreScopeChoice.Group}");
}
