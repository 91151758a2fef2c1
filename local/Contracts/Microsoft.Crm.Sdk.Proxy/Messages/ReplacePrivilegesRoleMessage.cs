using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ReplacePrivilegesRoleRequest : OrganizationRequest
{
    public ReplacePrivilegesRoleRequest()
    {
        RequestName = "ReplacePrivilegesRole";
        Privileges = default;
        RoleId = default;
    }

    public RolePrivilege[] Privileges
    {
        get => Parameters.ValueOrDefault<RolePrivilege[]>("Privileges");
        set => Parameters["Privileges"] = value;
    }

    public Guid RoleId
    {
        get => Parameters.ValueOrDefault<Guid>("RoleId");
        set => Parameters["RoleId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ReplacePrivilegesRoleResponse : OrganizationResponse
{
}
