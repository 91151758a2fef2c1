using System.Linq;

namespace Local.Dataverse.Queries;

/// <summary>How much one query may ask, so that what runs here is not refused there ("Join tables", "Filter rows": limits).</summary>
internal static class QueryLimits
{
    private const int MostLinks = 15;
    private const int MostConditionsAndLinks = 500;

    public static void Check(QueryModel query)
    {
        var links = LinksOf(query.Root);
        if (links > MostLinks) throw PlatformErrors.TooManyLinkEntitiesInQuery.Fault();
        if (links + ConditionsOf(query.Root) > MostConditionsAndLinks) throw PlatformErrors.TooManyConditionsInQuery.Fault();
    }

    private static int LinksOf(QueryTable table) => table.Links.Sum(l => 1 + LinksOf(l)) + LinksOf(table.Filter);

    private static int LinksOf(QueryFilter? filter) => filter is null ? 0 : filter.Filters.Sum(LinksOf) + filter.Related.Sum(l => 1 + LinksOf(l));

    private static int ConditionsOf(QueryTable table) => ConditionsOf(table.Filter) + table.Links.Sum(ConditionsOf);

    private static int ConditionsOf(QueryFilter? filter) => filter is null
        ? 0
        : filter.Conditions.Count + filter.Filters.Sum(ConditionsOf) + filter.Related.Sum(ConditionsOf);
}
