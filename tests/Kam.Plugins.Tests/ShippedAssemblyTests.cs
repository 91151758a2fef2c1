using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests;

public sealed class ShippedAssemblyTests(PackedSolution solution)
{
    private static readonly string[] FrameworkAndSdk = ["mscorlib", "System", "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy"];

    [Fact]
    public void TheDllInTheZip_IsTheOneThatRunsAndTheOneThatWasBuilt()
    {
        var shipped = Dll();
        Assert.Equal(File.ReadAllBytes(Build.PluginDll), shipped);

        using var crm = new Crm(solution);
        var registered = Assert.Single(crm.Service.RetrieveMultiple(new QueryExpression("pluginassembly") { ColumnSet = new ColumnSet("content", "name") }).Entities);
        Assert.Equal("Kam.Plugins", registered.GetAttributeValue<string>("name"));
        Assert.Equal(shipped, Convert.FromBase64String(registered.GetAttributeValue<string>("content")));
    }

    [Fact]
    public void TheDllInTheZip_IsOneStrongNamedAssemblyForTheFrameworkThatNeedsTheSdkOnly()
    {
        using var portable = new PEReader(new MemoryStream(Dll()));
        var metadata = portable.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle)).Select(reference => metadata.GetString(reference.Name)).ToList();

        Assert.NotEqual(0, metadata.GetBlobReader(metadata.GetAssemblyDefinition().PublicKey).Length);
        Assert.True(portable.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
        Assert.Contains("mscorlib", references);
        Assert.DoesNotContain(references, name => !FrameworkAndSdk.Contains(name) && !name.StartsWith("System.", StringComparison.Ordinal) && name != "Microsoft.Xrm.Sdk.Workflow");
    }

    [Fact]
    public void TheZip_HoldsNoOtherAssembly()
    {
        using var zip = new ZipArchive(new MemoryStream(solution.Zip));
        Assert.Single(zip.Entries, entry => entry.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
    }

    private byte[] Dll()
    {
        using var zip = new ZipArchive(new MemoryStream(solution.Zip));
        using var entry = zip.Entries.Single(e => e.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Open();
        using var memory = new MemoryStream();
        entry.CopyTo(memory);
        return memory.ToArray();
    }
}
