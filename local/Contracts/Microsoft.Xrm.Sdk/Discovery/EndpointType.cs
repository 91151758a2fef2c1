using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Discovery;

[DataContract(Name = "EndpointType", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts/Discovery")]
public enum EndpointType
{
    [EnumMember] OrganizationService = 0,
    [EnumMember] OrganizationDataService = 1,
    [EnumMember] WebApplication = 2,
}
