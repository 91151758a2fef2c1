using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Text;
using Local.Dataverse.Schema;
using Local.Dataverse.Validation;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Finds rows by the columns of an alternate key: one, or many in a statement.</summary>
internal sealed class KeyLookup(Store store)
{
    private const int MostAtOnce = 256;

    private readonly FactsAhead<(TableLayout Layout, string Values), Guid?> known = new(store);

    /// <summary>The id of the row with these values, or null when there is none.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The columns are no key of the table.</exception>
    public Guid? Find(TableLayout layout, KeyAttributeCollection values)
    {
        var key = KeyOf(layout, values) ?? throw PlatformErrors.InvalidEntityKeyOperation.Fault(layout.Name);
        var cells = Cells(layout, key, values);
        // A row that is not there yet may be among those that are about to be created.
        if (known.TryGet((layout, TextOf(cells)), out var found) && (found is not null || store.Pending is not { Inserts: true })) return found;
        var statement = store.Prepare($"SELECT {layout.Id.SqlName} FROM {layout.SqlName} WHERE {string.Join(" AND ", key.Columns.Select((c, i) => $"{layout.Slot(c).SqlName} = ?{1 + (2 * i)}"))}");
        for (var i = 0; i < cells.Length; i++) statement.Bind(1 + (2 * i), cells[i]);
        if (!statement.Step()) return null;
        found = statement.Guid(0);
        statement.Reset();
        return found;
    }

    /// <summary>The row with these values if it was found ahead; null also when nobody looked.</summary>
    public Guid? Known(TableLayout layout, KeyAttributeCollection values) =>
        KeyOf(layout, values) is { } key && TryRead(layout, key, values, out var cells) && known.TryGet((layout, TextOf(cells)), out var found) ? found : null;

    /// <summary>Finds many rows of a table before each of them is asked for. Values that fit no key or no column are left to <see cref="Find"/>.</summary>
    public void LookAhead(TableLayout layout, IEnumerable<KeyAttributeCollection> all)
    {
        var byKey = new Dictionary<TableKey, List<Cell[]>>();
        foreach (var values in all)
        {
            if (KeyOf(layout, values) is not { } key || !TryRead(layout, key, values, out var cells)) continue;
            if (known.Knows((layout, TextOf(cells)))) continue;
            if (!byKey.TryGetValue(key, out var wanted)) byKey[key] = wanted = [];
            wanted.Add(cells);
        }
        foreach (var (key, wanted) in byKey)
        {
            foreach (var chunk in wanted.Chunk(MostAtOnce)) Read(layout, key, chunk);
        }
    }

    private void Read(TableLayout layout, TableKey key, Cell[][] wanted)
    {
        // Of few different lengths, so that few statements are prepared: what is too long repeats the last.
        var size = wanted.Length == 1 ? 1 : PendingWrites.PowerOfTwo((wanted.Length * 2) - 1);
        var statement = store.PrepareQuery(Sql(layout, key, size));
        var parameter = 1;
        for (var i = 0; i < size; i++)
        {
            foreach (var cell in wanted[Math.Min(i, wanted.Length - 1)])
            {
                statement.Bind(parameter, cell);
                parameter += 2;
            }
        }
        var found = new Guid?[size];
        while (statement.Step()) found[statement.Int64(0)] = statement.Guid(1);
        for (var i = 0; i < wanted.Length; i++) known.Put((layout, TextOf(wanted[i])), found[i]);
    }

    // Each set of values with its number; the column stands on the left, so that texts compare in its collation.
    private static string Sql(TableLayout layout, TableKey key, int size)
    {
        var sql = new StringBuilder($"SELECT v.column1, t.{layout.Id.SqlName} FROM (VALUES");
        for (var i = 0; i < size; i++)
        {
            sql.Append(i == 0 ? "(" : ",(").Append(i);
            for (var column = 0; column < key.Columns.Count; column++) sql.Append(CultureInfo.InvariantCulture, $",?{1 + (2 * ((i * key.Columns.Count) + column))}");
            sql.Append(')');
        }
        var conditions = key.Columns.Select((c, i) => $"t.{layout.Slot(c).SqlName} = v.column{(2 + i).ToString(CultureInfo.InvariantCulture)}");
        return sql.Append(CultureInfo.InvariantCulture, $") v CROSS JOIN {layout.SqlName} t ON ").AppendJoin(" AND ", conditions).ToString();
    }

    private static TableKey? KeyOf(TableLayout layout, KeyAttributeCollection values) =>
        layout.Table.Keys.FirstOrDefault(k => k.Columns.Count == values.Count && k.Columns.All(values.ContainsKey));

    private static bool TryRead(TableLayout layout, TableKey key, KeyAttributeCollection values, out Cell[] cells)
    {
        try
        {
            cells = Cells(layout, key, values);
            return true;
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            // Told when the row's turn comes, after what is wrong with rows before it.
            cells = [];
            return false;
        }
    }

    private static Cell[] Cells(TableLayout layout, TableKey key, KeyAttributeCollection values)
    {
        var cells = new Cell[key.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            ref var cell = ref cells[i];
            cell.Slot = layout.Slot(key.Columns[i]);
            ColumnValue.Read(layout, cell.Slot, KeyValue(cell.Slot, values[cell.Slot.Name]), ref cell);
            if (cell.Slot.Kind == StorageKind.Money) cell.Number = (long)(cell.Amount * cell.Slot.Factor);
        }
        return cells;
    }

    private static string TextOf(Cell[] cells)
    {
        var text = new StringBuilder();
        foreach (ref readonly var cell in cells.AsSpan()) text.Append(CultureInfo.InvariantCulture, $"{cell.Slot.Ordinal}:{cell.IsNull}:{cell.Number}:{cell.Real:R}:{cell.Id:N}:{cell.Text?.Length}:{cell.Text};");
        return text.ToString();
    }

    // Clients may give an option as a number and a reference as an id in a key.
    private static object? KeyValue(ColumnSlot slot, object? value) => value switch
    {
        int option when slot.Column.Type is ColumnType.Picklist or ColumnType.State or ColumnType.Status => new OptionSetValue(option),
        Guid id when slot.Kind == StorageKind.Reference && slot.Targets.Count == 1 => new EntityReference(slot.Targets[0], id),
        _ => value,
    };
}
