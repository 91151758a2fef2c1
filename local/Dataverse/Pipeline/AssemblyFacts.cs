using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Local.Dataverse.Pipeline;

/// <summary>What a DLL says of itself, read from its metadata without loading it: nothing of it runs.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Version">Four numbers.</param>
/// <param name="IsStrongNamed">Whether it has a public key.</param>
/// <param name="TargetFramework">E.g. <c>.NETFramework,Version=v4.6.2</c>; null when it does not say.</param>
/// <param name="Types">Full names of its classes; of nested ones as <c>Outer+Inner</c>.</param>
internal sealed record AssemblyFacts(string Name, Version Version, bool IsStrongNamed, string? TargetFramework, IReadOnlySet<string> Types)
{
    /// <summary>Whether it was built for the framework the platform runs plug-ins on; one that does not say counts as such.</summary>
    public bool IsForNetFramework => TargetFramework is null || TargetFramework.StartsWith(".NETFramework,", StringComparison.Ordinal);

    /// <exception cref="System.ServiceModel.FaultException{T}">The bytes are no .NET assembly.</exception>
    public static AssemblyFacts Of(byte[] content)
    {
        try
        {
            using var image = new PEReader(new MemoryStream(content, writable: false));
            if (!image.HasMetadata) throw PipelineErrors.AssemblyNotLoaded("(unnamed)", "it is no .NET assembly.");
            var metadata = image.GetMetadataReader();
            var definition = metadata.GetAssemblyDefinition();
            return new AssemblyFacts(
                metadata.GetString(definition.Name), definition.Version, !definition.PublicKey.IsNil, FrameworkOf(metadata, definition), TypesOf(metadata));
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw PipelineErrors.AssemblyNotLoaded("(unnamed)", "it is no .NET assembly.", exception);
        }
    }

    private static HashSet<string> TypesOf(MetadataReader metadata)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions) names.Add(NameOf(metadata, metadata.GetTypeDefinition(handle)));
        return names;
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer) return NameOf(metadata, metadata.GetTypeDefinition(outer)) + "+" + name;
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }

    private static string? FrameworkOf(MetadataReader metadata, AssemblyDefinition definition)
    {
        foreach (var handle in definition.GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference) continue;
            var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (parent.Kind != HandleKind.TypeReference) continue;
            if (metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) != "TargetFrameworkAttribute") continue;
            var value = metadata.GetBlobReader(attribute.Value);
            // A custom attribute's value begins with two fixed bytes; its first argument is the text.
            return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
        }
        return null;
    }
}
