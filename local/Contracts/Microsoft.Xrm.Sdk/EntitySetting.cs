using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "EntitySetting", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class EntitySetting : IExtensibleDataObject
{
    [DataMember]
    public Entity Value { get; set; }

    [DataMember]
    public EntitySetting[] ChildSettings { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    [DataMember]
    public string Name { get; set; }
}
