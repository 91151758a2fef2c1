using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateTotalTimeIncidentRequest : OrganizationRequest
{
    public CalculateTotalTimeIncidentRequest()
    {
        RequestName = "CalculateTotalTimeIncident";
        IncidentId = default;
    }

    public Guid IncidentId
    {
        get => Parameters.ValueOrDefault<Guid>("IncidentId");
        set => Parameters["IncidentId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateTotalTimeIncidentResponse : OrganizationResponse
{
    public long TotalTime => Results.ValueOrDefault<long>("TotalTime");
}
