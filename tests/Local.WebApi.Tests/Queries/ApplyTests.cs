using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

public sealed class ApplyTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public ApplyTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    private static string Text(object? value) => value switch
    {
        AliasedValue aliased => Text(aliased.Value),
        Money money => money.Value.ToString("0.##", CultureInfo.InvariantCulture),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        EntityReference reference => reference.Name,
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        null => "-",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [Theory]
    [InlineData("aggregate($count as n)", "n=5")]
    [InlineData("aggregate(revenue with sum as total)", "total=3900.5")]
    [InlineData("aggregate(revenue with average as mean)", "mean=975.13")]
    [InlineData("aggregate(revenue with min as least,revenue with max as most)", "least=0 most=2500.5")]
    [InlineData("aggregate(numberofemployees with countdistinct as sizes)", "sizes=3")]
    [InlineData("aggregate(lastonholdtime with max as last)", "last=2026-03-18T08:00")]
    [InlineData("filter(revenue gt 400)/aggregate($count as n,revenue with sum as total)", "n=2 total=3500.5")]
    [InlineData("groupby((accountcategorycode))", "accountcategorycode=1|accountcategorycode=2|")]
    [InlineData("groupby((accountcategorycode),aggregate($count as n))", "accountcategorycode=1 n=2|accountcategorycode=2 n=1|n=2")]
    [InlineData("groupby((accountcategorycode,creditonhold),aggregate(numberofemployees with sum as people))",
        "accountcategorycode=1 creditonhold=False people=-|accountcategorycode=1 creditonhold=True people=10|accountcategorycode=2 creditonhold=False people=50|creditonhold=False people=5|creditonhold=True people=10")]
    [InlineData("groupby((primarycontactid/firstname),aggregate(revenue with sum as total))",
        "contact_firstname=Ann total=1400|contact_firstname=Bea total=2500.5|contact_firstname=Cai total=0|total=-")]
    [InlineData("filter(numberofemployees ne null)/groupby((primarycontactid/firstname))", "|contact_firstname=Ann|contact_firstname=Bea|contact_firstname=Cai")]
    [InlineData("groupby((_parentaccountid_value),aggregate($count as n))", "_parentaccountid_value=Alpina n=2|_parentaccountid_value=Bergbahn n=1|n=2")]
    [InlineData("filter(Account_Tasks/any(t:t/subject eq 'Call'))/filter(revenue gt 0)/aggregate($count as n)", "n=1")]
    [InlineData("filter(parentaccountid/name eq 'Alpina')/groupby((parentaccountid/name),aggregate($count as n))", "account_name=Alpina n=2")]
    public void Groups_AreThoseOfThePlainRows(string apply, string expected)
    {
        var plan = rows.Plan("accounts?$apply=" + Uri.EscapeDataString(apply));
        var found = plan.Read(rows.Service).Rows.Select(r => string.Join(' ', r.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={Text(a.Value)}")));

        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.True(plan.Projection.IsAggregate);
        Assert.Equal("accounts", plan.Context);
    }

    [Fact]
    public void Groups_ReadAsTheirLabels()
    {
        var groups = rows.Ask("accounts?$apply=groupby((accountcategorycode),aggregate(revenue with sum as total))&$orderby=accountcategorycode desc").Rows;

        Assert.Equal(["Standard", "Preferred Customer", "-"], groups.Select(g => g.FormattedValues.TryGetValue("accountcategorycode", out var label) ? label : "-"));
        Assert.Contains("2,500.50", groups[0].FormattedValues["total"], StringComparison.Ordinal);
        Assert.Single(rows.Ask("accounts?$apply=groupby((accountcategorycode))&$orderby=accountcategorycode desc&$top=1").Rows);
    }

    [Fact]
    public void ACollectionOfARow_IsAggregatedAlone() =>
        Assert.Equal("2", Text(rows.Ask($"accounts({rows.Alpina})/Account_Tasks?$apply=aggregate($count as n)").Rows.Single()["n"]));

    [Theory]
    [InlineData("accounts?$apply=groupby((createdon))", "groupby with datetime values is not supported.")]
    [InlineData("accounts?$apply=groupby((statuscode),aggregate($count as n))&$orderby=n", "The query node SingleValueOpenPropertyAccess is not supported")]
    [InlineData("accounts?$apply=groupby((nothing))", "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.account'.")]
    public void WhatAggregationDoesNotDo_IsRefused(string url, string message) => Assert.Equal(message, rows.Refused(0x80060888, url));

    [Theory]
    [InlineData("accounts?$apply=aggregate($count as n)&$filter=revenue gt 1")]
    [InlineData("accounts?$apply=filter(revenue gt 1)")]
    [InlineData("accounts?$apply=groupby((statuscode))/filter(statuscode eq 1)")]
    public void WhatIsNotBuiltOfIt_IsRefusedByName(string url) => Assert.StartsWith("Not supported here: ", rows.Refused(0x80044180, url), StringComparison.Ordinal);

    [Theory]
    [InlineData("accounts?$apply=aggregate(name with sum as total)", 0x8004112F)]
    [InlineData("accounts?$apply=aggregate(", 0x80060888)]
    [InlineData("accounts?$apply=aggregate(revenue as total)", 0x80060888)]
    [InlineData("accounts?$apply=aggregate(revenue with median as total)", 0x80060888)]
    [InlineData("accounts?$apply=sum(revenue)", 0x80060888)]
    public void AnAggregateThatMeansNothing_IsRefused(string url, uint code) => rows.Refused(code, url);
}
