using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveAvailableLanguagesRequest : OrganizationRequest
{
    public RetrieveAvailableLanguagesRequest()
    {
        RequestName = "RetrieveAvailableLanguages";
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveAvailableLanguagesResponse : OrganizationResponse
{
    public int[] LocaleIds => Results.ValueOrDefault<int[]>("LocaleIds");
}
