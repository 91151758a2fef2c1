using System;
using System.Security.Cryptography;
using System.Text;

namespace Local.Cli.Loading;

/// <summary>The id a source row always gets, so that loading again finds what is already there (RFC 4122 version 5).</summary>
internal static class StableId
{
    private static readonly byte[] Namespace = new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8").ToByteArray(bigEndian: true);

    public static Guid Of(string mapping, string step, string key)
    {
        var name = Encoding.UTF8.GetBytes($"{mapping}\n{step}\n{key}");
        var input = new byte[Namespace.Length + name.Length];
        Namespace.CopyTo(input, 0);
        name.CopyTo(input, Namespace.Length);
#pragma warning disable CA5350 // The algorithm is the standard's; nothing is kept secret by it.
        var id = SHA1.HashData(input).AsSpan(0, 16);
#pragma warning restore CA5350
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
