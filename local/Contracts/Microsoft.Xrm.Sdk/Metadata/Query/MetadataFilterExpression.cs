using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "MetadataFilterExpression", Namespace = "http://schemas.microsoft.com/xrm/2011/Metadata/Query")]
public sealed class MetadataFilterExpression : IExtensibleDataObject
{
    public MetadataFilterExpression()
    {
    }

    public MetadataFilterExpression(LogicalOperator filterOperator)
    {
        FilterOperator = filterOperator;
    }

    [DataMember]
    public DataCollection<MetadataConditionExpression> Conditions { get => field ??= new(); internal set; }

    [DataMember]
    public DataCollection<MetadataFilterExpression> Filters { get => field ??= new(); internal set; }

    [DataMember]
    public LogicalOperator FilterOperator { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
