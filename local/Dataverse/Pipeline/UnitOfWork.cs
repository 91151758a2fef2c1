using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Queries.Changes;
using Local.Dataverse.Security;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>One database transaction: the main operation of a request and all that synchronous plug-ins do inside it.</summary>
internal sealed class UnitOfWork : IDisposable
{
    private readonly Organization organization;
    private readonly StoreTransaction transaction;
    private List<(Entity Row, Guid Id)>? together;
    private bool closed;

    public RequestRun Run { get; }

    /// <summary>A request inside the transaction failed; the platform never lets such a transaction commit.</summary>
    public bool IsDoomed { get; private set; }

    /// <summary>The first failure.</summary>
    public OrganizationServiceFault? DoomedBy { get; private set; }

    public UnitOfWork(Organization organization, RequestRun run)
    {
        this.organization = organization;
        Run = run;
        lock (run.Sync)
        {
            run.Add(this);
            transaction = organization.Store.Begin();
        }
    }

    /// <summary>Refuses a caller who may not create or change one of the rows, or a column of it. Before the first step inside the transaction.</summary>
    public void AllowWrite(RequestContext context, IList<Entity> rows, bool isCreate)
    {
        if (context.Access is null) return;
        lock (Run.Sync)
        {
            Check();
            LookAhead(context, rows, isCreate);
            foreach (var row in rows) organization.Guard.AllowWrite(context, row, isCreate);
        }
    }

    /// <summary>Asks once what will be asked of each of several rows to write, before anything is written.</summary>
    public void LookAhead(RequestContext context, IList<Entity> rows, bool isCreate)
    {
        if (rows.Count < 2) return;
        organization.Core.LookAhead(context, rows, themselves: false);
        if (!isCreate) organization.Guard.LookAhead(context, rows);
    }

    /// <summary>Refuses a caller who may not do with a row what a message is about.</summary>
    public void Allow(RequestContext context, string message, EntityReference row)
    {
        if (context.Access is null) return;
        lock (Run.Sync)
        {
            Check();
            organization.Guard.Allow(context, message, row);
        }
    }

    public Guid Create(RequestContext context, Entity row)
    {
        lock (Run.Sync)
        {
            Check();
            ComponentRegistry.CheckWrite(row);
            organization.Guard.BeforeCreate(context, row);
            var id = organization.Core.Create(context, row);
            if (together is not null) together.Add((row, id));
            else organization.Guard.AfterCreate(context, row, id);
            organization.Components.NoteWrite(row.LogicalName);
            return id;
        }
    }

    public void Update(RequestContext context, Entity row, ConcurrencyBehavior concurrency = ConcurrencyBehavior.Default)
    {
        lock (Run.Sync)
        {
            Check();
            ComponentRegistry.CheckWrite(row);
            var unit = organization.Guard.BeforeUpdate(context, row);
            organization.Core.Update(context, row, concurrency);
            if (together is not null) together.Add((row, row.Id));
            else organization.Guard.AfterUpdate(context, row, unit);
            organization.Components.NoteWrite(row.LogicalName);
        }
    }

    /// <summary>Creates or updates the rows of a bulk message, each as if it came alone, but written together.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="rows">The rows, all of one table; none has related rows.</param>
    /// <param name="creating">Whether they are new.</param>
    /// <param name="write">Sends each of them through <see cref="Create"/> or <see cref="Update"/>, and wakes no plug-in.</param>
    public void Together(RequestContext context, IList<Entity> rows, bool creating, Action write)
    {
        lock (Run.Sync)
        {
            Check();
            LookAhead(context, rows, creating);
            organization.Store.BeginBulk(organization.Store.Layout(rows[0].LogicalName), rows, creating);
            var written = together = [];
            var failed = true;
            try
            {
                write();
                failed = false;
            }
            finally
            {
                together = null;
                organization.Store.EndBulk(failed);
            }
            if (written.Count == 0) return;
            if (creating) organization.Guard.AfterCreate(context, written);
            else organization.Guard.AfterUpdate(context, written.ConvertAll(w => w.Row));
        }
    }

    public void Delete(RequestContext context, EntityReference row, ConcurrencyBehavior concurrency = ConcurrencyBehavior.Default)
    {
        lock (Run.Sync)
        {
            Check();
            organization.Guard.BeforeDelete(context, row);
            organization.Core.Delete(context, row, concurrency);
            organization.Guard.AfterDelete(row);
            organization.Components.NoteWrite(row.LogicalName);
        }
    }

    public bool Exists(RequestContext context, EntityReference row)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.Exists(context, row.LogicalName, row.Id);
        }
    }

    public IReadOnlyList<EntityReference> CascadeDeleteTargets(RequestContext context, EntityReference row)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.CascadeDeleteTargets(context, row);
        }
    }

    public IReadOnlyList<EntityReference> CascadeAssignTargets(RequestContext context, EntityReference row, Guid newOwner)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.CascadeAssignTargets(context, row, newOwner);
        }
    }

    public Entity Retrieve(RequestContext context, EntityReference row, ColumnSet columns)
    {
        lock (Run.Sync)
        {
            Check();
            organization.Guard.BeforeRetrieve(context, row);
            var found = organization.Guard.Hide(context, organization.Core.Retrieve(context, row, columns));
            organization.RowLabels.Translate(context, row.LogicalName, [found]);
            return found;
        }
    }

    /// <summary>Reads many rows of a table on the platform's own account; those that are not there stay out.</summary>
    public Dictionary<Guid, Entity> Retrieve(RequestContext platform, string table, IEnumerable<Guid> ids, ColumnSet columns)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.Retrieve(platform, table, ids, columns);
        }
    }

    /// <summary>Reads rows at once that the platform will retrieve one by one, by these columns or some of them, before anything is written.</summary>
    /// <returns>The rows; those that are not there stay out.</returns>
    public IReadOnlyList<Entity> LookAhead(RequestContext platform, string table, IEnumerable<Guid> ids, ColumnSet columns)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.LookAhead(platform, table, ids, columns);
        }
    }

    public EntityCollection RetrieveMultiple(RequestContext context, QueryBase query)
    {
        lock (Run.Sync)
        {
            Check();
            var found = organization.Core.RetrieveMultiple(context, query);
            organization.RowLabels.Translate(context, found.EntityName, found.Entities);
            return found;
        }
    }

    public BusinessEntityChanges RetrieveChanges(RequestContext context, string table, ColumnSet columns, PagingInfo? page, ChangeToken? since)
    {
        lock (Run.Sync)
        {
            Check();
            var changes = organization.Core.RetrieveChanges(context, table, columns, page, since);
            foreach (var change in changes.Changes)
            {
                if (change is NewOrUpdatedItem { NewOrUpdatedEntity: { } row }) organization.Guard.Hide(context, row);
            }
            return changes;
        }
    }

    public long Count(RequestContext context, string table)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.Count(context, table);
        }
    }

    public void Associate(RequestContext context, EntityReference row, Relationship relationship, EntityReferenceCollection related)
    {
        lock (Run.Sync)
        {
            Check();
            organization.Guard.BeforeLink(context, row, relationship, related);
            organization.Core.Associate(context, row, relationship, related);
            organization.Components.NoteWrite(organization.Guard.IntersectTable(relationship) ?? row.LogicalName);
        }
    }

    public void Disassociate(RequestContext context, EntityReference row, Relationship relationship, EntityReferenceCollection related)
    {
        lock (Run.Sync)
        {
            Check();
            organization.Guard.BeforeLink(context, row, relationship, related);
            organization.Core.Disassociate(context, row, relationship, related);
            organization.Components.NoteWrite(organization.Guard.IntersectTable(relationship) ?? row.LogicalName);
        }
    }

    public Guid Resolve(RequestContext context, EntityReference reference)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Core.Resolve(context, reference);
        }
    }

    /// <summary>Anything else the core does in the transaction.</summary>
    public T Within<T>(Func<CoreOperations, T> operation)
    {
        lock (Run.Sync)
        {
            Check();
            return operation(organization.Core);
        }
    }

    /// <summary>The rows an Upsert would update, null for each it would create.</summary>
    public Guid?[] FindExisting(RequestContext context, IList<Entity> rows)
    {
        lock (Run.Sync)
        {
            Check();
            if (rows.Count > 1) organization.Core.LookAhead(context, rows, themselves: true);
            return [.. rows.Select(r => organization.Core.FindExisting(context, r))];
        }
    }

    /// <summary>The ids of rows to update: each its own, the one in its primary key column, or by its alternate key.</summary>
    public Guid[] Resolve(RequestContext context, IList<Entity> rows)
    {
        lock (Run.Sync)
        {
            Check();
            if (rows.Count > 1) organization.Core.LookAhead(context, rows, themselves: true);
            return [.. rows.Select(r => organization.Core.Resolve(context, new EntityReference(r.LogicalName, r.KeyAttributes)))];
        }
    }

    /// <summary>The next number of a sequence the engine keeps.</summary>
    public long NextNumber(string sequence)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Store.NextNumber(sequence, 1);
        }
    }

    /// <summary>Changes what is shared of a row with a user or team.</summary>
    public void Share(RequestContext context, EntityReference row, EntityReference principal, AccessRights asked, Func<Share, AccessRights> rights)
    {
        lock (Run.Sync)
        {
            Check();
            organization.Guard.Share(context, row, principal, asked, rights);
            organization.Components.NoteWrite(SharedRows.Table);
        }
    }

    /// <summary>Changes the privileges of a role.</summary>
    public void ChangeRole(RequestContext context, EntityReference role, Action<RolePrivileges> change)
    {
        lock (Run.Sync)
        {
            Check();
            if (context.Access is { } access) organization.Guard.Require(access, "role", role.Id, AccessRights.WriteAccess);
            change(new RolePrivileges(organization.Store));
            organization.Components.NoteWrite("roleprivileges");
        }
    }

    /// <summary>The privileges of a role, a user or a team the caller may read.</summary>
    public IReadOnlyList<RolePrivilege> PrivilegesOf(RequestContext context, EntityReference holder)
    {
        lock (Run.Sync)
        {
            Check();
            organization.Guard.BeforeRetrieve(context, holder);
            var layout = organization.Store.Layout(holder.LogicalName);
            if (!organization.Core.Exists(context, holder.LogicalName, holder.Id)) throw Records.DoesNotExist(layout, holder.Id);
            var privileges = new RolePrivileges(organization.Store);
            return holder.LogicalName == "role" ? privileges.OfRole(holder.Id) : privileges.Of(organization.Security.OfPrincipal(holder));
        }
    }

    /// <summary>What is shared of a row the caller may read.</summary>
    public IReadOnlyList<Share> SharesOf(RequestContext context, EntityReference row)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Guard.SharesOf(context, row);
        }
    }

    /// <summary>Whether a user or team may do something with a row the caller may read.</summary>
    public bool MayDo(RequestContext context, EntityReference row, EntityReference principal, AccessRights right)
    {
        lock (Run.Sync)
        {
            Check();
            return organization.Guard.MayDo(context, row, principal, right);
        }
    }

    /// <summary>Remembers that a request inside the transaction failed.</summary>
    public void Doom(OrganizationServiceFault fault)
    {
        IsDoomed = true;
        DoomedBy ??= fault;
    }

    public void Commit()
    {
        lock (Run.Sync)
        {
            Check();
            transaction.Commit();
            closed = true;
            transaction.Dispose();
            Run.Remove(this);
        }
    }

    /// <summary>Undoes everything; harmless when already committed or rolled back. The caller holds <see cref="RequestRun.Sync"/>.</summary>
    public void RollBack()
    {
        if (closed) return;
        closed = true;
        transaction.Dispose();
        organization.Components.NoteRollback();
        organization.RowLabels.Forget();
    }

    public void Dispose()
    {
        lock (Run.Sync)
        {
            RollBack();
            Run.Remove(this);
        }
    }

    private void Check()
    {
        Run.ThrowIfAbandoned();
        if (closed) throw PipelineErrors.NoActiveTransaction();
    }
}
