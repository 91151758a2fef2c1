using System;
using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>
/// Custom API kam_ScorePortfolio: values every active account and every group on a day, piece by piece, so that each call stays within the platform's two minutes.
/// </summary>
/// <remarks>
/// Three phases: measure the accounts, up to 5,000 a call; draw groups together and rank the portfolio; score, up to PageSize accounts a call. A call also ends when the seconds of
/// kam_CallSeconds are over, wherever it stands. The run of the model and day holds the state and what it was begun with (settings, model, criteria, currency, fit), so a broken-off run goes on where it
/// stopped, by the same model on all pages, and a finished one does nothing more.
/// Cost: at most 12 reading requests for 500 accounts and a constant for the run, all calls counted; two writing ones for each account, a create with its parts and an update.
/// </remarks>
/// <model stage="1 Value Insights">Score 0–100 … within the portfolio</model>
public sealed class ScorePortfolio : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var pageSize = request.Optional<int?>("PageSize");
        if (pageSize is < 1 or > Valuation.MostAccountsPerCall) throw RequestParameters.Invalid("PageSize", $"{pageSize}", $"1 – {Valuation.MostAccountsPerCall}");
        var runs = new ScoringRunStore(request.DataverseAsSystem);
        var run = request.Optional<string>("Cursor") is { Length: > 0 } cursor ? Begun(runs, cursor, asOf) : OfTheDay(request, runs, asOf);

        var outcome = run.Phase == ScoringPhaseChoice.Finished ? PortfolioStep.Outcome.AlreadyFinished : Step(request, runs, run, pageSize);

        request.Answer("IsComplete", outcome.IsComplete);
        request.Answer("NextCursor", outcome.IsComplete ? "" : run.Id.ToString("N"));
        request.Answer("ScoredCount", outcome.Scored);
        request.Answer("UnscoredCount", outcome.Unscored);
        request.Answer("ScoringRunId", run.Id);
    }

    private static PortfolioStep.Outcome Step(Request request, ScoringRunStore runs, ScoringRunRow run, int? pageSize)
    {
        var valuation = Valuation.Of(request.DataverseAsSystem, run);
        var step = new PortfolioStep(request.DataverseAsSystem, valuation, runs, run, request.Context.OperationCreatedOn);
        return run.Phase switch
        {
            ScoringPhaseChoice.Measuring => step.Measure(),
            ScoringPhaseChoice.Grouping => step.Group(),
            _ => step.Score(pageSize ?? valuation.PageSize),
        };
    }

    // The cursor is the run, so a call that brings it need not look for the model in use.
    private static ScoringRunRow Begun(ScoringRunStore runs, string cursor, DateTime asOf) =>
        Guid.TryParseExact(cursor, "N", out var id) && runs.ById(id) is { } run && run.AsOf == asOf ? run : throw RequestParameters.Invalid("Cursor", cursor, "NextCursor");

    private static ScoringRunRow OfTheDay(Request request, ScoringRunStore runs, DateTime asOf)
    {
        var valuation = Valuation.Now(request.DataverseAsSystem, asOf);
        return runs.Of(valuation.Model.Model.Id, asOf) ?? Begin(request, valuation);
    }

    private static ScoringRunRow Begin(Request request, Valuation valuation)
    {
        var run = new ScoringRunRow
        {
            Name = $"{valuation.AsOf:yyyy-MM-dd} {valuation.Model.Model.Configuration}",
            ScoringModelId = new(ScoringModelRow.Table, valuation.Model.Model.Id),
            AsOf = valuation.AsOf,
            Phase = ScoringPhaseChoice.Measuring,
            PageCount = 0,
            AccountCount = 0,
            ScoredCount = 0,
            StartedOn = request.Context.OperationCreatedOn,
            ValueModelFitId = valuation.FitReference,
        };
        // As the caller: whoever may not score portfolios may not create the run.
        run.Id = request.Dataverse.Create(run);
        request.DataverseAsSystem.Update(new ScoringRunRow { Id = run.Id, Basis = valuation.Stored() });
        return new ScoringRunStore(request.DataverseAsSystem).ById(run.Id)!;
    }
}
