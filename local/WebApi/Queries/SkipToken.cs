using System;
using System.Globalization;
using System.IO;
using System.ServiceModel;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Queries;

/// <summary>Where a client goes on: <c>&lt;cookie pagenumber="2" pagingcookie="%3ccookie…" istracking="False" /&gt;</c>.</summary>
/// <param name="Page">Number of the page to read, from 1.</param>
/// <param name="PagingCookie">The cookie of the page before; null where the query has none.</param>
internal sealed record SkipToken(int Page, string? PagingCookie)
{
    private const int Longest = 100_000;

    /// <summary>As it stands behind $skiptoken= in a link.</summary>
    public string InUrl() => Uri.EscapeDataString(Text(times: 1));

    /// <summary>As the annotation @Microsoft.Dynamics.CRM.fetchxmlpagingcookie has it: the inner cookie is encoded twice.</summary>
    public string InAnnotation() => Text(times: 2);

    /// <summary>Reads what a client sends back.</summary>
    public static SkipToken Parse(string text)
    {
        try
        {
            if (text.Length > Longest) throw Malformed();
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var cookie = XElement.Load(reader);
            var page = int.Parse(cookie.Attribute("pagenumber")?.Value ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
            var inner = cookie.Attribute("pagingcookie")?.Value;
            if (page < 1) throw Malformed();
            return new SkipToken(page, string.IsNullOrEmpty(inner) ? null : Uri.UnescapeDataString(inner));
        }
        catch (Exception problem) when (problem is XmlException or FormatException or OverflowException)
        {
            throw Malformed();
        }
    }

    private string Text(int times)
    {
        var inner = PagingCookie ?? "";
        for (var i = 0; i < times; i++) inner = Uri.EscapeDataString(inner);
        return new XElement("cookie", new XAttribute("pagenumber", Page), new XAttribute("pagingcookie", inner), new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);
    }

    private static FaultException<OrganizationServiceFault> Malformed() => QueryErrors.Invalid("Invalid page number or paging cookie in $skiptoken.");
}
