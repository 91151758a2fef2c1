using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateOptionSetRequest : OrganizationRequest
{
    public CreateOptionSetRequest()
    {
        RequestName = "CreateOptionSet";
        OptionSet = default;
    }

    public OptionSetMetadataBase OptionSet
    {
        get => Parameters.ValueOrDefault<OptionSetMetadataBase>("OptionSet");
        set => Parameters["OptionSet"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CreateOptionSetResponse : OrganizationResponse
{
    public Guid OptionSetId => Results.ValueOrDefault<Guid>("OptionSetId");
}
