using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Queries;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Who takes part in an activity: rows of activityparty, written and read with the activity as lists (to, from, requiredattendees ...).</summary>
internal sealed class Parties(Store store, Records records)
{
    public const string Table = "activityparty";

    private const int Regarding = 8, Owner = 9;

    // participationtypemask of each list.
    private static readonly Dictionary<string, int> masks = new(StringComparer.Ordinal)
    {
        ["from"] = 1,
        ["to"] = 2,
        ["cc"] = 3,
        ["bcc"] = 4,
        ["requiredattendees"] = 5,
        ["optionalattendees"] = 6,
        ["organizer"] = 7,
        ["resources"] = 10,
        ["customers"] = 11,
        ["customer"] = 11,
        ["partners"] = 12,
        ["partner"] = 12,
    };

    /// <summary>Replaces the lists that the target gives; others stay.</summary>
    public void Write(TableLayout activity, Guid activityId, Entity target, bool isNew)
    {
        foreach (var list in activity.Parties)
        {
            if (!list.ValidForCreate || !target.Attributes.TryGetValue(list.LogicalName, out var value)) continue;
            var members = value as EntityCollection;
            if (members is null && value is not null) throw PlatformErrors.IncorrectAttributeValueType.Fault(value.GetType(), list.LogicalName);
            if (!isNew) Clear(activityId, MaskOf(list));
            if (members is null) continue;
            foreach (var member in members.Entities) Insert(activity, activityId, MaskOf(list), member);
        }
    }

    /// <summary>Keeps who owns an activity and what it regards among its parties too, as far as they can be parties.</summary>
    public void WriteOwnerAndRegarding(TableLayout activity, Guid activityId, WriteSet writes, bool isNew)
    {
        if (activity.Owner is { } owner) WriteOne(activity, activityId, writes, owner, Owner, isNew);
        if (activity.Find("regardingobjectid") is { } regarding) WriteOne(activity, activityId, writes, regarding, Regarding, isNew);
    }

    /// <summary>The members of one list.</summary>
    public EntityCollection Read(Guid activityId, Column list) => Read([activityId], list)[activityId];

    /// <summary>The members of one list of each of several activities.</summary>
    public Dictionary<Guid, EntityCollection> Read(IEnumerable<Guid> activities, Column list)
    {
        var lists = activities.Distinct().ToDictionary(id => id, _ => new EntityCollection { EntityName = Table });
        var layout = store.Layout(Table);
        ColumnSlot activity = layout.Slot("activityid"), party = layout.Slot("partyid"), address = layout.Slot("addressused");
        var mask = MaskOf(list);
        store.ReadEach(
            ids => $"SELECT p.{layout.Id.SqlName}, p.{party.SqlName}, p.{party.TypeSqlName}, p.{address.SqlName}, {SelectList.NameOf(store.Layouts, party, "p") ?? "NULL"}, p.{activity.SqlName} " +
                $"FROM {layout.SqlName} p WHERE p.{activity.SqlName} IN ({ids}) AND p.{layout.Slot("participationtypemask").SqlName} = {mask.ToString(CultureInfo.InvariantCulture)} ORDER BY p.rowid",
            lists.Keys,
            row => lists[row.Guid(5)].Entities.Add(Member(row, mask)));
        return lists;
    }

    private static Entity Member(Statement row, int mask)
    {
        var member = new Entity(Table, row.Guid(0))
        {
            ["activitypartyid"] = row.Guid(0),
            ["activityid"] = new EntityReference(SchemaSql.ActivityView, row.Guid(5)),
            ["participationtypemask"] = new OptionSetValue(mask),
        };
        if (!row.IsNull(1)) member["partyid"] = new EntityReference(row.Text(2), row.Guid(1)) { Name = row.IsNull(4) ? null : row.Text(4) };
        if (!row.IsNull(3)) member["addressused"] = row.Text(3);
        return member;
    }

    private void WriteOne(TableLayout activity, Guid activityId, WriteSet writes, ColumnSlot slot, int mask, bool isNew)
    {
        if (!writes.Has(slot)) return;
        if (!isNew) Clear(activityId, mask);
        if (!writes.HasValue(slot)) return;
        var table = slot.TypeSqlName is null ? slot.Targets[0] : writes[slot].Text!;
        if (!store.Layout(Table).Slot("partyid").Targets.Contains(table)) return;
        Insert(activity, activityId, mask, new Entity(Table) { ["partyid"] = new EntityReference(table, writes[slot].Id) });
    }

    private void Clear(Guid activityId, int mask)
    {
        var layout = store.Layout(Table);
        var statement = store.Prepare($"DELETE FROM {layout.SqlName} WHERE {layout.Slot("activityid").SqlName} = ?1 AND {layout.Slot("participationtypemask").SqlName} = ?2");
        statement.Bind(1, activityId);
        statement.Bind(2, mask);
        statement.Run();
    }

    private void Insert(TableLayout activity, Guid activityId, int mask, Entity member)
    {
        var layout = store.Layout(Table);
        var writes = new WriteSet(layout);
        // Always the same columns in the same order, so that the parties of many activities are written together, each list in its order.
        foreach (var slot in layout.Slots)
        {
            if (slot != layout.Id && slot != layout.Version) writes.PutNull(slot);
        }
        foreach (var attribute in member.Attributes)
        {
            var slot = layout.Slot(attribute.Key);
            if (slot == layout.Id) continue;
            ref var cell = ref writes.Put(slot);
            Validation.ColumnValue.Read(layout, slot, attribute.Value, ref cell);
            if (slot.Kind == StorageKind.Reference && !cell.IsNull) records.Check((EntityReference)attribute.Value, ref cell);
        }
        writes.Put(layout.Slot("activityid"), activityId, activity.Name);
        writes.Put(layout.Slot("participationtypemask"), mask);
        RowWriter.Put(store, layout, writes, store.Ids.Next(DateTime.UtcNow), insert: true);
    }

    private static int MaskOf(Column list) =>
        masks.TryGetValue(list.LogicalName, out var mask) ? mask : throw PlatformErrors.NotSupportedHere("party list " + list.LogicalName);
}
