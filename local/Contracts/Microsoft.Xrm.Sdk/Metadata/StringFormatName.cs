using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a text column of one line holds.</summary>
[DataContract(Name = "StringFormatName", Namespace = "http://schemas.microsoft.com/xrm/2013/Metadata")]
public sealed class StringFormatName : ConstantsBase<string>
{
    public static readonly StringFormatName Email = Add<StringFormatName>("Email");

    public static readonly StringFormatName Json = Add<StringFormatName>("Json");

    public static readonly StringFormatName Phone = Add<StringFormatName>("Phone");

    public static readonly StringFormatName PhoneticGuide = Add<StringFormatName>("PhoneticGuide");

    public static readonly StringFormatName RichText = Add<StringFormatName>("RichText");

    public static readonly StringFormatName Text = Add<StringFormatName>("Text");

    public static readonly StringFormatName TextArea = Add<StringFormatName>("TextArea");

    public static readonly StringFormatName TickerSymbol = Add<StringFormatName>("TickerSymbol");

    public static readonly StringFormatName Url = Add<StringFormatName>("Url");

    public static readonly StringFormatName VersionNumber = Add<StringFormatName>("VersionNumber");

    // Without it the runtime may convert a string before the constants above are known.
    static StringFormatName()
    {
    }

    public static implicit operator StringFormatName(string formatName) => Create<StringFormatName>(formatName);

    public static bool operator ==(StringFormatName stringFormatA, StringFormatName stringFormatB) => ReferenceEquals(stringFormatA, stringFormatB) || (stringFormatA is not null && stringFormatA.Equals(stringFormatB));

    public static bool operator !=(StringFormatName stringFormatA, StringFormatName stringFormatB) => !(stringFormatA == stringFormatB);

    public override bool Equals(object obj) => obj is StringFormatName other && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    protected override bool ValueExistsInList(string value) => ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
