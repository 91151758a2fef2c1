using System;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Security;

/// <summary>The rows security stands on: privileges for every table, the standard roles, indexes of shares. Writes what is not there yet.</summary>
internal static class SecuritySetup
{
    /// <summary>After the schema was made or changed. The caller has opened a transaction.</summary>
    public static void Complete(Store store, DataverseSchema schema, Guid rootBusinessUnit)
    {
        SharedRows.CreateIndexes(store);
        PrivilegeRows.Complete(store, schema);
        StandardRoles.Complete(store, schema, rootBusinessUnit);
        RoleCopies.Complete(store);
    }
}
