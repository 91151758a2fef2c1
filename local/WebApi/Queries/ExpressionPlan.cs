using System;
using System.Linq;
using System.ServiceModel;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Reads the rows of a set or of a path: one query a page, with one more for each collection expanded.</summary>
/// <param name="model">The model.</param>
/// <param name="query">The query, but for its page.</param>
/// <param name="level">What is written of the rows.</param>
/// <param name="page">Which page, and how large.</param>
/// <param name="parent">The row the path begins with, where none found may mean that it is not there; null for sets.</param>
internal sealed class ExpressionPlan(ServiceModel model, QueryExpression query, Level level, PageOfUrl page, EntityReference? parent) : RowsPlan
{
    /// <inheritdoc/>
    public override RowsPage Read(IOrganizationService service)
    {
        page.Apply(query, IsCount);
        var found = service.RetrieveMultiple(NeedsFetchXml() ? page.AsFetchXml(query) : query);
        if (found.Entities.Count == 0 && parent is not null && !IsCount) Require(service, parent);
        if (IsSingle && found.Entities.Count == 0 && !EndsAtLookup) throw NotFound();
        var rows = page.IsEmpty ? [] : found.Entities.ToList();
        new ExpansionReader(model.Schema, service, page.MaxPageSize).Read(rows, level);
        return new RowsPage(
            rows,
            found.MoreRecords && !IsSingle && !IsCount ? page.Next(found.PagingCookie) : null,
            page.Count || IsCount ? Math.Max(found.TotalRecordCount, 0) : null,
            page.Count || IsCount ? found.TotalRecordCountLimitExceeded : null);
    }

    /// <summary>The path ends at a lookup, which may be empty.</summary>
    public required bool EndsAtLookup { get; init; }

    // The Web API orders choices by their number; QueryExpression orders them by their label.
    private bool NeedsFetchXml() => query.Orders.Any(o => Projection.Table.Find(o.AttributeName)?.OptionSet is not null);

    private static void Require(IOrganizationService service, EntityReference row) => RowPlan.Retrieve(service, row, new ColumnSet(false));

    private FaultException<OrganizationServiceFault> NotFound() => ODataFaults.Of(0x80040217, $"Entity '{Projection.Table.SchemaName}' does not exist on this path.");
}
