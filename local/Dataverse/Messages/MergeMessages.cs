using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Sales;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>
/// Merge: what hangs on the subordinate row goes to the master by every relationship that cascades a merge, and by every N:N relationship; the master takes the update content, the
/// subordinate is deactivated and says into which row it went.
/// </summary>
/// <remarks>
/// Steps on Update run with Merge as their parent: for master and subordinate, and for each row that changes hands ("it will trigger the update of all
/// lookups with the reference to the deactivated account", as reported of a pre-operation step on incident). "Because incident merge operations are
/// performed in the security context of the user", rows of merged incidents are moved with his rights; others with the system's ("Merge rows using the
/// Web API"). Whether N:N ties raise events when they are moved is not documented: here they do not.
/// </remarks>
internal static class MergeMessages
{
    private const int Active = 0, QuoteActive = 1, DeepestHierarchy = 1000;

    /// <summary>Per table: its lookup to a row of its own kind that may not become a circle, and the state and status of what was merged away.</summary>
    private static readonly Dictionary<string, MergedTable> Tables = new()
    {
        ["account"] = new("parentaccountid", 1, 2),
        ["contact"] = new("parentcustomerid", 1, 2),
        ["lead"] = new(null, 2, 7),
        ["incident"] = new("parentcaseid", 2, 2000),
    };

    private sealed record MergedTable(string? Parent, int State, int Status);

    public static void AddTo(MessageCatalog catalog) => catalog.Add("Merge", Merge, static () => new MergeResponse());

    private static void Merge(MessageExecution execution)
    {
        var master = execution.Required<EntityReference>("Target");
        master.Id = Targets.Resolve(execution, master);
        if (!Tables.TryGetValue(master.LogicalName, out var table)) throw SalesErrors.EntityTypeNotSupported.Fault(master.LogicalName);
        execution.Context.Access?.Require("prvMerge");
        StagedPipeline.Run(execution, master.LogicalName, master.Id, frame =>
        {
            var subordinate = new EntityReference(master.LogicalName, execution.Required<Guid>("SubordinateId"));
            Check(execution, table, master, subordinate);
            Reparent(execution, frame, master, subordinate);
            MovePairs(execution, master, subordinate);
            Deactivate(execution, frame, table, master, subordinate);
            if (execution.Optional<Entity>("UpdateContent") is { Attributes.Count: > 0 } content) UpdateMaster(execution, frame, master, content);
        });
    }

    private static void Check(MessageExecution execution, MergedTable table, EntityReference master, EntityReference subordinate)
    {
        if (master.Id == subordinate.Id) throw SalesErrors.MergeEntitiesIdenticalError.Fault();
        var columns = table.Parent is null ? new ColumnSet("statecode") : new ColumnSet("statecode", table.Parent);
        var kept = execution.Unit.Retrieve(execution.Context, master, columns);
        var gone = execution.Unit.Retrieve(execution.Context, subordinate, columns);
        if (ClosingMessages.StateOf(kept) != Active || ClosingMessages.StateOf(gone) != Active) throw SalesErrors.MergeEntityNotActiveError.Fault();
        if (table.Parent is not null)
        {
            CheckHierarchy(execution, table.Parent, kept, subordinate);
            CheckParents(execution, kept.GetAttributeValue<EntityReference>(table.Parent), gone.GetAttributeValue<EntityReference>(table.Parent), master);
        }
        if (master.LogicalName is "account" or "contact" && HasActiveQuote(execution, subordinate)) throw SalesErrors.MergeActiveQuoteError.Fault();
    }

    // Children of the subordinate become the master's: the master itself must not be below it.
    private static void CheckHierarchy(MessageExecution execution, string column, Entity master, EntityReference subordinate)
    {
        var parent = master.GetAttributeValue<EntityReference>(column);
        for (var step = 0; parent is not null && parent.LogicalName == master.LogicalName && step < DeepestHierarchy; step++)
        {
            if (parent.Id == subordinate.Id) throw SalesErrors.MergeCyclicalParentingError.Fault();
            parent = execution.Unit.Retrieve(execution.Context, parent, new ColumnSet(column)).GetAttributeValue<EntityReference>(column);
        }
    }

    private static void CheckParents(MessageExecution execution, EntityReference? kept, EntityReference? gone, EntityReference master)
    {
        if (gone is null || gone.Id == kept?.Id || gone.Id == master.Id) return;
        if (master.LogicalName == "incident" && kept is not null) throw SalesErrors.NoIncidentMergeHavingSameParent.Fault();
        if (execution.Optional<bool?>("PerformParentingChecks") != true) return;
        throw (kept is null ? SalesErrors.MergeLossOfParentingWarning : SalesErrors.MergeDifferentlyParentedWarning).Fault();
    }

    private static bool HasActiveQuote(MessageExecution execution, EntityReference customer)
    {
        var query = new QueryExpression("quote") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("customerid", ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, QuoteActive);
        return execution.Unit.RetrieveMultiple(execution.Organization.PlatformContext(), query).Entities.Count > 0;
    }

    private static void Reparent(MessageExecution execution, PipelineFrame frame, EntityReference master, EntityReference subordinate)
    {
        var schema = execution.Organization.Schema;
        var context = (master.LogicalName == "incident" ? execution.Context : execution.PlatformContext) with { ByPlatform = true };
        foreach (var relationship in schema.ChildrenOf(master.LogicalName))
        {
            if (relationship.Merge != Cascade.Cascade || relationship.ReferencingTable == SchemaSql.ActivityView) continue;
            if (schema.Find(relationship.ReferencingTable)?.Find(relationship.ReferencingColumn) is null) continue;
            foreach (var row in Children(execution, relationship, subordinate.Id))
            {
                // The master below the subordinate was refused; a row is never its own parent.
                if (row == master.Id) continue;
                var change = new Entity(relationship.ReferencingTable, row) { [relationship.ReferencingColumn] = new EntityReference(master.LogicalName, master.Id) };
                execution.Send("Update", new ParameterCollection { ["Target"] = change }, frame.AsContext(), context);
            }
        }
    }

    // What the subordinate is tied to by N:N relationships is tied to the master instead; a tie that he has already, or to himself, is not made.
    private static void MovePairs(MessageExecution execution, EntityReference master, EntityReference subordinate)
    {
        foreach (var pairs in execution.Organization.Schema.ManyToMany)
        {
            if (pairs.Table1 == master.LogicalName) MovePairs(execution, pairs, master, subordinate, isFirst: true);
            if (pairs.Table2 == master.LogicalName) MovePairs(execution, pairs, master, subordinate, isFirst: false);
        }
    }

    private static void MovePairs(MessageExecution execution, ManyToMany pairs, EntityReference master, EntityReference subordinate, bool isFirst)
    {
        var (own, other, otherTable) = isFirst ? (pairs.Column1, pairs.Column2, pairs.Table2) : (pairs.Column2, pairs.Column1, pairs.Table1);
        var has = Others(execution, pairs, own, other, master.Id).ToHashSet();
        var relationship = new Relationship(pairs.SchemaName);
        if (pairs.Table1 == pairs.Table2) relationship.PrimaryEntityRole = isFirst ? EntityRole.Referencing : EntityRole.Referenced;
        var moved = new EntityReferenceCollection();
        var gone = new EntityReferenceCollection();
        foreach (var id in Others(execution, pairs, own, other, subordinate.Id))
        {
            gone.Add(new EntityReference(otherTable, id));
            if (id != master.Id && id != subordinate.Id && !has.Contains(id)) moved.Add(new EntityReference(otherTable, id));
        }
        var context = execution.PlatformContext with { ByPlatform = true };
        if (gone.Count > 0) execution.Unit.Disassociate(context, subordinate, relationship, gone);
        if (moved.Count > 0) execution.Unit.Associate(context, master, relationship, moved);
    }

    private static List<Guid> Others(MessageExecution execution, ManyToMany pairs, string own, string other, Guid id)
    {
        var query = new QueryExpression(pairs.IntersectTable) { ColumnSet = new ColumnSet(other) };
        query.Criteria.AddCondition(own, ConditionOperator.Equal, id);
        return All(execution, query).ConvertAll(row => row.GetAttributeValue<Guid>(other));
    }

    private static List<Guid> Children(MessageExecution execution, OneToMany relationship, Guid parent)
    {
        var query = new QueryExpression(relationship.ReferencingTable) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(relationship.ReferencingColumn, ConditionOperator.Equal, parent);
        return All(execution, query).ConvertAll(row => row.Id);
    }

    private static List<Entity> All(MessageExecution execution, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 };
        var rows = new List<Entity>();
        while (true)
        {
            var page = execution.Unit.RetrieveMultiple(execution.Organization.PlatformContext(), query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private static void Deactivate(MessageExecution execution, PipelineFrame frame, MergedTable table, EntityReference master, EntityReference subordinate)
    {
        var change = new Entity(subordinate.LogicalName, subordinate.Id)
        {
            ["merged"] = true,
            ["masterid"] = new EntityReference(master.LogicalName, master.Id),
            ["statecode"] = new OptionSetValue(table.State),
            ["statuscode"] = new OptionSetValue(table.Status),
        };
        execution.SendUpdate(change, frame, byPlatform: true);
    }

    private static void UpdateMaster(MessageExecution execution, PipelineFrame frame, EntityReference master, Entity content)
    {
        if (content.LogicalName != master.LogicalName) throw PipelineErrors.WrongParameterType("UpdateContent", $"Entity of {master.LogicalName}", content);
        content.Id = master.Id;
        execution.SendUpdate(content, frame);
    }
}
