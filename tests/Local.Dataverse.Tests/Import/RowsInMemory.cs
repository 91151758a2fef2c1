using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Import;

/// <summary>An organisation that holds only component rows; checks each value against the schema as the storage would.</summary>
internal sealed class RowsInMemory : IComponentRows
{
    private readonly Dictionary<(string Table, Guid Id), Entity> rows = [];

    public DataverseSchema Schema { get; set; } = StandardSchema.Load();
    public Guid RootBusinessUnitId { get; } = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000001");
    public int Count => rows.Count;

    public Entity? Find(string table, string id) => rows.GetValueOrDefault((table, Guid.Parse(id)));

    public IReadOnlyList<Entity> All(string table) => rows.Values.Where(r => r.LogicalName == table).ToList();

    public bool Exists(string table, Guid id) => rows.ContainsKey((table, id));

    public IEnumerable<Entity> Where(string table, string column, object value) => All(table).Where(r =>
        column == Schema.Tables[table].PrimaryId ? value.Equals(r.Id)
        : r.Contains(column) && (r[column] is EntityReference reference ? value.Equals(reference.Id) : value.Equals(r[column])));

    public void Save(Entity row)
    {
        foreach (var (name, value) in row.Attributes)
        {
            var column = Schema.Tables[row.LogicalName].Find(name);
            Assert.True(column is not null, $"{row.LogicalName}.{name} is no column");
            if (value is not null) Assert.True(Fits(column.Type, value), $"{row.LogicalName}.{name} is {column.Type}, the value {value.GetType().Name}");
            if (value is string text && column.MaxLength < text.Length) Assert.Fail($"{row.LogicalName}.{name} takes {column.MaxLength} characters");
            if (value is EntityReference target && target.LogicalName != "businessunit") Assert.True(Exists(target.LogicalName, target.Id), $"{row.LogicalName}.{name} points to nothing");
        }
        if (!rows.TryGetValue((row.LogicalName, row.Id), out var known)) rows[(row.LogicalName, row.Id)] = known = new Entity(row.LogicalName, row.Id);
        foreach (var (name, value) in row.Attributes) known[name] = value;
    }

    public void Delete(string table, Guid id) => Assert.True(rows.Remove((table, id)));

    private static bool Fits(ColumnType type, object value) => type switch
    {
        ColumnType.String or ColumnType.Memo or ColumnType.EntityName => value is string,
        ColumnType.Integer => value is int,
        ColumnType.Boolean => value is bool,
        ColumnType.Picklist => value is OptionSetValue,
        ColumnType.Lookup => value is EntityReference,
        ColumnType.Uniqueidentifier => value is Guid,
        _ => false,
    };
}
