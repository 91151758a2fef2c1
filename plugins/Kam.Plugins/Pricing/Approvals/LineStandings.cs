using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Lines;
using Kam.Rules.Pricing;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Judges lines anew, so that nothing a client wrote on a line and no price, cost, corridor or rate of yesterday counts.</summary>
internal static class LineStandings
{
    /// <summary>Where each line of a document stands. One request for a line alone; for several two, and one more for each two hundred products, and for models and units this call has not read yet.</summary>
    /// <param name="request">The call.</param>
    /// <param name="lines">All of one document.</param>
    public static IReadOnlyDictionary<Guid, LineStanding> Of(Request request, IReadOnlyList<OfferedLine> lines)
    {
        var judge = new LineJudge(request.DataverseAsSystem, new PriceModels(), AsOfDate.Today(request));
        var found = judge.Judge(lines.Select(line => line.Offer).ToList());
        return lines.Select((line, at) => new KeyValuePair<Guid, LineStanding>(line.Reference.Id, Standing(found[at]))).ToDictionary(one => one.Key, one => one.Value);
    }

    private static LineStanding Standing(LineFound found)
    {
        var judgement = found.Judgement;
        var verdict = judgement.Verdict == Verdict.Blocked ? Verdict.Blocked : judgement.IsToBeSigned ? Verdict.NeedsApproval : Verdict.InCorridor;
        return new LineStanding(verdict, judgement.DeviationPercent, judgement.AmountBelowMinimum * found.Facts.Rate, judgement.AmountBelowMinimum);
    }
}
