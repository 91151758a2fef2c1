using System.ServiceModel;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Turns the URL of a GET of rows into a plan that reads them ("Use OData to query data").</summary>
public sealed class QueryTranslator(ServiceModel model)
{
    /// <summary>Reads a URL.</summary>
    /// <param name="relativeUrl">Below the service root, percent-encoded, with its query.</param>
    /// <param name="preferences">Of the request.</param>
    /// <param name="service">For saved queries; rows are read by the plan.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">The query is refused: mostly 0x80060888, and why.</exception>
    public RowsPlan Translate(string relativeUrl, QueryPreferences preferences, IOrganizationService service)
    {
        var url = new QueryUrl(model.Model, relativeUrl);
        var path = new RowsPath(model, url.Path());
        if (FetchPlan.IsAsked(url)) return FetchPlan.Make(model, url, path, preferences, service);
        if (url.Has("$apply")) return new ApplyTranslation(model, url, path).Translate();
        return Rows(url, path, preferences);
    }

    private RowsPlan Rows(QueryUrl url, RowsPath path, QueryPreferences preferences)
    {
        var query = new QueryExpression(path.Table.LogicalName);
        var joins = new JoinedTables(model.Schema, query);
        var filters = new FilterTranslation(model, url.Constants);
        var orders = new OrderTranslation(model, url.Constants);
        var filter = url.Filter();
        var order = url.OrderBy();
        if (filter is not null) query.Criteria = filters.Translate(filter, path.Table, joins);
        if (order is not null) query.Orders.AddRange(orders.Translate(order, path.Table));
        var level = new SelectTranslation(model, filters, orders).Translate(url.SelectAndExpand(), url.Option("$expand"), path.Table, query, joins);
        var page = new PageOfUrl(url, preferences);
        var context = Context(path, level);
        if (path is { IsSingle: true, Navigates: false, IsCount: false })
        {
            if (filter is not null || order is not null || url.Has("$top") || url.Has("$count")) throw OnlyOfCollections();
            return new RowPlan(model, path.Row!, level, query) { Projection = level.Projection, IsSingle = true, IsReferences = path.IsReferences, Context = context };
        }
        if (path.IsSingle && (filter is not null || order is not null || url.Has("$top") || path.IsCount)) throw OnlyOfCollections();
        path.Narrow(query);
        return new ExpressionPlan(model, query, level, page, path.Row)
        {
            Projection = level.Projection,
            IsSingle = path.IsSingle,
            IsCount = path.IsCount,
            IsReferences = path.IsReferences,
            EndsAtLookup = path.EndsAtLookup,
            Context = context,
        };
    }

    private static string Context(RowsPath path, Level level)
    {
        if (path.IsReferences) return path.IsSingle ? "$ref" : "Collection($ref)";
        var selected = level.Context.Length == 0 ? "" : $"({level.Context})";
        return path.Table.EntitySetName + selected + (path.IsSingle ? "/$entity" : "");
    }

    private static FaultException<OrganizationServiceFault> OnlyOfCollections() =>
        QueryErrors.Invalid("Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections.");
}
