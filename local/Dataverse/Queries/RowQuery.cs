using System;
using System.Collections.Generic;
using System.Globalization;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Queries;

/// <summary>Runs a query for rows: one statement a page, one more where the total is asked for.</summary>
internal sealed class RowQuery
{
    private const int MostCounted = 5000;

    private readonly QueryScope scope;
    private readonly QueryModel query;
    private readonly TablesSql tables;
    private readonly SelectList select;
    private readonly PageOrder order;
    private readonly int versionAt, idAt;
    private readonly HashSet<string> aliases = new(StringComparer.OrdinalIgnoreCase);

    public RowQuery(QueryScope scope, QueryModel query)
    {
        this.scope = scope;
        this.query = query;
        if (query.Top is not null && (query.PageSize is not null || query.Page > 1)) throw PlatformErrors.InvalidArgument.Fault("The top attribute can't be specified with paging attribute page or count.");
        tables = new TablesSql(scope, query.Root);
        select = new SelectList(scope.Store.Layouts, scope.IsHidden);
        versionAt = idAt = OutputColumn.None;
        if (!query.Distinct)
        {
            versionAt = select.Add("t0." + TableLayout.VersionSqlName);
            idAt = select.Add("t0." + tables.Root.Layout.Id.SqlName);
        }
        foreach (var source in tables.Joined) AddColumns(source);
        if (query.Distinct && select.Columns.Count == 0) throw PlatformErrors.InvalidArgument.Fault("A distinct query must name its columns.");
        order = new PageOrder(scope, tables, select, new OrderSql(scope, query.RawChoiceOrder).Terms(tables.Joined), query.Distinct);
    }

    public EntityCollection Run(RowReader reader)
    {
        var result = new EntityCollection { EntityName = query.Root.Table, TotalRecordCount = -1 };
        // The count comes before what pages: a condition of the page must not narrow it.
        if (query.ReturnTotal) Count(result);
        var size = Math.Min(query.Top ?? query.PageSize ?? QueryModel.LargestPage, QueryModel.LargestPage);
        var statement = Prepare(size);
        var row = 0;
        string?[] first = [], last = [];
        try
        {
            for (; statement.Step(); row++)
            {
                if (row == size)
                {
                    result.MoreRecords = query.Top is null;
                    break;
                }
                result.Entities.Add(Read(statement, reader));
                if (row > 0 && row < size - 1) continue;
                last = order.Position(statement);
                if (row == 0) first = last;
            }
        }
        finally
        {
            statement.Reset();
        }
        if (query.Top is null && row > 0) result.PagingCookie = row >= size ? order.Cookie(query.Page, first, last) : PagingCookie.Write(query.Page, [], [], []);
        return result;
    }

    private Entity Read(Statement statement, RowReader reader)
    {
        var entity = new Entity(query.Root.Table);
        if (idAt != OutputColumn.None)
        {
            var id = statement.Guid(idAt);
            entity.Id = id;
            entity.Attributes[tables.Root.Layout.Id.Name] = id;
            if (!statement.IsNull(versionAt)) entity.RowVersion = statement.Int64(versionAt).ToString(CultureInfo.InvariantCulture);
        }
        reader.Read(statement, select.Columns, entity);
        if (query.Distinct && entity.Attributes.TryGetValue(tables.Root.Layout.Id.Name, out var own) && own is Guid given) entity.Id = given;
        return entity;
    }

    /// <summary>Lists of parties asked for; they are rows of their own and not part of the statement.</summary>
    public List<Column> PartyLists { get; } = new();

    private void AddColumns(Source source)
    {
        var isRoot = source == tables.Root;
        var prefix = isRoot ? "" : source.Alias + ".";
        if (source.Node.AllColumns)
        {
            foreach (var slot in source.Layout.Slots)
            {
                // Images come only when they are asked for by name.
                if (slot.Column.ValidForRead && slot.Kind != StorageKind.Image && !(isRoot && slot == source.Layout.Id && idAt != OutputColumn.None)) select.Add(source.Layout, slot, source.Sql, prefix + slot.Name, !isRoot);
            }
            return;
        }
        foreach (var wanted in source.Node.Columns)
        {
            if (isRoot && !query.Distinct && wanted.Alias is null && source.Layout.Table.Find(wanted.Name) is { Type: ColumnType.PartyList } list)
            {
                PartyLists.Add(list);
                continue;
            }
            var column = scope.Column(source, wanted.Name);
            var key = wanted.Alias ?? prefix + wanted.Name;
            if (wanted.Alias is not null) QueryScope.RequireAlias(wanted.Alias);
            if (wanted.CountChildren)
            {
                select.AddCount(source.Layout, new Hierarchies(scope).CountChildren(source), key);
                continue;
            }
            if (wanted.Alias is not null && !aliases.Add(wanted.Alias)) throw PlatformErrors.QueryBuilderDuplicateAlias.Fault();
            var aliased = wanted.Alias is not null || !isRoot;
            if (column.IsName) select.AddName(source.Layout, column.Slot, source.Sql, key, aliased);
            else if (!(isRoot && !aliased && column.Slot == source.Layout.Id && idAt != OutputColumn.None)) select.Add(source.Layout, column.Slot, source.Sql, key, aliased);
        }
    }

    private Statement Prepare(int size)
    {
        var offset = (long)(query.Page - 1) * size;
        var cookie = PagingCookie.Parse(query.Cookie);
        if (cookie is { Last.Count: > 0 } && cookie.Page == query.Page - 1)
        {
            tables.AddWhere(order.After(cookie));
            offset = 0;
        }
        var sql = "SELECT " + (query.Distinct ? "DISTINCT " : "") + select.Sql + tables.Sql() + order.Sql;
        sql += $" LIMIT {scope.Parameter(new SqlValue(Number: size + 1L))}";
        if (offset > 0) sql += $" OFFSET {scope.Parameter(new SqlValue(Number: offset))}";
        return scope.Prepare(sql);
    }

    private void Count(EntityCollection result)
    {
        var columns = query.Distinct ? "DISTINCT " + select.Sql : "1";
        var statement = scope.Prepare($"SELECT COUNT(*) FROM (SELECT {columns}{tables.Sql()} LIMIT {MostCounted + 1})");
        statement.Step();
        var count = statement.Int64(0);
        statement.Reset();
        result.TotalRecordCountLimitExceeded = count > MostCounted;
        result.TotalRecordCount = (int)Math.Min(count, MostCounted);
    }
}
