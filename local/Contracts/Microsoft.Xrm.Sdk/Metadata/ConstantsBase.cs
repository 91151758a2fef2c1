using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>A named constant that travels as its value: an enumeration the platform can extend without breaking clients.</summary>
[DataContract(Name = "ConstantsBase", Namespace = "http://schemas.microsoft.com/xrm/2013/Metadata")]
[KnownType(typeof(AttributeTypeDisplayName))]
[KnownType(typeof(DateTimeBehavior))]
[KnownType(typeof(StringFormatName))]
public abstract class ConstantsBase<T> : IExtensibleDataObject
{
    protected static readonly IList<T> ValidValues = [];

    protected ConstantsBase()
    {
    }

    [DataMember]
    public T Value { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    protected static T2 Add<T2>(T value)
        where T2 : ConstantsBase<T>, new()
    {
        ValidValues.Add(value);
        return new T2 { Value = value };
    }

    /// <exception cref="ArgumentException">There is no such constant.</exception>
    protected static T2 Create<T2>(T value)
        where T2 : ConstantsBase<T>, new()
    {
        var constant = new T2();
        if (!constant.ValueExistsInList(value)) throw new ArgumentException($"{value} is not a valid value of {typeof(T2).Name}.", nameof(value));
        constant.Value = value;
        return constant;
    }

    protected abstract bool ValueExistsInList(T value);
}
