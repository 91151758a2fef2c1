using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class DataCollectionTests
{
    [Fact]
    public void NamedValues_EnumerateInTheOrderTheyWereAdded() =>
        Gen.String[1, 8].HashSet[0, 20].Sample(names =>
        {
            var attributes = new AttributeCollection();
            foreach (var name in names) attributes.Add(name, name.Length);
            return attributes.Select(attribute => attribute.Key).SequenceEqual(names);
        });

    [Fact]
    public void ANameAddedTwice_IsRefused_ButMayBeSetAgain()
    {
        var attributes = new AttributeCollection { { "name", "Muster AG" } };

        Assert.Throws<ArgumentException>(() => attributes.Add("name", "Beispiel AG"));
        attributes["name"] = "Beispiel AG";
        Assert.Equal("Beispiel AG", attributes["name"]);
    }

    [Fact]
    public void ARange_IsAddedWhole_AndNullAddsNothing()
    {
        var attributes = new AttributeCollection();

        attributes.AddRange(new KeyValuePair<string, object>("a", 1), new KeyValuePair<string, object>("b", 2));
        attributes.AddRange((IEnumerable<KeyValuePair<string, object>>)null!);

        Assert.Equal(["a", "b"], attributes.Keys);
    }

    [Fact]
    public void ContainsAndRemoveOfAPair_LookAtTheValueToo()
    {
        var attributes = new AttributeCollection { { "a", 1 } };
        var other = new KeyValuePair<string, object>("a", 2);

        Assert.False(attributes.Contains(other));
        Assert.False(attributes.Remove(other));
        Assert.True(attributes.Contains("a"));
        Assert.True(attributes.Remove("a"));
        Assert.False(attributes.Remove("a"));
        Assert.Empty(attributes);
    }

    [Fact]
    public void AReadOnlyCollection_RefusesEveryChange()
    {
        var attributes = new AttributeCollection { { "a", 1 } };
        typeof(AttributeCollection).GetProperty(nameof(AttributeCollection.IsReadOnly))!
            .GetSetMethod(nonPublic: true)!.Invoke(attributes, [true]);

        Assert.Throws<InvalidOperationException>(() => attributes["a"] = 2);
        Assert.Throws<InvalidOperationException>(() => attributes.Add("b", 2));
        Assert.Throws<InvalidOperationException>(() => attributes.Remove("a"));
        Assert.Throws<InvalidOperationException>(attributes.Clear);
        Assert.Equal(1, attributes["a"]);
    }

    [Fact]
    public void SettersThatAreInternalInTheGenuineApi_StayInternal()
    {
        var setter = typeof(AliasedValue).GetProperty(nameof(AliasedValue.Value))!.GetSetMethod(nonPublic: true);

        Assert.NotNull(setter);
        Assert.True(setter.IsAssembly);
        Assert.Null(typeof(AliasedValue).GetProperty(nameof(AliasedValue.Value), BindingFlags.Public | BindingFlags.Instance)!.GetSetMethod());
    }

    [Fact]
    public void ATypedParameter_IsFoundOnlyAsItsType()
    {
        var parameters = new ParameterCollection { { "Target", new Entity("account") }, { "Nothing", null } };

        Assert.True(parameters.TryGetValue<Entity>("Target", out var target));
        Assert.Equal("account", target.LogicalName);
        Assert.False(parameters.TryGetValue<EntityReference>("Target", out _));
        Assert.False(parameters.TryGetValue<Entity>("Nothing", out _));
    }

    [Fact]
    public void AddOrUpdateIfNotNull_LeavesTheValueAloneForNull()
    {
        var parameters = new ParameterCollection { { "a", 1 } };

        parameters.AddOrUpdateIfNotNull("a", null);
        parameters.AddOrUpdateIfNotNull("b", null);
        parameters.AddOrUpdateIfNotNull("c", 3);

        Assert.Equal(["a", "c"], parameters.Keys);
        Assert.Equal(1, parameters["a"]);
    }

    [Fact]
    public void AList_TakesARangeAndGivesAnArray()
    {
        var page = new EntityCollection();

        page.Entities.AddRange(new Entity("account"), new Entity("contact"));

        Assert.Equal(["account", "contact"], page.Entities.ToArray().Select(row => row.LogicalName));
        Assert.Equal("contact", page[1].LogicalName);
    }
}
