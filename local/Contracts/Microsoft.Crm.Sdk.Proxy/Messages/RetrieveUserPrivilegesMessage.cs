using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveUserPrivilegesRequest : OrganizationRequest
{
    public RetrieveUserPrivilegesRequest()
    {
        RequestName = "RetrieveUserPrivileges";
        UserId = default;
    }

    public Guid UserId
    {
        get => Parameters.ValueOrDefault<Guid>("UserId");
        set => Parameters["UserId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveUserPrivilegesResponse : OrganizationResponse
{
    public RolePrivilege[] RolePrivileges => Results.ValueOrDefault<RolePrivilege[]>("RolePrivileges");
}
