using System;
using System.Collections.Generic;
using System.Linq;

namespace Local.Packaging.Check;

/// <summary>Relationships join tables and columns that exist, and every lookup has one.</summary>
internal static class RelationshipRules
{
    public static IEnumerable<Finding> Check(CheckedSolution solution) => Ends(solution).Concat(Lookups(solution));

    private static IEnumerable<Finding> Ends(CheckedSolution solution)
    {
        foreach (var relationship in solution.Relationships)
        {
            var name = CheckedSolution.Name(relationship, "Name");
            foreach (var end in relationship.Elements().Where(end => end.Name.LocalName is "ReferencingEntityName" or "ReferencedEntityName" or "FirstEntityName" or "SecondEntityName"))
            {
                if (!solution.MayHaveTable(end.Value)) yield return Finding.ErrorAt(end, "relationship-table", $"{name}: there is no table {end.Value}.");
            }
            if (relationship.Element("ReferencingEntityName") is { } many && relationship.Element("ReferencingAttributeName") is { } column && !solution.MayHaveColumn(many.Value, column.Value))
                yield return Finding.ErrorAt(column, "relationship-column", $"{name}: {many.Value} has no column {column.Value}.");
        }
    }

    private static IEnumerable<Finding> Lookups(CheckedSolution solution)
    {
        var joined = solution.Relationships.Select(relationship =>
            $"{(string?)relationship.Element("ReferencingEntityName")}.{(string?)relationship.Element("ReferencingAttributeName")}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from table in solution.Tables.Values
               from column in table.Columns
               where table.TypeOf(column.Key) is "lookup" or "customer" && (string?)column.Value.Element("IsCustomField") == "1" && !joined.Contains($"{table.Name}.{column.Key}")
               select Finding.ErrorAt(column.Value, "lookup-relationship", $"{table.Name}.{column.Key}: a lookup without relationship points nowhere.");
    }
}
