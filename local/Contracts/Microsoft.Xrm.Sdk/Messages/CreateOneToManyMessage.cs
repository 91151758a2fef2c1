using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateOneToManyRequest : OrganizationRequest
{
    public CreateOneToManyRequest()
    {
        RequestName = "CreateOneToMany";
        OneToManyRelationship = default;
    }

    public LookupAttributeMetadata Lookup
    {
        get => Parameters.ValueOrDefault<LookupAttributeMetadata>("Lookup");
        set => Parameters["Lookup"] = value;
    }

    public OneToManyRelationshipMetadata OneToManyRelationship
    {
        get => Parameters.ValueOrDefault<OneToManyRelationshipMetadata>("OneToManyRelationship");
        set => Parameters["OneToManyRelationship"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateOneToManyResponse : OrganizationResponse
{
    public Guid AttributeId => Results.ValueOrDefault<Guid>("AttributeId");

    public Guid RelationshipId => Results.ValueOrDefault<Guid>("RelationshipId");
}
