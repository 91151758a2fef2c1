using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "LayerDesiredOrder", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public sealed class LayerDesiredOrder : IExtensibleDataObject
{
    [DataMember]
    public LayerDesiredOrderType Type { get; set; }

    [DataMember]
    public List<SolutionInfo> Solutions { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
