using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveEntityChangesRequest : OrganizationRequest
{
    public RetrieveEntityChangesRequest()
    {
        RequestName = "RetrieveEntityChanges";
        Columns = default;
        PageInfo = default;
        GetGlobalMetadataVersion = default;
        DataVersion = default;
        EntityName = default;
    }

    public ColumnSet Columns
    {
        get => Parameters.ValueOrDefault<ColumnSet>("Columns");
        set => Parameters["Columns"] = value;
    }

    public PagingInfo PageInfo
    {
        get => Parameters.ValueOrDefault<PagingInfo>("PageInfo");
        set => Parameters["PageInfo"] = value;
    }

    public bool GetGlobalMetadataVersion
    {
        get => Parameters.ValueOrDefault<bool>("GetGlobalMetadataVersion");
        set => Parameters["GetGlobalMetadataVersion"] = value;
    }

    public string DataVersion
    {
        get => Parameters.ValueOrDefault<string>("DataVersion");
        set => Parameters["DataVersion"] = value;
    }

    public string EntityName
    {
        get => Parameters.ValueOrDefault<string>("EntityName");
        set => Parameters["EntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveEntityChangesResponse : OrganizationResponse
{
    public BusinessEntityChanges EntityChanges => Results.ValueOrDefault<BusinessEntityChanges>("EntityChanges");
}
