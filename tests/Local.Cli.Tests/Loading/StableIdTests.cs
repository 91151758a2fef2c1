using System;
using Local.Cli.Loading;
using Xunit;

namespace Local.Cli.Tests.Loading;

public sealed class StableIdTests
{
    [Fact]
    public void TheIdOfARow_IsVersion5OfItsNameInTheDnsNamespace()
    {
        // Python's uuid.uuid5(uuid.NAMESPACE_DNS, "Online Retail\naccounts\n12347").
        Assert.Equal(new Guid("c5c794b8-e930-5d11-8ae5-26ae3902be6f"), StableId.Of("Online Retail", "accounts", "12347"));
    }

    [Fact]
    public void TheSameKeyOfAnotherStepOrMapping_IsAnotherRow()
    {
        var id = StableId.Of("Online Retail", "accounts", "12347");

        Assert.Equal(id, StableId.Of("Online Retail", "accounts", "12347"));
        Assert.NotEqual(id, StableId.Of("Online Retail", "orders", "12347"));
        Assert.NotEqual(id, StableId.Of("Another", "accounts", "12347"));
    }
}
