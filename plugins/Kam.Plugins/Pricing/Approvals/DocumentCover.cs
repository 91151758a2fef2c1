using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Whether all lines of a document may go out with it, judged at this moment. Four requests beside those of judging, two where no line needs approval, however many lines.</summary>
internal sealed class DocumentCover
{
    private readonly Request request;
    private readonly OfferTable table;
    private readonly IReadOnlyList<OfferedLine> lines;
    private readonly Dictionary<Guid, IReadOnlyList<LineException>> exceptions = [];
    private readonly List<LineCover> covers = [];
    private readonly DateTime today;

    private DocumentCover(Request request, OfferTable table, IReadOnlyList<OfferedLine> lines)
    {
        this.request = request;
        this.table = table;
        this.lines = lines;
        today = AsOfDate.Today(request);
    }

    /// <summary>Of a whole document.</summary>
    public static DocumentCover Of(Request request, OfferTable table, Guid documentId)
    {
        var cover = new DocumentCover(request, table, new OfferStore(request.DataverseAsSystem).Lines(table, documentId));
        cover.Judge(documentId);
        return cover;
    }

    /// <summary>Of one line, as if the others were not there.</summary>
    public static DocumentCover Of(Request request, OfferTable table, OfferedLine line)
    {
        var cover = new DocumentCover(request, table, [line]);
        cover.Judge(line.Document.Reference.Id);
        return cover;
    }

    /// <summary>Refuses with every line that lacks a signature.</summary>
    /// <exception cref="RefusalException">KAM-PRC-040 to 045, one for each line.</exception>
    public void Require() => RefusalException.WhenAny(covers.Select(cover => cover.Gap(ExceptionsOf(cover), today)).Where(gap => gap is not null).Select(gap => gap!).ToList());

    /// <summary>The signatures the lines go out with.</summary>
    public IEnumerable<KeyValuePair<LineCover, LineException>> Signatures()
    {
        foreach (var cover in covers.Where(cover => cover.Verdict == Verdict.NeedsApproval))
            if (cover.Permitting(ExceptionsOf(cover), today) is { } signature) yield return new(cover, signature);
    }

    private void Judge(Guid documentId)
    {
        if (lines.Count == 0) return;
        var standings = LineStandings.Of(request, lines);
        var needing = lines.Where(line => standings[line.Reference.Id].Verdict >= Verdict.NeedsApproval).ToList();
        if (needing.Count == 0) return;
        var levels = ApprovalLevels.In(request.DataverseAsSystem);
        var stored = new PriceExceptionStore(request.DataverseAsSystem).OfDocument(table, documentId, needing);
        foreach (var line in needing)
        {
            var standing = standings[line.Reference.Id];
            covers.Add(new LineCover(line.Number, line.Product, standing.Verdict, levels.RankFor(standing), line.Terms));
            exceptions[line.Reference.Id] = stored.Where(row => PriceExceptionStore.LineOf(row)?.Id == line.Reference.Id || Names(row, line)).Select(row => PriceExceptionStore.Rule(row, levels)).ToList();
        }
    }

    // An exception that was ordered under belongs to the order line from then on; the quote it came from still shows it.
    private static bool Names(PriceExceptionRow row, OfferedLine line) => row.QuoteLineId?.Id == line.Reference.Id || row.OrderLineId?.Id == line.Reference.Id || row.AgreementLineId?.Id == line.Reference.Id;

    private IReadOnlyList<LineException> ExceptionsOf(LineCover cover) => exceptions.TryGetValue(cover.Terms.LineId, out var found) ? found : [];
}
