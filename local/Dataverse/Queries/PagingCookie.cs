using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>Where a page ended: <c>&lt;cookie page="1"&gt;&lt;name last="B" first="A" /&gt;&lt;accountid last="{..}" first="{..}" /&gt;&lt;/cookie&gt;</c>.</summary>
internal sealed class PagingCookie
{
    private const int LongestCookie = 100_000;

    private PagingCookie(int page, List<(string Column, string? Last)> last)
    {
        Page = page;
        Last = last;
    }

    /// <summary>The page it was given with.</summary>
    public int Page { get; }

    /// <summary>Values of the order's columns in the page's last row; null for null.</summary>
    public IReadOnlyList<(string Column, string? Last)> Last { get; }

    /// <summary>Reads a cookie a client sends back; null when there is none.</summary>
    public static PagingCookie? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            if (text.Length > LongestCookie) throw PlatformErrors.QueryBuilderInvalidPagingCookie.Fault();
            using var reader = XmlReader.Create(new System.IO.StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var cookie = XElement.Load(reader);
            var page = int.Parse(cookie.Attribute("page")?.Value ?? "", CultureInfo.InvariantCulture);
            return new PagingCookie(page, cookie.Elements().Select(e => (e.Name.LocalName, e.Attribute("lastnull") is null ? e.Attribute("last")?.Value : null)).ToList());
        }
        catch (Exception problem) when (problem is XmlException or FormatException or OverflowException)
        {
            throw PlatformErrors.QueryBuilderInvalidPagingCookie.Fault();
        }
    }

    /// <summary>Writes a cookie.</summary>
    public static string Write(int page, IReadOnlyList<ColumnSlot> columns, IReadOnlyList<string?> first, IReadOnlyList<string?> last)
    {
        var cookie = new XElement("cookie", new XAttribute("page", page));
        for (var i = 0; i < columns.Count; i++)
        {
            var element = new XElement(columns[i].Name);
            element.Add(last[i] is { } l ? new XAttribute("last", l) : new XAttribute("lastnull", 1));
            element.Add(first[i] is { } f ? new XAttribute("first", f) : new XAttribute("firstnull", 1));
            cookie.Add(element);
        }
        return cookie.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A stored value as it stands in a cookie.</summary>
    public static string? Text(Statement row, int at, ColumnSlot slot)
    {
        if (row.IsNull(at)) return null;
        return slot.Kind switch
        {
            StorageKind.Text or StorageKind.OptionList => row.Text(at),
            StorageKind.Guid or StorageKind.Reference => row.Guid(at).ToString("B").ToUpperInvariant(),
            StorageKind.Seconds => DateTime.UnixEpoch.AddSeconds(row.Int64(at)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            StorageKind.Scaled or StorageKind.Money => (row.Int64(at) / slot.Factor).ToString(CultureInfo.InvariantCulture),
            StorageKind.Real => row.Double(at).ToString("R", CultureInfo.InvariantCulture),
            _ => row.Int64(at).ToString(CultureInfo.InvariantCulture),
        };
    }
}
