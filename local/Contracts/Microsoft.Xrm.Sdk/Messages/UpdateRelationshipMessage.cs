using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateRelationshipRequest : OrganizationRequest
{
    public UpdateRelationshipRequest()
    {
        RequestName = "UpdateRelationship";
        Relationship = default;
        MergeLabels = default;
    }

    public RelationshipMetadataBase Relationship
    {
        get => Parameters.ValueOrDefault<RelationshipMetadataBase>("Relationship");
        set => Parameters["Relationship"] = value;
    }

    public bool MergeLabels
    {
        get => Parameters.ValueOrDefault<bool>("MergeLabels");
        set => Parameters["MergeLabels"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateRelationshipResponse : OrganizationResponse
{
}
