using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads <c>EntityMap</c> elements: what is copied to rows made from others. Maps of a pair that is there are added to.</summary>
internal sealed class MapReader(XmlValues values, SchemaDraft draft)
{
    public void Read(XElement customizations)
    {
        foreach (var e in customizations.Elements("EntityMaps").Elements("EntityMap"))
        {
            string source = values.Required(e, "EntitySource").ToLowerInvariant(), target = values.Required(e, "EntityTarget").ToLowerInvariant();
            if (draft.Find(source) is not { } from || draft.Find(target) is not { } to)
            {
                values.Errors.Add(ImportFailure.MissingDependencies, e, $"The mapping from {source} to {target} needs both tables, and one is not in this organisation. Import the solution that brings it first.");
                continue;
            }
            var columns = draft.FindMap(source, target)?.Columns.ToList() ?? [];
            foreach (var map in e.Elements("AttributeMaps").Elements("AttributeMap")) Add(map, from, to, columns);
            draft.Put(new TableMap(source, target, columns));
        }
    }

    private void Add(XElement e, Table from, Table to, List<ColumnMap> columns)
    {
        var map = new ColumnMap(values.Required(e, "AttributeSource").ToLowerInvariant(), values.Required(e, "AttributeTarget").ToLowerInvariant());
        if (from.Find(map.Source) is null) values.Errors.Add(e, $"The mapping from {from.LogicalName} to {to.LogicalName} uses the column {from.LogicalName}.{map.Source}, which does not exist.");
        else if (to.Find(map.Target) is null) values.Errors.Add(e, $"The mapping from {from.LogicalName} to {to.LogicalName} uses the column {to.LogicalName}.{map.Target}, which does not exist.");
        else if (!columns.Contains(map)) columns.Add(map);
    }
}
