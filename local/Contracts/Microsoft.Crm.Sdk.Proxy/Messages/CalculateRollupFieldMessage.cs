using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateRollupFieldRequest : OrganizationRequest
{
    public CalculateRollupFieldRequest()
    {
        RequestName = "CalculateRollupField";
        Target = default;
        FieldName = default;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public string FieldName
    {
        get => Parameters.ValueOrDefault<string>("FieldName");
        set => Parameters["FieldName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateRollupFieldResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
