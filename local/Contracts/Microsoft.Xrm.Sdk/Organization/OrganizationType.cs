using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

[DataContract(Name = "OrganizationType", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public enum OrganizationType
{
    [EnumMember] Customer = 0,
    [EnumMember] Monitoring = 1,
    [EnumMember] Support = 2,
    [EnumMember] BackEnd = 3,
    [EnumMember] Secondary = 4,
    [EnumMember] CustomerTest = 5,
    [EnumMember] CustomerFreeTest = 6,
    [EnumMember] CustomerPreview = 7,
    [EnumMember] Placeholder = 8,
    [EnumMember] TestDrive = 9,
    [EnumMember] MsftInvestigation = 10,
    [EnumMember] EmailTrial = 11,
    [EnumMember] Default = 12,
    [EnumMember] Developer = 13,
    [EnumMember] Trial = 14,
    [EnumMember] Teams = 15,
    [EnumMember] Platform = 16,
}
