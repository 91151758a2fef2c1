using System;
using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RolePrivilege : IExtensibleDataObject
{
    public RolePrivilege()
    {
    }

    public RolePrivilege(int depth, Guid privilegeId)
    {
        Depth = (PrivilegeDepth)depth;
        PrivilegeId = privilegeId;
    }

    public RolePrivilege(PrivilegeDepth depth, Guid privilegeId, Guid businessId)
    {
        Depth = depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
    }

    public RolePrivilege(int depth, Guid privilegeId, Guid businessId)
    {
        Depth = (PrivilegeDepth)depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
    }

    public RolePrivilege(PrivilegeDepth depth, Guid privilegeId, Guid businessId, string privilegeName)
    {
        Depth = depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
        PrivilegeName = privilegeName;
    }

    public RolePrivilege(int depth, Guid privilegeId, Guid businessId, string privilegeName)
    {
        Depth = (PrivilegeDepth)depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
        PrivilegeName = privilegeName;
    }

    public RolePrivilege(PrivilegeDepth depth, Guid privilegeId, Guid businessId, string privilegeName, Guid recordFilterId)
    {
        Depth = depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
        PrivilegeName = privilegeName;
        RecordFilterId = recordFilterId;
    }

    public RolePrivilege(int depth, Guid privilegeId, Guid businessId, string privilegeName, Guid recordFilterId)
    {
        Depth = (PrivilegeDepth)depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
        PrivilegeName = privilegeName;
        RecordFilterId = recordFilterId;
    }

    public RolePrivilege(PrivilegeDepth depth, Guid privilegeId, Guid businessId, string privilegeName, Guid recordFilterId, string recordFilterUniqueName)
    {
        Depth = depth;
        PrivilegeId = privilegeId;
        BusinessUnitId = businessId;
        PrivilegeName = privilegeName;
        RecordFilterId = recordFilterId;
        RecordFilterUniqueName = recordFilterUniqueName;
    }

    [DataMember]
    public PrivilegeDepth Depth { get; set; }

    [DataMember]
    public Guid BusinessUnitId { get; set; }

    [DataMember]
    public Guid PrivilegeId { get; set; }

    [DataMember]
    public Guid RecordFilterId { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    [DataMember]
    public string PrivilegeName { get; set; }

    [DataMember]
    public string RecordFilterUniqueName { get; set; }
}
