using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Import.Components;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>A table or column as a member of a solution.</summary>
internal sealed record SchemaPart(string Table, string? Column)
{
    public string Name => Column is null ? Table : $"{Table}.{Column}";
    public Guid Id { get; } = Column is null ? StableId.Of("table", Table) : StableId.Of("column", Table, Column);
    public SolutionPart AsPart() => new((int)(Column is null ? ComponentType.Table : ComponentType.Column), Id);
}

/// <summary>Lists the tables and columns a package or a schema has.</summary>
internal static class SchemaParts
{
    /// <summary>What the package defines: own tables, and the columns it writes.</summary>
    public static IEnumerable<SchemaPart> Of(SolutionPackage package)
    {
        foreach (var entity in package.Customizations.Elements("Entities").Elements("Entity"))
        {
            var table = XmlValues.Text(entity, "Name")!.ToLowerInvariant();
            yield return new SchemaPart(table, null);
            foreach (var attribute in entity.Elements("EntityInfo").Elements("entity").Elements("attributes").Elements("attribute"))
            {
                yield return new SchemaPart(table, (XmlValues.Text(attribute, "LogicalName") ?? (string)attribute.Attribute("PhysicalName")!).ToLowerInvariant());
            }
        }
    }

    /// <summary>What is custom in a schema.</summary>
    public static IEnumerable<SchemaPart> Of(DataverseSchema schema)
    {
        foreach (var table in schema.Tables.Values)
        {
            if (table.IsCustom) yield return new SchemaPart(table.LogicalName, null);
            foreach (var column in table.Columns.Values.Where(c => c.IsCustom)) yield return new SchemaPart(table.LogicalName, column.LogicalName);
        }
    }
}
