using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Local.Packaging.Check;

/// <summary>What a .NET assembly's metadata says, read without loading it.</summary>
/// <param name="FullName">Name, version, culture and public key token.</param>
/// <param name="IsStrongNamed">Whether it is signed, not merely named with a key.</param>
/// <param name="Types">Full names of its public classes.</param>
/// <param name="References">What it needs beside itself.</param>
internal sealed record AssemblyFacts(string FullName, bool IsStrongNamed, IReadOnlySet<string> Types, IReadOnlyList<AssemblyName> References)
{
    /// <summary>Reads an assembly; null when the bytes are none.</summary>
    public static AssemblyFacts? Read(byte[] content)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(content, writable: false));
            if (!file.HasMetadata) return null;
            var metadata = file.GetMetadataReader();
            var isSigned = file.PEHeaders.CorHeader is { } header && header.Flags.HasFlag(CorFlags.StrongNameSigned) && header.StrongNameSignatureDirectory.Size > 0;
            var types = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => type.Attributes.HasFlag(TypeAttributes.Public))
                .Select(type => metadata.GetString(type.Namespace) is { Length: > 0 } space ? space + "." + metadata.GetString(type.Name) : metadata.GetString(type.Name));
            return new(metadata.GetAssemblyDefinition().GetAssemblyName().FullName, isSigned, types.ToHashSet(StringComparer.Ordinal),
                [.. metadata.AssemblyReferences.Select(reference => metadata.GetAssemblyReference(reference).GetAssemblyName())]);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
