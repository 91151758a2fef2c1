using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateEntityRequest : OrganizationRequest
{
    public CreateEntityRequest()
    {
        RequestName = "CreateEntity";
        Entity = default;
        PrimaryAttribute = default;
        HasActivities = default;
        HasNotes = default;
    }

    public EntityMetadata Entity
    {
        get => Parameters.ValueOrDefault<EntityMetadata>("Entity");
        set => Parameters["Entity"] = value;
    }

    public StringAttributeMetadata PrimaryAttribute
    {
        get => Parameters.ValueOrDefault<StringAttributeMetadata>("PrimaryAttribute");
        set => Parameters["PrimaryAttribute"] = value;
    }

    public bool HasActivities
    {
        get => Parameters.ValueOrDefault<bool>("HasActivities");
        set => Parameters["HasActivities"] = value;
    }

    public bool HasFeedback
    {
        get => Parameters.ValueOrDefault<bool>("HasFeedback");
        set => Parameters["HasFeedback"] = value;
    }

    public bool HasNotes
    {
        get => Parameters.ValueOrDefault<bool>("HasNotes");
        set => Parameters["HasNotes"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateEntityResponse : OrganizationResponse
{
    public Guid AttributeId => Results.ValueOrDefault<Guid>("AttributeId");

    public Guid EntityId => Results.ValueOrDefault<Guid>("EntityId");
}
