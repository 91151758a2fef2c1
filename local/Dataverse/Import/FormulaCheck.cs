using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Columns.Formulas;
using Local.Dataverse.Columns.Rollups;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads every definition of a calculated, rollup or formula column of the package once, so that what cannot be computed is refused by name at import.</summary>
internal sealed class FormulaCheck(SchemaDraft draft, ImportErrors errors)
{
    public void Check(XElement customizations)
    {
        foreach (var entity in customizations.Elements("Entities").Elements("Entity"))
        {
            if (XmlValues.Text(entity, "Name")?.ToLowerInvariant() is not { } name || draft.Find(name) is not { } table) continue;
            foreach (var column in table.Columns.Values.Where(c => c is { SourceType: not 0, FormulaDefinition: not null, BaseOf: null }).ToList())
            {
                try
                {
                    if (column.SourceType == 2) CheckRollup(table, column);
                    else CheckFormula(table, CalculatedColumns.Read(column));
                }
                catch (FormulaException problem)
                {
                    errors.Add(ImportFailure.Solution, entity, $"Not supported here: the definition of {name}.{column.LogicalName} uses {problem.Message}.");
                }
            }
        }
    }

    private void CheckRollup(Table table, Column column)
    {
        var rollup = RollupDefinition.Read(column.FormulaDefinition!, table.LogicalName);
        var below = draft.Find(rollup.Table) ?? throw new FormulaException($"the table {rollup.Table}, which does not exist");
        Require(below, rollup.Column);
        if (rollup.Lookup is { } lookup) Require(below, lookup);
        if (rollup.Hierarchy is { } hierarchy && !draft.OneToMany.Any(r => r.SchemaName.Equals(hierarchy, System.StringComparison.OrdinalIgnoreCase) && r.ReferencedTable == table.LogicalName && r.ReferencingTable == table.LogicalName))
        {
            throw new FormulaException($"the hierarchical relationship {hierarchy}, which does not exist");
        }
        if (rollup.Filter is { } filter) CheckFormula(below, filter);
    }

    private void CheckFormula(Table table, Formula formula)
    {
        foreach (var column in formula.Columns)
        {
            if (column.Lookup is null)
            {
                Require(table, column.Column);
                continue;
            }
            Require(table, column.Lookup);
            var targets = draft.OneToMany.Where(r => r.ReferencingTable == table.LogicalName && r.ReferencingColumn == column.Lookup).Select(r => r.ReferencedTable)
                .Concat(table.Find(column.Lookup)!.Targets).Distinct().ToList();
            var related = column.Table ?? (targets.Count == 1 ? targets[0] : throw new FormulaException($"the lookup {table.LogicalName}.{column.Lookup}, which points to {(targets.Count == 0 ? "no table" : "several tables")}"));
            Require(draft.Find(related) ?? throw new FormulaException($"the table {related}, which does not exist"), column.Column);
        }
    }

    private static void Require(Table table, string column)
    {
        var found = table.Find(column) ?? throw new FormulaException($"the column {table.LogicalName}.{column}, which does not exist");
        if (found.Type is ColumnType.MultiSelectPicklist or ColumnType.PartyList or ColumnType.File or ColumnType.Image) throw new FormulaException($"the {found.Type} column {table.LogicalName}.{column}");
    }
}
