using System.Linq;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Reads one row by its key: a Retrieve, so that the steps on Retrieve run; what is expanded comes with queries of its own.</summary>
internal sealed class RowPlan(ServiceModel model, EntityReference row, Level level, QueryExpression expansions) : RowsPlan
{
    /// <inheritdoc/>
    public override RowsPage Read(IOrganizationService service)
    {
        var found = Retrieve(service, row, level.Columns);
        if (level.Singles.Count > 0) ReadJoins(service, found);
        else new ExpansionReader(model.Schema, service, pageSize: null).Read([found], level);
        return new RowsPage([found]);
    }

    /// <summary>The row, or the platform's fault that it is not there.</summary>
    public static Entity Retrieve(IOrganizationService service, EntityReference row, ColumnSet columns) =>
        ((RetrieveResponse)service.Execute(new RetrieveRequest { Target = row, ColumnSet = columns })).Entity;

    private void ReadJoins(IOrganizationService service, Entity found)
    {
        expansions.ColumnSet = new ColumnSet(false);
        expansions.Criteria.AddCondition(Projection.Table.PrimaryId, ConditionOperator.Equal, found.Id);
        var joined = service.RetrieveMultiple(expansions).Entities.ToList();
        new ExpansionReader(model.Schema, service, pageSize: null).Read(joined, level);
        // Gone between the two: then the row as it was read, with nothing expanded.
        foreach (var related in joined.Take(1).SelectMany(r => r.RelatedEntities)) found.RelatedEntities[related.Key] = related.Value;
    }
}
