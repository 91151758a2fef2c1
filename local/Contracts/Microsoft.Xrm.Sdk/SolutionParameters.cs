using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "SolutionParameters", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public sealed class SolutionParameters : IExtensibleDataObject
{
    [DataMember]
    public List<SolutionComponentOption> SolutionComponentOptions { get; set; }

    [DataMember]
    public Guid StageSolutionUploadId { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
