using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/8.1/Contracts")]
public sealed class CreateCustomerRelationshipsRequest : OrganizationRequest
{
    public CreateCustomerRelationshipsRequest()
    {
        RequestName = "CreateCustomerRelationships";
    }

    public LookupAttributeMetadata Lookup
    {
        get => Parameters.ValueOrDefault<LookupAttributeMetadata>("Lookup");
        set => Parameters["Lookup"] = value;
    }

    public OneToManyRelationshipMetadata[] OneToManyRelationships
    {
        get => Parameters.ValueOrDefault<OneToManyRelationshipMetadata[]>("OneToManyRelationships");
        set => Parameters["OneToManyRelationships"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/8.1/Contracts")]
public sealed class CreateCustomerRelationshipsResponse : OrganizationResponse
{
    public Guid AttributeId => Results.ValueOrDefault<Guid>("AttributeId");

    public Guid[] RelationshipIds => Results.ValueOrDefault<Guid[]>("RelationshipIds");
}
