using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CloseIncidentRequest : OrganizationRequest
{
    public CloseIncidentRequest()
    {
        RequestName = "CloseIncident";
        IncidentResolution = default;
        Status = default;
    }

    public Entity IncidentResolution
    {
        get => Parameters.ValueOrDefault<Entity>("IncidentResolution");
        set => Parameters["IncidentResolution"] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("Status");
        set => Parameters["Status"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CloseIncidentResponse : OrganizationResponse
{
}
