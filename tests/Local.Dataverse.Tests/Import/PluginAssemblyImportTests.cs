using System;
using System.IO;
using System.Linq;
using Local.Dataverse.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Mono.Cecil;
using Xunit;

namespace Local.Dataverse.Tests.Import;

/// <summary>The DLL of a package is judged before anything is stored, as the platform judges it.</summary>
public sealed class PluginAssemblyImportTests : IDisposable
{
    private const int ContentCannotBeUpdated = unchecked((int)0x8004418B), NotLoaded = unchecked((int)0x8004024E), NotSigned = unchecked((int)0x8004416C);
    private readonly LocalDataverse organization = LocalDataverse.Open(new LocalDataverseOptions());

    public void Dispose() => organization.Dispose();

    [Fact]
    public void ADllWithoutStrongName_IsRefused() => Refused(NotSigned, "public key token", With(Changed(a =>
    {
        a.Name.PublicKey = [];
        a.Name.HasPublicKey = false;
        a.MainModule.Attributes &= ~ModuleAttributes.StrongNameSigned;
    })));

    [Fact]
    public void BytesThatAreNoAssembly_AreRefused() => Refused(NotLoaded, "no .NET assembly", With([77, 90, 0, 1, 2, 3]));

    [Fact]
    public void ADllForAnotherFramework_IsRefused() => Refused(NotLoaded, "built for .NETCoreApp,Version=v10.0", With(Changed(a =>
    {
        var target = a.CustomAttributes.Single(c => c.AttributeType.Name == "TargetFrameworkAttribute");
        target.ConstructorArguments[0] = new CustomAttributeArgument(a.MainModule.TypeSystem.String, ".NETCoreApp,Version=v10.0");
        target.Properties.Clear();
    })));

    [Fact]
    public void ADllOfAnotherVersionThanDeclared_IsRefused() =>
        Refused(ContentCannotBeUpdated, "the DLL is Local.Dataverse.Tests.Plugins, Version=7.0.0.0", With(Changed(a => a.Name.Version = new Version(7, 0, 0, 0))));

    [Fact]
    public void APluginTypeThatTheDllDoesNotHave_IsRefused()
    {
        var solution = new TestSolution { Change = text => text.Replace(TestSolution.PluginType, "Tst.Nowhere", StringComparison.Ordinal) };
        Refused(ContentCannotBeUpdated, "The plug-in type Tst.Nowhere is not in Local.Dataverse.Tests.Plugins.dll", solution.Zip());
    }

    [Fact]
    public void ImportedAsAMessage_ARefusalIsAFaultWithThePlatformsCode()
    {
        var request = new OrganizationRequest("ImportSolution") { ["CustomizationFile"] = With([1, 2, 3]).ToArray() };

        var fault = Pipeline.TestOrganization.Refused(() => organization.AdministratorService.Execute(request));

        Assert.Equal(NotLoaded, fault.ErrorCode);
        Assert.Contains("customizations.xml(", fault.Message, StringComparison.Ordinal);
    }

    private void Refused(int errorCode, string message, MemoryStream zip)
    {
        var refused = Assert.Throws<SolutionImportException>(() => organization.ImportSolution(zip));

        Assert.Equal(errorCode, refused.ErrorCode);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Null(organization.Schema.Find("tst_machine"));
        foreach (var table in new[] { "pluginassembly", "plugintype", "solution", "webresource" })
        {
            Assert.Empty(organization.AdministratorService.RetrieveMultiple(new QueryExpression(table)).Entities);
        }
    }

    private static MemoryStream With(byte[] dll) =>
        TestSolution.Zip(new TestSolution().Files().Select(f => (f.Key, f.Key == "PluginAssemblies/TstPlugins.dll" ? dll : f.Value)));

    private static byte[] Changed(Action<AssemblyDefinition> change)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(TestSolution.AssemblyBytes));
        change(assembly);
        using var changed = new MemoryStream();
        assembly.Write(changed);
        return changed.ToArray();
    }
}
