using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class OrderOptionRequest : OrganizationRequest
{
    public OrderOptionRequest()
    {
        RequestName = "OrderOption";
        Values = default;
        AttributeLogicalName = default;
        EntityLogicalName = default;
        OptionSetName = default;
    }

    public int[] Values
    {
        get => Parameters.ValueOrDefault<int[]>("Values");
        set => Parameters["Values"] = value;
    }

    public string AttributeLogicalName
    {
        get => Parameters.ValueOrDefault<string>("AttributeLogicalName");
        set => Parameters["AttributeLogicalName"] = value;
    }

    public string EntityLogicalName
    {
        get => Parameters.ValueOrDefault<string>("EntityLogicalName");
        set => Parameters["EntityLogicalName"] = value;
    }

    public string OptionSetName
    {
        get => Parameters.ValueOrDefault<string>("OptionSetName");
        set => Parameters["OptionSetName"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class OrderOptionResponse : OrganizationResponse
{
}
