using System;
using System.Linq;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

public sealed class FetchXmlTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    [Theory]
    [InlineData("", true)]
    [InlineData("<all-attributes/>", true)]
    [InlineData("<no-attrs/>", false)]
    [InlineData("<attribute name='memberid'/>", false)]
    public void AnEntityThatNamesNoColumns_GivesAll(string columns, bool all)
    {
        var row = rows.Fetch($"<entity name='member'>{columns}<filter><condition attribute='name' operator='eq' value='Ann'/></filter><link-entity name='club' from='clubid' to='clubid' alias='c'/></entity>").Entities.Single();

        Assert.Equal(all, row.Contains("name"));
        Assert.Equal(all, row.Contains("ownerid"));
        Assert.False(row.Contains("c.name"));
    }

    [Theory]
    [InlineData("", 0x80041124u)]
    [InlineData("<fetch>", 0x80040201u)]
    [InlineData("<!DOCTYPE fetch [<!ENTITY a 'aaaa'>]><fetch><entity name='member'/></fetch>", 0x80040201u)]
    [InlineData("<fetch/>", 0x80041123u)]
    [InlineData("<fetch><entity/></fetch>", 0x8004111Eu)]
    [InlineData("<fetch><entity name='nosuch'/></fetch>", 0x80041102u)]
    [InlineData("<fetch><entity name='member'><column name='name'/></entity></fetch>", 0x8004111Cu)]
    [InlineData("<fetch><entity name='member'><attribute name='name' colour='red'/></entity></fetch>", 0x8004111Cu)]
    [InlineData("<fetch><entity name='member'><attribute name='nosuch'/></entity></fetch>", 0x80041103u)]
    [InlineData("<fetch distinct='maybe'><entity name='member'/></fetch>", 0x80041115u)]
    [InlineData("<fetch><entity name='member'><filter type='xor'/></entity></fetch>", 0x80041122u)]
    [InlineData("<fetch><entity name='member'><order alias='x'/></entity></fetch>", 0x80041132u)]
    [InlineData("<fetch><entity name='member'><order attribute='age'/><order attribute='age'/></entity></fetch>", 0x80048D16u)]
    [InlineData("<fetch top='0'><entity name='member'/></fetch>", 0x80040203u)]
    [InlineData("<fetch top='5' count='5'><entity name='member'/></fetch>", 0x80040203u)]
    public void WhatIsNotFetchXml_IsRefusedWithItsCode(string fetchXml, uint code) => Club.Refused(code, () => rows.Run(new FetchExpression(fetchXml)));

    [Fact]
    public void NestedBeyondReason_ItIsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<filter>", 20_000)) + string.Concat(Enumerable.Repeat("</filter>", 20_000));

        Club.Refused(0x80040201, () => rows.Fetch($"<entity name='member'>{deep}</entity>"));
        Club.Refused(0x80040201, () => rows.Fetch($"<entity name='member'><!--{new string('x', 1_000_001)}--></entity>"));
    }

    [Fact]
    public void AnAlias_NamesTheColumnInTheResult()
    {
        var row = rows.Fetch("<entity name='member'><attribute name='name' alias='who'/><filter><condition attribute='name' operator='eq' value='Ann'/></filter></entity>").Entities.Single();

        Assert.Equal("Ann", Assert.IsType<AliasedValue>(row["who"]).Value);
        Assert.False(row.Contains("name"));
    }

    [Fact]
    public void Choices_SortByLabelOrWhenAskedByNumber()
    {
        const string ByLevel = "<entity name='member'><attribute name='name'/><order attribute='level'/><order attribute='name'/></entity>";

        // Bronze, Gold, Gold, Silver after the one without.
        Assert.Equal("Dän Bob Ann eve Cyd", ClubRows.Names(rows.Fetch(ByLevel)));
        Assert.Equal("Dän Ann eve Bob Cyd", ClubRows.Names(rows.Fetch(ByLevel, "useraworderby='true'")));
    }

    [Fact]
    public void Lookups_SortByTheNameOfTheirRow()
    {
        Assert.Equal("eve Cyd Dän Ann Bob", ClubRows.Names(rows.Fetch("<entity name='member'><attribute name='name'/><order attribute='clubid'/><order attribute='name'/></entity>")));
    }

    [Fact]
    public void Distinct_GivesEachCombinationOnceAndNoId()
    {
        var found = rows.Fetch("<entity name='member'><attribute name='age'/><order attribute='age'/></entity>", "distinct='true'").Entities;

        Assert.Equal([null, 30, 40, 50], found.Select(e => e.GetAttributeValue<int?>("age")));
        Assert.All(found, e => Assert.Equal(Guid.Empty, e.Id));
    }

    [Fact]
    public void WithNoAttrs_OnlyTheIdComes()
    {
        var row = rows.Fetch($"<entity name='member'><no-attrs/><filter><condition attribute='memberid' operator='eq' value='{rows.Ann}'/></filter></entity>").Entities.Single();

        Assert.Equal(["memberid"], row.Attributes.Keys);
        Assert.Equal(rows.Ann, row.Id);
        Assert.Equal("member", row.LogicalName);
        Assert.NotNull(row.RowVersion);
    }

    [Fact]
    public void QueryByAttribute_NeedsAValueForEachAttribute()
    {
        var query = new QueryByAttribute("member") { ColumnSet = new ColumnSet("name") };
        Club.Refused(0x80041110, () => rows.Run(query));
        query.AddAttributeValue("age", 30);
        query.AddAttributeValue("level", 3);

        Assert.Equal("Cyd", ClubRows.Names(rows.Run(query)));

        query.Attributes.Add("name");
        Club.Refused(0x8004110F, () => rows.Run(query));
    }

    [Fact]
    public void FormattedValues_SpeakTheUsersLanguage()
    {
        var id = rows.Club.Create(new Entity("member") { ["name"] = "Fay", ["level"] = new OptionSetValue(3), ["fee"] = new Money(1234.5m), ["weight"] = 61.5m, ["active"] = false, ["lastseen"] = new DateTime(2026, 3, 1, 15, 5, 0, DateTimeKind.Utc), ["birthday"] = new DateTime(1990, 12, 31) });

        string Formatted(int language, string column) =>
            rows.Club.Operations.Retrieve(rows.Club.As(language: language), new EntityReference("member", id), new ColumnSet(column)).FormattedValues[column];

        Assert.Equal(("Silver", "Silber", "Silver"), (Formatted(1033, "level"), Formatted(1031, "level"), Formatted(1036, "level")));
        Assert.Equal("CHF1,234.50", Formatted(1033, "fee"));
        Assert.Equal("1.234,50 CHF", Formatted(1031, "fee").Replace('\u00A0', ' '));
        Assert.Equal("61.50", Formatted(1033, "weight"));
        Assert.Equal("Out", Formatted(1033, "active"));
        Assert.Equal("3/1/2026 3:05 PM", Formatted(1033, "lastseen").Replace('\u202F', ' '));
        Assert.Equal("31.12.1990", Formatted(1031, "birthday"));
    }
}
