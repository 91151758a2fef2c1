using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateAttributeRequest : OrganizationRequest
{
    public CreateAttributeRequest()
    {
        RequestName = "CreateAttribute";
        Attribute = default;
        EntityName = default;
    }

    public AttributeMetadata Attribute
    {
        get => Parameters.ValueOrDefault<AttributeMetadata>("Attribute");
        set => Parameters["Attribute"] = value;
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
public sealed class CreateAttributeResponse : OrganizationResponse
{
    public Guid AttributeId => Results.ValueOrDefault<Guid>("AttributeId");
}
