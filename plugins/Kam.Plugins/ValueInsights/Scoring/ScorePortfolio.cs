using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>
/// Custom API kam_ScorePortfolio: values every active account and every group on a day, one page a call, so that each call stays within the platform's two minutes.
/// </summary>
/// <remarks>
/// Three phases: measure the accounts, 5,000 a call; draw groups together and rank the portfolio; score one page a call. The run of the model and day holds the state, so a
/// broken-off run goes on where it stopped, whichever cursor comes in, and a finished one does nothing more. Reading costs at most 12 requests for 500 accounts (10 to measure, 2 to score
/// a page) and a constant for each call; writing costs two for each account, a create with its parts and an update, which is why a page is 250 accounts unless the caller or
/// the environment variable kam_ScorePageSize says otherwise.
/// </remarks>
/// <model stage="1 Value Insights">Score 0–100 … within the portfolio</model>
public sealed class ScorePortfolio : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var valuation = new Valuation(request.DataverseAsSystem, asOf);
        var runs = new ScoringRunStore(request.DataverseAsSystem);
        var run = runs.Of(valuation.Model.Model.Id, asOf) ?? Begin(request, valuation);
        if (request.Optional<string>("Cursor") is { Length: > 0 } cursor && cursor != run.Id.ToString("N"))
            throw RequestParameters.Invalid("Cursor", cursor, run.Id.ToString("N"));
        var pageSize = request.Optional<int?>("PageSize") ?? valuation.PageSize;
        if (pageSize is < 1 or > 500) throw RequestParameters.Invalid("PageSize", $"{pageSize}", "1 – 500");

        var step = new PortfolioStep(request.DataverseAsSystem, valuation, runs, run, request.Context.OperationCreatedOn);
        var outcome = run.Phase switch
        {
            ScoringPhaseChoice.Measuring => step.Measure(pageSize),
            ScoringPhaseChoice.Grouping => step.Group(pageSize),
            ScoringPhaseChoice.Scoring => step.Score(),
            _ => PortfolioStep.Outcome.AlreadyFinished,
        };

        request.Answer("IsComplete", outcome.IsComplete);
        request.Answer("NextCursor", outcome.IsComplete ? "" : run.Id.ToString("N"));
        request.Answer("ScoredCount", outcome.Scored);
        request.Answer("UnscoredCount", outcome.Unscored);
        request.Answer("ScoringRunId", run.Id);
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
        return new ScoringRunStore(request.DataverseAsSystem).Of(valuation.Model.Model.Id, valuation.AsOf)!;
    }
}
