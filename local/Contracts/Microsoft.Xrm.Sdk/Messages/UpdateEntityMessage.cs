using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateEntityRequest : OrganizationRequest
{
    public UpdateEntityRequest()
    {
        RequestName = "UpdateEntity";
        Entity = default;
        MergeLabels = default;
    }

    public EntityMetadata Entity
    {
        get => Parameters.ValueOrDefault<EntityMetadata>("Entity");
        set => Parameters["Entity"] = value;
    }

    public bool MergeLabels
    {
        get => Parameters.ValueOrDefault<bool>("MergeLabels");
        set => Parameters["MergeLabels"] = value;
    }

    public bool? HasActivities
    {
        get => Parameters.ValueOrDefault<bool?>("HasActivities");
        set => Parameters["HasActivities"] = value;
    }

    public bool? HasFeedback
    {
        get => Parameters.ValueOrDefault<bool?>("HasFeedback");
        set => Parameters["HasFeedback"] = value;
    }

    public bool? HasNotes
    {
        get => Parameters.ValueOrDefault<bool?>("HasNotes");
        set => Parameters["HasNotes"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateEntityResponse : OrganizationResponse
{
}
