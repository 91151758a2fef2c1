using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class PrincipalAccess : IExtensibleDataObject
{
    [DataMember]
    public AccessRights AccessMask { get; set; }

    [DataMember]
    public EntityReference Principal { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
