using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateStateValueRequest : OrganizationRequest
{
    public UpdateStateValueRequest()
    {
        RequestName = "UpdateStateValue";
        Label = default;
        MergeLabels = default;
        Value = default;
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

    public bool MergeLabels
    {
        get => Parameters.ValueOrDefault<bool>("MergeLabels");
        set => Parameters["MergeLabels"] = value;
    }

    public int Value
    {
        get => Parameters.ValueOrDefault<int>("Value");
        set => Parameters["Value"] = value;
    }

    public int? DefaultStatusCode
    {
        get => Parameters.ValueOrDefault<int?>("DefaultStatusCode");
        set => Parameters["DefaultStatusCode"] = value;
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
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class UpdateStateValueResponse : OrganizationResponse
{
}
