using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "RelationshipAttribute", Namespace = "http://schemas.microsoft.com/xrm/2011/Metadata")]
public class RelationshipAttribute
{
    [DataMember]
    public string ReferencedAttributeName { get; set; }

    [DataMember]
    public string ReferencingAttributeName { get; set; }
}
