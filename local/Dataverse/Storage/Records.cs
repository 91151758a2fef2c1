using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Finds rows: by id, or by the columns of an alternate key.</summary>
internal sealed class Records(Store store)
{
    private readonly FactsAhead<(TableLayout Layout, Guid Id), bool> existing = new(store);
    private readonly KeyLookup keys = new(store);

    /// <summary>Whether the row is there.</summary>
    public bool Exists(TableLayout layout, Guid id)
    {
        if (store.Pending?.Knows(layout, id) == true) return true;
        if (existing.TryGet((layout, id), out var exists)) return exists;
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
        return keys.Find(layout, values);
    }

    /// <summary>Finds out at once about all rows these refer to, by id or alternate key, what would be asked about each of them.</summary>
    public void LookAhead(IEnumerable<EntityReference> references)
    {
        foreach (var table in references.GroupBy(r => r.LogicalName ?? ""))
        {
            if (!store.Layouts.TryGetValue(table.Key, out var layout)) continue;
            keys.LookAhead(layout, table.Where(r => r.Id == Guid.Empty && r.KeyAttributes.Count > 0).Select(r => r.KeyAttributes));
            LookAhead(layout, table.Select(r => r.Id).Where(id => id != Guid.Empty));
        }
    }

    /// <summary>The id a reference means, if it has one or was found ahead by its key.</summary>
    public Guid? Known(EntityReference reference)
    {
        if (reference.Id != Guid.Empty) return reference.Id;
        return store.Layouts.TryGetValue(reference.LogicalName ?? "", out var layout) ? keys.Known(layout, reference.KeyAttributes) : null;
    }

    private void LookAhead(TableLayout layout, IEnumerable<Guid> ids)
    {
        var asked = ids.Distinct().Where(id => !existing.Knows((layout, id))).ToList();
        var found = new HashSet<Guid>();
        store.ReadEach(list => $"SELECT {layout.Id.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} IN ({list})", asked, row => found.Add(row.Guid(0)));
        foreach (var id in asked) existing.Put((layout, id), found.Contains(id));
    }

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
