using System;
using System.Globalization;
using System.ServiceModel;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Security;

/// <summary>The refusals of the platform's security.</summary>
/// <remarks>Codes and wording: learn.microsoft.com, "Web service error codes", and "Troubleshoot Dataverse client errors" for the two checks.</remarks>
internal static class SecurityErrors
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);
    private const int AccessDenied = unchecked((int)0x80048306);
    private const int NoRoles = unchecked((int)0x80042F09);
    private const int UserDisabled = unchecked((int)0x80040225);

    /// <summary>AttributePrivilegeCreateIsMissing.</summary>
    public static FaultException<OrganizationServiceFault> SecuredColumnOnCreate(string table, string column) => PipelineErrors.Fault(
        unchecked((int)0x8004F502),
        $"The user does not have create permissions to a secured field. The requested operation could not be completed. Entity: {table}, attribute: {column}.");

    /// <summary>AttributePermissionUpdateIsMissingDuringUpdate.</summary>
    public static FaultException<OrganizationServiceFault> SecuredColumnOnUpdate(string table, string column) => PipelineErrors.Fault(
        unchecked((int)0x8004F507),
        $"The user doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during update operation. Entity: {table}, attribute: {column}.");

    /// <summary>No role gives the privilege, however deep.</summary>
    public static FaultException<OrganizationServiceFault> PrivilegeMissing(CallerAccess caller, string privilege, Table? table)
    {
        var about = table is null ? "" : string.Create(CultureInfo.InvariantCulture, $" on OTC={table.ObjectTypeCode} for entity '{table.LogicalName}'");
        return PipelineErrors.Fault(
            PrivilegeDenied,
            $"Principal {(caller.Principal.Table == "team" ? "team" : "user")} (Id={caller.UserId}, type={(caller.Principal.Table == "team" ? 9 : 8)}, roleCount={caller.Principal.Roles}, privilegeCount={caller.Grants.Count}, accessMode='0 Read-Write'), " +
            $"is missing {privilege} privilege (Id={PrivilegeRows.IdOf(privilege)}){about}. context.Caller={caller.UserId}");
    }

    /// <summary>The privilege is there, but does not reach the row.</summary>
    public static FaultException<OrganizationServiceFault> AccessMissing(Guid principal, AccessRights right, string table, Guid id) =>
        PipelineErrors.Fault(AccessDenied, $"Principal with id {principal} does not have {right} right(s) for record with id {id} of entity {table}");

    /// <summary>Nobody may be given a row he could not read.</summary>
    public static FaultException<OrganizationServiceFault> OwnerMayNotRead(FaultException<OrganizationServiceFault> why) =>
        PipelineErrors.Fault(why.Detail.ErrorCode, "Read Privilege Check For Owner failed with exception: " + why.Detail.Message);

    /// <summary>Rows of the table have no owner, so there is nothing to share.</summary>
    public static FaultException<OrganizationServiceFault> NotShareable(string message, string table) =>
        PipelineErrors.Fault(unchecked((int)0x80040800), $"The '{message}' method does not support entities of type '{table}'.");

    public static FaultException<OrganizationServiceFault> UserWithoutRoles(Guid user) => PipelineErrors.Fault(
        NoRoles, $"The user with id {user} has not been assigned any roles. They need a role with the prvReadUser privilege.");

    public static FaultException<OrganizationServiceFault> CannotActOnBehalf() =>
        PipelineErrors.Fault(unchecked((int)0x8004A110), "User does not have the privilege to act on behalf another user.");

    public static FaultException<OrganizationServiceFault> UserIsDisabled(Guid user, Guid organization) => PipelineErrors.Fault(
        UserDisabled,
        $"The user with SystemUserId={user} in OrganizationContext={organization} is disabled. Disabled users cannot access the system. " +
        "Consider enabling this user. Also, users are disabled if they don't have a license assigned to them.");
}
