using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Names a row of a table by its id or by an alternate key.</summary>
/// <remarks>Equal when table, id and key values are; the display name and the row version do not count.</remarks>
[DataContract(Name = "EntityReference", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[Serializable]
public sealed class EntityReference : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;

    private KeyAttributeCollection _keyAttributes;

    public EntityReference()
    {
    }

    public EntityReference(string logicalName) => LogicalName = logicalName;

    public EntityReference(string logicalName, Guid id)
    {
        LogicalName = logicalName;
        Id = id;
    }

    public EntityReference(string logicalName, string keyName, object keyValue)
    {
        LogicalName = logicalName;
        KeyAttributes.Add(keyName, keyValue);
    }

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
    {
        LogicalName = logicalName;
        KeyAttributes = keyAttributeCollection;
    }

    [DataMember]
    public Guid Id { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ??= [];
        set => _keyAttributes = value;
    }

    [DataMember]
    public string LogicalName { get; set; }

    /// <summary>Value of the row's primary name column, where the platform filled it in.</summary>
    [DataMember]
    public string Name { get; set; }

    [DataMember]
    public string RowVersion { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj) =>
        ReferenceEquals(this, obj)
        || (obj is EntityReference other
            && Id == other.Id
            && LogicalName == other.LogicalName
            && SameKey(_keyAttributes, other._keyAttributes));

    public override int GetHashCode() => Id.GetHashCode() ^ (LogicalName?.GetHashCode() ?? 0);

    /// <summary>References are compared in loops over rows; those without a key must not get a collection for it.</summary>
    private static bool SameKey(KeyAttributeCollection left, KeyAttributeCollection right)
    {
        var count = left?.Count ?? 0;
        if (count != (right?.Count ?? 0)) return false;
        return count == 0 || left.All(key => right.TryGetValue(key.Key, out var value) && Equals(key.Value, value));
    }
}
