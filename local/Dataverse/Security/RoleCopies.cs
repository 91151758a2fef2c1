using System;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Security;

/// <summary>Every business unit has a copy of each role of the unit above it, so that a user gets roles of his own unit.</summary>
internal static class RoleCopies
{
    private const string Missing =
        "SELECT r.\"roleid\", u.\"businessunitid\" FROM \"role\" r JOIN \"businessunit\" u ON u.\"parentbusinessunitid\" = r.\"businessunitid\" " +
        "WHERE NOT EXISTS (SELECT 1 FROM \"role\" c WHERE c.\"parentroleid\" = r.\"roleid\" AND c.\"businessunitid\" = u.\"businessunitid\") LIMIT 1";

    private const string Copy =
        "INSERT INTO \"role\"(\"roleid\", \"name\", \"businessunitid\", \"isinherited\", \"roletemplateid\", \"parentroleid\", \"parentrootroleid\", \"versionnumber\") " +
        "SELECT ?1, \"name\", ?2, \"isinherited\", \"roletemplateid\", \"roleid\", COALESCE(\"parentrootroleid\", \"roleid\"), ?4 FROM \"role\" WHERE \"roleid\" = ?3";

    /// <summary>Makes the copies that are missing, unit by unit downwards.</summary>
    public static void Complete(Store store)
    {
        store.Prepare("UPDATE \"role\" SET \"parentrootroleid\" = \"roleid\" WHERE \"parentrootroleid\" IS NULL").Run();
        while (Next(store) is { } missing)
        {
            var statement = store.Prepare(Copy);
            statement.Bind(1, store.Ids.Next(DateTime.UtcNow));
            statement.Bind(2, missing.Unit);
            statement.Bind(3, missing.Role);
            statement.Bind(4, store.NextVersion());
            statement.Run();
        }
    }

    private static (Guid Role, Guid Unit)? Next(Store store)
    {
        var statement = store.Prepare(Missing);
        if (!statement.Step()) return null;
        var missing = (statement.Guid(0), statement.Guid(1));
        statement.Reset();
        return missing;
    }
}
