using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Messages;
using Local.Dataverse.Pipeline.Jobs;
using Local.Dataverse.Sales;
using Local.Dataverse.Security;
using Local.Dataverse.Validation;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// The main operations on rows, with what the platform does along: deep insert, prices of lines, totals of their headers.
/// </summary>
internal sealed class RowOperations(MessageExecution execution)
{
    private SalesCalculation? sales;
    private SalesGuard? guard;

    /// <summary>Creates a row and the rows related to it.</summary>
    /// <param name="row">The row; gets its id.</param>
    /// <param name="parent">Context related rows see as their parent; null for the caller's.</param>
    public Guid Create(Entity row, IPluginExecutionContext? parent)
    {
        var isPriced = SalesTables.IsPriced(row.LogicalName);
        BeforeCreate(row);
        var id = row.RelatedEntities.Count > 0 ? new DeepInsert(execution, parent).Create(row) : execution.Unit.Create(execution.Context, row);
        if (isPriced) Sales.AfterWrite([(row, id)]);
        return id;
    }

    /// <summary>Whether several rows can all be made ready before the first is written: none has related rows, or another owner for what belongs to it, or needs one of the others.</summary>
    public static bool AreWrittenTogether(IList<Entity> rows, bool creating)
    {
        var table = rows[0].LogicalName;
        if (rows.Count < 2 || PrincipalRules.IsAbout(table) || table == JobControl.Table) return false;
        foreach (var row in rows)
        {
            if (row.LogicalName != table || row.RelatedEntities.Count > 0 || (!creating && row.Attributes.ContainsKey("ownerid"))) return false;
        }
        return !SalesTables.IsGuarded(table) || AreIndependent(rows);
    }

    // No row comes twice, and none refers to another one of them.
    private static bool AreIndependent(IList<Entity> rows)
    {
        var ids = new HashSet<Guid>();
        foreach (var row in rows)
        {
            if (row.Id != Guid.Empty && !ids.Add(row.Id)) return false;
        }
        return ids.Count == 0 || !rows.Any(r => r.Attributes.Values.OfType<EntityReference>().Any(reference => ids.Contains(reference.Id)));
    }

    /// <summary>Writes several rows of one table: all are made ready, then written, then what follows from them. New ones get their ids.</summary>
    public void WriteTogether(IList<Entity> rows, bool creating)
    {
        var table = rows[0].LogicalName;
        var unit = execution.Unit;
        unit.LookAhead(execution.Context, rows, creating);
        if (SalesTables.IsGuarded(table)) Sales.LookAhead(rows, creating);
        if (!creating) ActivityMessages.LookAhead(execution, rows);
        foreach (var row in rows)
        {
            if (creating) BeforeCreate(row);
            else BeforeUpdate(row);
        }
        unit.Together(execution.Context, rows, creating, () =>
        {
            foreach (var row in rows)
            {
                if (creating) row.Id = unit.Create(execution.Context, row);
                else unit.Update(execution.Context, row, Concurrency);
            }
        });
        if (SalesTables.IsPriced(table)) Sales.AfterWrite([.. rows.Select(r => (r, r.Id))]);
    }

    public void Update(Entity row)
    {
        if (row.RelatedEntities.Count > 0) throw PlatformErrors.NotSupportedHere("related rows in an Update; send them in requests of their own");
        BeforeUpdate(row);
        if (row.LogicalName == JobControl.Table) new JobControl(execution).BeforeUpdate(row);
        var along = RowsAssignedAlong(row);
        execution.Unit.Update(execution.Context, row, Concurrency);
        if (SalesTables.IsPriced(row.LogicalName)) Sales.AfterWrite([(row, row.Id)]);
        if (along.Count > 0) Assign(along, row);
    }

    public void Delete(EntityReference row)
    {
        if (SalesTables.IsGuarded(row.LogicalName)) Guard.BeforeDelete(row);
        if (SalesTables.IsPriced(row.LogicalName)) Sales.BeforeDelete(row);
        execution.Unit.Delete(execution.Context, row, Concurrency);
        execution.Organization.RowLabels.Remove(execution.Unit, row);
    }

    /// <summary>After the last row of the request: what is computed once for all of them.</summary>
    public void Finish() => sales?.UpdateHeaders();

    private void BeforeCreate(Entity row)
    {
        RequireTypes(row);
        if (SalesTables.IsGuarded(row.LogicalName)) Guard.BeforeCreate(row);
        if (SalesTables.IsPriced(row.LogicalName)) Sales.BeforeCreate(row);
    }

    private void BeforeUpdate(Entity row)
    {
        RequireTypes(row);
        if (SalesTables.IsGuarded(row.LogicalName)) Guard.BeforeUpdate(row);
        if (SalesTables.IsPriced(row.LogicalName)) Sales.BeforeUpdate(row);
        if (row.Contains("statecode") && execution.Organization.Schema.Find(row.LogicalName) is { IsActivity: true }) ActivityMessages.BeforeUpdate(execution, row);
    }

    // What looks into a row before it is written may take its values for what their columns hold.
    private void RequireTypes(Entity row)
    {
        if (!SalesTables.IsGuarded(row.LogicalName) && !SalesTables.IsPriced(row.LogicalName) && !row.Contains("statecode")) return;
        if (execution.Organization.Store.Layouts.TryGetValue(row.LogicalName, out var layout)) ColumnValue.RequireTypes(layout, row);
    }

    private IReadOnlyList<EntityReference> RowsAssignedAlong(Entity row) => row.Attributes.TryGetValue("ownerid", out var value) && value is EntityReference owner
        ? execution.Unit.CascadeAssignTargets(execution.Context, new EntityReference(row.LogicalName, row.Id), owner.Id)
        : [];

    private void Assign(IReadOnlyList<EntityReference> rows, Entity parent)
    {
        if (!execution.Run.Assigning.Add(parent.Id)) return;
        foreach (var row in rows)
        {
            if (!execution.Run.Assigning.Contains(row.Id)) execution.Send("Assign", new ParameterCollection { ["Target"] = row, ["Assignee"] = parent["ownerid"] }, parentContext: null);
        }
        execution.Run.Assigning.Remove(parent.Id);
    }

    private ConcurrencyBehavior Concurrency =>
        execution.Input.TryGetValue("ConcurrencyBehavior", out var value) && value is ConcurrencyBehavior asked ? asked : ConcurrencyBehavior.Default;

    private SalesCalculation Sales => sales ??= new SalesCalculation(execution);

    private SalesGuard Guard => guard ??= new SalesGuard(execution);
}
