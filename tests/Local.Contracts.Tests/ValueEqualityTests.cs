using System;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class ValueEqualityTests
{
    private static readonly Guid Id = new("5f0c5a3e-0b5f-4c68-9d2a-1f1a52c6a002");

    [Fact]
    public void Options_AreEqualByNumber() =>
        Gen.Int.Select(Gen.Int).Sample((a, b) =>
            new OptionSetValue(a).Equals(new OptionSetValue(a))
            && new OptionSetValue(a).GetHashCode() == new OptionSetValue(a).GetHashCode()
            && new OptionSetValue(a).Equals(new OptionSetValue(b)) == (a == b));

    [Fact]
    public void Amounts_AreEqualByValue_WhateverTheirTrailingZeros()
    {
        Assert.Equal(new Money(10.0m), new Money(10.00m));
        Assert.Equal(new Money(10.0m).GetHashCode(), new Money(10.00m).GetHashCode());
        Assert.NotEqual(new Money(10.00m), new Money(10.01m));
        Assert.False(new Money(10m).Equals(10m));
    }

    [Fact]
    public void References_AreEqualByTableAndId_WhateverTheirNameAndVersion()
    {
        var reference = new EntityReference("account", Id) { Name = "Muster AG", RowVersion = "1" };

        Assert.Equal(reference, new EntityReference("account", Id));
        Assert.Equal(reference.GetHashCode(), new EntityReference("account", Id).GetHashCode());
        Assert.NotEqual(reference, new EntityReference("contact", Id));
        Assert.NotEqual(reference, new EntityReference("account", Guid.Empty));
    }

    [Fact]
    public void ReferencesByKey_AreEqualByTheKeysValues()
    {
        Assert.Equal(new EntityReference("account", "accountnumber", "K-1"), new EntityReference("account", "accountnumber", "K-1"));
        Assert.NotEqual(new EntityReference("account", "accountnumber", "K-1"), new EntityReference("account", "accountnumber", "K-2"));
    }

    [Fact]
    public void Relationships_AreEqualByNameAndRole()
    {
        var parent = new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referenced };

        Assert.Equal(parent, new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referenced });
        Assert.NotEqual(parent, new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referencing });
        Assert.NotEqual(parent, new Relationship("account_parent_account"));
    }
}
