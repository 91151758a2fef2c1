using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveTotalRecordCountRequest : OrganizationRequest
{
    public RetrieveTotalRecordCountRequest()
    {
        RequestName = "RetrieveTotalRecordCount";
        EntityNames = default;
    }

    public string[] EntityNames
    {
        get => Parameters.ValueOrDefault<string[]>("EntityNames");
        set => Parameters["EntityNames"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveTotalRecordCountResponse : OrganizationResponse
{
    public EntityRecordCountCollection EntityRecordCountCollection => Results.ValueOrDefault<EntityRecordCountCollection>("EntityRecordCountCollection");
}
