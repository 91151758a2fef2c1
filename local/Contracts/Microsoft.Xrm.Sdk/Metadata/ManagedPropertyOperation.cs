using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "ManagedPropertyOperation", Namespace = "http://schemas.microsoft.com/xrm/2011/Metadata")]
public enum ManagedPropertyOperation
{
    [EnumMember(Value = "None")] None = 0,
    [EnumMember(Value = "Create")] Create = 1,
    [EnumMember(Value = "Update")] Update = 2,
    [EnumMember(Value = "CreateUpdate")] CreateUpdate = 3,
    [EnumMember(Value = "Delete")] Delete = 4,
    [EnumMember(Value = "UpdateDelete")] UpdateDelete = 6,
    [EnumMember(Value = "All")] All = 7,
}
