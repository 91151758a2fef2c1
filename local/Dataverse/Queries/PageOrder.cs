using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>One term of the order in which rows follow each other from page to page.</summary>
/// <param name="Name">Its name in the paging cookie.</param>
/// <param name="Sql">What is ordered by.</param>
/// <param name="Descending">Greatest first.</param>
/// <param name="Kind">What kind of value it has.</param>
/// <param name="Factor">Of a scaled value, what it is scaled by.</param>
internal sealed record PageTerm(string Name, string Sql, bool Descending, StorageKind Kind, decimal Factor = 1);

/// <summary>
/// The order of a query's rows, made total: no two rows are equal in all its terms. So the next page begins after the values of the last row of
/// the page before, whatever was inserted or deleted since.
/// </summary>
internal sealed class PageOrder
{
    private readonly QueryScope scope;
    private readonly List<PageTerm> terms = new();
    private readonly List<int> positions = new();

    public PageOrder(QueryScope scope, TablesSql tables, SelectList select, IEnumerable<OrderTerm> asked, bool distinct)
    {
        this.scope = scope;
        foreach (var term in asked) Add(NameOf(term.Source, term.Column.Name), term.Sql, term.Descending, term.Kind, term.Column.Slot.Factor);
        if (distinct)
        {
            // Rows that differ differ in a column that is returned.
            foreach (var column in select.Columns.ToList()) Add(column.Key, select.Expressions[column.At], false, column.Kind, column.Slot.Factor);
        }
        else
        {
            foreach (var source in tables.Multiplies ? tables.Joined : tables.Joined.Take(1))
            {
                Add(NameOf(source, source.Layout.Id.Name), source.Sql + "." + source.Layout.Id.SqlName, false, StorageKind.Guid, 1);
            }
        }
        // In a distinct query this makes what is ordered by part of what differs, as SQL Server demands it.
        foreach (var term in terms) positions.Add(select.Position(term.Sql));
    }

    /// <summary>ORDER BY.</summary>
    public string Sql => OrderSql.Sql(terms.Select(t => (t.Sql, t.Descending)).ToList());

    /// <summary>Where the current row stands.</summary>
    public string?[] Position(Statement row)
    {
        var values = new string?[terms.Count];
        for (var i = 0; i < values.Length; i++) values[i] = PagingCookie.Text(row, positions[i], terms[i]);
        return values;
    }

    public string Cookie(int page, string?[] first, string?[] last) => PagingCookie.Write(page, terms.Select(t => t.Name).ToList(), first, last);

    /// <summary>Condition of the rows after the cookie's: greater in the first term, or equal in it and greater in the second ...</summary>
    public string After(PagingCookie cookie)
    {
        if (!terms.Select(t => t.Name).SequenceEqual(cookie.Last.Select(l => l.Column))) throw PlatformErrors.QueryBuilderPagingOrderBy.Fault();
        var alternatives = new List<string>();
        var (equal, range) = ("", "");
        for (var i = 0; i < terms.Count; i++)
        {
            var (term, text) = (terms[i], cookie.Last[i].Last);
            var value = text is null ? null : scope.Parameter(PagingCookie.Value(text, term));
            var beyond = (value, term.Descending) switch
            {
                (null, false) => term.Sql + " IS NOT NULL",
                (null, true) => "0",
                (_, false) => $"{term.Sql} > {value}",
                (_, true) => $"({term.Sql} < {value} OR {term.Sql} IS NULL)",
            };
            // Follows from what comes behind it, and lets an index begin where the page begins.
            if (i == 0 && value is not null && !term.Descending) range = $"{term.Sql} >= {value} AND ";
            alternatives.Add($"({equal}{beyond})");
            equal += value is null ? $"{term.Sql} IS NULL AND " : $"{term.Sql} = {value} AND ";
        }
        return $"({range}({string.Join(" OR ", alternatives)}))";
    }

    private void Add(string name, string sql, bool descending, StorageKind kind, decimal factor)
    {
        if (!terms.Exists(t => t.Sql == sql)) terms.Add(new PageTerm(name, sql, descending, kind, factor));
    }

    private static string NameOf(Source source, string column) => source.Alias is null ? column : source.Alias + "." + column;
}
