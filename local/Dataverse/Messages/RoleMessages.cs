using System;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Messages;

/// <summary>Privileges of roles, and what a user or team has of them.</summary>
internal static class RoleMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("AddPrivilegesRole", e => Write(e, replaces: false), static () => new AddPrivilegesRoleResponse());
        catalog.Add("ReplacePrivilegesRole", e => Write(e, replaces: true), static () => new ReplacePrivilegesRoleResponse());
        catalog.Add("RemovePrivilegeRole", Remove, static () => new RemovePrivilegeRoleResponse());
        catalog.Add("RetrieveRolePrivilegesRole", OfRole, static () => new RetrieveRolePrivilegesRoleResponse());
        catalog.Add("RetrieveUserPrivileges", e => OfPrincipal(e, "systemuser", "UserId"), static () => new RetrieveUserPrivilegesResponse());
        catalog.Add("RetrieveTeamPrivileges", e => OfPrincipal(e, "team", "TeamId"), static () => new RetrieveTeamPrivilegesResponse());
    }

    private static void Write(MessageExecution execution, bool replaces)
    {
        var role = new EntityReference("role", execution.Required<Guid>("RoleId"));
        var privileges = execution.Required<RolePrivilege[]>("Privileges");
        execution.Unit.ChangeRole(execution.Context, role, rows =>
        {
            if (replaces) rows.Clear(role.Id);
            foreach (var privilege in privileges) rows.Put(role.Id, privilege.PrivilegeId, RolePrivileges.Mask(privilege.Depth));
        });
    }

    private static void Remove(MessageExecution execution)
    {
        var role = new EntityReference("role", execution.Required<Guid>("RoleId"));
        var privilege = execution.Required<Guid>("PrivilegeId");
        execution.Unit.ChangeRole(execution.Context, role, rows => rows.Remove(role.Id, privilege));
    }

    private static void OfRole(MessageExecution execution) =>
        execution.Output["RolePrivileges"] = execution.Unit.PrivilegesOf(execution.Context, new EntityReference("role", execution.Required<Guid>("RoleId"))).ToArray();

    private static void OfPrincipal(MessageExecution execution, string table, string parameter) =>
        execution.Output["RolePrivileges"] = execution.Unit.PrivilegesOf(execution.Context, new EntityReference(table, execution.Required<Guid>(parameter))).ToArray();
}
