using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Columns.Rollups;
using Local.Dataverse.Queries;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Queries.Changes;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Storage;

/// <summary>
/// The main operations of the platform's messages: what happens between the pre- and the post-operation stage. Each checks its input in full,
/// does its work in the transaction that is open, and throws the platform's fault where the platform would.
/// </summary>
internal sealed class CoreOperations
{
    private readonly Store store;
    private readonly OrganizationFacts facts;
    private readonly Records records;
    private readonly Currencies currencies;
    private readonly RowWriter writer;
    private readonly RowDeleter deleter;
    private readonly OwnershipCascade cascade;
    private readonly Associations associations;
    private readonly RowRetriever retriever;
    private readonly Ownership ownership;
    private readonly Parties parties;
    private readonly Dictionary<(int Language, int? Locale, UserCalendar Calendar), FormattedText> texts = new();
    private readonly Dictionary<(int Language, int? Locale, UserCalendar Calendar), RowReader> readers = new();

    public CoreOperations(Store store, OrganizationFacts facts)
    {
        this.store = store;
        this.facts = facts;
        records = new Records(store);
        ownership = new Ownership(store, facts);
        currencies = new Currencies(store, facts);
        writer = new RowWriter(store, records, ownership, currencies, facts);
        Rollups = new RollupCalculation(store, writer);
        deleter = new RowDeleter(store, records, ownership, currencies, facts);
        cascade = new OwnershipCascade(store);
        associations = new Associations(store, records, writer);
        parties = new Parties(store, records);
        retriever = new RowRetriever(store, parties);
    }

    /// <summary>Creates a row: checks each value, fills id, owner, state, currency, dates and version.</summary>
    /// <returns>The row's id.</returns>
    public Guid Create(RequestContext context, Entity target) => writer.Create(context, target);

    /// <summary>Updates a row, also its state, status reason and owner. Columns that are not valid for update are ignored, as the platform documents.
    /// With IfRowVersionMatches the row must still have the target's RowVersion.</summary>
    public void Update(RequestContext context, Entity target, ConcurrencyBehavior concurrency = ConcurrencyBehavior.Default) => writer.Update(context, target, concurrency);

    /// <summary>Deletes a row, clears or refuses what points to it. Children that cascade and are still there go too.</summary>
    public void Delete(RequestContext context, EntityReference target, ConcurrencyBehavior concurrency = ConcurrencyBehavior.Default)
    {
        var id = Resolve(context, target);
        if (concurrency == ConcurrencyBehavior.IfRowVersionMatches)
        {
            if (string.IsNullOrEmpty(target.RowVersion)) throw PlatformErrors.ConcurrencyVersionNotProvided.Fault();
            if (Retrieve(context, new EntityReference(target.LogicalName, id), new ColumnSet()).RowVersion != target.RowVersion) throw PlatformErrors.ConcurrencyVersionMismatch.Fault();
        }
        deleter.Delete(writer.Writable(target.LogicalName), id);
    }

    /// <summary>Rows that a delete of the target takes along, one level deep. Sent through their own Delete first, they run their own plug-ins.</summary>
    public IReadOnlyList<EntityReference> CascadeDeleteTargets(RequestContext context, EntityReference target) =>
        deleter.CascadeTargets(writer.Writable(target.LogicalName), Resolve(context, target));

    /// <summary>Rows whose owner changes with that of the row, one level deep. Sent through their own Assign, they run their own plug-ins.</summary>
    public IReadOnlyList<EntityReference> CascadeAssignTargets(RequestContext context, EntityReference target, Guid newOwner) =>
        cascade.Targets(writer.Writable(target.LogicalName), Resolve(context, target), newOwner);

    /// <summary>Reads a row with the names of referenced rows and formatted values.</summary>
    public Entity Retrieve(RequestContext context, EntityReference target, ColumnSet? columns)
    {
        store.Calculated.UtcNow = context.UtcNow;
        return retriever.Retrieve(store.Layout(target.LogicalName), Resolve(context, target), columns, ReaderFor(context));
    }

    /// <summary>Reads many rows of a table; those that are not there stay out.</summary>
    public Dictionary<Guid, Entity> Retrieve(RequestContext context, string table, IEnumerable<Guid> ids, ColumnSet columns)
    {
        store.Calculated.UtcNow = context.UtcNow;
        return retriever.Retrieve(store.Layout(table), ids, columns, ReaderFor(context));
    }

    /// <summary>Reads rows at once that will be retrieved one by one, by these columns or some of them, before anything is written.</summary>
    public IReadOnlyList<Entity> LookAhead(RequestContext context, string table, IEnumerable<Guid> ids, ColumnSet columns)
    {
        store.Calculated.UtcNow = context.UtcNow;
        return retriever.LookAhead(store.Layout(table), ids, columns, ReaderFor(context));
    }

    /// <summary>Finds out at once about rows that will be looked up one by one, by id or alternate key, before anything is written.</summary>
    public void LookAhead(IEnumerable<EntityReference> references) => records.LookAhead(references);

    /// <summary>The id a reference means, as far as it can be told without asking.</summary>
    public Guid? Known(EntityReference reference) => records.Known(reference);

    /// <summary>The same for the rows that a request writes or may write, and for all they refer to.</summary>
    public void LookAhead(RequestContext context, IList<Entity> rows, bool themselves)
    {
        var references = new List<EntityReference>();
        // The owner of an activity takes part in it.
        if (store.Layouts.TryGetValue(rows[0].LogicalName, out var layout) && layout.Table.IsActivity) references.Add(new EntityReference("systemuser", context.UserId));
        foreach (var row in rows)
        {
            foreach (var attribute in row.Attributes)
            {
                if (attribute.Value is EntityReference reference) references.Add(reference);
                else if (attribute.Value is EntityCollection members) references.AddRange(members.Entities.Select(m => m.GetAttributeValue<EntityReference>("partyid")).OfType<EntityReference>());
            }
            if (themselves) references.Add(IdOrKey(row));
        }
        records.LookAhead(references);
    }

    private EntityReference IdOrKey(Entity row)
    {
        if (row.Id == Guid.Empty && row.KeyAttributes.Count > 0) return new EntityReference(row.LogicalName, row.KeyAttributes);
        var isGiven = store.Layouts.TryGetValue(row.LogicalName, out var layout) & row.Id == Guid.Empty;
        return new EntityReference(row.LogicalName, isGiven && row.Attributes.TryGetValue(layout!.Id.Name, out var value) && value is Guid given ? given : row.Id);
    }

    /// <summary>Runs a query and returns one page of rows, or groups with their figures.</summary>
    public EntityCollection RetrieveMultiple(RequestContext context, QueryBase query)
    {
        var model = query switch
        {
            QueryExpression expression => QueryExpressionReader.Read(expression),
            QueryByAttribute byAttribute => QueryExpressionReader.Read(byAttribute),
            FetchExpression fetch => FetchXmlReader.Read(fetch.Query),
            _ => throw PlatformErrors.NotSupportedHere("query " + query?.GetType().Name),
        };
        QueryLimits.Check(model);
        store.Calculated.UtcNow = context.UtcNow;
        var scope = new QueryScope(store, context, () => ownership.BusinessUnitOf(context.UserId, "systemuser"));
        if (model.Aggregate) return new AggregateQuery(scope, model).Run(ReaderFor(context), TextFor(context));
        var rows = new RowQuery(scope, model);
        var result = rows.Run(ReaderFor(context));
        foreach (var list in rows.PartyLists)
        {
            var members = parties.Read(result.Entities.Select(r => r.Id), list);
            foreach (var row in result.Entities) row[list.LogicalName] = members[row.Id];
        }
        return result;
    }

    /// <summary>Rows of a table that are new, changed or gone since a version.</summary>
    public BusinessEntityChanges RetrieveChanges(RequestContext context, string table, ColumnSet columns, PagingInfo? page, ChangeToken? since)
    {
        var layout = store.Layout(table);
        if (!Tombstones.IsTracked(store.Schema, layout))
        {
            throw (layout.Table.IsIntersect ? PlatformErrors.ChangeTrackingNotEnabledForRelatedEntities : PlatformErrors.ChangeTrackingNotEnabledForEntity).Fault(table);
        }
        // "The calling user must have organization level read access to the table": what is deleted has no owner any more.
        var scope = new QueryScope(store, context, () => Guid.Empty);
        if (scope.ReadableOf(layout) is not null)
        {
            var rights = context.Access!.Catalog.Of(layout.Table);
            throw SecurityErrors.PrivilegeMissing(context.Access, rights.Privilege(AccessRights.ReadAccess), layout.Table);
        }
        var select = retriever.Select(layout, columns, scope.IsHidden);
        return new ChangedRows(store, layout, select, ReaderFor(context)).Read(since, page, context.UtcNow);
    }

    /// <summary>How many rows of a table the caller may read.</summary>
    public long Count(RequestContext context, string table)
    {
        var layout = store.Layout(table);
        var scope = new QueryScope(store, context, () => ownership.BusinessUnitOf(context.UserId, "systemuser"));
        var readable = scope.ReadableOf(layout) is { } condition ? " WHERE " + condition : "";
        var statement = scope.Prepare($"SELECT COUNT(*) FROM {layout.SqlName} t0{readable}");
        statement.Step();
        var count = statement.Int64(0);
        statement.Reset();
        return count;
    }

    /// <summary>Ties rows together. A pair that is there already is a duplicate.</summary>
    public void Associate(RequestContext context, EntityReference target, Relationship relationship, EntityReferenceCollection related) =>
        associations.Associate(context, target, relationship, related);

    /// <summary>Unties rows. A pair that is not there is no error.</summary>
    public void Disassociate(RequestContext context, EntityReference target, Relationship relationship, EntityReferenceCollection related) =>
        associations.Disassociate(context, target, relationship, related);

    /// <summary>The id a reference means: its own, or by alternate key.</summary>
    /// <remarks>An id is not looked up; whoever uses it finds out that the row is not there.</remarks>
    public Guid Resolve(RequestContext context, EntityReference reference)
    {
        if (reference.Id != Guid.Empty || reference.KeyAttributes.Count == 0) return reference.Id;
        return records.Resolve(store.Layout(reference.LogicalName), reference.KeyAttributes);
    }

    /// <summary>The row an Upsert would update, by id or alternate key; null when it would create one.</summary>
    public Guid? FindExisting(RequestContext context, Entity target)
    {
        var layout = store.Layout(target.LogicalName);
        if (target.KeyAttributes.Count > 0 && target.Id == Guid.Empty) return records.TryResolve(layout, target.KeyAttributes);
        var id = target.Id;
        if (id == Guid.Empty && target.Attributes.TryGetValue(layout.Id.Name, out var value) && value is Guid given) id = given;
        return id != Guid.Empty && records.Exists(layout, id) ? id : null;
    }

    /// <summary>The business unit of a user or team.</summary>
    public Guid BusinessUnitOf(Guid owner, string table) => ownership.BusinessUnitOf(owner, table);

    /// <summary>Rollup columns.</summary>
    public RollupCalculation Rollups { get; }

    /// <summary>Whether a row is there.</summary>
    public bool Exists(RequestContext context, string table, Guid id) => records.Exists(store.Layout(table), id);

    private RowReader ReaderFor(RequestContext context)
    {
        var key = (context.LanguageCode, context.LocaleId, context.Calendar);
        if (readers.TryGetValue(key, out var reader)) return reader;
        return readers[key] = new RowReader(TextFor(context), currencies);
    }

    private FormattedText TextFor(RequestContext context)
    {
        var key = (context.LanguageCode, context.LocaleId, context.Calendar);
        if (texts.TryGetValue(key, out var text)) return text;
        return texts[key] = new FormattedText(context.LanguageCode, facts.BaseLanguage, context.LocaleId, context.Calendar);
    }
}
