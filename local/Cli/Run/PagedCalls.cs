using System;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Run;

/// <summary>Calls a custom API that works page by page, as a flow would: again with the cursor it gave, until it says it is complete.</summary>
internal static class PagedCalls
{
    /// <returns>The last answer.</returns>
    public static OrganizationResponse CallPaged(this IOrganizationService service, string name, DateTime asOf, Action<OrganizationResponse> page)
    {
        var cursor = "";
        while (true)
        {
            var request = new OrganizationRequest(name) { ["AsOf"] = asOf };
            if (cursor.Length > 0) request["Cursor"] = cursor;
            var response = service.Execute(request);
            page(response);
            if ((bool)response["IsComplete"]) return response;
            cursor = (string)response["NextCursor"];
        }
    }
}
