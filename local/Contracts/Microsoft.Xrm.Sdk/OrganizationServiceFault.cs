using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What the organisation service answers instead of a result.</summary>
[DataContract(Name = "OrganizationServiceFault", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[Serializable]
public class OrganizationServiceFault : BaseServiceFault
{
    [DataMember]
    public OrganizationServiceFault InnerFault { get; set; }

    [DataMember]
    public string TraceText { get; set; }

    [DataMember(Name = "ExceptionRetriable")]
    internal bool ExceptionRetriable { get; set; }

    [DataMember(Name = "ExceptionSource")]
    internal string ExceptionSource { get; set; }

    [DataMember(Name = "OriginalException")]
    internal string OriginalException { get; set; }

    public override string ToString() =>
        $"{GetType().FullName} (0x{ErrorCode:X8}): {Message}" + (InnerFault is null ? "" : $"{Environment.NewLine} ---> {InnerFault}");
}
