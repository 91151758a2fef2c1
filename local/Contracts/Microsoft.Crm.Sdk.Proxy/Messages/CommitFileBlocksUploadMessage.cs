using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CommitFileBlocksUploadRequest : OrganizationRequest
{
    public CommitFileBlocksUploadRequest()
    {
        RequestName = "CommitFileBlocksUpload";
        FileContinuationToken = default;
        FileName = default;
        MimeType = default;
        BlockList = default;
    }

    public string FileContinuationToken
    {
        get => Parameters.ValueOrDefault<string>("FileContinuationToken");
        set => Parameters["FileContinuationToken"] = value;
    }

    public string FileName
    {
        get => Parameters.ValueOrDefault<string>("FileName");
        set => Parameters["FileName"] = value;
    }

    public string MimeType
    {
        get => Parameters.ValueOrDefault<string>("MimeType");
        set => Parameters["MimeType"] = value;
    }

    public string[] BlockList
    {
        get => Parameters.ValueOrDefault<string[]>("BlockList");
        set => Parameters["BlockList"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CommitFileBlocksUploadResponse : OrganizationResponse
{
    public Guid FileId => Results.ValueOrDefault<Guid>("FileId");

    public long FileSizeInBytes => Results.ValueOrDefault<long>("FileSizeInBytes");
}
