using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns.Mappings;

/// <summary>InitializeFrom: a new row, not yet created, with the values the mappings of a relationship copy from a given one.</summary>
/// <remarks>Where two tables are related and nobody defined a mapping, the lookup to the given row is all that is set.</remarks>
internal static class InitializeFromMessages
{
    public static void AddTo(MessageCatalog catalog) => catalog.Add("InitializeFrom", InitializeFrom, static () => new InitializeFromResponse());

    private static void InitializeFrom(MessageExecution execution)
    {
        var source = execution.Required<EntityReference>("EntityMoniker");
        source.Id = Targets.Resolve(execution, source);
        var schema = execution.Context.Schema;
        var from = schema.Find(source.LogicalName) ?? throw PlatformErrors.QueryBuilderNoEntity.Fault(source.LogicalName);
        var name = execution.Required<string>("TargetEntityName");
        var to = schema.Find(name) ?? throw PlatformErrors.QueryBuilderNoEntity.Fault(name);
        var maps = Maps(schema, from, to).Where(m => m.Source != from.PrimaryId || !execution.Optional<bool>("SkipParentalRelationshipMapping")).ToList();
        if (maps.Count == 0) throw PlatformErrors.InvalidArgument.Fault($"There is no mapping from '{from.LogicalName}' to '{to.LogicalName}'.");

        var wanted = maps.Where(m => m.Source != from.PrimaryId).Select(m => m.Source).Append(from.PrimaryName ?? from.PrimaryId).Distinct().ToArray();
        var row = execution.Unit.Retrieve(execution.Context, source, new ColumnSet(wanted));
        var made = new Entity(to.LogicalName);
        foreach (var map in maps)
        {
            if (to.Find(map.Target) is not { } column || !IsWanted(column, execution.Optional<TargetFieldType>("TargetFieldType"))) continue;
            var value = map.Source == from.PrimaryId ? Reference(source, row, from) : row.Attributes.TryGetValue(map.Source, out var given) ? given : null;
            if (value is not null) made[map.Target] = value;
        }
        execution.Output["Entity"] = made;
    }

    private static IEnumerable<ColumnMap> Maps(DataverseSchema schema, Table from, Table to)
    {
        if (schema.Maps.FirstOrDefault(m => m.Source == from.LogicalName && m.Target == to.LogicalName) is { } map) return map.Columns;
        return schema.ChildrenOf(from.LogicalName).Where(r => r.ReferencingTable == to.LogicalName && to.Find(r.ReferencingColumn) is { ValidForCreate: true })
            .Select(r => new ColumnMap(from.PrimaryId, r.ReferencingColumn)).Distinct();
    }

    private static EntityReference Reference(EntityReference source, Entity row, Table from) =>
        new(source.LogicalName, source.Id) { Name = from.PrimaryName is { } name ? row.GetAttributeValue<string>(name) : null };

    private static bool IsWanted(Column column, TargetFieldType type) => type switch
    {
        TargetFieldType.ValidForCreate => column.ValidForCreate,
        TargetFieldType.ValidForUpdate => column.ValidForUpdate,
        TargetFieldType.ValidForRead => column.ValidForRead,
        _ => true,
    };
}
