using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a text column of many lines holds.</summary>
[DataContract(Name = "MemoFormatName", Namespace = "http://schemas.microsoft.com/xrm/9.0/Metadata")]
public sealed class MemoFormatName : ConstantsBase<string>
{
    public static readonly MemoFormatName Email = Add<MemoFormatName>("Email");

    public static readonly MemoFormatName Json = Add<MemoFormatName>("Json");

    public static readonly MemoFormatName RichText = Add<MemoFormatName>("RichText");

    public static readonly MemoFormatName Text = Add<MemoFormatName>("Text");

    public static readonly MemoFormatName TextArea = Add<MemoFormatName>("TextArea");

    // Without it the runtime may convert a string before the constants above are known.
    static MemoFormatName()
    {
    }

    public static implicit operator MemoFormatName(string formatName) => Create<MemoFormatName>(formatName);

    public static bool operator ==(MemoFormatName stringFormatA, MemoFormatName stringFormatB) => ReferenceEquals(stringFormatA, stringFormatB) || (stringFormatA is not null && stringFormatA.Equals(stringFormatB));

    public static bool operator !=(MemoFormatName stringFormatA, MemoFormatName stringFormatB) => !(stringFormatA == stringFormatB);

    public override bool Equals(object obj) => obj is MemoFormatName other && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    protected override bool ValueExistsInList(string value) => ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
