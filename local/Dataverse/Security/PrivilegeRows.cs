using System;
using System.Collections.Generic;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>The rows of the table privilege: one for each right on each table, and those that are about no table.</summary>
internal static class PrivilegeRows
{
    /// <summary>Privileges that are about no table, as far as this engine asks for them or roles usually have them.</summary>
    public static readonly IReadOnlyList<string> Miscellaneous =
    [
        "prvActOnBehalfOfAnotherUser", "prvAssignRole", "prvBulkDelete", "prvBypassCustomBusinessLogic", "prvBypassCustomPlugins", "prvDisableBusinessUnit", "prvDisableUser",
        "prvExportCustomization", "prvExportToExcel", "prvGoOffline", "prvImportCustomization", "prvMerge", "prvOverrideCreatedOnCreatedBy",
        "prvPublishCustomization", "prvReparentBusinessUnit", "prvReparentTeam", "prvReparentUser", "prvWorkflowExecution",
    ];

    private static readonly AccessRights[] every =
    [
        AccessRights.CreateAccess, AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.DeleteAccess,
        AccessRights.AppendAccess, AccessRights.AppendToAccess, AccessRights.AssignAccess, AccessRights.ShareAccess,
    ];

    /// <summary>Id of a privilege: the same in every organisation.</summary>
    public static Guid IdOf(string privilege) => StableId.Of("privilege", privilege);

    /// <summary>The rights of a table that have a privilege: without an owner there is nothing to assign or share.</summary>
    public static ReadOnlySpan<AccessRights> RightsOf(TableRights rights) => rights.Scope switch
    {
        RowScope.Owner => every,
        RowScope.Organization or RowScope.BusinessUnit => every.AsSpan(0, 6),
        _ => [],
    };

    /// <summary>Writes the privileges that are not there yet. The caller has opened a transaction.</summary>
    public static void Complete(Store store, DataverseSchema schema)
    {
        var catalog = new RightsCatalog(schema);
        var known = Known(store);
        foreach (var table in schema.Tables.Values)
        {
            var rights = catalog.Of(table);
            foreach (var right in RightsOf(rights))
            {
                if (known.Add(rights.Privilege(right))) Insert(store, rights.Privilege(right), (int)right, rights.Scope);
            }
        }
        foreach (var privilege in Miscellaneous)
        {
            if (known.Add(privilege)) Insert(store, privilege, 0, RowScope.Organization);
        }
    }

    private static HashSet<string> Known(Store store)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var statement = store.Prepare("SELECT \"name\" FROM \"privilege\"");
        while (statement.Step()) known.Add(statement.Text(0));
        return known;
    }

    private static void Insert(Store store, string name, int right, RowScope scope)
    {
        var layout = store.Layout("privilege");
        var byDepth = scope is RowScope.Owner or RowScope.BusinessUnit ? 1 : 0;
        var statement = store.Prepare(layout.InsertSql);
        statement.Bind(layout.Id.Parameter, IdOf(name));
        statement.Bind(layout.Slot("name").Parameter, name);
        statement.Bind(layout.Slot("accessright").Parameter, right);
        foreach (var column in new[] { "canbebasic", "canbelocal", "canbedeep" }) statement.Bind(layout.Slot(column).Parameter, byDepth);
        statement.Bind(layout.Slot("canbeglobal").Parameter, 1);
        statement.Bind(layout.VersionParameter, store.NextVersion());
        statement.Run();
    }
}
