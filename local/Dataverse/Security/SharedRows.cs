using System;
using System.Collections.Generic;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Security;

/// <summary>Rows shared with users and teams: principalobjectaccess.</summary>
internal static class SharedRows
{
    public const string Table = "principalobjectaccess";

    /// <summary>The shares of a principal, and those of a row, are found by index.</summary>
    public static void CreateIndexes(Store store)
    {
        store.Execute($"CREATE INDEX IF NOT EXISTS \"{Table}.$principal\" ON \"{Table}\"(\"principalid\", \"objectid\")");
        store.Execute($"CREATE INDEX IF NOT EXISTS \"{Table}.$object\" ON \"{Table}\"(\"objectid\")");
    }

    /// <summary>Whether anything at all is shared with one of the principals.</summary>
    public static bool AnyWith(Store store, List<Guid> principals)
    {
        var statement = store.Prepare($"SELECT 1 FROM \"{Table}\" WHERE \"principalid\" = ?1 LIMIT 1");
        foreach (var principal in principals)
        {
            statement.Bind(1, principal);
            if (!statement.Step()) continue;
            statement.Reset();
            return true;
        }
        return false;
    }
}
