using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class LocalTimeFromUtcTimeRequest : OrganizationRequest
{
    public LocalTimeFromUtcTimeRequest()
    {
        RequestName = "LocalTimeFromUtcTime";
        UtcTime = default;
        TimeZoneCode = default;
    }

    public DateTime UtcTime
    {
        get => Parameters.ValueOrDefault<DateTime>("UtcTime");
        set => Parameters["UtcTime"] = value;
    }

    public int TimeZoneCode
    {
        get => Parameters.ValueOrDefault<int>("TimeZoneCode");
        set => Parameters["TimeZoneCode"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class LocalTimeFromUtcTimeResponse : OrganizationResponse
{
    public DateTime LocalTime => Results.ValueOrDefault<DateTime>("LocalTime");
}
