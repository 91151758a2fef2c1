using System;
using System.Linq;
using System.ServiceModel;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>URLs that cannot be answered: code and sentence of the platform, and nothing else happens.</summary>
public sealed class BadUrlTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public BadUrlTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    [Theory]
    [InlineData("accounts?$select=nothing", "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("accounts?$select=Name", "Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("accounts?$select=primarycontactid", "Could not find a property named 'primarycontactid' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("accounts?$select=primarycontactidname", "Could not find a property named 'primarycontactidname' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("accounts?$filter=nothing eq 1", "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("accounts?$filter=primarycontactid/nothing eq 1", "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.contact'.")]
    [InlineData("accounts?$orderby=nothing", "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("accounts?$skip=5", "Skip Clause is not supported in CRM")]
    [InlineData("accounts?$search=x", "The query option '$search' is not supported.")]
    [InlineData("accounts?$format=json", "The query option '$format' is not supported.")]
    [InlineData("accounts?$filter=name eq 'O'Neil'", "There is an unterminated literal at position 16 in 'name eq 'O'Neil''.")]
    [InlineData("accounts?$filter=name eq 5", "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32' for operator kind 'Equal'.")]
    [InlineData("accounts?$filter=revenue eq 'x'", "A binary operator with incompatible types was detected. Found operand types 'Edm.Decimal' and 'Edm.String' for operator kind 'Equal'.")]
    [InlineData("accounts?$filter=_parentaccountid_value eq 'x'", "A binary operator with incompatible types was detected. Found operand types 'Edm.Guid' and 'Edm.String' for operator kind 'Equal'.")]
    [InlineData("accounts?$filter=revenue add 5 gt 10", "The query node BinaryOperator is not supported")]
    [InlineData("accounts?$filter=name in ('a','b')", "The query node In is not supported")]
    [InlineData("accounts?$filter=creditonhold", "The query node SingleValuePropertyAccess is not supported")]
    [InlineData("accounts?$filter=true", "The query node Constant is not supported")]
    [InlineData("accounts?$filter=contains(name,tickersymbol)", "The query node SingleValuePropertyAccess is not supported")]
    [InlineData("accounts?$filter=name eq primarycontactid/fullname", "Only columns of the same row can be compared.")]
    [InlineData("accounts?$filter=primarycontactid/Contact_Tasks/any(t:t/subject eq 'x')", "Conditions on a collection-valued navigation property that is nested in a lookup navigation property are not supported.")]
    [InlineData("accounts?$filter=Account_Tasks/any(t:name eq 'x')", "Only properties of 't' can be used in this expression.")]
    [InlineData("accounts?$orderby=primarycontactid/fullname", "The query node SingleNavigationNode is not supported")]
    [InlineData("accounts?$orderby=length(name)", "The query node SingleValueFunctionCall is not supported")]
    [InlineData("accounts?$filter=tolower(name) eq 'x'", "The query node SingleValueFunctionCall is not supported")]
    [InlineData("accounts?$filter=length(name) gt 3", "The query node SingleValueFunctionCall is not supported")]
    [InlineData("accounts?$select=name&$select=revenue", "Query option '$select' was specified more than once, but it must be specified at most once.")]
    [InlineData("accounts?$skiptoken=nonsense", "Invalid page number or paging cookie in $skiptoken.")]
    [InlineData("accounts?$skiptoken=%3Ccookie%20pagenumber%3D%22-1%22%20%2F%3E", "Invalid page number or paging cookie in $skiptoken.")]
    public void AQuery_IsRefusedInTheseWords(string url, string message) => Assert.Equal(message, rows.Refused(0x80060888, Encoded(url)));

    [Theory]
    [InlineData("accounts?$filter=(name eq 'a'")]
    [InlineData("accounts?$filter=name eq")]
    [InlineData("accounts?$filter=eq 'a'")]
    [InlineData("accounts?$filter=name")]
    [InlineData("accounts?$filter=name eq 'a' and")]
    [InlineData("accounts?$filter=unknownfunction(name)")]
    [InlineData("accounts?$filter=contains(revenue,'5')")]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.Unknown(PropertyName='name')")]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.Between(PropertyName='name')")]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[\"a\"")]
    [InlineData("accounts?$filter=Account_Tasks/any(t:")]
    [InlineData("accounts?$filter=lastonholdtime gt 2026-13-45")]
    [InlineData("accounts?$orderby=name sideways")]
    [InlineData("accounts?$top=-1")]
    [InlineData("accounts?$top=many")]
    [InlineData("accounts?$count=perhaps")]
    [InlineData("accounts?$expand=primarycontactid(")]
    [InlineData("accounts?$select=name,,revenue")]
    [InlineData("accounts?$apply=groupby(statuscode")]
    public void AQueryThatCannotBeParsed_IsRefused(string url) => rows.Refused(0x80060888, Encoded(url));

    [Theory]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='nothing')", 0x80041103)]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=-1)", 0x80040203)]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue='x')", 0x80040203)]
    [InlineData("accounts?$filter=revenue gt null", 0x80040203)]
    [InlineData("accounts?$orderby=name,name", 0x80048d16)]
    public void WhatTheEngineRefuses_ComesWithItsCode(string url, uint code) => rows.Refused(code, Encoded(url));

    [Fact]
    public void WhatNestsOrRepeatsWithoutEnd_IsRefused_AndNotFollowed()
    {
        rows.Refused(0x80060888, "accounts?$filter=" + new string('(', 20_000) + "name eq 'a'" + new string(')', 20_000));
        rows.Refused(0x8004430C, "accounts?$filter=" + Uri.EscapeDataString(string.Join(" or ", Enumerable.Repeat("name eq 'a'", 2_000))));
        rows.Refused(0x8004430C, "accounts?$filter=" + string.Concat(Enumerable.Repeat("not%20", 5_000)) + "(name%20eq%20'a')");
        rows.Refused(0x8004430C, "accounts?$filter=" + Uri.EscapeDataString(string.Join(" or ", Enumerable.Range(0, 600).Select(i => $"numberofemployees eq {i}"))));
        rows.Refused(0x8004430C, "accounts?$filter=" + string.Concat(Enumerable.Repeat("parentaccountid/", 8_000)) + "name%20eq%20'a'");
        rows.Refused(0x80060888, "accounts?$expand=" + string.Concat(Enumerable.Repeat("parentaccountid($expand=", 5_000)));
    }

    [Fact]
    public void RandomUrls_AreAnsweredOrRefused_NeverMore()
    {
        string[] parts =
        [
            "accounts", "contacts", "?", "&", "$filter=", "$select=", "$expand=", "$orderby=", "$top=", "$apply=", "$count=", "name", "revenue", "primarycontactid", "/", "(", ")", "'", "\"", ",", ";", " eq ", " gt ",
            " and ", " or ", "not ", "null", "1", "-1", "1e999", "2026-01-01", "any", "all", "t:", "t/", "Account_Tasks", "Microsoft.Dynamics.CRM.", "In", "LastXDays", "PropertyName=", "PropertyValues=", "[", "]", "@a", "=", "%", "%00",
            "%27", "$it", "groupby((", "aggregate(", " with sum as x", "$ref", "$count", "$value", "ä", "\u0000", "--", ";DROP TABLE account;", "<fetch>", "fetchXml=", "savedQuery=", "$skiptoken=", "00000000-0000-0000-0000-000000000000",
        ];
        Gen.Int[0, parts.Length - 1].Array[1, 14].Sample(
            picks =>
            {
                var url = "accounts" + string.Concat(picks.Select(i => parts[i]));
                try
                {
                    rows.Ask(url);
                }
                catch (FaultException<OrganizationServiceFault> refused)
                {
                    Assert.NotEqual(0, refused.Detail.ErrorCode);
                    Assert.NotEmpty(refused.Message);
                }
            },
            iter: 4_000, threads: 1);
        Assert.Equal(5, rows.Ask("accounts?$filter=statecode eq 0").Rows.Count);
    }

    private static string Encoded(string url) => url.Replace(" ", "%20", StringComparison.Ordinal);
}
