using System.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Schema;

/// <summary>The relationships a table gets when notes or activities are switched on for it: by message, or by HasRelatedNotes and HasRelatedActivities of a solution, which carries no relationship of its own for them.</summary>
internal static class HangingRows
{
    private const string Regarding = "regardingobjectid";

    /// <summary>Notes may hang on rows of the table.</summary>
    public static void AddNotes(SchemaDraft draft, Table table) => draft.Put(Belonging($"{table.SchemaName}_Annotations", table, "annotation", "objectid"));

    /// <summary>Activities of every type may regard rows of the table.</summary>
    public static void AddActivities(SchemaDraft draft, Table table)
    {
        foreach (var activity in draft.Tables.Where(t => (t.IsActivity || t.LogicalName == SchemaSql.ActivityView) && t.Find(Regarding) is not null).ToList())
            draft.Put(Belonging($"{table.SchemaName}_{activity.SchemaName}s", table, activity.LogicalName, Regarding));
    }

    private static OneToMany Belonging(string name, Table one, string many, string column) => new()
    {
        SchemaName = name,
        ReferencedTable = one.LogicalName,
        ReferencingTable = many,
        ReferencingColumn = column,
        Assign = Cascade.Cascade,
        Delete = Cascade.Cascade,
        Reparent = Cascade.Cascade,
        Share = Cascade.Cascade,
        Unshare = Cascade.Cascade,
    };
}
