using System;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;

namespace Kam.Plugins.ValueInsights.Insights;

/// <summary>Custom API kam_ExpireInsights: takes insights whose last valid day has passed out of use, at most 200 a call; a daily flow goes on with NextCursor until IsComplete.</summary>
/// <remarks>
/// Reads and writes with the rights of the caller: a manager tidies up their own insights, the service account all. The last valid day itself still counts. What was
/// expired does not come up again, so the cursor only holds the day: a run that passes midnight, or is repeated, stays on it. One request, and one for each insight.
/// </remarks>
/// <model stage="1 Value Insights">expired ones fall out</model>
public sealed class ExpireInsights : KamPlugin
{
    private const int PageSize = 200;
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = DayOf(request);
        var insights = new InsightStore(request.Dataverse);
        var due = insights.NoLongerValidOn(asOf, PageSize + 1);
        foreach (var insight in due.Take(PageSize)) insights.Expire(insight);

        var isComplete = due.Count <= PageSize;
        request.Answer("IsComplete", isComplete);
        request.Answer("NextCursor", isComplete ? "" : asOf.ToString(Day, CultureInfo.InvariantCulture));
        request.Answer("ExpiredCount", Math.Min(due.Count, PageSize));
    }

    private static DateTime DayOf(Request request)
    {
        var asOf = AsOfDate.Of(request);
        if (request.Optional<string>("Cursor") is not { Length: > 0 } cursor) return asOf;
        if (!DateTime.TryParseExact(cursor, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var begun) || begun > AsOfDate.Today(request))
            throw RequestParameters.Invalid("Cursor", cursor, Day);
        if (request.Optional<DateTime?>("AsOf") is not null && begun != asOf) throw RequestParameters.Invalid("Cursor", cursor, asOf.ToString(Day, CultureInfo.InvariantCulture));
        return begun;
    }
}
