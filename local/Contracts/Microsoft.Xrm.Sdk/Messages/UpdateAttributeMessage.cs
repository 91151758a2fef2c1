using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateAttributeRequest : OrganizationRequest
{
    public UpdateAttributeRequest()
    {
        RequestName = "UpdateAttribute";
        Attribute = default;
        MergeLabels = default;
        EntityName = default;
    }

    public AttributeMetadata Attribute
    {
        get => Parameters.ValueOrDefault<AttributeMetadata>("Attribute");
        set => Parameters["Attribute"] = value;
    }

    public bool MergeLabels
    {
        get => Parameters.ValueOrDefault<bool>("MergeLabels");
        set => Parameters["MergeLabels"] = value;
    }

    public string EntityName
    {
        get => Parameters.ValueOrDefault<string>("EntityName");
        set => Parameters["EntityName"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateAttributeResponse : OrganizationResponse
{
}
