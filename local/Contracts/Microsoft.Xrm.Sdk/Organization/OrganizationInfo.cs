using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

[DataContract(Name = "OrganizationInfo", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public sealed class OrganizationInfo : IExtensibleDataObject
{
    [DataMember(IsRequired = true, Order = 1)]
    public OrganizationType InstanceType { get; set; }

    [DataMember(IsRequired = false, Order = 2)]
    public List<Solution> Solutions { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
