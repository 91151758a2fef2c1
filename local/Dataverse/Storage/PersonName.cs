using System;

namespace Local.Dataverse.Storage;

/// <summary>The full name of a person (contact, lead, user): first and last name, kept by the platform.</summary>
internal static class PersonName
{
    /// <summary>Fills fullname when a part of it is written; the other part comes from the row, where there is one already.</summary>
    public static void Complete(Store store, TableLayout layout, WriteSet writes, Guid? id, ValuesBefore? before = null)
    {
        if (layout.Find("fullname") is not { Column.ValidForCreate: false } full) return;
        if (layout.FirstName is not { } first || layout.LastName is not { } last) return;
        if (!writes.Has(first) && !writes.Has(last)) return;
        var name = (Part(store, layout, writes, first, id, before) + " " + Part(store, layout, writes, last, id, before)).Trim();
        writes.Put(full, name);
    }

    private static string Part(Store store, TableLayout layout, WriteSet writes, ColumnSlot part, Guid? id, ValuesBefore? before)
    {
        if (writes.Has(part)) return writes.HasValue(part) ? writes[part].Text! : "";
        if (id is null) return "";
        if (before is not null) return (part == layout.FirstName ? before.FirstName : before.LastName) ?? "";
        var statement = store.Prepare($"SELECT {part.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, id.Value);
        if (!statement.Step()) return "";
        var text = statement.IsNull(0) ? "" : statement.Text(0);
        statement.Reset();
        return text;
    }
}
