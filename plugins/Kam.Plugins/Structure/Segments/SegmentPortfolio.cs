using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Plugins.Structure.Portfolios;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Custom API kam_SegmentPortfolio: puts every active account where it belongs on a day, one page a call, and ends overrides whose last day is past.</summary>
/// <remarks>
/// Called again with the returned cursor until it is complete, as a rule daily after kam_ScorePortfolio. Repeating it changes nothing. A call reads with four requests, and with three where loads change;
/// it writes one for each account of which only the index moved, two for each that changes its segment, one for each portfolio whose load changes.
/// </remarks>
/// <model stage="2 Structure">Segmentation from value score, potential and willingness to partner with hysteresis (1 % noise on revenue changes almost no class …)</model>
public sealed class SegmentPortfolio : KamPlugin
{
    private const int AccountsPerCall = 500, MostAccountsPerCall = 1000;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var pageSize = request.Optional<int?>("PageSize") ?? AccountsPerCall;
        if (pageSize is < 1 or > MostAccountsPerCall) throw RequestParameters.Invalid("PageSize", $"{pageSize}", $"1 – {MostAccountsPerCall}");
        var asOf = AsOfDate.Of(request);
        var dataverse = request.DataverseAsSystem;
        var store = new SegmentStore(dataverse);
        var segmenting = new AccountSegmenting(dataverse, new PolicyStore(dataverse).Needed(), asOf, StoredLanguage.Texts(dataverse));

        var accounts = store.Page(PagePosition.Given(request, pageSize), out var next);
        var overrides = store.Overrides(accounts.Select(account => account.Id).ToList());
        var changed = accounts.Where(account => segmenting.Segment(account, overrides.TryGetValue(account.Id, out var approved) ? approved : null).IsChanged).ToList();
        new LoadKeeping(dataverse).Keep(changed.Select(account => account.PortfolioId?.Id));

        request.Answer("IsComplete", next is null);
        request.Answer("NextCursor", next ?? "");
        request.Answer("AccountCount", accounts.Count);
        request.Answer("ChangedCount", changed.Count);
    }
}
