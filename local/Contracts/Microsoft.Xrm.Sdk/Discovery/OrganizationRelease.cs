using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Discovery;

[DataContract(Name = "OrganizationRelease", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts/Discovery")]
public enum OrganizationRelease
{
    [EnumMember] Current = 0,
    [EnumMember] V5 = 1,
}
