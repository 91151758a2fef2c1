using Kam.Plugins.Pipeline;

namespace Kam.Plugins.Structure.Content;

/// <summary>Custom API kam_RefreshContent: what everybody on a map is to be told next, one page a call.</summary>
/// <remarks>
/// Called again with the returned cursor until it is complete, as a rule daily after kam_SegmentPortfolio: then it knows new segments and topics. Repeating it changes nothing.
/// A call reads with three requests and writes one for each person whose next content changes.
/// </remarks>
/// <model stage="2 Structure">content topic (what is communicated to which segment, role and channel, how often)</model>
public sealed class RefreshContent : KamPlugin
{
    // Their ids are parameters of one SQL statement, of which SQL Server takes 2,100.
    private const int PeoplePerCall = 500, MostPeoplePerCall = 1000;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var pageSize = request.Optional<int?>("PageSize") ?? PeoplePerCall;
        if (pageSize is < 1 or > MostPeoplePerCall) throw RequestParameters.Invalid("PageSize", $"{pageSize}", $"1 – {MostPeoplePerCall}");
        var asOf = AsOfDate.Of(request);
        var dataverse = request.DataverseAsSystem;

        var people = new ContentStore(dataverse).People(null, [], PagePosition.Given(request, pageSize), out var next);
        var changed = new NextContentKeeping(dataverse, asOf).Keep(people);

        request.Answer("IsComplete", next.Length == 0);
        request.Answer("NextCursor", next);
        request.Answer("StakeholderCount", people.Count);
        request.Answer("ChangedCount", changed);
    }
}
