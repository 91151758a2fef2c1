using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Reads what is expanded: lookups out of the columns of their joins, collections with one query for all rows of a level.</summary>
/// <param name="schema">Tables and relationships.</param>
/// <param name="service">In whose name: rows and columns hidden from him are hidden here.</param>
/// <param name="pageSize">Prefer: odata.maxpagesize; null for none.</param>
internal sealed class ExpansionReader(DataverseSchema schema, IOrganizationService service, int? pageSize)
{
    /// <summary>"Up to 5,000 related records can be returned for each expanded collection-valued navigation property."</summary>
    private const int MostRows = 5000;

    // So many ids in one condition: one query for nearly every page, and never more parameters than a statement takes.
    private const int MostParents = 5000;
    private const string ParentAlias = "parent";

    /// <summary>Puts what is expanded under rows of a level into their related entities.</summary>
    /// <param name="rows">As the query gave them, columns of joins included.</param>
    /// <param name="level">What is expanded.</param>
    public void Read(IReadOnlyList<Entity> rows, Level level)
    {
        foreach (var single in level.Singles) ReadSingle(rows, rows, single);
        foreach (var many in level.Manys) ReadMany(rows, many);
    }

    // The columns of all joins stand in the row of the query, however deep the join.
    private void ReadSingle(IReadOnlyList<Entity> queried, IReadOnlyList<Entity?> owners, SingleExpansion single)
    {
        foreach (var (alias, level) in single.Targets)
        {
            var related = queried.Select((row, i) => owners[i] is null ? null : Joined(row, alias, level.Projection.Table)).ToList();
            for (var i = 0; i < related.Count; i++)
            {
                if (related[i] is { } found) owners[i]!.RelatedEntities[single.Navigation.Key] = new EntityCollection([found]) { EntityName = found.LogicalName };
            }
            foreach (var deeper in level.Singles) ReadSingle(queried, related, deeper);
            // The same row may be related to several: each stands there on its own.
            foreach (var many in level.Manys) ReadMany(related.OfType<Entity>().ToList(), many);
        }
    }

    private static Entity? Joined(Entity row, string alias, Table table)
    {
        var prefix = alias + ".";
        if (!row.Attributes.TryGetValue(prefix + table.PrimaryId, out var key) || key is not AliasedValue { Value: Guid id }) return null;
        var joined = new Entity(table.LogicalName, id);
        foreach (var (name, value) in row.Attributes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && value is AliasedValue aliased) joined.Attributes[name[prefix.Length..]] = aliased.Value;
        }
        foreach (var (name, value) in row.FormattedValues)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)) joined.FormattedValues[name[prefix.Length..]] = value;
        }
        return joined;
    }

    private void ReadMany(IReadOnlyList<Entity> parents, ManyExpansion many)
    {
        var byParent = new Dictionary<Guid, EntityCollection>();
        foreach (var ids in parents.Select(p => p.Id).Distinct().Chunk(MostParents))
        {
            foreach (var id in ids) byParent.Add(id, new EntityCollection { EntityName = many.Query.EntityName });
            ReadChunk(ids, many, byParent);
        }
        foreach (var cut in byParent.Values.Where(c => c.MoreRecords)) cut.PagingCookie = Cookie(cut, schema.Tables[cut.EntityName]);
        Read(byParent.Values.SelectMany(c => c.Entities).ToList(), many.Level);
        foreach (var parent in parents) parent.RelatedEntities[many.Navigation.Key] = byParent[parent.Id];
    }

    private void ReadChunk(Guid[] parents, ManyExpansion many, Dictionary<Guid, EntityCollection> byParent)
    {
        var (query, parentColumn) = Of(parents, many);
        var most = Math.Min(many.Top ?? (many.IsPaged ? pageSize ?? MostRows : MostRows), MostRows);
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities)
            {
                var into = byParent[IdOf(row.Attributes[parentColumn])];
                if (into.Entities.Count < most) into.Entities.Add(row);
                else into.MoreRecords = true;
            }
            if (!page.MoreRecords) return;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private (QueryExpression Query, string ParentColumn) Of(Guid[] parents, ManyExpansion many)
    {
        var wanted = many.Query;
        var query = new QueryExpression(wanted.EntityName)
        {
            ColumnSet = new ColumnSet(wanted.ColumnSet.AllColumns),
            PageInfo = new PagingInfo { Count = MostRows, PageNumber = 1 },
        };
        query.ColumnSet.AddColumns(wanted.ColumnSet.Columns.ToArray());
        query.LinkEntities.AddRange(wanted.LinkEntities);
        query.Orders.AddRange(wanted.Orders);
        var ids = parents.Cast<object>().ToArray();
        if (many.Navigation.ManyToMany is { } pair)
        {
            var target = schema.Tables[wanted.EntityName];
            var (own, other) = Related.Columns(pair, schema.Tables[many.Navigation.Table]);
            var intersect = query.AddLink(pair.IntersectTable, target.PrimaryId, other);
            intersect.EntityAlias = ParentAlias;
            intersect.Columns = new ColumnSet(own);
            intersect.LinkCriteria.AddCondition(new ConditionExpression(own, ConditionOperator.In, ids));
            query.Criteria = wanted.Criteria;
            return (query, ParentAlias + "." + own);
        }
        var lookup = many.Navigation.Lookup!.LogicalName;
        if (!query.ColumnSet.AllColumns && !query.ColumnSet.Columns.Contains(lookup)) query.ColumnSet.AddColumn(lookup);
        query.Criteria.AddCondition(new ConditionExpression(lookup, ConditionOperator.In, ids));
        query.Criteria.AddFilter(wanted.Criteria);
        return (query, lookup);
    }

    // Rows that can be cut stand in the order of their ids: $orderby and nested $expand exclude each other.
    private static string Cookie(EntityCollection rows, Table table)
    {
        XAttribute At(string name, Entity row) => new(name, row.Id.ToString("B").ToUpperInvariant());
        var position = new XElement(table.PrimaryId, At("last", rows.Entities[^1]), At("first", rows.Entities[0]));
        return new SkipToken(2, new XElement("cookie", new XAttribute("page", 1), position).ToString(SaveOptions.DisableFormatting)).InUrl();
    }

    private static Guid IdOf(object value) => value switch
    {
        AliasedValue aliased => IdOf(aliased.Value),
        EntityReference reference => reference.Id,
        Guid id => id,
        _ => throw new InvalidOperationException($"A lookup holds a {value.GetType().Name}."),
    };
}
