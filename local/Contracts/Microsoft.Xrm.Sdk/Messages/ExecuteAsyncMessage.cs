using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ExecuteAsyncRequest : OrganizationRequest
{
    public ExecuteAsyncRequest()
    {
        RequestName = "ExecuteAsync";
        Request = default;
    }

    public OrganizationRequest Request
    {
        get => Parameters.ValueOrDefault<OrganizationRequest>("Request");
        set => Parameters["Request"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ExecuteAsyncResponse : OrganizationResponse
{
    public Guid AsyncJobId => Results.ValueOrDefault<Guid>("AsyncJobId");
}
