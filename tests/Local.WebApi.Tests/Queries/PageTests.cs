using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

public sealed class PageTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public PageTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    [Theory]
    [InlineData("name", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("name desc", "O'Neil Chäserei Bergbahn Alpina 50%")]
    [InlineData("revenue", "Chäserei 50% O'Neil Alpina Bergbahn")]
    [InlineData("revenue desc", "Bergbahn Alpina O'Neil 50% Chäserei")]
    [InlineData("numberofemployees desc,name", "Bergbahn 50% Alpina Chäserei O'Neil")]
    [InlineData("_parentaccountid_value desc,name", "O'Neil Bergbahn Chäserei 50% Alpina")]
    // By number: of the labels Preferred Customer (1) would come before Standard (2) as well, so the null rows decide.
    [InlineData("accountcategorycode desc,name", "Bergbahn Alpina O'Neil 50% Chäserei")]
    public void AnOrder_IsThatOfTheDocumentation(string order, string names) => Assert.Equal(names, SampleRows.Names(rows.Ask("accounts?$select=name&$orderby=" + order)));

    [Fact]
    public void Choices_AreOrderedByNumber_NotByLabel()
    {
        foreach (var (subject, priority) in new[] { ("p-low", 0), ("p-normal", 1), ("p-high", 2) })
        {
            rows.Service.Create(new Entity("task") { ["subject"] = subject, ["prioritycode"] = new OptionSetValue(priority) });
        }

        // By their labels High, Low, Normal it would be p-high first.
        Assert.Equal("p-low p-normal p-high", SampleRows.Names(rows.Ask("tasks?$select=subject&$orderby=prioritycode&$filter=startswith(subject,'p-')"), "subject"));
    }

    [Fact]
    public void Top_CutsAndHasNoNextPage()
    {
        var page = rows.Ask("accounts?$select=name&$orderby=name&$top=2&$count=true");

        Assert.Equal("50% Alpina", SampleRows.Names(page));
        Assert.Null(page.NextQuery);
        Assert.Equal((5, false), (page.Count, page.CountLimitExceeded!.Value));
        Assert.Empty(rows.Ask("accounts?$top=0").Rows);
    }

    [Fact]
    public void APageSize_OutdoesTop()
    {
        var page = rows.Ask("accounts?$select=name&$orderby=name&$top=1", pageSize: 2);

        Assert.Equal("50% Alpina", SampleRows.Names(page));
        Assert.StartsWith("$select=name&$orderby=name&$top=1&$skiptoken=%3Ccookie%20pagenumber%3D%222%22", page.NextQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accounts/$count", 5)]
    [InlineData("accounts/$count?$filter=revenue gt 400", 2)]
    [InlineData("accounts/$count?$filter=name eq 'none'", 0)]
    public void Count_IsTheNumberOfRows(string url, int expected)
    {
        Assert.True(rows.Plan(url).IsCount);
        Assert.Equal(expected, rows.Ask(url).Count);
    }

    [Fact]
    public void CountOfACollection_IsThatOfItsRows() => Assert.Equal(2, rows.Ask($"accounts({rows.Alpina})/Account_Tasks/$count").Count);

    [Fact]
    public void PagesOfAnySizeAndOrder_TogetherAreTheWholeSet()
    {
        using var many = new SampleRows(filled: false);
        for (var i = 0; i < 40; i++) many.Account($"N{i:00}", i % 7 == 0 ? null : i % 5, i % 3, i % 4 == 0 ? null : 1 + (i % 2), null, null, null);
        var gen = Gen.Select(
            Gen.Int[1, 45],
            OneOf("", "&$orderby=name", "&$orderby=revenue", "&$orderby=revenue desc,numberofemployees", "&$orderby=accountcategorycode desc", "&$orderby=_ownerid_value,name desc"),
            OneOf("", "&$filter=revenue ne null", "&$filter=revenue gt 1 or numberofemployees eq 0"),
            OneOf("", "&$expand=primarycontactid($select=fullname)"));
        gen.Sample(
            (size, order, filter, expand) =>
            {
                var url = "accounts?$select=name" + order + filter + expand;
                var whole = many.Ask(url).Rows.Select(r => r.Id).ToList();
                var paged = new List<Guid>();
                for (var next = url; next is not null;)
                {
                    var page = many.Ask(next, size);
                    Assert.InRange(page.Rows.Count, 0, size);
                    paged.AddRange(page.Rows.Select(r => r.Id));
                    next = page.NextQuery is { } query ? "accounts?" + query : null;
                }
                Assert.Equal(whole, paged);
            },
            iter: 150, threads: 1);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
