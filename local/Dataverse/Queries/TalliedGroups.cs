using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>
/// Few groups by plain columns, with whole numbers as figures: <see cref="Tally"/> makes the groups while SQLite reads the rows, and a second statement over the groups
/// alone adds names, orders them and gives them out in the same columns as the statement with GROUP BY would.
/// </summary>
internal sealed class TalliedGroups
{
    private const string RowsName = "\"$rows\"";

    private readonly QueryScope scope;
    private readonly SelectList select;
    private readonly Source source;
    private readonly List<(string Name, bool IsText)> keys = [];
    private readonly List<(TallyFigure Figure, string Value)> figures = [];
    private readonly Dictionary<string, string> replaced = new(StringComparer.Ordinal);

    private TalliedGroups(QueryScope scope, SelectList select, Source source)
    {
        this.scope = scope;
        this.select = select;
        this.source = source;
        replaced["COUNT(*)"] = In(RowsName);
    }

    /// <summary>Null when the query asks for groups or figures of another kind.</summary>
    public static TalliedGroups? For(QueryScope scope, IReadOnlyList<AggregateColumn> columns, SelectList select)
    {
        var groups = columns.Where(c => c.Wanted.GroupBy).ToList();
        if (groups.Count == 0 || groups.Exists(g => g.PlainKeys.Count == 0 || g.Source != groups[0].Source)) return null;
        var tallied = new TalliedGroups(scope, select, groups[0].Source);
        foreach (var slot in groups.SelectMany(g => g.PlainKeys).Distinct()) tallied.AddKey(slot);
        foreach (var column in columns.Where(c => !c.Wanted.GroupBy))
        {
            if (column.Figures is not { } own) return null;
            foreach (var (sql, figure, value) in own) tallied.AddFigure(sql, figure, value);
        }
        return Tally.Takes(tallied.keys.Count) ? tallied : null;
    }

    /// <summary>Groups the rows.</summary>
    /// <param name="tables">FROM and WHERE.</param>
    /// <param name="order">What the groups are ordered by.</param>
    /// <returns>A statement that is about to give out the groups; null when there are too many of them, or a figure does not fit.</returns>
    public Statement? Run(string tables, IReadOnlyList<(string Sql, bool Descending)> order)
    {
        var tally = scope.Store.Tally;
        tally.Begin(keys.Count, [.. figures.Select(f => f.Figure)]);
        var counting = scope.Prepare($"SELECT dv_tally({string.Join(", ", keys.Select(k => In(k.Name)).Concat(figures.Select(f => f.Value)))}){tables}");
        try
        {
            counting.Step();
        }
        catch (StorageException) when (tally.IsGivenUp)
        {
            return null;
        }
        counting.Reset();

        var size = tally.Groups.Count < 2 ? 1 : PendingWrites.PowerOfTwo((tally.Groups.Count * 2) - 1);
        var statement = scope.Store.PrepareQuery(Sql(size, order));
        for (var i = 0; i < tally.Groups.Count; i++) Bind(statement, i * (1 + figures.Count + keys.Count), tally.Groups[i]);
        return statement;
    }

    private void AddKey(ColumnSlot slot)
    {
        keys.Add((slot.SqlName, slot.Kind == StorageKind.Text));
        if (slot.TypeSqlName is { } type) keys.Add((type, false));
    }

    private void AddFigure(string sql, TallyFigure figure, string value)
    {
        if (replaced.ContainsKey(sql)) return;
        replaced[sql] = In(NameOf(figures.Count));
        figures.Add((figure, value));
    }

    // The groups stand under the name of the table their keys are of, so that what is said of the keys is said of them. Statements are of few different sizes.
    private string Sql(int size, IReadOnlyList<(string Sql, bool Descending)> order)
    {
        var names = figures.Select((_, i) => NameOf(i)).Prepend(RowsName).Concat(keys.Select(k => k.Name)).ToList();
        var sql = new StringBuilder("SELECT ").AppendJoin(", ", select.Expressions.Select(e => replaced.GetValueOrDefault(e, e)));
        sql.Append(" FROM (SELECT ").AppendJoin(", ", names.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"column{i + 1} AS {n}"))).Append(" FROM (VALUES");
        for (var i = 0; i < size; i++)
        {
            sql.Append(i == 0 ? "(" : ",(").AppendJoin(',', Enumerable.Range((i * names.Count) + 1, names.Count).Select(p => "?" + p.ToString(CultureInfo.InvariantCulture))).Append(')');
        }
        sql.Append(CultureInfo.InvariantCulture, $")) {source.Sql} WHERE {In(RowsName)} IS NOT NULL");
        var texts = keys.Where(k => k.IsText).Select(k => In(k.Name)).ToHashSet(StringComparer.Ordinal);
        return sql.Append(OrderSql.Sql([.. order.Select(o => (Ordered(o.Sql, texts), o.Descending))])).ToString();
    }

    private string Ordered(string term, HashSet<string> texts)
    {
        if (replaced.TryGetValue(term, out var figure)) return figure;
        if (term.StartsWith("AVG(", StringComparison.Ordinal)) return $"CAST({replaced["SUM(" + term[4..]]} AS REAL) / {replaced["COUNT(" + term[4..]]}";
        return texts.Contains(term) ? $"{term} COLLATE {TextOrder.Collation}" : term;
    }

    private void Bind(Statement statement, int before, TallyGroup group)
    {
        var parameter = before + 1;
        statement.Bind(parameter++, group.Rows);
        for (var i = 0; i < figures.Count; i++, parameter++)
        {
            if (group.Figures[i] is { } value) statement.Bind(parameter, value);
            else if (figures[i].Figure == TallyFigure.Count) statement.Bind(parameter, 0L);
            else statement.BindNull(parameter);
        }
        foreach (var key in group.Keys)
        {
            if (key is long number) statement.Bind(parameter, number);
            else if (key is string text) statement.Bind(parameter, text);
            else if (key is Guid id) statement.Bind(parameter, id);
            else statement.BindNull(parameter);
            parameter++;
        }
    }

    private string In(string name) => source.Sql + "." + name;

    private static string NameOf(int figure) => string.Create(CultureInfo.InvariantCulture, $"\"$figure{figure}\"");
}
