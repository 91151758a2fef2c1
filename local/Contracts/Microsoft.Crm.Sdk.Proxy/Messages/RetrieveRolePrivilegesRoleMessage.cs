using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveRolePrivilegesRoleRequest : OrganizationRequest
{
    public RetrieveRolePrivilegesRoleRequest()
    {
        RequestName = "RetrieveRolePrivilegesRole";
        RoleId = default;
    }

    public Guid RoleId
    {
        get => Parameters.ValueOrDefault<Guid>("RoleId");
        set => Parameters["RoleId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveRolePrivilegesRoleResponse : OrganizationResponse
{
    public RolePrivilege[] RolePrivileges => Results.ValueOrDefault<RolePrivilege[]>("RolePrivileges");
}
