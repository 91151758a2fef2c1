using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>A Create with related rows: what the row points to is created before it, what points to it after, each through its own pipeline.</summary>
internal sealed class DeepInsert(MessageExecution execution, IPluginExecutionContext? parent)
{
    public Guid Create(Entity row)
    {
        var related = new List<KeyValuePair<Relationship, EntityCollection>>(row.RelatedEntities);
        row.RelatedEntities.Clear();
        var after = new List<Action<EntityReference>>();
        foreach (var (relationship, rows) in related)
        {
            if (FindLookup(row.LogicalName, relationship) is { } lookup)
            {
                if (rows.Entities.Count != 1) throw PipelineErrors.Invalid($"Relationship {relationship.SchemaName} takes one related row.");
                row[lookup.ReferencingColumn] = Insert(rows.Entities[0]);
            }
            else if (FindChildren(row.LogicalName, relationship) is { } children)
            {
                after.Add(created => InsertChildren(created, children, rows));
            }
            else if (FindManyToMany(row.LogicalName, relationship) is not null)
            {
                after.Add(created => InsertAndAssociate(created, relationship, rows));
            }
            else
            {
                throw PipelineErrors.Invalid($"Relationship {relationship.SchemaName} of table {row.LogicalName} does not exist.");
            }
        }

        var id = execution.Unit.Create(execution.Context, row);
        foreach (var insert in after) insert(new EntityReference(row.LogicalName, id));
        return id;
    }

    private void InsertChildren(EntityReference created, OneToMany children, EntityCollection rows)
    {
        foreach (var child in rows.Entities)
        {
            child[children.ReferencingColumn] = created;
            Insert(child);
        }
    }

    private void InsertAndAssociate(EntityReference created, Relationship relationship, EntityCollection rows)
    {
        var references = new EntityReferenceCollection();
        foreach (var row in rows.Entities) references.Add(Insert(row));
        execution.Send("Associate", new ParameterCollection { ["Target"] = created, ["Relationship"] = relationship, ["RelatedEntities"] = references }, parent);
    }

    private EntityReference Insert(Entity row)
    {
        var results = execution.Send("Create", new ParameterCollection { ["Target"] = row }, parent);
        return new EntityReference(row.LogicalName, (Guid)results["id"]!);
    }

    private OneToMany? FindLookup(string table, Relationship relationship)
    {
        if (relationship.PrimaryEntityRole == EntityRole.Referenced) return null;
        foreach (var candidate in execution.Organization.Schema.LookupsOf(table))
        {
            if (candidate.SchemaName != relationship.SchemaName) continue;
            // A table related to itself: without a role the row is the one side.
            if (candidate.ReferencedTable != table || relationship.PrimaryEntityRole == EntityRole.Referencing) return candidate;
        }
        return null;
    }

    private OneToMany? FindChildren(string table, Relationship relationship)
    {
        foreach (var candidate in execution.Organization.Schema.ChildrenOf(table))
        {
            if (candidate.SchemaName == relationship.SchemaName) return candidate;
        }
        return null;
    }

    private ManyToMany? FindManyToMany(string table, Relationship relationship)
    {
        foreach (var candidate in execution.Organization.Schema.ManyToMany)
        {
            if (candidate.SchemaName == relationship.SchemaName && (candidate.Table1 == table || candidate.Table2 == table)) return candidate;
        }
        return null;
    }
}
