using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SetStateRequest : OrganizationRequest
{
    public SetStateRequest()
    {
        RequestName = "SetState";
        EntityMoniker = default;
        State = default;
        Status = default;
    }

    public EntityReference EntityMoniker
    {
        get => Parameters.ValueOrDefault<EntityReference>("EntityMoniker");
        set => Parameters["EntityMoniker"] = value;
    }

    public OptionSetValue State
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("State");
        set => Parameters["State"] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("Status");
        set => Parameters["Status"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SetStateResponse : OrganizationResponse
{
}
