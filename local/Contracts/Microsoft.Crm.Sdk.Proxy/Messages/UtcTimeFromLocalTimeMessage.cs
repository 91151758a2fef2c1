using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UtcTimeFromLocalTimeRequest : OrganizationRequest
{
    public UtcTimeFromLocalTimeRequest()
    {
        RequestName = "UtcTimeFromLocalTime";
        LocalTime = default;
        TimeZoneCode = default;
    }

    public DateTime LocalTime
    {
        get => Parameters.ValueOrDefault<DateTime>("LocalTime");
        set => Parameters["LocalTime"] = value;
    }

    public int TimeZoneCode
    {
        get => Parameters.ValueOrDefault<int>("TimeZoneCode");
        set => Parameters["TimeZoneCode"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UtcTimeFromLocalTimeResponse : OrganizationResponse
{
    public DateTime UtcTime => Results.ValueOrDefault<DateTime>("UtcTime");
}
