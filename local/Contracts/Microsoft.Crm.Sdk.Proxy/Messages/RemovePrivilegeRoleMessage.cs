using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RemovePrivilegeRoleRequest : OrganizationRequest
{
    public RemovePrivilegeRoleRequest()
    {
        RequestName = "RemovePrivilegeRole";
        PrivilegeId = default;
        RoleId = default;
    }

    public Guid PrivilegeId
    {
        get => Parameters.ValueOrDefault<Guid>("PrivilegeId");
        set => Parameters["PrivilegeId"] = value;
    }

    public Guid RoleId
    {
        get => Parameters.ValueOrDefault<Guid>("RoleId");
        set => Parameters["RoleId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RemovePrivilegeRoleResponse : OrganizationResponse
{
}
