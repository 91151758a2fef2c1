using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Cli.Run.Report;

/// <summary>What every section of the report works with.</summary>
/// <param name="Service">Dataverse as the administrator.</param>
/// <param name="AsOf">The day of the report, midnight UTC.</param>
/// <param name="Currency">ISO code of the base currency, for headings.</param>
internal sealed record ReportRun(IOrganizationService Service, DateTime AsOf, string Currency)
{
    private const int PageSize = 5000;

    /// <summary>Calls a custom API once.</summary>
    public OrganizationResponse Call(string name, params (string Name, object Value)[] parameters)
    {
        var request = new OrganizationRequest(name);
        foreach (var (parameter, value) in parameters) request[parameter] = value;
        return Service.Execute(request);
    }

    /// <summary>Calls a custom API for the day, with its cursor, until it says it is complete; hands every answer to <paramref name="page"/>.</summary>
    public void CallPaged(string name, Action<OrganizationResponse> page) => Service.CallPaged(name, AsOf, page);

    /// <summary>All rows of a query, page by page.</summary>
    public IReadOnlyList<Entity> All(QueryExpression query)
    {
        var rows = new List<Entity>();
        query.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
        while (true)
        {
            var page = Service.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>What FetchXML answers: for sums and counts.</summary>
    public IReadOnlyList<Entity> Fetch(string fetchXml) => Service.RetrieveMultiple(new FetchExpression(fetchXml)).Entities;
}
