using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveTeamPrivilegesRequest : OrganizationRequest
{
    public RetrieveTeamPrivilegesRequest()
    {
        RequestName = "RetrieveTeamPrivileges";
        TeamId = default;
    }

    public Guid TeamId
    {
        get => Parameters.ValueOrDefault<Guid>("TeamId");
        set => Parameters["TeamId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveTeamPrivilegesResponse : OrganizationResponse
{
    public RolePrivilege[] RolePrivileges => Results.ValueOrDefault<RolePrivilege[]>("RolePrivileges");
}
