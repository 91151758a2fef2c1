using System;
using Kam.Generate;
using Xunit;

namespace Kam.Solution.Tests;

public sealed class NameBasedIdTests
{
    [Fact]
    public void AnId_IsTheVersion5UuidOfTheName() // as Python's uuid5(NAMESPACE_DNS, "kam-dataverse/assembly/Kam.Plugins") gives it
        => Assert.Equal(new Guid("7694d145-b7c5-56f3-a7d5-15a06a71e22f"), NameBasedId.OfAssembly("Kam.Plugins"));

    [Fact]
    public void ATypeAndAStepOfOneName_HaveDifferentIds() => Assert.NotEqual(NameBasedId.OfType("A"), NameBasedId.OfStep("A"));
}
