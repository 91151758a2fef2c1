using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>Which table and row a request is about.</summary>
internal static class Targets
{
    /// <summary>Logical name of the table in the parameters; null when the request is about none.</summary>
    public static string? TableOf(ParameterCollection input)
    {
        if (input.TryGetValue("Target", out var target) || input.TryGetValue("EntityMoniker", out target)) return TableOf(target);
        if (input.TryGetValue("Query", out var query)) return TableOf(query as QueryBase);
        if (input.TryGetValue("Targets", out var targets) && targets is EntityCollection rows) return TableOf(rows);
        return input.TryGetValue("OrderClose", out var close) ? TableOf(close) : null;
    }

    /// <summary>The table of a query; null when it cannot be told without reading the query.</summary>
    public static string? TableOf(QueryBase? query) => query switch
    {
        QueryExpression expression => expression.EntityName,
        QueryByAttribute byAttribute => byAttribute.EntityName,
        FetchExpression fetch => FetchTable.Of(fetch.Query),
        _ => null,
    };

    /// <summary>The table of a message with several rows: all must be of one.</summary>
    public static string TableOf(EntityCollection rows)
    {
        if (!string.IsNullOrEmpty(rows.EntityName)) return rows.EntityName;
        return rows.Entities.Count > 0 ? rows.Entities[0].LogicalName : string.Empty;
    }

    /// <summary>The id of a row named by its id or by an alternate key.</summary>
    public static Guid Resolve(MessageExecution execution, EntityReference reference)
    {
        if (reference.Id != Guid.Empty || reference.KeyAttributes.Count == 0) return reference.Id;
        if (execution.OpenUnit is { } unit) return unit.Resolve(execution.Context, reference);
        using var reading = new UnitOfWork(execution.Organization, execution.Run);
        return reading.Resolve(execution.Context, reference);
    }

    /// <summary>The id of a row to update: its Id, its primary key column, or its alternate key.</summary>
    public static Guid Resolve(MessageExecution execution, Entity row)
    {
        if (row.Id != Guid.Empty) return row.Id;
        if (row.KeyAttributes.Count > 0)
        {
            return Resolve(execution, new EntityReference(row.LogicalName, row.KeyAttributes));
        }
        var table = execution.Organization.Schema.Find(row.LogicalName) ?? throw PlatformErrors.QueryBuilderNoEntity.Fault(row.LogicalName);
        return row.Attributes.TryGetValue(table.PrimaryId, out var id) && id is Guid given ? given : Guid.Empty;
    }

    /// <summary>Gives each of several rows to update its id.</summary>
    public static void Resolve(MessageExecution execution, IList<Entity> rows)
    {
        var byKey = rows.Where(r => r.Id == Guid.Empty && r.KeyAttributes.Count > 0).ToList();
        if (byKey.Count > 0)
        {
            var ids = ResolveKeys(execution, byKey);
            for (var i = 0; i < ids.Length; i++) byKey[i].Id = ids[i];
        }
        foreach (var row in rows) row.Id = Resolve(execution, row);
    }

    private static Guid[] ResolveKeys(MessageExecution execution, List<Entity> rows)
    {
        if (execution.OpenUnit is { } unit) return unit.Resolve(execution.Context, rows);
        using var reading = new UnitOfWork(execution.Organization, execution.Run);
        return reading.Resolve(execution.Context, rows);
    }

    /// <summary>For a row that is about to be created: its key attributes are values like the others.</summary>
    public static void TakeKeysAsValues(Entity row)
    {
        foreach (var key in row.KeyAttributes)
        {
            if (!row.Attributes.ContainsKey(key.Key)) row.Attributes[key.Key] = key.Value;
        }
    }

    private static string? TableOf(object? value) => value switch
    {
        Entity row => row.LogicalName,
        EntityReference reference => reference.LogicalName,
        _ => null,
    };
}
