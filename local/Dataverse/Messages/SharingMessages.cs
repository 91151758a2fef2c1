using System;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Messages;

/// <summary>GrantAccess, ModifyAccess and RevokeAccess, and who has what access to a row.</summary>
internal static class SharingMessages
{
    private static readonly AccessRights[] shareable =
    [
        AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.AppendAccess, AccessRights.AppendToAccess,
        AccessRights.DeleteAccess, AccessRights.ShareAccess, AccessRights.AssignAccess,
    ];

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("GrantAccess", Grant, static () => new GrantAccessResponse());
        catalog.Add("ModifyAccess", Modify, static () => new ModifyAccessResponse());
        catalog.Add("RevokeAccess", Revoke, static () => new RevokeAccessResponse());
        catalog.Add("RetrievePrincipalAccess", RetrievePrincipalAccess, static () => new RetrievePrincipalAccessResponse());
        catalog.Add("RetrieveSharedPrincipalsAndAccess", RetrieveShared, static () => new RetrieveSharedPrincipalsAndAccessResponse());
    }

    // What is shared already stays.
    private static void Grant(MessageExecution execution)
    {
        var access = execution.Required<PrincipalAccess>("PrincipalAccess");
        Change(execution, access.Principal, access.AccessMask, known => access.AccessMask | (AccessRights)known.Own);
    }

    private static void Modify(MessageExecution execution)
    {
        var access = execution.Required<PrincipalAccess>("PrincipalAccess");
        Change(execution, access.Principal, access.AccessMask, _ => access.AccessMask);
    }

    private static void Revoke(MessageExecution execution) =>
        Change(execution, execution.Required<EntityReference>("Revokee"), AccessRights.None, static _ => AccessRights.None);

    private static void Change(MessageExecution execution, EntityReference principal, AccessRights asked, Func<Share, AccessRights> rights)
    {
        var target = Target(execution);
        if (principal is not { LogicalName: "systemuser" or "team" }) throw PipelineErrors.MissingParameter("Principal");
        StagedPipeline.Run(execution, target.LogicalName, target.Id, _ =>
            execution.Unit.Share(execution.Context, target, principal, asked, rights));
    }

    private static void RetrievePrincipalAccess(MessageExecution execution)
    {
        var target = Target(execution);
        var principal = execution.Required<EntityReference>("Principal");
        var rights = AccessRights.None;
        foreach (var right in shareable)
        {
            if (execution.Unit.MayDo(execution.Context, target, principal, right)) rights |= right;
        }
        execution.Output["AccessRights"] = rights;
    }

    private static void RetrieveShared(MessageExecution execution)
    {
        var shares = new List<PrincipalAccess>();
        foreach (var share in execution.Unit.SharesOf(execution.Context, Target(execution)))
        {
            if (share.Own != 0) shares.Add(new PrincipalAccess { Principal = new EntityReference(share.PrincipalTable, share.PrincipalId), AccessMask = (AccessRights)share.Own });
        }
        execution.Output["PrincipalAccesses"] = shares.ToArray();
    }

    private static EntityReference Target(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        return target;
    }
}
