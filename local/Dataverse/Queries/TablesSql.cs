using System.Collections.Generic;
using System.Text;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Writes FROM, JOIN and WHERE of a query: the tables, how they are linked, and every filter.</summary>
internal sealed class TablesSql
{
    private readonly QueryScope scope;
    private readonly ConditionSql conditions;
    private readonly List<Source> joined = new();
    private readonly List<string> where = new();
    private readonly StringBuilder joins = new();

    public TablesSql(QueryScope scope, QueryTable root)
    {
        this.scope = scope;
        conditions = new ConditionSql(scope, RelatedRows);
        Root = scope.Add(root, null);
        joined.Add(Root);
        // First all names, then the filters: a filter may speak of a table that comes later.
        AddSources(Root, joined);
        for (var i = 1; i < joined.Count; i++) joins.Append(Join(joined[i]));
        AddWhere(conditions.Filter(root.Filter, Root));
        AddWhere(scope.Readable(Root));
        AddExistence(Root, where);
    }

    public Source Root { get; }

    /// <summary>The tables whose columns can be returned, the one asked for first.</summary>
    public IReadOnlyList<Source> Joined => joined;

    /// <summary>Whether a link may give several rows for one: the linked column is not the linked table's key.</summary>
    public bool Multiplies { get; private set; }

    /// <summary>Adds a condition that all rows must meet.</summary>
    public void AddWhere(string? sql)
    {
        if (sql is not null) where.Add(sql);
    }

    /// <summary>FROM ... WHERE ...</summary>
    public string Sql()
    {
        var sql = new StringBuilder(" FROM ").Append(Root.Layout.SqlName).Append(' ').Append(Root.Sql).Append(joins);
        if (where.Count > 0) sql.Append(" WHERE ").AppendJoin(" AND ", where);
        return sql.ToString();
    }

    private void AddSources(Source parent, List<Source> into)
    {
        foreach (var link in parent.Node.Links)
        {
            if (!Joins(link)) continue;
            var source = scope.Add(link, parent);
            into.Add(source);
            if (link.OwnColumn != source.Layout.Id.Name && link.Join != JoinOperator.MatchFirstRowUsingCrossApply) Multiplies = true;
            AddSources(source, into);
        }
    }

    private static bool Joins(QueryTable link) =>
        link.Join is JoinOperator.Inner or JoinOperator.Natural or JoinOperator.LeftOuter or JoinOperator.MatchFirstRowUsingCrossApply;

    private string Join(Source source)
    {
        if (source.Node.Join == JoinOperator.MatchFirstRowUsingCrossApply) return JoinFirst(source);
        var sql = new StringBuilder(source.Node.Join == JoinOperator.LeftOuter ? " LEFT JOIN " : " JOIN ");
        sql.Append(source.Layout.SqlName).Append(' ').Append(source.Sql).Append(" ON ").Append(Matches(source));
        if (conditions.Filter(source.Node.Filter, source) is { } filter) sql.Append(" AND ").Append(filter);
        if (scope.Readable(source) is { } readable) sql.Append(" AND ").Append(readable);
        var existence = new List<string>();
        AddExistence(source, existence);
        foreach (var exists in existence) sql.Append(" AND ").Append(exists);
        return sql.ToString();
    }

    private string JoinFirst(Source source)
    {
        var first = new Source(source.Node, source.Layout, source.Sql + "f", source.Alias, source.Parent);
        var terms = new List<string> { Matches(first) };
        if (conditions.Filter(source.Node.Filter, first) is { } filter) terms.Add(filter);
        if (scope.Readable(first) is { } readable) terms.Add(readable);
        AddExistence(first, terms);
        return $" JOIN {source.Layout.SqlName} {source.Sql} ON {source.Sql}.{source.Layout.Id.SqlName} = (SELECT {first.Sql}.{source.Layout.Id.SqlName} " +
            $"FROM {source.Layout.SqlName} {first.Sql} WHERE {string.Join(" AND ", terms)} LIMIT 1)";
    }

    private string Matches(Source source)
    {
        ColumnExpression own = scope.Column(source, source.Node.OwnColumn), other = scope.Column(source.Parent!, source.Node.ParentColumn);
        if (Family(own) != Family(other)) throw PlatformErrors.InvalidArgument.Fault($"Data Types don't match for the link-entity join attributes '{own.Slot.Name}', '{other.Slot.Name}'.");
        return $"{own.Sql} = {other.Sql}";
    }

    private static string And(string? condition) => condition is null ? "" : " AND " + condition;

    private static StorageKind Family(ColumnExpression column) => column.Kind == StorageKind.Reference ? StorageKind.Guid : column.Kind;

    private void AddExistence(Source parent, List<string> terms)
    {
        foreach (var link in parent.Node.Links)
        {
            if (!Joins(link)) terms.Add(RelatedRows(link, parent));
        }
    }

    // Links that ask whether related rows exist; as link of a table or inside a filter.
    private string RelatedRows(QueryTable link, Source parent)
    {
        var source = scope.Add(link, parent);
        var inner = new List<Source> { source };
        var wasMultiplying = Multiplies;
        AddSources(source, inner);
        Multiplies = wasMultiplying;
        var from = new StringBuilder(source.Layout.SqlName).Append(' ').Append(source.Sql);
        for (var i = 1; i < inner.Count; i++) from.Append(Join(inner[i]));
        var terms = new List<string>();
        var readable = scope.Readable(source);
        if (readable is not null) terms.Add(readable);
        if (conditions.Filter(link.Filter, source) is { } filter) terms.Add(filter);
        AddExistence(source, terms);
        var filters = terms.Count == 0 ? "" : " AND " + string.Join(" AND ", terms);
        var matching = $"EXISTS (SELECT 1 FROM {from} WHERE {Matches(source)}{filters})";
        switch (link.Join)
        {
            case JoinOperator.In:
                return $"{scope.Column(parent, link.ParentColumn).Sql} IN (SELECT {scope.Column(source, link.OwnColumn).Sql} FROM {from} WHERE 1{filters})";
            case JoinOperator.NotAny:
                return "NOT " + matching;
            case JoinOperator.All:
                // Related rows exist, and none of them satisfies the filter: so the documentation defines "all".
                return $"(EXISTS (SELECT 1 FROM {source.Layout.SqlName} {source.Sql} WHERE {Matches(source)}{And(readable)}) AND NOT {matching})";
            case JoinOperator.Exists or JoinOperator.Any or JoinOperator.NotAll or JoinOperator.Inner:
                return matching;
            default:
                throw PlatformErrors.NotSupportedHere($"join operator {link.Join} here");
        }
    }
}
