using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Queries.Conversion;

/// <summary>
/// Rows as the XML that ExecuteByIdSavedQuery and ExecuteByIdUserQuery answer: resultset, result, an element a column; what is null or empty stays out.
/// </summary>
/// <remarks>
/// Elements, morerecords and paging-cookie are documented (pages of both requests, "Use FetchXML aggregation", "Page large result sets with FetchXML").
/// That ids stand in braces and that name, type and formattedvalue are attributes of the elements is practice.
/// </remarks>
internal static class ResultSetWriter
{
    public static string Write(EntityCollection rows, DataverseSchema schema)
    {
        var set = new XElement("resultset", new XAttribute("morerecords", rows.MoreRecords ? "1" : "0"));
        if (rows.PagingCookie is { Length: > 0 } cookie) set.Add(new XAttribute("paging-cookie", cookie));
        foreach (var row in rows.Entities) set.Add(new XElement("result", row.Attributes.Select(a => Column(row, a.Key, a.Value, schema))));
        return set.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Column(Entity row, string key, object? value, DataverseSchema schema)
    {
        if (value is AliasedValue aliased) value = aliased.Value;
        if (Text(value) is not { Length: > 0 } text) return null;
        var element = new XElement(key, text);
        var formatted = row.FormattedValues.TryGetValue(key, out var shown) ? shown : null;
        switch (value)
        {
            case EntityReference reference:
                if (schema.Find(reference.LogicalName) is { } table) element.SetAttributeValue("type", table.ObjectTypeCode);
                element.SetAttributeValue("name", reference.Name ?? formatted);
                break;
            case OptionSetValue or bool:
                element.SetAttributeValue("name", formatted);
                element.SetAttributeValue("formattedvalue", text);
                break;
            default:
                element.SetAttributeValue("formattedvalue", formatted);
                break;
        }
        return element;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "1" : "0",
        Guid id => Id(id),
        EntityReference reference => Id(reference.Id),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection options => string.Join(",", options.Select(o => o.Value.ToString(CultureInfo.InvariantCulture))),
        Money amount => amount.Value.ToString(CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        BooleanManagedProperty flag => flag.Value ? "1" : "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Id(Guid id) => id.ToString("B").ToUpperInvariant();
}
