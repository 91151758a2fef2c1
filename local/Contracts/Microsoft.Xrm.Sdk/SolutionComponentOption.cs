using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "SolutionComponentOption", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public sealed class SolutionComponentOption : IExtensibleDataObject
{
    [DataMember]
    public Entity Component { get; set; }

    [DataMember]
    public ImportDecision ImportDecision { get; set; }

    [DataMember(IsRequired = false)]
    public List<ComponentPrincipalAccess> ComponentPrincipalAccessItems { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
