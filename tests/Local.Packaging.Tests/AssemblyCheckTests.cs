using System;
using System.Linq;
using Xunit;

namespace Local.Packaging.Tests;

public sealed class AssemblyCheckTests
{
    [Fact]
    public void ATypeThatIsNotInTheAssembly_IsFoundAtItsDeclaration() => AssertFound("plugin-type", SmallPlugins.Build(type: "GuardProject"), "<PluginType ");

    [Fact]
    public void AnotherVersionThanDeclared_IsFound() => AssertFound("assembly-name", SmallPlugins.Build(version: "2.0.0.0"), "<PluginAssembly ");

    [Fact]
    public void APackageThatDoesNotTravelWithTheAssembly_IsFound() => AssertFound("assembly-reference", SmallPlugins.Build(reference: "Newtonsoft.Json"), "<PluginAssembly ");

    [Fact]
    public void BytesThatAreNoAssembly_AreFound() => AssertFound("assembly-file", [1, 2, 3], "<PluginAssembly ");

    [Fact]
    public void AnUnsignedAssembly_IsFoundByItsNameAndItsMissingSignature()
    {
        using var solution = new SmallSolution();
        solution.UsePlugins(SmallPlugins.Build(isSigned: false));

        Assert.Equal(["assembly-name", "assembly-strong-name"], solution.Check().Select(finding => finding.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AStepOfATypeNobodyDeclares_IsFoundAtTheStep()
    {
        using var solution = new SmallSolution();
        solution.Change("SdkMessageProcessingSteps/", "<PluginTypeName>Small.Plugins.GuardTask", "<PluginTypeName>Small.Plugins.GuardTusk");

        Assert.Equal("step-type", Assert.Single(solution.Check()).Rule);
    }

    [Theory]
    [InlineData("<Stage>20<", "<Stage>30<", "step-stage")]
    [InlineData("<Mode>0<", "<Mode>1<", "step-stage")]
    [InlineData("<ImageType>0<", "<ImageType>1<", "step-image")]
    public void AStepThePlatformWouldRefuse_IsFound(string from, string to, string rule)
    {
        using var solution = new SmallSolution();
        solution.Change("SdkMessageProcessingSteps/", from, to);

        Assert.Equal(rule, Assert.Single(solution.Check()).Rule);
    }

    private static void AssertFound(string rule, byte[] assembly, string place)
    {
        using var solution = new SmallSolution();
        solution.UsePlugins(assembly);

        var finding = Assert.Single(solution.Check());
        Assert.Equal((rule, solution.Find("SmallPlugins.dll.data.xml"), solution.LineOf("SmallPlugins.dll.data.xml", place)), (finding.Rule, finding.File, finding.Line));
    }
}
