using System;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Local.WebApi.Requests;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Turns the URL of a GET of rows into a plan: a row by key and whole sets, with $select.</summary>
public sealed class QueryTranslator(ServiceModel model)
{
    /// <summary>Reads a URL.</summary>
    /// <param name="relativeUrl">Below the service root, percent-encoded, with its query.</param>
    /// <param name="preferences">Of the request.</param>
    /// <param name="service">For saved queries; rows are read by the plan.</param>
    public RowsPlan Translate(string relativeUrl, QueryPreferences preferences, IOrganizationService service)
    {
        var parts = relativeUrl.Split('?', 2);
        var path = ResourcePath.Read(model, parts[0], new System.Collections.Generic.Dictionary<string, EntityReference>());
        var options = parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries);
        Column[]? columns = null;
        foreach (var option in options)
        {
            if (!option.StartsWith("$select=", StringComparison.Ordinal)) throw ODataFaults.NotSupportedHere($"the query option {option}");
            columns = [.. Uri.UnescapeDataString(option[8..]).Split(',').Select(p => model.ColumnOf(path.Table!, p) ?? throw ODataFaults.PropertyNotFound(p, path.Table!.LogicalName))];
        }
        var projection = new Projection { Table = path.Table!, Columns = columns };
        return path.Kind switch
        {
            ResourceKind.Row => new RowPlan(path.Row!) { Projection = projection, IsSingle = true, Context = path.Table!.EntitySetName + "/$entity" },
            ResourceKind.Set => new SetPlan { Projection = projection, Context = path.Table!.EntitySetName },
            _ => throw ODataFaults.NotSupportedHere($"reading {parts[0]}"),
        };
    }

    private static ColumnSet ColumnSetOf(Projection projection) =>
        projection.Columns is { } columns ? new ColumnSet([.. columns.Select(c => c.LogicalName)]) : new ColumnSet(true);

    private sealed class RowPlan(EntityReference row) : RowsPlan
    {
        public override RowsPage Read(IOrganizationService service) =>
            new([((RetrieveResponse)service.Execute(new RetrieveRequest { Target = row, ColumnSet = ColumnSetOf(Projection) })).Entity]);
    }

    private sealed class SetPlan : RowsPlan
    {
        public override RowsPage Read(IOrganizationService service) =>
            new([.. service.RetrieveMultiple(new QueryExpression(Projection.Table.LogicalName) { ColumnSet = ColumnSetOf(Projection) }).Entities]);
    }
}
