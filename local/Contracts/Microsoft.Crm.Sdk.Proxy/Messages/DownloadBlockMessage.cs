using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class DownloadBlockRequest : OrganizationRequest
{
    public DownloadBlockRequest()
    {
        RequestName = "DownloadBlock";
        BlockLength = default;
        Offset = default;
        FileContinuationToken = default;
    }

    public long BlockLength
    {
        get => Parameters.ValueOrDefault<long>("BlockLength");
        set => Parameters["BlockLength"] = value;
    }

    public long Offset
    {
        get => Parameters.ValueOrDefault<long>("Offset");
        set => Parameters["Offset"] = value;
    }

    public string FileContinuationToken
    {
        get => Parameters.ValueOrDefault<string>("FileContinuationToken");
        set => Parameters["FileContinuationToken"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class DownloadBlockResponse : OrganizationResponse
{
    public byte[] Data => Results.ValueOrDefault<byte[]>("Data");
}
