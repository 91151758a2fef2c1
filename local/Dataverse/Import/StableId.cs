using System;
using System.Security.Cryptography;
using System.Text;

namespace Local.Dataverse.Import;

/// <summary>Ids of what a package names and gives no id: equal for equal names, in every organisation.</summary>
internal static class StableId
{
    /// <summary>A version 8 GUID (RFC 9562) from the names, whose case does not count.</summary>
    public static Guid Of(string kind, params string[] names)
    {
        var text = kind + "|" + string.Join('|', names).ToLowerInvariant();
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
