using System;
using System.Globalization;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>Where a paged reading stands, as one text that a flow hands back: page number and the platform's paging cookie.</summary>
internal static class PagePosition
{
    /// <summary>Where the caller wants to go on, by the parameter Cursor; the first page when it is left out or empty.</summary>
    /// <exception cref="RefusalException">KAM-GEN-003: the text is none of ours.</exception>
    public static PagingInfo Given(Request request, int size)
    {
        var cursor = request.Optional<string>("Cursor") ?? "";
        try
        {
            return Read(cursor, size);
        }
        catch (FormatException)
        {
            throw RequestParameters.Invalid("Cursor", cursor, "NextCursor");
        }
    }

    public static string Write(int page, string cookie) => page.ToString(CultureInfo.InvariantCulture) + "|" + cookie;

    /// <exception cref="FormatException">The text is none of ours.</exception>
    public static PagingInfo Read(string position, int size)
    {
        if (position.Length == 0) return new PagingInfo { Count = size, PageNumber = 1 };
        var bar = position.IndexOf('|');
        if (bar < 1 || !int.TryParse(position.Substring(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page < 2)
            throw new FormatException("The position is no page.");
        return new PagingInfo { Count = size, PageNumber = page, PagingCookie = position.Substring(bar + 1) };
    }
}
