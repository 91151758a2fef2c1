using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A yes or no that a managed solution may lock.</summary>
[DataContract(Name = "BooleanManagedProperty", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class BooleanManagedProperty : ManagedProperty<bool>
{
    public BooleanManagedProperty()
    {
        CanBeChanged = true;
    }

    public BooleanManagedProperty(bool value)
    {
        Value = value;
        CanBeChanged = true;
    }
}
