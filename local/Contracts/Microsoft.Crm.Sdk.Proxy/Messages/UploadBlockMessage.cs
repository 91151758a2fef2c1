using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UploadBlockRequest : OrganizationRequest
{
    public UploadBlockRequest()
    {
        RequestName = "UploadBlock";
        BlockData = default;
        BlockId = default;
        FileContinuationToken = default;
    }

    public byte[] BlockData
    {
        get => Parameters.ValueOrDefault<byte[]>("BlockData");
        set => Parameters["BlockData"] = value;
    }

    public string BlockId
    {
        get => Parameters.ValueOrDefault<string>("BlockId");
        set => Parameters["BlockId"] = value;
    }

    public string FileContinuationToken
    {
        get => Parameters.ValueOrDefault<string>("FileContinuationToken");
        set => Parameters["FileContinuationToken"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UploadBlockResponse : OrganizationResponse
{
}
