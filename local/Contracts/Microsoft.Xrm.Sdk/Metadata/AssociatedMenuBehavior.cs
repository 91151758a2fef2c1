using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "AssociatedMenuBehavior", Namespace = "http://schemas.microsoft.com/xrm/2011/Metadata")]
public enum AssociatedMenuBehavior
{
    [EnumMember(Value = "UseCollectionName")] UseCollectionName = 0,
    [EnumMember(Value = "UseLabel")] UseLabel = 1,
    [EnumMember(Value = "DoNotDisplay")] DoNotDisplay = 2,
}
