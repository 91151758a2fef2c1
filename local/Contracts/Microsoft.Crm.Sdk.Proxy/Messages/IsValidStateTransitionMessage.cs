using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class IsValidStateTransitionRequest : OrganizationRequest
{
    public IsValidStateTransitionRequest()
    {
        RequestName = "IsValidStateTransition";
        Entity = default;
        NewStatus = default;
        NewState = default;
    }

    public EntityReference Entity
    {
        get => Parameters.ValueOrDefault<EntityReference>("Entity");
        set => Parameters["Entity"] = value;
    }

    public int NewStatus
    {
        get => Parameters.ValueOrDefault<int>("NewStatus");
        set => Parameters["NewStatus"] = value;
    }

    public string NewState
    {
        get => Parameters.ValueOrDefault<string>("NewState");
        set => Parameters["NewState"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class IsValidStateTransitionResponse : OrganizationResponse
{
    public bool IsValid => Results.ValueOrDefault<bool>("IsValid");
}
