using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class AddMembersTeamRequest : OrganizationRequest
{
    public AddMembersTeamRequest()
    {
        RequestName = "AddMembersTeam";
        TeamId = default;
        MemberIds = default;
    }

    public Guid TeamId
    {
        get => Parameters.ValueOrDefault<Guid>("TeamId");
        set => Parameters["TeamId"] = value;
    }

    public Guid[] MemberIds
    {
        get => Parameters.ValueOrDefault<Guid[]>("MemberIds");
        set => Parameters["MemberIds"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class AddMembersTeamResponse : OrganizationResponse
{
}
