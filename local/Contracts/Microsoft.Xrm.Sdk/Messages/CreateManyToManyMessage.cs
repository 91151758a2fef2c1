using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateManyToManyRequest : OrganizationRequest
{
    public CreateManyToManyRequest()
    {
        RequestName = "CreateManyToMany";
        ManyToManyRelationship = default;
        IntersectEntitySchemaName = default;
    }

    public ManyToManyRelationshipMetadata ManyToManyRelationship
    {
        get => Parameters.ValueOrDefault<ManyToManyRelationshipMetadata>("ManyToManyRelationship");
        set => Parameters["ManyToManyRelationship"] = value;
    }

    public string IntersectEntitySchemaName
    {
        get => Parameters.ValueOrDefault<string>("IntersectEntitySchemaName");
        set => Parameters["IntersectEntitySchemaName"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateManyToManyResponse : OrganizationResponse
{
    public Guid ManyToManyRelationshipId => Results.ValueOrDefault<Guid>("ManyToManyRelationshipId");
}
