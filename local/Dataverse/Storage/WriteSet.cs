using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Local.Dataverse.Storage;

/// <summary>One value on its way into a row, checked and in the form in which it is kept.</summary>
internal struct Cell
{
    public ColumnSlot Slot;
    public bool IsNull;
    /// <summary>Whole numbers, options, yes/no (0, 1), seconds, scaled decimals; amounts once <see cref="Amount"/> is rounded.</summary>
    public long Number;
    public double Real;
    /// <summary>An amount before it is rounded to the precision of its currency.</summary>
    public decimal Amount;
    public Guid Id;
    /// <summary>Text, option list, or the table a reference points to.</summary>
    public string? Text;

    /// <summary>Binds the value, of a reference also the table, to the parameter and the next one.</summary>
    public readonly void BindTo(Statement statement, int parameter)
    {
        if (IsNull)
        {
            statement.BindNull(parameter);
            if (Slot.TypeSqlName is not null) statement.BindNull(parameter + 1);
            return;
        }
        switch (Slot.Kind)
        {
            case StorageKind.Text or StorageKind.OptionList:
                statement.Bind(parameter, Text!);
                break;
            case StorageKind.Real:
                statement.Bind(parameter, Real);
                break;
            case StorageKind.Guid or StorageKind.Image:
                statement.Bind(parameter, Id);
                break;
            case StorageKind.Reference:
                statement.Bind(parameter, Id);
                if (Slot.TypeSqlName is not null) statement.Bind(parameter + 1, Text!);
                break;
            default:
                statement.Bind(parameter, Number);
                break;
        }
    }
}

/// <summary>The values one request writes into one row, each column once.</summary>
/// <remarks>The cells are lent and given back: they were more than half of what a Create allocated.</remarks>
internal sealed class WriteSet : IDisposable
{
    private const int UsualCells = 64;

    private readonly TableLayout layout;
    private readonly short[] places;
    private Cell[] cells = ArrayPool<Cell>.Shared.Rent(UsualCells);

    public WriteSet(TableLayout layout)
    {
        this.layout = layout;
        places = new short[layout.Slots.Count];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<Cell> Cells => cells.AsSpan(0, Count);

    public bool Has(ColumnSlot slot) => places[slot.Ordinal] != 0;

    /// <summary>Whether the column is written with a value.</summary>
    public bool HasValue(ColumnSlot slot) => places[slot.Ordinal] is var place && place != 0 && !cells[place - 1].IsNull;

    /// <summary>The cell of a column that is written.</summary>
    public ref Cell this[ColumnSlot slot] => ref cells[places[slot.Ordinal] - 1];

    /// <summary>An empty cell for the column, new or over the one it had.</summary>
    public ref Cell Put(ColumnSlot slot)
    {
        var place = places[slot.Ordinal];
        if (place == 0)
        {
            // The smaller array is not given back: somebody may still hold one of its cells.
            if (Count == cells.Length) Array.Resize(ref cells, Count * 2);
            place = places[slot.Ordinal] = (short)++Count;
        }
        ref var cell = ref cells[place - 1];
        cell = default;
        cell.Slot = slot;
        return ref cell;
    }

    public void Dispose()
    {
        Array.Clear(cells, 0, Count);
        ArrayPool<Cell>.Shared.Return(cells);
        cells = [];
        Count = 0;
    }

    public void PutNull(ColumnSlot? slot)
    {
        if (slot is not null) Put(slot).IsNull = true;
    }

    public void Put(ColumnSlot? slot, long number)
    {
        if (slot is not null) Put(slot).Number = number;
    }

    public void Put(ColumnSlot? slot, string text)
    {
        if (slot is null) return;
        ref var cell = ref Put(slot);
        cell.Text = text;
        cell.IsNull = text.Length == 0;
    }

    /// <summary>A reference, or a plain Guid where the column is one.</summary>
    public void Put(ColumnSlot? slot, Guid id, string table)
    {
        if (slot is null) return;
        ref var cell = ref Put(slot);
        cell.Id = id;
        cell.Text = table;
    }

    /// <summary>The columns as text: the same set of columns in the same order gives the same text, and so the same UPDATE.</summary>
    public string Signature() => string.Create(Count, this, static (characters, set) =>
    {
        for (var i = 0; i < characters.Length; i++) characters[i] = (char)set.cells[i].Slot.Ordinal;
    });

    /// <summary>SQL that sets these columns and the version of the row with a given id. Parameters: id, version, then two for each column.</summary>
    public string UpdateSql()
    {
        var assignments = new List<string>(Count + 1) { TableLayout.VersionSqlName + " = ?2" };
        for (var i = 0; i < Count; i++)
        {
            var slot = cells[i].Slot;
            if (IsGivenAnyway(slot)) continue;
            assignments.Add($"{slot.SqlName} = ?{3 + (2 * i)}");
            if (slot.TypeSqlName is not null) assignments.Add($"{slot.TypeSqlName} = ?{4 + (2 * i)}");
        }
        return $"UPDATE {layout.SqlName} SET {string.Join(", ", assignments)} WHERE {layout.Id.SqlName} = ?1";
    }

    /// <summary>SQL that inserts rows of these columns; what is not among them is null. Parameters of a row: id, version, then two for each column.</summary>
    public string InsertSql(int rows)
    {
        var sql = new StringBuilder("INSERT INTO ").Append(layout.SqlName).Append('(').Append(layout.Id.SqlName).Append(',').Append(TableLayout.VersionSqlName);
        foreach (ref readonly var cell in Cells)
        {
            if (IsGivenAnyway(cell.Slot)) continue;
            sql.Append(',').Append(cell.Slot.SqlName);
            if (cell.Slot.TypeSqlName is { } type) sql.Append(',').Append(type);
        }
        sql.Append(") VALUES");
        for (var row = 0; row < rows; row++) AppendRow(sql, row * ParametersOfARow);
        return sql.ToString(0, sql.Length - 1);
    }

    /// <summary>SQL that updates several rows, each by its id to its own values. Parameters as for inserting.</summary>
    public string UpdateSql(int rows)
    {
        var sql = new StringBuilder("UPDATE ").Append(layout.SqlName).Append(" SET ").Append(TableLayout.VersionSqlName).Append(" = v.column2");
        var column = 3;
        foreach (ref readonly var cell in Cells)
        {
            if (IsGivenAnyway(cell.Slot)) continue;
            sql.Append(CultureInfo.InvariantCulture, $", {cell.Slot.SqlName} = v.column{column++}");
            if (cell.Slot.TypeSqlName is { } type) sql.Append(CultureInfo.InvariantCulture, $", {type} = v.column{column++}");
        }
        sql.Append(" FROM (VALUES");
        for (var row = 0; row < rows; row++) AppendRow(sql, row * ParametersOfARow);
        sql.Length--;
        return sql.Append(") AS v WHERE ").Append(layout.SqlName).Append('.').Append(layout.Id.SqlName).Append(" = v.column1").ToString();
    }

    /// <summary>How many parameters a row takes in an INSERT.</summary>
    public int ParametersOfARow => 2 + (2 * Count);

    /// <summary>Binds the row as the n-th of an INSERT or UPDATE.</summary>
    public void BindTo(Statement statement, int row, Guid id, long version)
    {
        var parameter = row * ParametersOfARow;
        statement.Bind(parameter + 1, id);
        statement.Bind(parameter + 2, version);
        parameter += 3;
        foreach (ref readonly var cell in Cells)
        {
            if (!IsGivenAnyway(cell.Slot)) statement.Bind(parameter, cell);
            parameter += 2;
        }
    }

    private void AppendRow(StringBuilder sql, int before)
    {
        sql.Append(CultureInfo.InvariantCulture, $"(?{before + 1},?{before + 2}");
        for (var i = 0; i < Count; i++)
        {
            if (IsGivenAnyway(cells[i].Slot)) continue;
            sql.Append(CultureInfo.InvariantCulture, $",?{before + 3 + (2 * i)}");
            if (cells[i].Slot.TypeSqlName is not null) sql.Append(CultureInfo.InvariantCulture, $",?{before + 4 + (2 * i)}");
        }
        sql.Append("),");
    }

    private bool IsGivenAnyway(ColumnSlot slot) => slot == layout.Id || slot == layout.Version;
}
