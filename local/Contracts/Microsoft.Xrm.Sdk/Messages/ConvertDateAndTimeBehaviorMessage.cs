using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ConvertDateAndTimeBehaviorRequest : OrganizationRequest
{
    public ConvertDateAndTimeBehaviorRequest()
    {
        RequestName = "ConvertDateAndTimeBehavior";
        Attributes = default;
        AutoConvert = default;
        TimeZoneCode = default;
        ConversionRule = default;
    }

    public EntityAttributeCollection Attributes
    {
        get => Parameters.ValueOrDefault<EntityAttributeCollection>("Attributes");
        set => Parameters["Attributes"] = value;
    }

    public bool AutoConvert
    {
        get => Parameters.ValueOrDefault<bool>("AutoConvert");
        set => Parameters["AutoConvert"] = value;
    }

    public int TimeZoneCode
    {
        get => Parameters.ValueOrDefault<int>("TimeZoneCode");
        set => Parameters["TimeZoneCode"] = value;
    }

    public string ConversionRule
    {
        get => Parameters.ValueOrDefault<string>("ConversionRule");
        set => Parameters["ConversionRule"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ConvertDateAndTimeBehaviorResponse : OrganizationResponse
{
    public Guid JobId => Results.ValueOrDefault<Guid>("JobId");
}
