using System.Collections.Generic;

namespace Local.Dataverse.Import;

/// <summary>What an import changes in the schema, for its report.</summary>
internal sealed class SchemaDelta
{
    public List<string> AddedTables { get; } = [];
    public List<string> AddedColumns { get; } = [];
    public List<string> AddedRelationships { get; } = [];
}
