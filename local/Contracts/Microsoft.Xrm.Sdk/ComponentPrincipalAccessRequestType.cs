using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "ComponentPrincipalAccessRequestType", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public enum ComponentPrincipalAccessRequestType
{
    REVOKE = 0,
    GRANT = 1,
    MODIFY = 2,
}
