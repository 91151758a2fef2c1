using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateOptionSetRequest : OrganizationRequest
{
    public UpdateOptionSetRequest()
    {
        RequestName = "UpdateOptionSet";
        OptionSet = default;
        MergeLabels = default;
    }

    public OptionSetMetadataBase OptionSet
    {
        get => Parameters.ValueOrDefault<OptionSetMetadataBase>("OptionSet");
        set => Parameters["OptionSet"] = value;
    }

    public bool MergeLabels
    {
        get => Parameters.ValueOrDefault<bool>("MergeLabels");
        set => Parameters["MergeLabels"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateOptionSetResponse : OrganizationResponse
{
}
