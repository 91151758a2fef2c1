using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>What becomes of exceptions when lines are no longer what was asked for.</summary>
internal static class LineEvents
{
    /// <summary>Ends those whose terms are no longer the line's, and lets a line that still has the terms show that it is approved.</summary>
    public static void Compare(Request request, IReadOnlyList<PriceExceptionRow> active, IReadOnlyList<OfferedLine> lines)
    {
        foreach (var exception in active)
        {
            var line = lines.FirstOrDefault(one => one.Reference.Id == PriceExceptionStore.LineOf(exception)?.Id);
            if (line is null) continue;
            if (PriceExceptionStore.TermsOf(exception) != line.Terms) EndAsVoid(request, exception, "pricing.logLineChanged", line.Status == PriceStatusChoice.Approved);
            else if (exception.StatusCode == PriceExceptionStatusReason.Approved && line.Status is PriceStatusChoice.NeedsApproval or PriceStatusChoice.NotJudged)
                new ExceptionJournal(request).Trace(line.Reference, exception.Id, PriceStatusChoice.Approved);
        }
    }

    /// <summary>Ends an exception whose line is no longer what it was.</summary>
    public static void EndAsVoid(Request request, PriceExceptionRow exception, string why, bool wasShown)
    {
        var journal = new ExceptionJournal(request);
        journal.End(exception, PriceExceptionStatusReason.Void, ExceptionEventChoice.Void, journal.Say(why), wasShown);
    }
}
