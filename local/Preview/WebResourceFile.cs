using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Preview;

/// <summary>Web resources as files, under the names they have in the organisation.</summary>
internal static class WebResourceFile
{
    /// <summary>The web resource of a name, or null.</summary>
    public static PreviewFile? Read(IOrganizationService service, string name)
    {
        var query = new QueryExpression("webresource") { ColumnSet = new ColumnSet("content", "webresourcetype"), TopCount = 1 };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        if (service.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } row) return null;
        var content = Convert.FromBase64String(row.GetAttributeValue<string>("content") ?? string.Empty);
        return PreviewFile.Of(content, TypeOf(row.GetAttributeValue<OptionSetValue>("webresourcetype")?.Value ?? 0));
    }

    // The options of webresourcetype.
    private static string TypeOf(int webResourceType) => webResourceType switch
    {
        1 => "text/html; charset=utf-8",
        2 => "text/css; charset=utf-8",
        3 => "text/javascript; charset=utf-8",
        4 or 9 or 12 => "text/xml; charset=utf-8",
        5 => "image/png",
        6 => "image/jpeg",
        7 => "image/gif",
        10 => "image/x-icon",
        11 => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
