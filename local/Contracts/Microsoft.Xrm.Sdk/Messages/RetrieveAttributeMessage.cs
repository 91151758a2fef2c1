using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveAttributeRequest : OrganizationRequest
{
    public RetrieveAttributeRequest()
    {
        RequestName = "RetrieveAttribute";
        RetrieveAsIfPublished = default;
        MetadataId = default;
        ColumnNumber = default;
        EntityLogicalName = default;
        LogicalName = default;
    }

    public bool RetrieveAsIfPublished
    {
        get => Parameters.ValueOrDefault<bool>("RetrieveAsIfPublished");
        set => Parameters["RetrieveAsIfPublished"] = value;
    }

    public Guid MetadataId
    {
        get => Parameters.ValueOrDefault<Guid>("MetadataId");
        set => Parameters["MetadataId"] = value;
    }

    public int ColumnNumber
    {
        get => Parameters.ValueOrDefault<int>("ColumnNumber");
        set => Parameters["ColumnNumber"] = value;
    }

    public string EntityLogicalName
    {
        get => Parameters.ValueOrDefault<string>("EntityLogicalName");
        set => Parameters["EntityLogicalName"] = value;
    }

    public string LogicalName
    {
        get => Parameters.ValueOrDefault<string>("LogicalName");
        set => Parameters["LogicalName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveAttributeResponse : OrganizationResponse
{
    public AttributeMetadata AttributeMetadata => Results.ValueOrDefault<AttributeMetadata>("AttributeMetadata");
}
