using System;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.Reading;
using Kam.Plugins.ValueInsights.Scoring;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.LifetimeValue;

/// <summary>
/// Custom API kam_FitValueModel: collects the purchases of the whole customer base, page by page, and fits the lifetime value models when it has them all.
/// </summary>
/// <remarks>
/// A call reads up to 10,000 customers, or as many as it gets through in the seconds of kam_CallSeconds; a caller goes on with NextCursor until IsComplete. The row of the as-of date
/// holds what was collected, so a broken-off fit goes on where it stopped, and a finished one is answered as it is.
/// </remarks>
/// <model stage="1 Value Insights">Fitted by maximum likelihood over the whole customer base …; refuses, with a reason, when the base is too small or degenerate</model>
public sealed class FitValueModel : KamPlugin
{
    private const int PagesPerCall = 10;
    private const int MostCharacters = 1048576;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var dataverse = request.DataverseAsSystem;
        var fits = new ValueModelStore(dataverse);
        var row = fits.Of(asOf) ?? Begin(request, asOf);
        if (row.Phase != FitPhaseChoice.Finished)
        {
            var change = Collect(new AccountStore(dataverse), Valuation.Now(dataverse, asOf), row);
            if (change.Phase == FitPhaseChoice.Finished) change.FinishedOn = request.Context.OperationCreatedOn;
            dataverse.Update(change);
            row = change.Phase == FitPhaseChoice.Finished ? change : row;
        }
        Answer(request, row);
    }

    private static ValueModelFitRow Begin(Request request, DateTime asOf)
    {
        var row = new ValueModelFitRow { Name = $"{asOf:yyyy-MM-dd}", AsOf = asOf, Family = ValueModelFamilyChoice.BgNbd, Phase = FitPhaseChoice.Collecting, IsUsable = false };
        // As the caller: whoever may not fit models may not create the row.
        row.Id = request.Dataverse.Create(row);
        return row;
    }

    private static ValueModelFitRow Collect(AccountStore accounts, Valuation valuation, ValueModelFitRow row)
    {
        var time = valuation.CallTime();
        var figures = valuation.Figures();
        var collected = PurchaseProgress.Read(row.Progress);
        var position = row.Cursor ?? "";
        var pages = 0;
        do
        {
            var customers = accounts.PageOfWholeBase(AccountStore.ReadTogether, position, out var next);
            foreach (var reading in figures.ReadPurchases(customers)) Add(collected, reading, valuation.Basis);
            if (next is null)
            {
                var finished = new ValueModelFitRow { Id = row.Id };
                ValueModelFitting.Finish(finished, collected, valuation.Model.MinimumCustomers, valuation.StoredTexts);
                return finished;
            }
            position = next;
        }
        while (++pages < PagesPerCall && !time.IsOver);
        var progress = collected.Write();
        if (progress.Length > MostCharacters) throw new RefusalException(ValueInsightsReasons.CustomerBaseTooLarge, "CustomerCount", $"{collected.Count}", Argument.Number(collected.Count));
        return new ValueModelFitRow { Id = row.Id, Phase = FitPhaseChoice.Collecting, Progress = progress, Cursor = position };
    }

    private static void Add(PurchaseProgress collected, AccountReading reading, MeasureBasis basis)
    {
        if (reading.Contract(basis.AsOf) is { } contract) collected.Add(contract);
        if (reading.History(basis.AsOf) is { } history) collected.Add(history, reading.MarginPerOrder(AccountMeasures.Of(reading.Figures, basis)));
    }

    private static void Answer(Request request, ValueModelFitRow row)
    {
        var isComplete = row.Phase == FitPhaseChoice.Finished;
        request.Answer("IsComplete", isComplete);
        request.Answer("NextCursor", isComplete ? "" : row.Id.ToString("N"));
        request.Answer("ValueModelFitId", row.Id);
        request.Answer("IsUsable", row.IsUsable ?? false);
        request.Answer("Refusal", row.Refusal ?? "");
        request.Answer("CustomerCount", row.CustomerCount ?? 0);
    }
}
