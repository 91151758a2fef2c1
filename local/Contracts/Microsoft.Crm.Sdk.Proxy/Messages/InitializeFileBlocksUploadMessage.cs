using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFileBlocksUploadRequest : OrganizationRequest
{
    public InitializeFileBlocksUploadRequest()
    {
        RequestName = "InitializeFileBlocksUpload";
        Target = default;
        FileAttributeName = default;
        FileName = default;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public string FileAttributeName
    {
        get => Parameters.ValueOrDefault<string>("FileAttributeName");
        set => Parameters["FileAttributeName"] = value;
    }

    public string FileName
    {
        get => Parameters.ValueOrDefault<string>("FileName");
        set => Parameters["FileName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFileBlocksUploadResponse : OrganizationResponse
{
    public string FileContinuationToken => Results.ValueOrDefault<string>("FileContinuationToken");
}
