using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RemoveUserFromRecordTeamRequest : OrganizationRequest
{
    public RemoveUserFromRecordTeamRequest()
    {
        RequestName = "RemoveUserFromRecordTeam";
        Record = default;
        SystemUserId = default;
        TeamTemplateId = default;
    }

    public EntityReference Record
    {
        get => Parameters.ValueOrDefault<EntityReference>("Record");
        set => Parameters["Record"] = value;
    }

    public Guid SystemUserId
    {
        get => Parameters.ValueOrDefault<Guid>("SystemUserId");
        set => Parameters["SystemUserId"] = value;
    }

    public Guid TeamTemplateId
    {
        get => Parameters.ValueOrDefault<Guid>("TeamTemplateId");
        set => Parameters["TeamTemplateId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RemoveUserFromRecordTeamResponse : OrganizationResponse
{
    public Guid AccessTeamId => Results.ValueOrDefault<Guid>("AccessTeamId");
}
