using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Runs a query for groups and their aggregates. Sums of amounts and decimals are exact.</summary>
internal sealed class AggregateQuery
{
    /// <summary>AggregateQueryRecordLimit: so many rows may be aggregated, not so many groups returned.</summary>
    public const int MostRows = 50_000;

    private readonly QueryScope scope;
    private readonly QueryModel query;
    private readonly TablesSql tables;
    private readonly SelectList select;
    private readonly List<AggregateColumn> columns = new();
    private readonly List<string> groups = new();

    public AggregateQuery(QueryScope scope, QueryModel query)
    {
        this.scope = scope;
        this.query = query;
        tables = new TablesSql(scope, query.Root);
        select = new SelectList(scope.Store.Layouts, scope.IsHidden);
        select.Add("COUNT(*)");
        var aliases = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in tables.Joined)
        {
            if (source.Node.AllColumns) throw PlatformErrors.QueryBuilderAttributeWithAggregate.Fault();
            foreach (var wanted in source.Node.Columns)
            {
                if (wanted.Alias is null) throw PlatformErrors.QueryBuilderInvalidAlias.Fault();
                QueryScope.RequireAlias(wanted.Alias);
                if (!aliases.Add(wanted.Alias)) throw PlatformErrors.QueryBuilderDuplicateAlias.Fault();
                if (wanted.Aggregate == XrmAggregateType.None && !wanted.GroupBy) throw PlatformErrors.QueryBuilderAttributeWithAggregate.Fault();
                var column = AggregateColumn.Add(scope, source, wanted, select, query.RawChoiceOrder);
                columns.Add(column);
                groups.AddRange(column.Groups);
            }
        }
        if (columns.Count == 0) throw PlatformErrors.QueryBuilderDeserializeInvalidAggregate.Fault();
    }

    public EntityCollection Run(RowReader reader, FormattedText text)
    {
        var result = new EntityCollection { EntityName = query.Root.Table, TotalRecordCount = -1 };
        scope.Store.ForgetTextCodes();
        var groupBy = groups.Count == 0 ? "" : " GROUP BY " + string.Join(", ", groups);
        var order = Order();
        var statement = TalliedGroups.For(scope, columns, select)?.Run(tables.Sql(), order) ?? scope.Prepare("SELECT " + select.Sql + tables.Sql() + groupBy + OrderSql.Sql(order));

        // Groups are cut here and not by LIMIT, because every one counts towards the rows aggregated.
        var size = Math.Min(query.Top ?? query.PageSize ?? QueryModel.LargestPage, QueryModel.LargestPage);
        long skip = query.Top is null ? (long)(query.Page - 1) * size : 0, rows = 0, group = 0;
        try
        {
            for (; statement.Step(); group++)
            {
                rows += statement.Int64(0);
                if (rows > Math.Min(query.AggregateLimit ?? MostRows, MostRows)) throw PlatformErrors.AggregateQueryRecordLimitExceeded.Fault();
                if (group < skip) continue;
                if (result.Entities.Count == size) result.MoreRecords = query.Top is null;
                else result.Entities.Add(Read(statement, reader, text));
            }
        }
        catch (StorageException failure) when (failure.IsIntegerOverflow)
        {
            throw PlatformErrors.SqlArithmeticOverflowError.Fault();
        }
        finally
        {
            statement.Reset();
        }
        if (query.ReturnTotal) result.TotalRecordCount = (int)group;
        if (query.Top is null && query.PageSize is not null && result.Entities.Count > 0) result.PagingCookie = PagingCookie.Write(query.Page, [], [], []);
        return result;
    }

    private Entity Read(Statement statement, RowReader reader, FormattedText text)
    {
        var row = new Entity(query.Root.Table);
        foreach (var column in columns)
        {
            var value = column.Value(statement, reader, text, out var formatted);
            // An empty group key stays out; an aggregate of nothing is there and empty.
            if (value is null && column.Wanted.GroupBy) continue;
            row.Attributes[column.Wanted.Alias!] = new AliasedValue(column.Source.Layout.Name, column.Wanted.Name, value);
            if (formatted is not null) row.FormattedValues[column.Wanted.Alias!] = formatted;
        }
        return row;
    }

    private List<(string Sql, bool Descending)> Order()
    {
        var terms = new List<(string, bool)>();
        foreach (var source in tables.Joined)
        {
            foreach (var order in source.Node.Orders)
            {
                if (order.Alias is null) throw PlatformErrors.QueryBuilderAliasRequiredForAggregateOrderBy.Fault();
                var column = columns.FirstOrDefault(c => string.Equals(c.Wanted.Alias, order.Alias, StringComparison.OrdinalIgnoreCase)) ?? throw PlatformErrors.QueryBuilderInvalidAlias.Fault();
                terms.Add((column.Sortable, order.Descending));
            }
        }
        foreach (var column in columns)
        {
            if (column.Key is { } key && !terms.Exists(t => t.Item1 == key)) terms.Add((key, false));
        }
        return terms;
    }
}
