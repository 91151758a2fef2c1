using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveVersionRequest : OrganizationRequest
{
    public RetrieveVersionRequest()
    {
        RequestName = "RetrieveVersion";
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveVersionResponse : OrganizationResponse
{
    public string Version => Results.ValueOrDefault<string>("Version");
}
