using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Definitions;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Model;

/// <summary>Makes the EDM model of a schema: types, properties, keys, navigation properties and sets with the names the platform gives them.</summary>
/// <remarks>Order matters twice: activitypointer comes before the activities that derive from it, and all types come before navigation.</remarks>
internal sealed class EdmModelOfSchema
{
    private static readonly string[] Principals = ["systemuser", "team"];

    private readonly DataverseSchema schema;
    private readonly EdmModel model = new();
    private readonly EdmEntityType baseType, principal;
    private readonly DefinitionTypes definitions;
    private readonly Dictionary<string, TableModel> tables = new(StringComparer.Ordinal);

    private EdmModelOfSchema(DataverseSchema schema)
    {
        this.schema = schema;
        definitions = new DefinitionTypes(model);
        baseType = Add(new EdmEntityType(ServiceModel.Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false));
        Add(new EdmEntityType(ServiceModel.Namespace, "expando", baseType, isAbstract: false, isOpen: true));
        principal = Add(new EdmEntityType(ServiceModel.Namespace, "principal", baseType, isAbstract: true, isOpen: false));
        principal.AddStructuralProperty("ownerid", EdmPrimitiveTypeKind.Guid);
    }

    /// <summary>Makes the model.</summary>
    /// <param name="schema">Tables and relationships.</param>
    /// <param name="customApis">Messages that solutions bring.</param>
    public static ServiceModel Build(DataverseSchema schema, IReadOnlyList<CustomOperation> customApis)
    {
        var build = new EdmModelOfSchema(schema);
        var container = new EdmEntityContainer(ServiceModel.Namespace, "System");
        build.definitions.AddTo(container);
        foreach (var table in build.InOrder()) build.AddType(table);
        foreach (var table in build.InOrder()) build.AddLookups(build.tables[table.LogicalName]);
        foreach (var relationship in schema.ManyToMany) build.AddManyToMany(relationship);
        foreach (var table in build.InOrder().Where(t => t.IsActivity)) build.Inherit(build.tables[table.LogicalName]);
        foreach (var table in build.tables.Values) table.Set = container.AddEntitySet(table.Table.EntitySetName, table.Type);
        build.BindSets();
        var operations = new OperationModel(build.model, container).AddAll(customApis);
        build.model.AddElement(container);
        build.model.SetNamespaceAlias(ServiceModel.Namespace, ServiceModel.NamespaceAlias);
        return new ServiceModel(build.model, schema, build.tables, operations);
    }

    private IEnumerable<Table> InOrder() =>
        schema.Tables.Values.OrderBy(t => t.LogicalName != ServiceModel.ActivityTable).ThenBy(t => t.LogicalName, StringComparer.Ordinal);

    private void AddType(Table table)
    {
        var parent = table.IsActivity && tables.TryGetValue(ServiceModel.ActivityTable, out var activity) ? activity.Type
            : Principals.Contains(table.LogicalName) ? principal
            : baseType;
        var type = Add(new EdmEntityType(ServiceModel.Namespace, table.LogicalName, parent));
        var added = tables[table.LogicalName] = new TableModel(table, type);
        foreach (var column in table.Columns.Values)
        {
            if (TypeOf(column) is not { } propertyType) continue;
            var name = PropertyNames.Of(column);
            added.Columns[name] = column;
            if (type.FindProperty(name) is null) type.AddStructuralProperty(name, propertyType);
        }
        if (parent == baseType || parent == principal) type.AddKeys((IEdmStructuralProperty)type.FindProperty(table.PrimaryId));
        foreach (var key in table.Keys) AddKey(table, type, key);
    }

    private void AddKey(Table table, EdmEntityType type, TableKey key)
    {
        var properties = new Dictionary<string, IEdmProperty>(StringComparer.Ordinal);
        foreach (var column in key.Columns)
        {
            if (table.Find(column) is not { } found) return;
            var name = PropertyNames.Of(found);
            properties[name] = type.FindProperty(name);
        }
        model.AddAlternateKeyAnnotation(type, properties, useCore: false);
    }

    private void AddLookups(TableModel table)
    {
        foreach (var column in table.Table.Columns.Values)
        {
            if (column.Type == ColumnType.Owner) AddOwner(table, column);
            else if (PropertyNames.IsLookup(column)) AddLookup(table, column);
        }
    }

    private void AddOwner(TableModel table, Column column)
    {
        var name = NewName(table, PropertyNames.OfLookup(table.Table, column, string.Empty));
        table.Type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = name, Target = principal, TargetMultiplicity = EdmMultiplicity.ZeroOrOne });
        table.Navigations[name] = new Navigation
        {
            Name = name,
            Table = table.Table.LogicalName,
            TargetTable = null,
            IsCollection = false,
            Lookup = column,
            Key = new Relationship(column.LogicalName) { PrimaryEntityRole = EntityRole.Referencing },
        };
    }

    private void AddLookup(TableModel table, Column column)
    {
        foreach (var relationship in schema.LookupsOf(table.Table.LogicalName))
        {
            if (relationship.ReferencingColumn != column.LogicalName || !tables.TryGetValue(relationship.ReferencedTable, out var target)) continue;
            var name = NewName(table, PropertyNames.OfLookup(table.Table, column, relationship.ReferencedTable));
            var collection = NewName(target, relationship.SchemaName);
            var single = new EdmNavigationPropertyInfo { Name = name, Target = target.Type, TargetMultiplicity = EdmMultiplicity.ZeroOrOne };
            if (target.Type.Key().ToList() is [var id] && id.Name == target.Table.PrimaryId)
            {
                single.DependentProperties = [(IEdmStructuralProperty)table.Type.FindProperty(PropertyNames.Of(column))];
                single.PrincipalProperties = [id];
            }
            table.Type.AddBidirectionalNavigation(
                single, new EdmNavigationPropertyInfo { Name = collection, Target = table.Type, TargetMultiplicity = EdmMultiplicity.Many });
            table.Navigations[name] = ToOne(table, name, column, relationship);
            target.Navigations[collection] = new Navigation
            {
                Name = collection,
                Table = target.Table.LogicalName,
                TargetTable = table.Table.LogicalName,
                IsCollection = true,
                Lookup = column,
                OneToMany = relationship,
                Key = new Relationship(relationship.SchemaName) { PrimaryEntityRole = EntityRole.Referenced },
            };
        }
    }

    private static Navigation ToOne(TableModel table, string name, Column column, OneToMany relationship) => new()
    {
        Name = name,
        Table = table.Table.LogicalName,
        TargetTable = relationship.ReferencedTable,
        IsCollection = false,
        Lookup = column,
        OneToMany = relationship,
        Key = new Relationship(relationship.SchemaName) { PrimaryEntityRole = EntityRole.Referencing },
    };

    private void AddManyToMany(ManyToMany relationship)
    {
        if (!tables.TryGetValue(relationship.Table1, out var first) || !tables.TryGetValue(relationship.Table2, out var second)) return;
        var name = NewName(first, relationship.SchemaName);
        first.Navigations[name] = ToMany(first, second, name, relationship);
        var there = new EdmNavigationPropertyInfo { Name = name, Target = second.Type, TargetMultiplicity = EdmMultiplicity.Many };
        if (first == second)
        {
            first.Type.AddUnidirectionalNavigation(there);
            return;
        }
        var back = NewName(second, relationship.SchemaName);
        second.Navigations[back] = ToMany(second, first, back, relationship);
        first.Type.AddBidirectionalNavigation(there, new EdmNavigationPropertyInfo { Name = back, Target = first.Type, TargetMultiplicity = EdmMultiplicity.Many });
    }

    private static Navigation ToMany(TableModel from, TableModel to, string name, ManyToMany relationship) => new()
    {
        Name = name,
        Table = from.Table.LogicalName,
        TargetTable = to.Table.LogicalName,
        IsCollection = true,
        ManyToMany = relationship,
        Key = new Relationship(relationship.SchemaName),
    };

    // What an activity inherits of activitypointer works on its own columns and relationships.
    private void Inherit(TableModel activity)
    {
        if (activity.Table.LogicalName == ServiceModel.ActivityTable || !tables.TryGetValue(ServiceModel.ActivityTable, out var pointer)) return;
        foreach (var inherited in pointer.Navigations.Values)
        {
            if (activity.Navigations.ContainsKey(inherited.Name)) continue;
            if (inherited.IsCollection)
            {
                activity.Navigations[inherited.Name] = inherited with { Table = activity.Table.LogicalName };
                continue;
            }
            if (activity.Table.Find(inherited.Lookup!.LogicalName) is not { } column) continue;
            var own = activity.Navigations.Values.FirstOrDefault(n => n.Lookup == column && n.TargetTable == inherited.TargetTable);
            if (own is not null) activity.Navigations[inherited.Name] = own with { Name = inherited.Name };
        }
    }

    // The name of an activity's own lookup is taken in activitypointer; the platform puts the activity behind it: ownerid_task.
    private static string NewName(TableModel table, string name)
    {
        var unique = name;
        for (var i = 1; table.Type.FindProperty(unique) is not null; i++)
        {
            unique = i == 1 && table.Table.IsActivity ? $"{name}_{table.Table.LogicalName}" : $"{name}_{i}";
        }
        return unique;
    }

    private void BindSets()
    {
        foreach (var table in tables.Values)
        {
            foreach (var property in table.Type.NavigationProperties())
            {
                // The partner of an inherited one leads back to activitypointers, and a binding must go both ways.
                if (property.DeclaringType != table.Type && property.Partner is not null) continue;
                if (tables.TryGetValue(property.ToEntityType().Name, out var target)) table.Set!.AddNavigationTarget(property, target.Set!);
            }
        }
    }

    private IEdmTypeReference? TypeOf(Column column)
    {
        var core = EdmCoreModel.Instance;
        return column.Type switch
        {
            ColumnType.PartyList => null,
            ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner or ColumnType.Uniqueidentifier => core.GetGuid(isNullable: !column.IsPrimaryId),
            ColumnType.Integer or ColumnType.Picklist or ColumnType.State or ColumnType.Status => core.GetInt32(isNullable: true),
            ColumnType.BigInt => core.GetInt64(isNullable: true),
            ColumnType.Boolean => core.GetBoolean(isNullable: true),
            ColumnType.Double => core.GetDouble(isNullable: true),
            ColumnType.Decimal or ColumnType.Money => EdmCoreModel.Instance.GetDecimal(precision: null, scale: null, isNullable: true),
            ColumnType.DateTime when column.DateBehavior == DateBehavior.DateOnly => core.GetDate(isNullable: true),
            ColumnType.DateTime => core.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, isNullable: true),
            ColumnType.ManagedProperty => definitions.ManagedFlag,
            ColumnType.File => core.GetGuid(isNullable: true),
            ColumnType.Image => core.GetBinary(isNullable: true),
            _ => core.GetString(isNullable: true),
        };
    }

    private EdmEntityType Add(EdmEntityType type)
    {
        model.AddElement(type);
        return type;
    }
}
