using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class InsertOptionValueRequest : OrganizationRequest
{
    public InsertOptionValueRequest()
    {
        RequestName = "InsertOptionValue";
        Label = default;
    }

    public Label Description
    {
        get => Parameters.ValueOrDefault<Label>("Description");
        set => Parameters["Description"] = value;
    }

    public Label Label
    {
        get => Parameters.ValueOrDefault<Label>("Label");
        set => Parameters["Label"] = value;
    }

    public int[] ParentValues
    {
        get => Parameters.ValueOrDefault<int[]>("ParentValues");
        set => Parameters["ParentValues"] = value;
    }

    public int? Value
    {
        get => Parameters.ValueOrDefault<int?>("Value");
        set => Parameters["Value"] = value;
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
public sealed class InsertOptionValueResponse : OrganizationResponse
{
    public int NewOptionValue => Results.ValueOrDefault<int>("NewOptionValue");
}
