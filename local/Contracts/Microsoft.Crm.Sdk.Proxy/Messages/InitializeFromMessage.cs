using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFromRequest : OrganizationRequest
{
    public InitializeFromRequest()
    {
        RequestName = "InitializeFrom";
        TargetFieldType = default;
        EntityMoniker = default;
        SkipParentalRelationshipMapping = default;
        TargetEntityName = default;
    }

    public TargetFieldType TargetFieldType
    {
        get => Parameters.ValueOrDefault<TargetFieldType>("TargetFieldType");
        set => Parameters["TargetFieldType"] = value;
    }

    public EntityReference EntityMoniker
    {
        get => Parameters.ValueOrDefault<EntityReference>("EntityMoniker");
        set => Parameters["EntityMoniker"] = value;
    }

    public bool SkipParentalRelationshipMapping
    {
        get => Parameters.ValueOrDefault<bool>("SkipParentalRelationshipMapping");
        set => Parameters["SkipParentalRelationshipMapping"] = value;
    }

    public string TargetEntityName
    {
        get => Parameters.ValueOrDefault<string>("TargetEntityName");
        set => Parameters["TargetEntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFromResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
