using System;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;

namespace Kam.Plugins.Pricing.Reviews;

/// <summary>
/// Custom API kam_ReviewConditions: looks at concessions whose review is due, whether the customer kept the promise. Kept, it goes on; missed, it ends and what it gave is claimed back; unmeasured, a
/// person must look.
/// </summary>
/// <remarks>
/// At most 50 lines a call, those that the caller may read and write; what was reviewed does not come up again, so a flow calls until IsComplete, and the cursor only holds the day.
/// Figures are read with all rights. Cost: 4 requests a call; 4 to 7 for each line, one more for every 5,000 order lines of its customer.
/// </remarks>
/// <model stage="5 Pricing">a concession tied to tenure, cross-sell or value growth is reviewed on invoiced data when due, expires, and is clawed back</model>
public sealed class ReviewConditions : KamPlugin
{
    private const int LinesPerCall = 50;
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = DayOf(request);
        var due = ReviewStore.Due(request.Dataverse, asOf, LinesPerCall + 1);
        var reviewed = 0;
        var missed = 0;
        if (due.Count > 0)
        {
            var dataverse = request.DataverseAsSystem;
            var basis = RevenueBasis.Of(dataverse);
            var currency = BaseCurrency.Of(dataverse);
            var store = new ReviewStore(dataverse, basis);
            var time = new CallTime(basis.CallSeconds);
            foreach (var line in due.Take(LinesPerCall))
            {
                if (reviewed > 0 && time.IsOver) break;
                if (Review(store, line, asOf, currency) == ReviewOutcome.Missed) missed++;
                reviewed++;
            }
        }

        var isComplete = reviewed == due.Count;
        request.Answer("IsComplete", isComplete);
        request.Answer("NextCursor", isComplete ? "" : asOf.ToString(Day, CultureInfo.InvariantCulture));
        request.Answer("ReviewedCount", reviewed);
        request.Answer("MissedCount", missed);
    }

    private static ReviewOutcome Review(ReviewStore store, DueLine due, DateTime asOf, BaseCurrency currency)
    {
        var delivered = store.Delivered(due, asOf);
        var line = due.Line;
        // What an ERP has entered as granted is taken; else it follows from the discount.
        var granted = line.Granted is { } entered
            ? entered.Value / (line.ExchangeRate is { } rate and not 0m ? rate : 1m)
            : line.DiscountPercent is { } discount and >= 0m and < 100m ? currency.Currency.Round(delivered.Granted(discount)) : 0m;
        var review = new ConditionReview(line.Required!.Value, Math.Max(0m, granted), line.ClawbackPercent ?? 100m, line.ReviewOn!.Value);
        var outcome = review.Judge(delivered.Measured((ConditionKind)line.ConditionKind!.Value, asOf), asOf);
        store.Write(due, outcome, Math.Max(0m, granted), review.Clawback(currency.Currency), asOf, currency.Code);
        return outcome;
    }

    private static DateTime DayOf(Request request)
    {
        var asOf = AsOfDate.Of(request);
        if (request.Optional<string>("Cursor") is not { Length: > 0 } cursor) return asOf;
        if (!DateTime.TryParseExact(cursor, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var begun) || begun > AsOfDate.Today(request))
            throw RequestParameters.Invalid("Cursor", cursor, Day);
        return begun;
    }
}
