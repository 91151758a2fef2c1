using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Discovery;

[DataContract(Name = "OrganizationState", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts/Discovery")]
public enum OrganizationState
{
    [EnumMember] Enabled = 0,
    [EnumMember] Disabled = 1,
}
