using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>Where a page ended: <c>&lt;cookie page="1"&gt;&lt;name last="B" first="A" /&gt;&lt;accountid last="{..}" first="{..}" /&gt;&lt;/cookie&gt;</c>.</summary>
internal sealed class PagingCookie
{
    private const int LongestCookie = 100_000;
    private const string MomentFormat = "yyyy-MM-ddTHH:mm:ssZ";

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
            return new PagingCookie(page, cookie.Elements().Select(e => (XmlConvert.DecodeName(e.Name.LocalName), LastOf(e))).ToList());
        }
        catch (Exception problem) when (problem is XmlException or FormatException or OverflowException)
        {
            throw PlatformErrors.QueryBuilderInvalidPagingCookie.Fault();
        }
    }

    /// <summary>Writes a cookie.</summary>
    public static string Write(int page, IReadOnlyList<string> names, IReadOnlyList<string?> first, IReadOnlyList<string?> last)
    {
        var cookie = new XElement("cookie", new XAttribute("page", page));
        for (var i = 0; i < names.Count; i++)
        {
            var element = new XElement(XmlConvert.EncodeLocalName(names[i]));
            Add(element, "last", last[i]);
            Add(element, "first", first[i]);
            cookie.Add(element);
        }
        return cookie.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A value of the current row as it stands in a cookie.</summary>
    public static string? Text(Statement row, int at, PageTerm term)
    {
        if (row.IsNull(at)) return null;
        return term.Kind switch
        {
            StorageKind.Text or StorageKind.OptionList => row.Text(at),
            StorageKind.Guid or StorageKind.Reference => row.Guid(at).ToString("B").ToUpperInvariant(),
            StorageKind.Seconds => DateTime.UnixEpoch.AddSeconds(row.Int64(at)).ToString(MomentFormat, CultureInfo.InvariantCulture),
            StorageKind.Scaled or StorageKind.Money => (row.Int64(at) / term.Factor).ToString(CultureInfo.InvariantCulture),
            StorageKind.Real => row.Double(at).ToString("R", CultureInfo.InvariantCulture),
            _ => row.Int64(at).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The value of a cookie in the form in which it is kept.</summary>
    public static SqlValue Value(string text, PageTerm term)
    {
        try
        {
            return term.Kind switch
            {
                StorageKind.Text or StorageKind.OptionList => new SqlValue(Text: text),
                StorageKind.Guid or StorageKind.Reference => new SqlValue(Id: Guid.Parse(text)),
                StorageKind.Seconds => new SqlValue(Number: (DateTime.ParseExact(
                    text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond),
                StorageKind.Scaled or StorageKind.Money => new SqlValue(Number: (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * term.Factor)),
                StorageKind.Real => new SqlValue(Real: double.Parse(text, CultureInfo.InvariantCulture)),
                _ => new SqlValue(Number: long.Parse(text, CultureInfo.InvariantCulture)),
            };
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            throw PlatformErrors.QueryBuilderInvalidPagingCookie.Fault();
        }
    }

    private static void Add(XElement element, string name, string? value)
    {
        if (value is null) element.Add(new XAttribute(name + "null", 1));
        else if (value.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))) element.Add(new XAttribute(name, value));
        else element.Add(new XAttribute(name + "base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(value))));
    }

    private static string? LastOf(XElement element)
    {
        // XML cannot carry control characters.
        if (element.Attribute("lastbase64")?.Value is { } encoded) return Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        return element.Attribute("lastnull") is null ? element.Attribute("last")?.Value : null;
    }
}
