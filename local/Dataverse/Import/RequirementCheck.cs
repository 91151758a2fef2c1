using System.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Says which tables, columns, choices and relationships a solution needs and this organisation does not have.</summary>
/// <remarks>Requirements of other kinds (forms, views, roles ...) of solutions that are not packages here cannot be judged and are let through.</remarks>
internal sealed class RequirementCheck(SchemaDraft draft, ImportErrors errors)
{
    private const int TableType = 1, ColumnType = 2, RelationshipType = 3, ChoiceType = 9, EntityRelationshipType = 10;

    public void Check(SolutionManifest manifest)
    {
        foreach (var requirement in manifest.Requirements.Where(r => !IsMet(r)))
        {
            var what = requirement.ParentSchemaName is { } parent ? $"{parent}.{requirement.SchemaName}" : requirement.SchemaName;
            errors.Add(ImportFailure.MissingDependencies, requirement.At,
                $"Missing: {Kind(requirement.Type)} {what} ({requirement.DisplayName}) of solution {requirement.Solution ?? "unknown"}. Import that solution first.");
        }
    }

    private bool IsMet(Requirement requirement)
    {
        var name = requirement.SchemaName?.ToLowerInvariant();
        var parent = requirement.ParentSchemaName?.ToLowerInvariant();
        return requirement.Type switch
        {
            TableType => name is null || draft.Find(name) is not null,
            ColumnType => name is null || parent is null || draft.Find(parent)?.Find(name) is not null,
            ChoiceType => name is null || draft.FindOptionSet(name) is not null || draft.Tables.Any(t => t.Columns.Values.Any(c => c.OptionSet?.Name == name)),
            RelationshipType or EntityRelationshipType => parent is null || draft.Find(parent) is not null,
            _ => true,
        };
    }

    private static string Kind(int type) => type switch
    {
        TableType => "table",
        ColumnType => "column",
        ChoiceType => "choice",
        _ => "relationship",
    };
}
