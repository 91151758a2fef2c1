using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "ManagedPropertyMetadata", Namespace = "http://schemas.microsoft.com/xrm/2011/Metadata")]
public sealed class ManagedPropertyMetadata : MetadataBase
{
    [DataMember]
    public Label Description { get; internal set; }

    [DataMember]
    public Label DisplayName { get; internal set; }

    [DataMember]
    public ManagedPropertyEvaluationPriority? EvaluationPriority { get; internal set; }

    [DataMember]
    public ManagedPropertyOperation? Operation { get; internal set; }

    [DataMember]
    public ManagedPropertyType? ManagedPropertyType { get; internal set; }

    [DataMember]
    public bool? IsGlobalForOperation { get; internal set; }

    [DataMember]
    public bool? IsPrivate { get; internal set; }

    [DataMember]
    public int? ErrorCode { get; internal set; }

    [DataMember]
    public string EnablesAttributeName { get; internal set; }

    [DataMember]
    public string EnablesEntityName { get; internal set; }

    [DataMember(Order = 60)]
    public string IntroducedVersion { get; internal set; }

    [DataMember]
    public string LogicalName { get; internal set; }
}
