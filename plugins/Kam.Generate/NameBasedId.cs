using System;
using System.Security.Cryptography;
using System.Text;

namespace Kam.Generate;

/// <summary>
/// Ids derived from names, so that they are the same in every environment and on every machine: version 5 UUIDs (RFC 9562).
/// </summary>
internal static class NameBasedId
{
    // The name space for domain names of the RFC; "kam-dataverse/" in front of every name keeps ours apart.
    private static readonly Guid NameSpace = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>Id of the assembly.</summary>
    public static Guid OfAssembly(string name) => Of("assembly/" + name);

    /// <summary>Id of a plug-in type or workflow activity.</summary>
    public static Guid OfType(string fullName) => Of("plugintype/" + fullName);

    /// <summary>Id of a step.</summary>
    public static Guid OfStep(string name) => Of("step/" + name);

    /// <summary>Id of an image of a step.</summary>
    public static Guid OfImage(string step, string alias) => Of("stepimage/" + step + "/" + alias);

    private static Guid Of(string name)
    {
        var input = new byte[16 + Encoding.UTF8.GetByteCount("kam-dataverse/" + name)];
        NameSpace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes("kam-dataverse/" + name, input.AsSpan(16));
#pragma warning disable CA5350 // The RFC prescribes SHA-1; nothing here is a secret.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
