using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFileBlocksDownloadRequest : OrganizationRequest
{
    public InitializeFileBlocksDownloadRequest()
    {
        RequestName = "InitializeFileBlocksDownload";
        Target = default;
        DataSource = default;
        FileAttributeName = default;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public string DataSource
    {
        get => Parameters.ValueOrDefault<string>("DataSource");
        set => Parameters["DataSource"] = value;
    }

    public string FileAttributeName
    {
        get => Parameters.ValueOrDefault<string>("FileAttributeName");
        set => Parameters["FileAttributeName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFileBlocksDownloadResponse : OrganizationResponse
{
    public bool IsChunkingSupported => Results.ValueOrDefault<bool>("IsChunkingSupported");

    public long FileSizeInBytes => Results.ValueOrDefault<long>("FileSizeInBytes");

    public string FileContinuationToken => Results.ValueOrDefault<string>("FileContinuationToken");

    public string FileName => Results.ValueOrDefault<string>("FileName");
}
