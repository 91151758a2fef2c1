using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class EntityTests
{
    private static readonly Guid Id = new("5f0c5a3e-0b5f-4c68-9d2a-1f1a52c6a001");

    [Fact]
    public void AColumnThatIsAbsent_ReadsAsTheDefaultOfItsType()
    {
        var account = new Entity("account");

        Assert.Null(account.GetAttributeValue<Money>("revenue"));
        Assert.Equal(0, account.GetAttributeValue<int>("numberofemployees"));
        Assert.Null(account.GetAttributeValue<int?>("numberofemployees"));
    }

    [Fact]
    public void AColumnThatIsNull_IsPresentAndReadsAsTheDefaultOfItsType()
    {
        var account = new Entity("account") { ["numberofemployees"] = null };

        Assert.True(account.Contains("numberofemployees"));
        Assert.Equal(0, account.GetAttributeValue<int>("numberofemployees"));
    }

    [Fact]
    public void AColumnReadAsAnotherType_Throws()
    {
        var account = new Entity("account") { ["revenue"] = new Money(10m) };

        Assert.Throws<InvalidCastException>(() => account.GetAttributeValue<decimal>("revenue"));
    }

    [Fact]
    public void TheIndexer_ThrowsForAnAbsentColumn() =>
        Assert.Throws<KeyNotFoundException>(() => new Entity("account")["name"]);

    [Fact]
    public void AColumnNameInOtherCase_IsAnotherColumn() =>
        Assert.False(new Entity("account") { ["name"] = "Muster AG" }.Contains("Name"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void AColumnWithoutAName_CannotBeRead(string? name) =>
        Assert.Throws<ArgumentNullException>(() => new Entity("account").GetAttributeValue<string>(name));

    [Fact]
    public void TryGetAttributeValue_SaysWhetherAValueOfThatTypeIsThere()
    {
        var account = new Entity("account") { ["name"] = "Muster AG", ["revenue"] = null };

        Assert.True(account.TryGetAttributeValue<string>("name", out var name));
        Assert.Equal("Muster AG", name);
        Assert.False(account.TryGetAttributeValue<int>("name", out _));
        Assert.True(account.TryGetAttributeValue<Money>("revenue", out var revenue));
        Assert.Null(revenue);
        Assert.False(account.TryGetAttributeValue<int>("revenue", out _));
        Assert.False(account.TryGetAttributeValue<string>("telephone1", out _));
    }

    [Fact]
    public void TheId_LivesBesideThePrimaryKeyColumn()
    {
        var account = new Entity("account", Id);
        Assert.False(account.Contains("accountid"));

        var other = new Entity("account") { ["accountid"] = Id };
        Assert.Equal(Guid.Empty, other.Id);
    }

    [Fact]
    public void ATypedRow_SharesTheColumnsOfTheRowItCameFrom()
    {
        var untyped = new Entity("account", Id) { ["name"] = "Muster AG", RowVersion = "42", EntityState = EntityState.Changed };
        untyped.FormattedValues["accountcategorycode"] = "Standard";

        var account = untyped.ToEntity<AccountRow>();
        account.Name = "Muster & Söhne AG";

        Assert.Equal(Id, account.Id);
        Assert.Equal("42", account.RowVersion);
        Assert.Equal(EntityState.Changed, account.EntityState);
        Assert.Equal("Standard", account.CategoryText);
        Assert.Equal("Muster & Söhne AG", untyped["name"]);
        Assert.False(untyped.Contains("accountid"));
    }

    [Fact]
    public void ATypedRowOfAnotherTable_IsRefused()
    {
        var error = Assert.Throws<NotSupportedException>(() => new Entity("contact").ToEntity<AccountRow>());
        Assert.Contains("contact", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARowWithoutALogicalName_CannotBeTyped() =>
        Assert.Throws<NotSupportedException>(() => new Entity().ToEntity<AccountRow>());

    [Fact]
    public void ATypeThatNamesNoTable_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => new Entity("account").ToEntity<NamelessRow>());

    [Fact]
    public void ATypedRow_BecomesAnUntypedOneAgain()
    {
        var account = new AccountRow { Id = Id, Name = "Muster AG" };

        var untyped = account.ToEntity<Entity>();

        Assert.Equal(typeof(Entity), untyped.GetType());
        Assert.Equal("account", untyped.LogicalName);
        Assert.Equal(Id, untyped["accountid"]);
    }

    [Fact]
    public void AReferenceToARow_CarriesItsKeyAndVersion()
    {
        var byKey = new Entity("account", "accountnumber", "K-100") { RowVersion = "7" };

        var reference = byKey.ToEntityReference();

        Assert.Equal("account", reference.LogicalName);
        Assert.Equal("K-100", reference.KeyAttributes["accountnumber"]);
        Assert.Equal("7", reference.RowVersion);
        Assert.Equal(new EntityReference("account", Id), new Entity("account", Id).ToEntityReference());
    }

    [Fact]
    public void AFormattedValueThatIsAbsent_ReadsAsNull() => Assert.Null(new AccountRow().CategoryText);

    private sealed class NamelessRow : Entity;
}
