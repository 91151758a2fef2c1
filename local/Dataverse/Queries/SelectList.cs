using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>The columns of one SELECT, being put together: SQL and where each value will stand.</summary>
/// <param name="layouts">Of all tables.</param>
/// <param name="isHidden">Whether a column's values stay in; null when all go out.</param>
internal sealed class SelectList(IReadOnlyDictionary<string, TableLayout> layouts, Func<TableLayout, ColumnSlot, bool>? isHidden = null)
{
    private readonly StringBuilder sql = new();
    private readonly Dictionary<string, int> currencies = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly List<string> expressions = new();

    /// <summary>What is selected, by position.</summary>
    public IReadOnlyList<string> Expressions => expressions;

    public List<OutputColumn> Columns { get; } = new();

    public string Sql => sql.ToString();

    /// <summary>Adds an expression that goes out under no name.</summary>
    /// <returns>Its position.</returns>
    public int Add(string expression)
    {
        if (expressions.Count > 0) sql.Append(", ");
        sql.Append(expression);
        expressions.Add(expression);
        return expressions.Count - 1;
    }

    /// <summary>The position of an expression, which is added when it is not there.</summary>
    public int Position(string expression) => expressions.IndexOf(expression) is >= 0 and var at ? at : Add(expression);

    /// <summary>Adds a column of a table known in the statement as <paramref name="source"/>, with what its formatted value needs.</summary>
    public void Add(TableLayout layout, ColumnSlot slot, string source, string key, bool aliased = false)
    {
        if (!keys.Add(key)) return;
        if (isHidden is not null && isHidden(layout, slot))
        {
            Columns.Add(new OutputColumn { Key = key, Layout = layout, Slot = slot, At = Add("NULL"), Aliased = aliased });
            return;
        }
        var at = Add(slot.In(source));
        if (slot == layout.Currency) currencies.TryAdd(source, at);
        int tableAt = OutputColumn.None, nameAt = OutputColumn.None, currencyAt = OutputColumn.None;
        if (slot.Kind == StorageKind.Reference)
        {
            if (slot.TypeSqlName is not null) tableAt = Add(source + "." + slot.TypeSqlName);
            if (NameOf(layouts, slot, source) is { } name) nameAt = Add(name);
        }
        else if (slot.Kind == StorageKind.Money && layout.Currency is { } currency && !currencies.TryGetValue(source, out currencyAt))
        {
            // With an amount of the table asked for the platform returns its currency, asked for or not.
            if (aliased) currencies.Add(source, Add(source + "." + currency.SqlName));
            else Add(layout, currency, source, currency.Name);
            currencyAt = currencies[source];
        }
        Columns.Add(new OutputColumn
        {
            Key = key,
            Layout = layout,
            Slot = slot,
            At = at,
            TableAt = tableAt,
            NameAt = nameAt,
            CurrencyAt = currencyAt,
            Aliased = aliased,
        });
    }

    /// <summary>Adds the name of the row a reference points to, under the name of the platform's virtual column.</summary>
    public void AddName(TableLayout layout, ColumnSlot slot, string source, string key, bool aliased)
    {
        if (!keys.Add(key)) return;
        var name = isHidden is not null && isHidden(layout, slot) ? null : NameOf(layouts, slot, source);
        var at = Add(name ?? "NULL");
        Columns.Add(new OutputColumn { Key = key, Layout = layout, Slot = slot, At = at, Aliased = aliased, NameOnly = true });
    }

    /// <summary>Adds how many rows of the table have the row as their parent.</summary>
    public void AddCount(TableLayout layout, string expression, string key)
    {
        if (!keys.Add(key)) return;
        Columns.Add(new OutputColumn { Key = key, Layout = layout, Slot = layout.Id, At = Add(expression), Aliased = true, CountsChildren = true });
    }

    /// <summary>SQL of the primary name of the row a reference points to; null when no target has one.</summary>
    public static string? NameOf(IReadOnlyDictionary<string, TableLayout> layouts, ColumnSlot slot, string source)
    {
        if (slot.TypeSqlName is null) return NameIn(layouts, slot.Targets[0], slot, source);
        var cases = new StringBuilder();
        foreach (var target in slot.Targets)
        {
            if (NameIn(layouts, target, slot, source) is { } name) cases.Append(CultureInfo.InvariantCulture, $" WHEN '{target}' THEN {name}");
        }
        return cases.Length == 0 ? null : $"CASE {source}.{slot.TypeSqlName}{cases} END";
    }

    private static string? NameIn(IReadOnlyDictionary<string, TableLayout> layouts, string table, ColumnSlot slot, string source)
    {
        if (!layouts.TryGetValue(table, out var target) || target.PrimaryName is not { Kind: StorageKind.Text } name) return null;
        return $"(SELECT n.{name.SqlName} FROM {target.SqlName} n WHERE n.{target.Id.SqlName} = {source}.{slot.SqlName})";
    }
}
