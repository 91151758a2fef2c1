using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Validation;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Finds rows: by id, or by the columns of an alternate key.</summary>
internal sealed class Records(Store store)
{
    /// <summary>Whether the row is there.</summary>
    public bool Exists(TableLayout layout, Guid id)
    {
        if (store.Pending?.Knows(layout, id) == true) return true;
        var statement = store.Prepare(layout.ExistsSql);
        statement.Bind(1, id);
        if (!statement.Step()) return false;
        statement.Reset();
        return true;
    }

    /// <summary>The error of a row that is not there.</summary>
    public static Exception DoesNotExist(TableLayout layout, Guid id) => PlatformErrors.ObjectDoesNotExist.Fault(layout.Name, id);

    /// <summary>Makes sure that a reference points to a row and carries its id, also where it names an alternate key.</summary>
    public void Check(EntityReference reference, ref Cell cell)
    {
        var layout = store.Layout(reference.LogicalName);
        if (reference.Id == Guid.Empty && reference.KeyAttributes.Count > 0) cell.Id = Resolve(layout, reference.KeyAttributes);
        else if (!Exists(layout, cell.Id)) throw DoesNotExist(layout, cell.Id);
    }

    /// <summary>The id of the row an alternate key names.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The columns are no key of the table, or no row has these values.</exception>
    public Guid Resolve(TableLayout layout, KeyAttributeCollection values) =>
        TryResolve(layout, values) ?? throw PlatformErrors.RecordNotFoundByEntityKey.Fault(layout.Name);

    /// <summary>The id of the row an alternate key names, or null when no row has these values.</summary>
    public Guid? TryResolve(TableLayout layout, KeyAttributeCollection values)
    {
        if (values.Count == 1 && values.Keys.First() == layout.Id.Name && values.Values.First() is Guid id) return Exists(layout, id) ? id : null;
        var key = layout.Table.Keys.FirstOrDefault(k => k.Columns.Count == values.Count && k.Columns.All(values.ContainsKey))
            ?? throw PlatformErrors.InvalidEntityKeyOperation.Fault(layout.Name);
        var conditions = key.Columns.Select((c, i) => $"{layout.Slot(c).SqlName} = ?{1 + (2 * i)}");
        var statement = store.Prepare($"SELECT {layout.Id.SqlName} FROM {layout.SqlName} WHERE {string.Join(" AND ", conditions)}");
        var parameter = 1;
        foreach (var name in key.Columns)
        {
            var cell = new Cell { Slot = layout.Slot(name) };
            ColumnValue.Read(layout, cell.Slot, KeyValue(cell.Slot, values[name]), ref cell);
            if (cell.Slot.Kind == StorageKind.Money) cell.Number = (long)(cell.Amount * cell.Slot.Factor);
            statement.Bind(parameter, cell);
            parameter += 2;
        }
        if (!statement.Step()) return null;
        var found = statement.Guid(0);
        statement.Reset();
        return found;
    }

    // Clients may give an option as a number and a reference as an id in a key.
    private static object? KeyValue(ColumnSlot slot, object? value) => value switch
    {
        int option when slot.Column.Type is ColumnType.Picklist or ColumnType.State or ColumnType.Status => new OptionSetValue(option),
        Guid id when slot.Kind == StorageKind.Reference && slot.Targets.Count == 1 => new EntityReference(slot.Targets[0], id),
        _ => value,
    };

    /// <summary>The platform's error for a row that would break a key of its table.</summary>
    public static Exception Duplicate(TableLayout layout, StorageException failure)
    {
        if (failure.IsUniqueViolation)
        {
            // "UNIQUE constraint failed: account.accountnumber, account.name"
            var columns = failure.DatabaseMessage[(failure.DatabaseMessage.IndexOf(": ", StringComparison.Ordinal) + 2)..]
                .Split(", ").Select(c => c[(c.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToHashSet();
            foreach (var key in layout.Table.Keys)
            {
                if (key.Columns.Count == columns.Count && key.Columns.All(columns.Contains)) return PlatformErrors.DuplicateRecordEntityKey.Fault(KeyName(key), DisplayNames(layout, key.Columns));
            }
        }
        return failure.IsPrimaryKeyViolation || failure.IsUniqueViolation ? PlatformErrors.DuplicateRecord.Fault() : failure;
    }

    private static string KeyName(TableKey key) => key.DisplayName.In(1033) ?? key.SchemaName;

    private static string DisplayNames(TableLayout layout, IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(c => layout.Slot(c).Column.DisplayName.In(1033) ?? c));
}
