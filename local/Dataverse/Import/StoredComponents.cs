using System;
using System.Collections.Generic;
using System.ServiceModel;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Import;

/// <summary>Component rows of a stored organisation, written by the platform in the transaction that is open.</summary>
internal sealed class StoredComponents(Store store, CoreOperations core, Guid rootBusinessUnitId, Func<RequestContext> context) : IComponentRows
{
    /// <inheritdoc/>
    public Guid RootBusinessUnitId => rootBusinessUnitId;

    /// <inheritdoc/>
    public bool Exists(string table, Guid id) => core.Exists(context(), table, id);

    /// <inheritdoc/>
    public IEnumerable<Entity> Where(string table, string column, object value)
    {
        var rows = new List<Entity>();
        foreach (var id in Ids(table, column, value)) rows.Add(core.Retrieve(context(), new EntityReference(table, id), new ColumnSet(true)));
        return rows;
    }

    /// <inheritdoc/>
    /// <exception cref="SolutionImportException">What the package says does not fit into the table: a text too long, a number out of range.</exception>
    public void Save(Entity row)
    {
        try
        {
            if (Exists(row.LogicalName, row.Id)) core.Update(context(), row);
            else core.Create(context(), row);
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            throw new SolutionImportException(ImportFailure.Solution, null, 0, $"The {row.LogicalName} '{NameOf(row)}' cannot be stored: {refused.Detail.Message}", refused);
        }
    }

    /// <inheritdoc/>
    public void Delete(string table, Guid id) => core.Delete(context(), new EntityReference(table, id));

    private static string NameOf(Entity row) => row.GetAttributeValue<string>("uniquename") ?? row.GetAttributeValue<string>("name") ?? row.Id.ToString();

    private List<Guid> Ids(string table, string column, object value)
    {
        var layout = store.Layout(table);
        var statement = store.Prepare($"SELECT {layout.Id.SqlName} FROM {layout.SqlName} WHERE {layout.Slot(column).SqlName} = ?1");
        if (value is Guid id) statement.Bind(1, id);
        else statement.Bind(1, (string)value);
        var found = new List<Guid>();
        while (statement.Step()) found.Add(statement.Guid(0));
        return found;
    }
}
