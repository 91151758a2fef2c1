using System.Collections.Generic;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Translates $orderby ("Order rows using OData"): lookups by the name of their row, choices by their number.</summary>
internal sealed class OrderTranslation(ServiceModel model, QueryConstants constants)
{
    /// <summary>The terms of the order.</summary>
    public IReadOnlyList<OrderExpression> Translate(OrderByClause clause, Table table)
    {
        var terms = new List<OrderExpression>();
        for (var term = clause; term is not null; term = term.ThenBy)
        {
            var node = constants.Unwrap(term.Expression);
            var path = ColumnPath.Of(model, node);
            // Columns of related rows: the platform fails too, with "Object reference not set to an instance of an object."
            if (path is null || path.Steps.Count > 0) throw QueryErrors.Node(path is null ? node.Kind : QueryNodeKind.SingleNavigationNode);
            terms.Add(new OrderExpression(path.Column, term.Direction == OrderByDirection.Descending ? OrderType.Descending : OrderType.Ascending));
        }
        return terms;
    }
}
