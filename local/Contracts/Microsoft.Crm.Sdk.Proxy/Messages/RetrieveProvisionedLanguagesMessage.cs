using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveProvisionedLanguagesRequest : OrganizationRequest
{
    public RetrieveProvisionedLanguagesRequest()
    {
        RequestName = "RetrieveProvisionedLanguages";
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveProvisionedLanguagesResponse : OrganizationResponse
{
    public int[] RetrieveProvisionedLanguages => Results.ValueOrDefault<int[]>("RetrieveProvisionedLanguages");
}
