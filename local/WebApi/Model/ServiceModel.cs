using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;
using Microsoft.OData.Edm;

namespace Local.WebApi.Model;

/// <summary>The EDM model of an organisation at one moment, and which table, column or relationship each part of it stands for. Immutable.</summary>
public sealed class ServiceModel
{
    /// <summary>Namespace of all types and operations; queries may write <see cref="NamespaceAlias"/> instead.</summary>
    public const string Namespace = "Microsoft.Dynamics.CRM", NamespaceAlias = "mscrm";

    /// <summary>Table of which every activity's type derives.</summary>
    public const string ActivityTable = "activitypointer";

    private readonly Dictionary<string, TableModel> byTable;
    private readonly Dictionary<string, Table> bySet = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> operations;

    internal ServiceModel(IEdmModel model, DataverseSchema schema, Dictionary<string, TableModel> tables, Dictionary<string, Operation> operations)
    {
        Model = model;
        Schema = schema;
        byTable = tables;
        this.operations = operations;
        foreach (var table in tables.Values) bySet[table.Table.EntitySetName] = table.Table;
    }

    public IEdmModel Model { get; }

    /// <summary>The schema the model was made from.</summary>
    public DataverseSchema Schema { get; }

    /// <summary>Actions and functions by name, without namespace.</summary>
    public IReadOnlyDictionary<string, Operation> Operations => operations;

    /// <summary>The table behind a set; null when there is no such set.</summary>
    public Table? TableOfSet(string entitySet) => bySet.GetValueOrDefault(entitySet);

    /// <summary>The table behind an entity type; null for types without rows (principal, crmbaseentity, expando).</summary>
    public Table? TableOf(IEdmType type) =>
        type is IEdmEntityType { Namespace: Namespace } entity && byTable.TryGetValue(entity.Name, out var found) ? found.Table : null;

    public IEdmEntityType TypeOf(Table table) => byTable[table.LogicalName].Type;

    public IEdmEntitySet SetOf(Table table) => byTable[table.LogicalName].Set!;

    /// <summary>The column behind a property (<c>name</c>, <c>_primarycontactid_value</c>); null when the table has none of that name.</summary>
    /// <remarks>Asked by table, not by property: an activity inherits properties of activitypointer, and columns are its own.</remarks>
    public Column? ColumnOf(Table table, string property) => byTable[table.LogicalName].Columns.GetValueOrDefault(property);

    /// <summary>What a navigation property of a table leads to, inherited ones included; null when there is none of that name.</summary>
    public Navigation? NavigationOf(Table table, string property) => byTable[table.LogicalName].Navigations.GetValueOrDefault(property);

    /// <summary>All navigation properties of a table, inherited ones included.</summary>
    public IEnumerable<Navigation> NavigationsOf(Table table) => byTable[table.LogicalName].Navigations.Values;

    /// <summary>Columns in the order of the table, by the name of their property.</summary>
    public IReadOnlyDictionary<string, Column> ColumnsOf(Table table) => byTable[table.LogicalName].Columns;
}

/// <summary>The part of the model that stands for one table.</summary>
internal sealed class TableModel(Table table, EdmEntityType type)
{
    public Table Table => table;
    public EdmEntityType Type => type;
    public EdmEntitySet? Set { get; set; }
    public Dictionary<string, Column> Columns { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Navigation> Navigations { get; } = new(StringComparer.Ordinal);
}
