using System;
using System.IO;
using Mono.Cecil;

namespace Local.Packaging.Tests;

/// <summary>The plug-in assembly of the small solution, made on the spot so that each fault can be built into it.</summary>
internal static class SmallPlugins
{
    /// <summary>As the small solution declares it.</summary>
    public const string FullName = "Small.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=9694682f2978bbb2";

    private static readonly byte[] FrameworkKey = [0xb7, 0x7a, 0x5c, 0x56, 0x19, 0x34, 0xe0, 0x89];
    private static readonly byte[] SdkKey = [0x31, 0xbf, 0x38, 0x56, 0xad, 0x36, 0x4e, 0x35];

    /// <summary>Builds the assembly.</summary>
    public static byte[] Build(string type = "GuardTask", string version = "1.0.0.0", bool isSigned = true, string? reference = null)
    {
        var name = new AssemblyNameDefinition("Small.Plugins", Version.Parse(version));
        using var assembly = AssemblyDefinition.CreateAssembly(name, "Small.Plugins", ModuleKind.Dll);
        var module = assembly.MainModule;
        module.AssemblyReferences.Clear();
        var framework = Reference(module, "mscorlib", "4.0.0.0", FrameworkKey);
        var sdk = Reference(module, "Microsoft.Xrm.Sdk", "9.0.0.0", SdkKey);
        if (reference is not null) Reference(module, reference, "13.0.0.0", [0x30, 0xad, 0x4f, 0xe6, 0xb2, 0xa6, 0xae, 0xed]);
        var plugin = new TypeDefinition("Small.Plugins", type, TypeAttributes.Public | TypeAttributes.Class, new TypeReference("System", "Object", module, framework));
        plugin.Interfaces.Add(new(new TypeReference("Microsoft.Xrm.Sdk", "IPlugin", module, sdk)));
        module.Types.Add(plugin);

        using var stream = new MemoryStream();
        var key = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "SmallPlugins.snk"));
        assembly.Write(stream, isSigned ? new WriterParameters { StrongNameKeyBlob = key } : new WriterParameters());
        return stream.ToArray();
    }

    private static AssemblyNameReference Reference(ModuleDefinition module, string name, string version, byte[] token)
    {
        var reference = new AssemblyNameReference(name, Version.Parse(version)) { PublicKeyToken = token };
        module.AssemblyReferences.Add(reference);
        return reference;
    }
}
