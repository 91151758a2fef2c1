using System;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Which rows of a query an answer holds: $top, or a page of the size preferred.</summary>
internal sealed class PageOfUrl
{
    private const int Largest = 5000;

    private readonly QueryUrl url;
    private readonly SkipToken? token;
    private readonly int? top;

    public PageOfUrl(QueryUrl url, QueryPreferences preferences)
    {
        this.url = url;
        // "Max page size requests larger than 5,000 are ignored."
        MaxPageSize = preferences.MaxPageSize is > 0 and <= Largest ? preferences.MaxPageSize : null;
        token = url.Option("$skiptoken") is { } text ? SkipToken.Parse(text) : null;
        // "If you include both, $top is ignored."
        top = MaxPageSize is null && token is null ? url.Top() : null;
        Count = url.Count();
    }

    /// <summary>Prefer: odata.maxpagesize; null for none.</summary>
    public int? MaxPageSize { get; }

    /// <summary>$count=true.</summary>
    public bool Count { get; }

    /// <summary>Whether nothing is to be read: $top=0.</summary>
    public bool IsEmpty => top == 0;

    private int Size => MaxPageSize ?? Largest;

    private int Number => token?.Page ?? 1;

    /// <summary>Puts the page into a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="onlyCount">Only the number of rows is wanted.</param>
    public void Apply(QueryExpression query, bool onlyCount)
    {
        query.PageInfo.ReturnTotalRecordCount = Count || onlyCount;
        if (top is not null || onlyCount)
        {
            query.TopCount = onlyCount ? 1 : Math.Max(top!.Value, 1);
            return;
        }
        query.PageInfo.Count = Size;
        query.PageInfo.PageNumber = Number;
        query.PageInfo.PagingCookie = token?.PagingCookie;
    }

    /// <summary>The query with its page as FetchXML that orders choices by their number.</summary>
    public FetchExpression AsFetchXml(QueryExpression query)
    {
        var fetch = FetchXml.Of(query);
        fetch.Add(new XAttribute("useraworderby", true));
        if (query.PageInfo.ReturnTotalRecordCount) fetch.Add(new XAttribute("returntotalrecordcount", true));
        if (query.TopCount is { } rows) fetch.Add(new XAttribute("top", rows));
        else
        {
            fetch.Add(new XAttribute("count", Size), new XAttribute("page", Number));
            if (token?.PagingCookie is { } cookie) fetch.Add(new XAttribute("paging-cookie", cookie));
        }
        return new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The query string of the link to the next page.</summary>
    public string Next(string? cookie)
    {
        var repeated = url.Repeated();
        var skip = "$skiptoken=" + new SkipToken(Number + 1, cookie).InUrl();
        return repeated.Length == 0 ? skip : repeated + "&" + skip;
    }
}
