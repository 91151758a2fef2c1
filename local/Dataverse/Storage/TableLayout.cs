using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Local.Dataverse.Columns.Rollups;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Storage;

/// <summary>A table as it is kept: its slots, the ones the platform itself fills, and the statements that are the same for every row.</summary>
internal sealed class TableLayout
{
    public const string VersionSqlName = "\"versionnumber\"";

    private const int MostCachedUpdates = 200;

    private readonly Dictionary<string, ColumnSlot> byName;
    private readonly Dictionary<string, string> updates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Signature, int Rows), string> bulk = new();

    public TableLayout(Table table, IReadOnlyList<ColumnSlot> slots)
    {
        Table = table;
        Name = table.LogicalName;
        SqlName = ColumnSlot.Quote(Name);
        Slots = slots;
        byName = new Dictionary<string, ColumnSlot>(slots.Count, StringComparer.Ordinal);
        foreach (var slot in slots) byName.Add(slot.Name, slot);
        Id = byName[table.PrimaryId];
        PrimaryName = table.PrimaryName is null ? null : Find(table.PrimaryName);
        Version = Find("versionnumber");
        State = OfType("statecode", ColumnType.State);
        Status = OfType("statuscode", ColumnType.Status);
        Owner = OfType("ownerid", ColumnType.Owner);
        OwningUser = Find("owninguser");
        OwningTeam = Find("owningteam");
        OwningBusinessUnit = Find("owningbusinessunit");
        CreatedOn = Find("createdon");
        CreatedBy = Find("createdby");
        CreatedOnBehalfBy = Find("createdonbehalfby");
        ModifiedOn = Find("modifiedon");
        ModifiedBy = Find("modifiedby");
        ModifiedOnBehalfBy = Find("modifiedonbehalfby");
        OverriddenCreatedOn = Find("overriddencreatedon");
        Organization = Find("organizationid");
        Currency = Find("transactioncurrencyid");
        ExchangeRate = Find("exchangerate");
        Parties = PartiesOf(table);
        BaseAmounts = BaseAmountsOf();
        Defaults = DefaultsOf();
        Parents = ParentsOf();
        AutoNumbers = AutoNumbersOf();
        HasFiles = slots.Any(s => s.Column.Type is Schema.ColumnType.File or Schema.ColumnType.Image);
        RollupStates = slots.Where(s => RollupDefinition.IsRollup(s.Column)).Select(s => Find(s.Name + RollupDefinition.StateSuffix)).OfType<ColumnSlot>().ToArray();
        InsertSql = Insert();
        CurrentColumnsSql = $"{VersionSqlName}, {State?.SqlName ?? "0"}, {Currency?.SqlName ?? "NULL"}, {Status?.SqlName ?? "NULL"}";
        FirstName = Find("firstname");
        LastName = Find("lastname");
        BeforeColumnsSql = string.Join(", ", [CurrentColumnsSql, FirstName?.SqlName ?? "NULL", LastName?.SqlName ?? "NULL", .. BaseAmounts.Select(a => a.Amount.SqlName)]);
        CurrentSql = $"SELECT {CurrentColumnsSql} FROM {SqlName} WHERE {Id.SqlName} = ?1";
        AmountsSql = $"SELECT {(BaseAmounts.Count == 0 ? "NULL" : string.Join(", ", BaseAmounts.Select(a => a.Amount.SqlName)))} FROM {SqlName} WHERE {Id.SqlName} = ?1";
        ExistsSql = $"SELECT 1 FROM {SqlName} WHERE {Id.SqlName} = ?1";
    }

    public Table Table { get; }

    public string Name { get; }

    public string SqlName { get; }

    public IReadOnlyList<ColumnSlot> Slots { get; }

    public ColumnSlot Id { get; }

    public ColumnSlot? PrimaryName { get; }

    /// <summary>The declared versionnumber column. The number itself is kept for every table.</summary>
    public ColumnSlot? Version { get; }

    public ColumnSlot? State { get; }

    public ColumnSlot? Status { get; }

    public ColumnSlot? Owner { get; }

    public ColumnSlot? OwningUser { get; }

    public ColumnSlot? OwningTeam { get; }

    public ColumnSlot? OwningBusinessUnit { get; }

    public ColumnSlot? CreatedOn { get; }

    public ColumnSlot? CreatedBy { get; }

    public ColumnSlot? CreatedOnBehalfBy { get; }

    public ColumnSlot? ModifiedOn { get; }

    public ColumnSlot? ModifiedBy { get; }

    public ColumnSlot? ModifiedOnBehalfBy { get; }

    public ColumnSlot? OverriddenCreatedOn { get; }

    public ColumnSlot? Organization { get; }

    public ColumnSlot? FirstName { get; }

    public ColumnSlot? LastName { get; }

    public ColumnSlot? Currency { get; }

    public ColumnSlot? ExchangeRate { get; }

    /// <summary>Money columns that have an <c>x_base</c>, with it.</summary>
    public IReadOnlyList<(ColumnSlot Amount, ColumnSlot Base)> BaseAmounts { get; }

    /// <summary>Columns with a value of their own when none is given.</summary>
    public IReadOnlyList<ColumnSlot> Defaults { get; }

    /// <summary>Party lists of an activity (to, from, requiredattendees ...).</summary>
    public IReadOnlyList<Column> Parties { get; }

    /// <summary>Lookups without which a row cannot be: the lines of an order have their order.</summary>
    public IReadOnlyList<ColumnSlot> Parents { get; }

    /// <summary>Text columns the platform numbers.</summary>
    public IReadOnlyList<ColumnSlot> AutoNumbers { get; }

    /// <summary>Whether contents are kept beside the rows.</summary>
    public bool HasFiles { get; }

    /// <summary>Where the outcome of each rollup column is kept.</summary>
    public IReadOnlyList<ColumnSlot> RollupStates { get; }

    /// <summary>Version, state, currency and status reason of the row with a given id.</summary>
    public string CurrentSql { get; }

    /// <summary>The same columns alone; <see cref="Before"/> reads them.</summary>
    public string CurrentColumnsSql { get; }

    /// <summary>The same and what else follows from values of the row; <see cref="WholeBefore"/> reads them.</summary>
    public string BeforeColumnsSql { get; }

    /// <summary>Inserts a whole row: unbound parameters are null.</summary>
    public string InsertSql { get; }

    public string ExistsSql { get; }

    /// <summary>The amounts of <see cref="BaseAmounts"/> in the row with a given id.</summary>
    public string AmountsSql { get; }

    /// <summary>Parameter of the row's version in <see cref="InsertSql"/>.</summary>
    public int VersionParameter => Version?.Parameter ?? 1 + (2 * Slots.Count);

    /// <summary>The slot of a stored column, or null.</summary>
    public ColumnSlot? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The slot of a stored column, or the platform's error for an unknown one.</summary>
    public ColumnSlot Slot(string name) =>
        byName.TryGetValue(name, out var slot) ? slot : throw PlatformErrors.QueryBuilderNoAttribute.Fault(Table.SchemaName, name);

    /// <summary>SQL that writes these columns; made once for each set of columns.</summary>
    public string UpdateSql(WriteSet writes)
    {
        var signature = writes.Signature();
        if (updates.TryGetValue(signature, out var sql)) return sql;
        if (updates.Count >= MostCachedUpdates) updates.Clear();
        return updates[signature] = writes.UpdateSql();
    }

    /// <summary>SQL that inserts so many rows of these columns; made once for each set of columns.</summary>
    public string InsertSqlFor(WriteSet writes, int rows)
    {
        var signature = (writes.Signature(), rows);
        if (bulk.TryGetValue(signature, out var sql)) return sql;
        if (bulk.Count >= MostCachedUpdates) bulk.Clear();
        return bulk[signature] = writes.InsertSql(rows);
    }

    /// <summary>SQL that updates so many rows, each with values of its own for these columns.</summary>
    public string UpdateSqlFor(WriteSet writes, int rows)
    {
        var signature = (writes.Signature(), -rows);
        if (bulk.TryGetValue(signature, out var sql)) return sql;
        if (bulk.Count >= MostCachedUpdates) bulk.Clear();
        return bulk[signature] = writes.UpdateSql(rows);
    }

    /// <summary>Reads <see cref="CurrentColumnsSql"/> from a row of a statement, from the given column on.</summary>
    public static RowBefore Before(Statement row, int from) => new(row.Int64(from), (int)row.Int64(from + 1), row.IsNull(from + 2) ? null : row.Guid(from + 2), row.IsNull(from + 3) ? null : (int)row.Int64(from + 3));

    /// <summary>Reads <see cref="BeforeColumnsSql"/> from a row of a statement, from the given column on.</summary>
    public RowBefore WholeBefore(Statement row, int from)
    {
        const int names = 4, amounts = 6;
        var kept = new long?[BaseAmounts.Count];
        for (var i = 0; i < kept.Length; i++) kept[i] = row.IsNull(from + amounts + i) ? null : row.Int64(from + amounts + i);
        string? first = row.IsNull(from + names) ? null : row.Text(from + names), last = row.IsNull(from + names + 1) ? null : row.Text(from + names + 1);
        return Before(row, from) with { Whole = new ValuesBefore(kept, first, last) };
    }

    private ColumnSlot? OfType(string name, ColumnType type) => Find(name) is { } slot && slot.Column.Type == type ? slot : null;

    private static List<Column> PartiesOf(Table table)
    {
        var parties = new List<Column>();
        foreach (var column in table.Columns.Values)
        {
            if (column.Type == ColumnType.PartyList) parties.Add(column);
        }
        return parties;
    }

    private List<(ColumnSlot, ColumnSlot)> BaseAmountsOf()
    {
        var pairs = new List<(ColumnSlot, ColumnSlot)>();
        foreach (var slot in Slots)
        {
            if (slot.Column.BaseOf is { } amount && Find(amount) is { } source && source.Column.SourceType is not (1 or 3)) pairs.Add((source, slot));
        }
        return pairs;
    }

    private List<ColumnSlot> DefaultsOf()
    {
        var defaults = new List<ColumnSlot>();
        foreach (var slot in Slots)
        {
            if (slot.Column.DefaultValue is not null && slot.Column.Type is ColumnType.Picklist or ColumnType.Boolean) defaults.Add(slot);
        }
        defaults.RemoveAll(s => s.Column.DefaultValue is null);
        return defaults;
    }

    // Of what the platform declares as required it demands the parents; texts and choices it fills or lets pass.
    private List<ColumnSlot> ParentsOf()
    {
        var parents = new List<ColumnSlot>();
        foreach (var slot in Slots)
        {
            if (slot.Column is { Type: ColumnType.Lookup, Required: RequiredLevel.SystemRequired, ValidForCreate: true }) parents.Add(slot);
        }
        return parents;
    }

    private List<ColumnSlot> AutoNumbersOf()
    {
        var numbered = new List<ColumnSlot>();
        foreach (var slot in Slots)
        {
            if (slot.Kind == StorageKind.Text && slot.Column.AutoNumberFormat is { Length: > 0 }) numbered.Add(slot);
        }
        return numbered;
    }

    private string Insert()
    {
        var names = new StringBuilder();
        var values = new StringBuilder();
        foreach (var slot in Slots)
        {
            names.Append(slot.SqlName).Append(',');
            values.Append('?').Append(slot.Parameter).Append(',');
            if (slot.TypeSqlName is null) continue;
            names.Append(slot.TypeSqlName).Append(',');
            values.Append('?').Append(slot.Parameter + 1).Append(',');
        }
        if (Version is null)
        {
            names.Append(VersionSqlName).Append(',');
            values.Append('?').Append(VersionParameter).Append(',');
        }
        return $"INSERT INTO {SqlName}({names.ToString(0, names.Length - 1)}) VALUES({values.ToString(0, values.Length - 1)})";
    }
}
