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
    /// <summary>Where each line stands. One request a line, and one or two for models and units this call has not read yet.</summary>
    public static IReadOnlyDictionary<Guid, LineStanding> Of(Request request, IReadOnlyList<OfferedLine> lines)
    {
        var judge = new LineJudge(request.DataverseAsSystem, new PriceModels(), AsOfDate.Today(request));
        return lines.ToDictionary(line => line.Reference.Id, line => Standing(judge.Judge(line.Offer)));
    }

    private static LineStanding Standing(LineFound found)
    {
        var judgement = found.Judgement;
        var verdict = judgement.Verdict == Verdict.Blocked ? Verdict.Blocked : judgement.IsToBeSigned ? Verdict.NeedsApproval : Verdict.InCorridor;
        return new LineStanding(verdict, judgement.DeviationPercent, judgement.AmountBelowMinimum * found.Facts.Rate, judgement.AmountBelowMinimum);
    }
}
