using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>Rows that come and go between two pages neither hide nor repeat the ones that stay.</summary>
public sealed class PageStabilityTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    /// <summary>Orders and links of every kind a page can be cut in.</summary>
    public static TheoryData<string, string> Shapes => new()
    {
        { "", "" },
        { "", "<order attribute='name'/>" },
        { "", "<order attribute='age' descending='true'/>" },
        { "", "<order attribute='clubid'/>" }, // by the club's name
        { "", "<order attribute='clubid' descending='true'/><order attribute='fee'/>" },
        { "", "<order attribute='level'/>" }, // by the label
        { "useraworderby='true'", "<order attribute='level' descending='true'/>" },
        { "", "<order attribute='lastseen'/>" },
        { "", "<order attribute='active'/>" },
        { "", "<order attribute='factor'/><order attribute='weight' descending='true'/>" },
        { "", "<link-entity name='club' from='clubid' to='clubid' link-type='outer' alias='c'><attribute name='name'/><order attribute='name'/></link-entity>" },
        { "", "<link-entity name='booking' from='memberid' to='memberid' link-type='outer' alias='b'><attribute name='title'/></link-entity>" },
        { "", "<link-entity name='booking' from='memberid' to='memberid' link-type='outer' alias='b'><attribute name='title'/><order attribute='title' descending='true'/></link-entity>" },
        { "", "<order entityname='c' attribute='name' descending='true'/><link-entity name='club' from='clubid' to='clubid' alias='c'/>" },
        { "distinct='true'", "<attribute name='age'/><order attribute='age'/>" },
        { "distinct='true'", "<attribute name='clubid'/>" },
        { "distinct='true'", "<link-entity name='booking' from='memberid' to='memberid' alias='b'><attribute name='title'/></link-entity>" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void WhatStays_IsSeenOnceWhateverComesAndGoes(string options, string inner)
    {
        var xml = $"<entity name='member'>{(inner.Contains("<attribute", StringComparison.Ordinal) && options.Contains("distinct", StringComparison.Ordinal) ? "" : "<attribute name='name'/>")}{inner}</entity>";
        Gen.Int[0, 1000].List[6, 14].Sample(
            seeds =>
            {
                using var transaction = rows.Club.Store.Begin();
                foreach (var seed in seeds) Add(seed);
                var original = Pages(options, xml, 1000, null).ToList();
                var next = 0;

                var seen = Pages(options, xml, 3, () => Add(seeds[next++ % seeds.Count] * 7 % 1000)).ToList();

                Assert.Equal(seen.Distinct().Count(), seen.Count);
                Assert.Empty(original.Except(seen));
                // And in the same order.
                Assert.Equal(original, seen.Where(original.Contains));
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public void ATextWithControlCharacters_CarriesThePageOn()
    {
        using var transaction = rows.Club.Store.Begin();
        foreach (var name in new[] { "a\u0001", "a\u0002", "a\u0001b" }) rows.Club.Create(new Entity("member") { ["name"] = name });
        var all = Pages("", "<entity name='member'><attribute name='name'/><order attribute='name'/></entity>", 1000, null).ToList();

        Assert.Equal(all, Pages("", "<entity name='member'><attribute name='name'/><order attribute='name'/></entity>", 1, null));
    }

    [Fact]
    public void ARowDeletedBetweenPages_LeavesTheOthersWhereTheyWere()
    {
        const string ByName = "<entity name='member'><attribute name='name'/><order attribute='name'/></entity>";
        var first = rows.Fetch(ByName, "count='2' page='1'");
        rows.Club.Delete("booking", rows.Fetch("<entity name='booking'/>").Entities[0].Id);
        rows.Club.Delete("member", rows.Bob);

        var second = rows.Fetch(ByName, $"count='2' page='2' paging-cookie='{System.Security.SecurityElement.Escape(first.PagingCookie)}'");

        Assert.Equal("Cyd Dän", ClubRows.Names(second));
    }

    private void Add(int seed)
    {
        var row = new Entity("member")
        {
            ["name"] = "n" + (seed % 9),
            ["age"] = seed % 5 == 0 ? null : seed % 4,
            ["fee"] = new Money(seed % 7),
            ["factor"] = seed / 8.0,
            ["weight"] = seed / 100m,
            ["level"] = seed % 4 == 0 ? null : new OptionSetValue(seed % 4),
            ["active"] = seed % 2 == 0,
            ["lastseen"] = seed % 3 == 0 ? null : new DateTime(2026, 1, 1 + (seed % 5), 0, 0, 0, DateTimeKind.Utc),
        };
        if (seed % 3 != 0) row["clubid"] = new EntityReference("club", seed % 3 == 1 ? rows.Rowing : rows.Archery);
        var id = rows.Club.Create(row);
        for (var i = 0; i < seed % 3; i++) rows.Club.Create(new Entity("booking") { ["title"] = "t" + ((seed + i) % 4), ["memberid"] = new EntityReference("member", id) });
    }

    // Each result as a text of all its columns, with what happens between two pages.
    private IEnumerable<string> Pages(string options, string xml, int size, Action? between)
    {
        string cookie = "";
        for (var page = 1; ; page++)
        {
            var found = rows.Run(new FetchExpression($"<fetch {options} count='{size}' page='{page}' {cookie}>{xml}</fetch>"));
            foreach (var row in found.Entities) yield return row.Id + string.Join('|', row.Attributes.OrderBy(a => a.Key).Select(a => $"{a.Key}={ClubRows.Plain(a.Value)}"));
            if (!found.MoreRecords) yield break;
            cookie = $"paging-cookie='{System.Security.SecurityElement.Escape(found.PagingCookie)}'";
            between?.Invoke();
        }
    }
}
