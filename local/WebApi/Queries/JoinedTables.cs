using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>The rows a query reaches over its lookups: one join for each lookup, whether $filter asks for it, $expand, or both.</summary>
internal sealed class JoinedTables(DataverseSchema schema, QueryExpression query)
{
    private readonly Dictionary<string, LinkEntity> links = new();

    /// <summary>The join at the end of the lookups.</summary>
    public LinkEntity Join(IReadOnlyList<Navigation> steps)
    {
        LinkEntity? last = null;
        var path = "";
        foreach (var step in steps)
        {
            path += "/" + step.Name;
            last = Join(last, path, step, step.TargetTable!);
        }
        return last!;
    }

    /// <summary>Joins one more table to a join, or to the table asked for.</summary>
    public LinkEntity Join(LinkEntity? parent, string path, Navigation step, string target)
    {
        if (links.TryGetValue(path, out var known)) return known;
        var link = Related.ToOne(schema, step, target, JoinOperator.LeftOuter);
        link.EntityAlias = "nav" + links.Count.ToString(CultureInfo.InvariantCulture);
        (parent is null ? query.LinkEntities : parent.LinkEntities).Add(link);
        links.Add(path, link);
        return link;
    }
}

/// <summary>Navigation properties as joins.</summary>
internal static class Related
{
    /// <summary>From the lookup to the row it holds.</summary>
    public static LinkEntity ToOne(DataverseSchema schema, Navigation step, string target, JoinOperator join) =>
        new(step.Table, target, step.Lookup!.LogicalName, schema.Tables[target].PrimaryId, join);

    /// <summary>From a row to its related rows; over the intersect table where the relationship is many to many.</summary>
    /// <param name="schema">Tables and relationships.</param>
    /// <param name="step">A collection-valued navigation property.</param>
    /// <param name="join">How the first table is joined.</param>
    /// <param name="rows">The join that stands for the related rows: conditions on them belong there.</param>
    public static LinkEntity ToMany(DataverseSchema schema, Navigation step, JoinOperator join, out LinkEntity rows)
    {
        var (table, target) = (schema.Tables[step.Table], schema.Tables[step.TargetTable!]);
        if (step.ManyToMany is not { } pair)
        {
            return rows = new LinkEntity(table.LogicalName, target.LogicalName, table.PrimaryId, step.Lookup!.LogicalName, join);
        }
        var (own, other) = Columns(pair, table);
        var intersect = new LinkEntity(table.LogicalName, pair.IntersectTable, table.PrimaryId, own, join);
        rows = intersect.AddLink(target.LogicalName, other, target.PrimaryId);
        return intersect;
    }

    /// <summary>The columns of the intersect table: that of the rows one comes from, and that of the rows one goes to.</summary>
    public static (string Own, string Other) Columns(ManyToMany pair, Table from) =>
        pair.Table1 == from.LogicalName ? (pair.Column1, pair.Column2) : (pair.Column2, pair.Column1);

    /// <summary>A filter that holds where related rows exist, or where none do.</summary>
    public static FilterExpression Exist(LinkEntity link) => new() { AnyAllFilterLinkEntity = link };

    /// <summary>A filter on the row at the end of lookups, as a question of existence: there a join can not be named.</summary>
    public static FilterExpression Exists(DataverseSchema schema, IReadOnlyList<Navigation> steps, bool negate, FilterExpression met)
    {
        foreach (var (step, first) in steps.Reverse().Select((s, i) => (s, i == steps.Count - 1)))
        {
            var link = ToOne(schema, step, step.TargetTable!, first && negate ? JoinOperator.NotAny : JoinOperator.Any);
            link.LinkCriteria = met;
            met = Exist(link);
        }
        return met;
    }
}
