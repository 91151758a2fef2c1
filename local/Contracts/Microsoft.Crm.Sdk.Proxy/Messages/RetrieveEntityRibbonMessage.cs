using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveEntityRibbonRequest : OrganizationRequest
{
    public RetrieveEntityRibbonRequest()
    {
        RequestName = "RetrieveEntityRibbon";
        EntityName = default;
        RibbonLocationFilter = default;
    }

    public string EntityName
    {
        get => Parameters.ValueOrDefault<string>("EntityName");
        set => Parameters["EntityName"] = value;
    }

    public RibbonLocationFilters RibbonLocationFilter
    {
        get => Parameters.ValueOrDefault<RibbonLocationFilters>("RibbonLocationFilter");
        set => Parameters["RibbonLocationFilter"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveEntityRibbonResponse : OrganizationResponse
{
    public byte[] CompressedEntityXml => Results.ValueOrDefault<byte[]>("CompressedEntityXml");
}
