using System;
using System.Collections.Generic;
using System.Globalization;
using Local.Dataverse.Schema;
using Local.Dataverse.Security;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Queries;

/// <summary>A value of a statement, in the form in which it is kept.</summary>
internal readonly record struct SqlValue(long? Number = null, double? Real = null, string? Text = null, Guid? Id = null)
{
    public void BindTo(Statement statement, int parameter)
    {
        if (Number is { } number) statement.Bind(parameter, number);
        else if (Real is { } real) statement.Bind(parameter, real);
        else if (Id is { } id) statement.Bind(parameter, id);
        else if (Text is not null) statement.Bind(parameter, Text);
        else statement.BindNull(parameter);
    }
}

/// <summary>A table as it takes part in one statement.</summary>
internal sealed class Source(QueryTable node, TableLayout layout, string sql, string? alias, Source? parent)
{
    public QueryTable Node { get; } = node;

    public TableLayout Layout { get; } = layout;

    /// <summary>Its name inside the SQL: t0, t1 ...</summary>
    public string Sql { get; } = sql;

    /// <summary>Its name in conditions and results; null for the table asked for.</summary>
    public string? Alias { get; } = alias;

    public Source? Parent { get; } = parent;
}

/// <summary>A column in an SQL expression.</summary>
/// <param name="Slot">The stored column.</param>
/// <param name="Sql">Expression of its value.</param>
/// <param name="IsName">The name of the row it refers to, not the reference: the platform's virtual column <c>xname</c>.</param>
internal sealed record ColumnExpression(ColumnSlot Slot, string Sql, bool IsName)
{
    /// <summary>Secured, and closed to the caller: always null.</summary>
    public bool IsHidden { get; init; }

    public StorageKind Kind => IsName ? StorageKind.Text : Slot.Kind;

    /// <summary>Logical name, that of the virtual column where it is one.</summary>
    public string Name => IsName ? Slot.Name + "name" : Slot.Name;
}

/// <summary>What belongs to one statement while it is being written: its tables, its parameters, whose request it serves.</summary>
internal sealed class QueryScope(Store store, RequestContext context, Func<Guid> businessUnitOfUser)
{
    private readonly List<Source> sources = new();
    private readonly List<SqlValue> parameters = new();
    private AccessPredicate? access;
    private int aliases;
    private string? zone;

    public Store Store { get; } = store;

    public RequestContext Context { get; } = context;

    public IReadOnlyList<SqlValue> Parameters => parameters;

    public Guid BusinessUnitOfUser => businessUnitOfUser();

    /// <summary>Placeholder of the user's time zone, the same each time.</summary>
    public string Zone => zone ??= Parameter(new SqlValue(Text: Context.Calendar.Zone.Id));

    /// <summary>Adds a value as a parameter.</summary>
    /// <returns>Its placeholder.</returns>
    public string Parameter(SqlValue value)
    {
        parameters.Add(value);
        return "?" + parameters.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A value of a condition in the form in which its column is kept.</summary>
    public SqlValue Value(Source source, ColumnExpression column, object? value) => ConditionValue.Of(source, column, value, Context.Calendar);

    /// <summary>Which rows of a table the caller may read; null when all of them.</summary>
    public string? Readable(Source source)
    {
        if (Context.Access is not { } caller) return null;
        access ??= new AccessPredicate(Store, caller, id => Parameter(new SqlValue(Id: id)));
        return access.Of(source.Layout, source.Sql, AccessRights.ReadAccess);
    }

    /// <summary>Which rows of the only table of a statement, called t0, the caller may read; null when all of them.</summary>
    public string? ReadableOf(TableLayout layout) => Readable(Add(new QueryTable { Table = layout.Name }, null));

    /// <summary>Takes a table into the statement. A linked one without alias gets its name and a number, as on the platform.</summary>
    public Source Add(QueryTable node, Source? parent)
    {
        var layout = Store.Layout(node.Table);
        var alias = parent is null ? null : node.Alias ?? node.Table + (++aliases).ToString(CultureInfo.InvariantCulture);
        if (node.Alias is not null) RequireAlias(node.Alias);
        if (alias is not null && sources.Exists(s => s.Alias == alias)) throw PlatformErrors.QueryBuilderDuplicateAlias.Fault();
        var source = new Source(node, layout, "t" + sources.Count.ToString(CultureInfo.InvariantCulture), alias, parent);
        sources.Add(source);
        return source;
    }

    /// <summary>Refuses an alias that is no identifier.</summary>
    public static void RequireAlias(string alias)
    {
        for (var i = 0; i < alias.Length; i++)
        {
            if (!char.IsAsciiLetter(alias[i]) && alias[i] != '_' && (i == 0 || !char.IsAsciiDigit(alias[i]))) throw PlatformErrors.InvalidCharacterInAlias.Fault(alias);
        }
    }

    /// <summary>The table a condition or order names by alias, else by its own name.</summary>
    public Source Find(string name)
    {
        foreach (var source in sources)
        {
            if (string.Equals(source.Alias, name, StringComparison.OrdinalIgnoreCase)) return source;
        }
        foreach (var source in sources)
        {
            if (source.Node.Alias is null && source.Layout.Name == name) return source;
        }
        throw PlatformErrors.QueryBuilderNoAlias.Fault(name);
    }

    /// <summary>Whether a table is joined after the one around a condition: the condition of a join cannot know it yet.</summary>
    public bool IsJoinedAfter(Source source, Source around) => around.Parent is not null && sources.IndexOf(source) > sources.FindIndex(s => s.Node == around.Node);

    /// <summary>Prepares the finished statement with its parameters.</summary>
    public Statement Prepare(string sql)
    {
        Statement statement;
        try
        {
            statement = Store.PrepareQuery(sql);
        }
        catch (StorageException failure)
        {
            throw PlatformErrors.NotSupportedHere($"this query ({failure.DatabaseMessage})");
        }
        for (var i = 0; i < parameters.Count; i++) parameters[i].BindTo(statement, i + 1);
        return statement;
    }

    /// <summary>Whether a secured column is closed to the caller.</summary>
    public bool IsHidden(TableLayout layout, ColumnSlot slot) => Context.Access is { } caller && !caller.Columns.CanRead(layout.Table, slot.Column);

    /// <summary>A stored column, or the virtual one with the name of a referenced row.</summary>
    /// <remarks>
    /// A secured column that is closed to the caller has no value in any part of a query: not in conditions, orders, groups, aggregates or links.
    /// So nothing can be asked about what it holds.
    /// </remarks>
    public ColumnExpression Column(Source source, string name)
    {
        if (source.Layout.Find(name) is { } slot)
        {
            RequireStored(source.Layout, slot.Column);
            if (IsHidden(source.Layout, slot)) return Hidden(source, slot, isName: false);
            return new ColumnExpression(slot, slot.In(source.Sql), IsName: false);
        }
        if (ReferenceOfName(source.Layout, name) is { } reference)
        {
            if (IsHidden(source.Layout, reference)) return Hidden(source, reference, isName: true);
            var sql = SelectList.NameOf(Store.Layouts, reference, source.Sql) ?? "NULL";
            return new ColumnExpression(reference, $"({sql}) COLLATE {TextOrder.Collation}", IsName: true);
        }
        var column = source.Layout.Table.Find(name);
        if (column is not null) RequireStored(source.Layout, column);
        if (column?.Type == ColumnType.PartyList) throw PlatformErrors.NotSupportedHere($"column {source.Layout.Name}.{name} in a query");
        throw PlatformErrors.QueryBuilderNoAttribute.Fault(source.Layout.Table.SchemaName, name);
    }

    // Null in every row, and yet an expression of its own for each column.
    private static ColumnExpression Hidden(Source source, ColumnSlot slot, bool isName) =>
        new(slot, $"NULLIF({source.Sql}.{slot.SqlName}, {source.Sql}.{slot.SqlName})", isName) { IsHidden = true };

    /// <summary>Refuses a column whose value the platform computes or keeps elsewhere: here it would only ever be empty.</summary>
    public static void RequireStored(TableLayout layout, Column column)
    {
        if (column.SourceType != 0 && column.FormulaDefinition is null) throw PlatformErrors.NotSupportedHere($"calculated, rollup and formula columns: {layout.Name}.{column.LogicalName}");
    }

    /// <summary>The reference whose virtual name column is meant, or null.</summary>
    public static ColumnSlot? ReferenceOfName(TableLayout layout, string name) =>
        name.EndsWith("name", StringComparison.Ordinal) && layout.Find(name[..^4]) is { Kind: StorageKind.Reference } reference ? reference : null;
}
