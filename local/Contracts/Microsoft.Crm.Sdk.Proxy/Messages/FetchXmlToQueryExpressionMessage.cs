using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class FetchXmlToQueryExpressionRequest : OrganizationRequest
{
    public FetchXmlToQueryExpressionRequest()
    {
        RequestName = "FetchXmlToQueryExpression";
        FetchXml = default;
    }

    public string FetchXml
    {
        get => Parameters.ValueOrDefault<string>("FetchXml");
        set => Parameters["FetchXml"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class FetchXmlToQueryExpressionResponse : OrganizationResponse
{
    public QueryExpression Query => Results.ValueOrDefault<QueryExpression>("Query");
}
