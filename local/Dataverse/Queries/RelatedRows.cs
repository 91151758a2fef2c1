using System;
using System.Linq;
using Local.Dataverse.Queries.Conversion;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Narrows a query to the rows that a relationship ties to one row, as Retrieve with related rows asks for them.</summary>
internal sealed class RelatedRows(DataverseSchema schema)
{
    /// <summary>A new query; the one given stays as it is.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">There is no such relationship of the row's table, or it does not lead to the table asked for.</exception>
    public QueryExpression Of(EntityReference row, Relationship relationship, QueryBase query)
    {
        var narrowed = new QueryExpressionWriter(schema).Write(query switch
        {
            QueryExpression expression => QueryExpressionReader.Read(expression),
            QueryByAttribute byAttribute => QueryExpressionReader.Read(byAttribute),
            FetchExpression fetch => FetchXmlReader.Read(fetch.Query),
            _ => throw PlatformErrors.NotSupportedHere("query " + query?.GetType().Name),
        });
        if (Named(schema.OneToMany, r => r.SchemaName, relationship) is { } oneToMany) Narrow(narrowed, row, oneToMany, relationship.PrimaryEntityRole);
        else if (Named(schema.ManyToMany, r => r.SchemaName, relationship) is { } manyToMany) Narrow(narrowed, row, manyToMany, relationship.PrimaryEntityRole);
        else throw PlatformErrors.InvalidArgument.Fault($"Could not find an entity relationship with name '{relationship.SchemaName}'.");
        return narrowed;
    }

    private static T? Named<T>(System.Collections.Generic.IReadOnlyList<T> all, Func<T, string> name, Relationship relationship)
        where T : class => all.FirstOrDefault(r => string.Equals(name(r), relationship.SchemaName, StringComparison.OrdinalIgnoreCase));

    private void Narrow(QueryExpression query, EntityReference row, OneToMany relationship, EntityRole? role)
    {
        if (IsFirst(row, relationship.SchemaName, relationship.ReferencedTable, relationship.ReferencingTable, role, EntityRole.Referenced))
        {
            Require(query, relationship.ReferencingTable, relationship.SchemaName);
            var criteria = new FilterExpression(LogicalOperator.And);
            criteria.AddFilter(query.Criteria);
            criteria.AddCondition(relationship.ReferencingColumn, ConditionOperator.Equal, row.Id);
            query.Criteria = criteria;
            return;
        }
        Require(query, relationship.ReferencedTable, relationship.SchemaName);
        var child = query.AddLink(relationship.ReferencingTable, schema.Tables[relationship.ReferencedTable].PrimaryId, relationship.ReferencingColumn, JoinOperator.Exists);
        child.LinkCriteria.AddCondition(schema.Tables[relationship.ReferencingTable].PrimaryId, ConditionOperator.Equal, row.Id);
    }

    private void Narrow(QueryExpression query, EntityReference row, ManyToMany relationship, EntityRole? role)
    {
        // Of a table with itself "Referencing" is the first column, as when such rows are associated.
        var first = IsFirst(row, relationship.SchemaName, relationship.Table1, relationship.Table2, role, EntityRole.Referencing);
        var other = first ? relationship.Table2 : relationship.Table1;
        Require(query, other, relationship.SchemaName);
        var pairs = query.AddLink(relationship.IntersectTable, schema.Tables[other].PrimaryId, first ? relationship.Column2 : relationship.Column1, JoinOperator.Exists);
        pairs.LinkCriteria.AddCondition(first ? relationship.Column1 : relationship.Column2, ConditionOperator.Equal, row.Id);
    }

    private static bool IsFirst(EntityReference row, string name, string first, string second, EntityRole? role, EntityRole roleOfFirst)
    {
        if (first == second && first == row.LogicalName)
        {
            if (role is null) throw PlatformErrors.InvalidArgument.Fault("PrimaryEntityRole must be specified for a relationship of an entity with itself.");
            return role == roleOfFirst;
        }
        if (row.LogicalName == first || row.LogicalName == second) return row.LogicalName == first;
        throw PlatformErrors.InvalidArgument.Fault($"The relationship '{name}' is not one of '{row.LogicalName}'.");
    }

    private static void Require(QueryExpression query, string table, string relationship)
    {
        if (query.EntityName != table) throw PlatformErrors.InvalidArgument.Fault($"The relationship '{relationship}' leads to '{table}', and the query asks for '{query.EntityName}'.");
    }
}
