using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveMembersTeamRequest : OrganizationRequest
{
    public RetrieveMembersTeamRequest()
    {
        RequestName = "RetrieveMembersTeam";
        MemberColumnSet = default;
        EntityId = default;
    }

    public ColumnSet MemberColumnSet
    {
        get => Parameters.ValueOrDefault<ColumnSet>("MemberColumnSet");
        set => Parameters["MemberColumnSet"] = value;
    }

    public Guid EntityId
    {
        get => Parameters.ValueOrDefault<Guid>("EntityId");
        set => Parameters["EntityId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveMembersTeamResponse : OrganizationResponse
{
    public EntityCollection EntityCollection => Results.ValueOrDefault<EntityCollection>("EntityCollection");
}
