using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class PublishXmlRequest : OrganizationRequest
{
    public PublishXmlRequest()
    {
        RequestName = "PublishXml";
        ParameterXml = default;
    }

    public string ParameterXml
    {
        get => Parameters.ValueOrDefault<string>("ParameterXml");
        set => Parameters["ParameterXml"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class PublishXmlResponse : OrganizationResponse
{
}
