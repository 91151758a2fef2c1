using System;
using System.Collections.Generic;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>The roles every organisation has: System Administrator, System Customizer and Basic User.</summary>
/// <remarks>
/// System Administrator has every privilege by its template, not by rows. The others have what their descriptions say (learn.microsoft.com,
/// "Predefined security roles"), for the tables that are here.
/// </remarks>
internal static class StandardRoles
{
    public const string Administrator = "System Administrator", Customizer = "System Customizer", BasicUser = "Basic User";

    /// <summary>Value of role.isinherited: Direct User (Basic) access level and Team privileges.</summary>
    public const int MembersInherit = 1;

    /// <summary>Well-known ids of role templates.</summary>
    public static readonly Guid AdministratorTemplate = new("627090ff-40a3-4053-8790-584edc5be201"), CustomizerTemplate = new("119f245c-3cc8-4b62-b31c-d1a046ced15d");

    private static readonly AccessRights[] readOnly = [AccessRights.ReadAccess];

    private static readonly AccessRights[] readAndAppendTo = [AccessRights.ReadAccess, AccessRights.AppendToAccess];

    // Rows a basic user has of his own.
    private static readonly string[] ownTables =
    [
        "account", "activitypointer", "annotation", "connection", "contact", "asyncoperation", "userquery",
    ];

    // What everybody must be able to read to work at all.
    private static readonly string[] readTables =
    [
        "appmodule", "calendar", "connectionrole", "customapi", "customapirequestparameter", "customapiresponseproperty", "customcontrol", "environmentvariabledefinition",
        "environmentvariablevalue", "fieldsecurityprofile", "organization", "plugintype", "pluginassembly", "publisher", "ribboncommand", "ribbondiff", "ribbonrule", "role", "savedquery",
        "savedqueryvisualization", "sdkmessage", "sdkmessagefilter", "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "sitemap", "solution",
        "subject", "systemform", "usersettings", "webresource", "workflow",
    ];

    private static readonly string[] referredTables = ["businessunit", "queue", "systemuser", "team", "transactioncurrency"];

    private static readonly string[] customizedTables =
    [
        "appmodule", "customapi", "customapirequestparameter", "customapiresponseproperty", "environmentvariabledefinition", "environmentvariablevalue",
        "plugintype", "pluginassembly", "publisher", "savedquery", "savedqueryvisualization", "sdkmessageprocessingstep", "sdkmessageprocessingstepimage",
        "sitemap", "solution", "systemform", "webresource", "workflow",
    ];

    /// <summary>Gives the roles to a new organisation, or what of them an older file has not. The caller has opened a transaction.</summary>
    public static void Complete(Store store, DataverseSchema schema, Guid businessUnit)
    {
        var catalog = new RightsCatalog(schema);
        TakeTemplate(store, businessUnit);
        if (Create(store, BasicUser, businessUnit, template: null) is { } basic) Grant(store, basic, BasicPrivileges(catalog, schema));
        if (Create(store, Customizer, businessUnit, CustomizerTemplate) is not { } customizer) return;
        var privileges = BasicPrivileges(catalog, schema);
        foreach (var table in customizedTables) Add(privileges, catalog, schema, table, [AccessRights.CreateAccess, AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.DeleteAccess, AccessRights.AppendAccess, AccessRights.AppendToAccess], PrivilegeGrant.Global);
        foreach (var name in new[] { "prvImportCustomization", "prvExportCustomization", "prvPublishCustomization" }) privileges[name] = PrivilegeGrant.Global;
        Grant(store, customizer, privileges);
    }

    /// <summary>Adds privileges to a role. A pair that is there stays as it is.</summary>
    public static void Grant(Store store, Guid role, IReadOnlyDictionary<string, int> privileges)
    {
        var layout = store.Layout("roleprivileges");
        foreach (var (privilege, depth) in privileges)
        {
            var statement = store.Prepare(layout.InsertSql);
            statement.Bind(layout.Id.Parameter, StableId.Of("roleprivileges", role.ToString(), privilege));
            statement.Bind(layout.Slot("roleid").Parameter, role);
            statement.Bind(layout.Slot("privilegeid").Parameter, PrivilegeRows.IdOf(privilege));
            statement.Bind(layout.Slot("privilegedepthmask").Parameter, depth);
            statement.Bind(layout.VersionParameter, store.NextVersion());
            statement.Run();
        }
    }

    private static Dictionary<string, int> BasicPrivileges(RightsCatalog catalog, DataverseSchema schema)
    {
        var privileges = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
        {
            ["prvExportToExcel"] = PrivilegeGrant.Global,
            ["prvWorkflowExecution"] = PrivilegeGrant.Global,
        };
        foreach (var table in ownTables)
        {
            if (schema.Find(table) is { } own) Add(privileges, catalog, schema, table, PrivilegeRows.RightsOf(catalog.Of(own)), PrivilegeGrant.Basic);
        }
        foreach (var table in readTables) Add(privileges, catalog, schema, table, readOnly, PrivilegeGrant.Global);
        foreach (var table in referredTables) Add(privileges, catalog, schema, table, readAndAppendTo, PrivilegeGrant.Global);
        Add(privileges, catalog, schema, "usersettings", [AccessRights.WriteAccess], PrivilegeGrant.Basic);
        return privileges;
    }

    private static void Add(
        Dictionary<string, int> privileges, RightsCatalog catalog, DataverseSchema schema, string table, ReadOnlySpan<AccessRights> rights, int depth)
    {
        if (schema.Find(table) is not { } found) return;
        foreach (var right in rights) privileges[catalog.Of(found).Privilege(right)] = depth;
    }

    // The role an organisation was set up with becomes the one of the template.
    private static void TakeTemplate(Store store, Guid businessUnit)
    {
        var statement = store.Prepare("UPDATE \"role\" SET \"roletemplateid\" = ?1 WHERE \"name\" = ?2 AND \"businessunitid\" = ?3 AND \"roletemplateid\" IS NULL");
        statement.Bind(1, AdministratorTemplate);
        statement.Bind(2, Administrator);
        statement.Bind(3, businessUnit);
        statement.Run();
    }

    private static Guid? Create(Store store, string name, Guid businessUnit, Guid? template)
    {
        var known = store.Prepare("SELECT 1 FROM \"role\" WHERE \"name\" = ?1 AND \"businessunitid\" = ?2");
        known.Bind(1, name);
        known.Bind(2, businessUnit);
        if (known.Step())
        {
            known.Reset();
            return null;
        }
        var layout = store.Layout("role");
        var id = store.Ids.Next(DateTime.UtcNow);
        var statement = store.Prepare(layout.InsertSql);
        statement.Bind(layout.Id.Parameter, id);
        statement.Bind(layout.Slot("name").Parameter, name);
        statement.Bind(layout.Slot("businessunitid").Parameter, businessUnit);
        statement.Bind(layout.Slot("isinherited").Parameter, MembersInherit);
        statement.Bind(layout.Slot("parentrootroleid").Parameter, id);
        if (template is { } given) statement.Bind(layout.Slot("roletemplateid").Parameter, given);
        statement.Bind(layout.VersionParameter, store.NextVersion());
        statement.Run();
        return id;
    }
}
