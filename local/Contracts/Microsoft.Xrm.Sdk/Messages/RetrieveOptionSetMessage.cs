using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveOptionSetRequest : OrganizationRequest
{
    public RetrieveOptionSetRequest()
    {
        RequestName = "RetrieveOptionSet";
        RetrieveAsIfPublished = default;
        MetadataId = default;
        Name = default;
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

    public string Name
    {
        get => Parameters.ValueOrDefault<string>("Name");
        set => Parameters["Name"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveOptionSetResponse : OrganizationResponse
{
    public OptionSetMetadataBase OptionSetMetadata => Results.ValueOrDefault<OptionSetMetadataBase>("OptionSetMetadata");
}
