using System;
using Local.Dataverse.Columns.Files;
using Local.Dataverse.Columns.Rollups;
using Local.Dataverse.Schema;
using Local.Dataverse.Validation;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Creates and updates single rows: checks what is given, fills what the platform fills, writes.</summary>
internal sealed class RowWriter(Store store, Records records, Ownership ownership, Currencies currencies, OrganizationFacts facts)
{
    private readonly Amounts amounts = new(store, currencies, facts);
    private readonly Parties parties = new(store, records);

    /// <returns>The id of the new row.</returns>
    public Guid Create(RequestContext context, Entity target)
    {
        var layout = Writable(target.LogicalName);
        var id = NewId(context, layout, target);
        var writes = new WriteSet(layout);
        Read(context, layout, target, writes, id, creating: true);
        Fill(context, layout, writes, id);
        StateRules.CompleteNew(layout, writes, id);
        amounts.CompleteNew(layout, writes);
        PersonName.Complete(store, layout, writes, null);
        if (!context.ByPlatform) RequireParents(layout, writes);

        WriteParties(layout, writes, id, target, isNew: true);
        Put(store, layout, writes, id, insert: true);
        Changed(layout);
        return id;
    }

    /// <summary>Writes what the target gives; with IfRowVersionMatches only over the version in <see cref="Entity.RowVersion"/>.</summary>
    public void Update(RequestContext context, Entity target, ConcurrencyBehavior concurrency)
    {
        var layout = Writable(target.LogicalName);
        var id = ExistingId(layout, target);
        var before = Current(layout, id) ?? throw PlatformErrors.ObjectsDoNotExist.Fault(layout.Name, id);
        if (concurrency == ConcurrencyBehavior.IfRowVersionMatches) RequireVersion(target, before.Version);

        var writes = new WriteSet(layout);
        Read(context, layout, target, writes, id, creating: false);
        if (layout.Owner is { } owner && writes.Has(owner))
        {
            if (!writes.HasValue(owner)) throw PlatformErrors.AttributeCannotBeNull.Fault(owner.Name);
            ownership.Put(layout, writes, writes[owner].Id, writes[owner].Text!);
        }
        HierarchyLoop.Refuse(store, layout, writes, id);
        CurrencyRules.RequireChangeable(layout, writes, id, facts);
        StateRules.CompleteExisting(layout, writes, id, before.State, before.Status);
        amounts.CompleteExisting(layout, writes, id, before);
        PersonName.Complete(store, layout, writes, id, before.Whole);
        Stamp(context, layout.ModifiedOn, layout.ModifiedBy, layout.ModifiedOnBehalfBy, writes);
        WriteParties(layout, writes, id, target, isNew: false);
        Put(store, layout, writes, id, insert: false);
        Changed(layout);
    }

    private void WriteParties(TableLayout layout, WriteSet writes, Guid id, Entity target, bool isNew)
    {
        if (!layout.Table.IsActivity) return;
        parties.Write(layout, id, target, isNew);
        parties.WriteOwnerAndRegarding(layout, id, writes, isNew);
    }

    /// <summary>Writes what was calculated for a row: with its base amount, without stamps.</summary>
    public void WriteRollup(TableLayout layout, WriteSet writes, Guid id)
    {
        var before = Current(layout, id) ?? throw PlatformErrors.ObjectsDoNotExist.Fault(layout.Name, id);
        amounts.CompleteExisting(layout, writes, id, before);
        Put(store, layout, writes, id, insert: false);
    }

    /// <summary>Sets or clears one lookup of a row, as associating one-to-many does.</summary>
    public void SetLookup(RequestContext context, TableLayout layout, Guid id, ColumnSlot lookup, EntityReference? to)
    {
        var target = new Entity(layout.Name, id);
        target.Attributes[lookup.Name] = to;
        Update(context, target, ConcurrencyBehavior.Default);
    }

    /// <summary>Id a target names: its own, the one in its primary key column, or by alternate key.</summary>
    public Guid ExistingId(TableLayout layout, Entity target)
    {
        if (target.Id != Guid.Empty) return target.Id;
        if (target.KeyAttributes.Count > 0) return records.Resolve(layout, target.KeyAttributes);
        if (target.Attributes.TryGetValue(layout.Id.Name, out var key) && key is Guid id) return id;
        throw PlatformErrors.ObjectDoesNotExist.Fault(layout.Name, Guid.Empty);
    }

    /// <summary>Layout of a table whose rows can be written.</summary>
    public TableLayout Writable(string table)
    {
        if (table == SchemaSql.ActivityView) throw PlatformErrors.NotSupportedHere("writing activitypointer; write the activity's own table");
        return store.Layout(table);
    }

    private void Read(RequestContext context, TableLayout layout, Entity target, WriteSet writes, Guid id, bool creating)
    {
        foreach (var attribute in target.Attributes)
        {
            var slot = layout.Find(attribute.Key);
            if (slot is null)
            {
                RequireUnstored(layout, attribute.Key);
                continue;
            }
            // "If the target contains values for attributes that are not valid for update, they are ignored" (UpdateRequest.Target).
            if (slot == layout.Id || (slot.Column.SourceType != 0 && !context.ByPlatform) || !(context.ByPlatform || (creating ? slot.Column.ValidForCreate : slot.Column.ValidForUpdate))) continue;
            if (slot.Column.Type is ColumnType.File or ColumnType.Image)
            {
                FileColumns.Write(store, context, layout, slot, attribute.Value, writes, id);
                continue;
            }
            ref var cell = ref writes.Put(slot);
            ColumnValue.Read(layout, slot, attribute.Value, ref cell);
            if (slot.Kind == StorageKind.Seconds && attribute.Value is DateTime moment && !context.Calendar.IsUtc) ColumnValue.TakeLocalDay(slot, moment, context.Calendar, ref cell);
            if (slot.Kind == StorageKind.Reference && !cell.IsNull) records.Check((EntityReference)attribute.Value, ref cell);
        }
        NoteFile.Complete(layout, writes);
        // A key that names the row is also what the row gets when it is new.
        if (!creating || target.KeyAttributes.Count == 0) return;
        foreach (var key in target.KeyAttributes)
        {
            var slot = layout.Slot(key.Key);
            if (slot == layout.Id || writes.Has(slot)) continue;
            ref var cell = ref writes.Put(slot);
            ColumnValue.Read(layout, slot, key.Value, ref cell);
            if (slot.Kind == StorageKind.Reference && key.Value is EntityReference reference) records.Check(reference, ref cell);
        }
    }

    private static void RequireUnstored(TableLayout layout, string name)
    {
        if (layout.Table.Find(name) is null) throw PlatformErrors.QueryBuilderNoAttribute.Fault(layout.Table.SchemaName, name);
    }

    private void Fill(RequestContext context, TableLayout layout, WriteSet writes, Guid id)
    {
        foreach (var slot in layout.Defaults)
        {
            if (!writes.Has(slot)) writes.Put(slot, slot.Column.DefaultValue!.Value);
        }
        if (layout.Owner is { } owner && layout.Table.Ownership == Schema.Ownership.User)
        {
            if (writes.HasValue(owner)) ownership.Put(layout, writes, writes[owner].Id, writes[owner].Text!);
            else ownership.Put(layout, writes, context.UserId, "systemuser");
        }
        if (layout.Organization is { } organization && layout.Name != "organization" && !writes.HasValue(organization)) writes.Put(organization, facts.OrganizationId, "organization");
        if (layout.Name is "systemuser" or "team" && layout.Find("businessunitid") is { } unit && !writes.HasValue(unit)) writes.Put(unit, facts.RootBusinessUnitId, "businessunit");
        if (layout.Name is "team" && layout.Find("administratorid") is { } administrator && !writes.HasValue(administrator)) writes.Put(administrator, context.UserId, "systemuser");
        AutoNumber.Fill(store, context, layout, writes);
        foreach (var state in layout.RollupStates) writes.Put(state, (int)RollupState.NotCalculated);
        if (layout.CreatedOn is not { } created || !writes.HasValue(created)) Stamp(context, layout.CreatedOn, layout.CreatedBy, layout.CreatedOnBehalfBy, writes);
        if (layout.ModifiedOn is not { } modified || !writes.HasValue(modified)) Stamp(context, layout.ModifiedOn, layout.ModifiedBy, layout.ModifiedOnBehalfBy, writes);
        if (layout.OverriddenCreatedOn is { } overridden && writes.HasValue(overridden) && layout.CreatedOn is { } createdOn)
        {
            // A migrated row keeps its own date of creation; the other column says when it really came.
            var given = writes[overridden].Number;
            writes.Put(overridden, writes[createdOn].Number);
            writes.Put(createdOn, given);
        }
    }

    private static void Stamp(RequestContext context, ColumnSlot? on, ColumnSlot? by, ColumnSlot? onBehalfBy, WriteSet writes)
    {
        if (on is not null) writes.Put(on, ColumnValue.Seconds(on, context.UtcNow));
        writes.Put(by, context.UserId, "systemuser");
        if (onBehalfBy is null) return;
        if (context.InitiatingUserId == context.UserId) writes.PutNull(onBehalfBy);
        else writes.Put(onBehalfBy, context.InitiatingUserId, "systemuser");
    }

    private static void RequireParents(TableLayout layout, WriteSet writes)
    {
        foreach (var slot in layout.Parents)
        {
            if (!writes.HasValue(slot)) throw PlatformErrors.RequiredFieldMissing.Fault(slot.Name);
        }
    }

    /// <summary>Writes a row, now or with the others of a bulk message.</summary>
    /// <remarks>A set that is not put, because a value of it was refused, is left to the collector.</remarks>
    public static void Put(Store store, TableLayout layout, WriteSet writes, Guid id, bool insert)
    {
        var version = store.NextVersion();
        if (store.Pending is { } pending)
        {
            pending.Add(layout, writes, id, version, insert);
            return;
        }
        using (writes)
        {
            var statement = store.PrepareQuery(insert ? layout.InsertSqlFor(writes, 1) : layout.UpdateSql(writes));
            writes.BindTo(statement, 0, id, version);
            Run(layout, statement);
        }
    }

    /// <summary>Runs a statement that writes rows; a key that is broken becomes the platform's error.</summary>
    public static void Run(TableLayout layout, Statement statement)
    {
        try
        {
            statement.Run();
        }
        catch (StorageException failure) when (failure.IsPrimaryKeyViolation || failure.IsUniqueViolation)
        {
            throw Records.Duplicate(layout, failure);
        }
    }

    private void Changed(TableLayout layout)
    {
        ownership.Changed(layout.Name);
        currencies.Changed(layout.Name);
    }

    private Guid NewId(RequestContext context, TableLayout layout, Entity target)
    {
        var id = target.Id;
        if (target.Attributes.TryGetValue(layout.Id.Name, out var value) && value is not null)
        {
            var given = value as Guid? ?? throw PlatformErrors.IncorrectAttributeValueType.Fault(value.GetType(), layout.Id.Name);
            if (id != Guid.Empty && given != Guid.Empty && id != given) throw PlatformErrors.InvalidArgument.Fault("Entity Id must be the same as the value set in property bag.");
            if (given != Guid.Empty) id = given;
        }
        return id != Guid.Empty ? id : store.Ids.Next(context.UtcNow);
    }

    private static void RequireVersion(Entity target, long version)
    {
        if (string.IsNullOrEmpty(target.RowVersion)) throw PlatformErrors.ConcurrencyVersionNotProvided.Fault();
        if (target.RowVersion != version.ToString(System.Globalization.CultureInfo.InvariantCulture)) throw PlatformErrors.ConcurrencyVersionMismatch.Fault();
    }

    private RowBefore? Current(TableLayout layout, Guid id)
    {
        if (store.Pending?.TakeBefore(id) is { } read) return read;
        var statement = store.Prepare(layout.CurrentSql);
        statement.Bind(1, id);
        if (!statement.Step()) return null;
        var before = TableLayout.Before(statement, 0);
        statement.Reset();
        return before;
    }
}
