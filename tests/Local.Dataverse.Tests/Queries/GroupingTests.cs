using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>Few groups are tallied while the rows are read, others are sorted by SQLite: both give the same groups in the same order.</summary>
public sealed class GroupingTests : IDisposable
{
    private const string Figures = """
        <attribute name='accountid' alias='rows' aggregate='count'/><attribute name='revenue' alias='with' aggregate='countcolumn'/>
        <attribute name='revenue' alias='sum' aggregate='sum'/><attribute name='revenue' alias='average' aggregate='avg'/>
        <attribute name='numberofemployees' alias='least' aggregate='min'/><attribute name='numberofemployees' alias='most' aggregate='max'/>
        """;

    // A figure that only SQLite's own grouping knows.
    private const string Distinct = "<attribute name='numberofemployees' alias='different' aggregate='countcolumn' distinct='true'/>";

    private readonly LocalDataverse dataverse = LocalDataverse.Open(new LocalDataverseOptions());
    private readonly List<string> statements = [];

    private IOrganizationService Service => dataverse.AdministratorService;

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void TalliedGroups_AreThoseThatSortingGives()
    {
        string?[] cities = ["Zürich", "zurich", "ZÜRICH ", "Bern", "bern", "Genève", "Geneve", "", null];
        string[] orders = ["rows", "sum", "average", "most", "city", "industry", "parent"];
        var account = Gen.Select(Gen.Int[0, cities.Length - 1], Gen.Int[0, 4], Gen.Int[0, 9], Gen.Int[0, 100_000], Gen.Bool);
        Gen.Select(account.Array[0, 40], Gen.Int[0, orders.Length - 1]).Sample((accounts, order) =>
        {
            var club = Guid.NewGuid().ToString();
            Store(club, accounts.Select(a => Account(cities[a.Item1], a.Item2, a.Item3, a.Item5 ? a.Item4 / 100m : null)));
            // Of texts that compare equal either may stand for the group.
            string Read(string more) => string.Join('\n', Groups(club, more, orders[order]).Select(g => Text(g).ToUpperInvariant().Replace('È', 'E').Replace('Ü', 'U')));
            var tallied = Read("");
            Assert.Equal(Read(Distinct), tallied);
        }, iter: 60, threads: 1);
    }

    [Theory, InlineData(255), InlineData(256), InlineData(257), InlineData(600)]
    public void ManyGroups_AreAsRightAsFew(int count)
    {
        Store("many", Enumerable.Range(0, count * 2).Select(i => Account($"City {i % count}", i % 5, 1, i)));
        var groups = Groups("many", "", "rows", "<attribute name='address1_city' alias='city' groupby='true'/>");
        Assert.Equal(count, groups.Count);
        Assert.All(groups, g => Assert.Equal(2, Value(g, "rows")));
        Assert.Equal(Enumerable.Range(0, count * 2).Sum(), groups.Sum(g => ((Money)Value(g, "sum")!).Value));
    }

    [Fact]
    public void ASumThatDoesNotFit_IsRefusedAndTheNextOneIsNot()
    {
        Store("large", Enumerable.Range(0, 3).Select(_ => Account("Bern", 1, 1, 100_000_000_000m)));
        Store("larger", Enumerable.Range(0, 10_000).Select(_ => Account("Bern", 1, 1, 100_000_000_000m)));
        Assert.Equal(300_000_000_000m, ((Money)Value(Assert.Single(Groups("large", "", "rows")), "sum")!).Value);
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Groups("larger", "", "rows")).Detail;
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Groups("larger", Distinct, "rows"));
        Assert.Equal(unchecked((int)0x80041136), fault.ErrorCode);
        Assert.Equal(300_000_000_000m, ((Money)Value(Assert.Single(Groups("large", "", "rows")), "sum")!).Value);
    }

    [Fact]
    public void FewGroupsOfPlainColumns_AreNotSorted()
    {
        dataverse.Organization.Store.Watch = statements.Add;
        Groups("none", "", "rows");
        Assert.DoesNotContain(statements, s => s.Contains("GROUP BY", StringComparison.Ordinal));
        Groups("none", Distinct, "rows");
        Assert.Contains(statements, s => s.Contains("GROUP BY", StringComparison.Ordinal));
    }

    private List<Entity> Groups(string club, string more, string order, string? keys = null)
    {
        keys ??= "<attribute name='address1_city' alias='city' groupby='true'/><attribute name='industrycode' alias='industry' groupby='true'/><attribute name='ownerid' alias='parent' groupby='true'/>";
        return [.. Service.RetrieveMultiple(new FetchExpression($"""
            <fetch aggregate='true'><entity name='account'>{keys}{Figures}{more}
            <filter><condition attribute='accountnumber' operator='eq' value='{club[..Math.Min(20, club.Length)]}'/></filter>
            <order alias='{order}' descending='true'/></entity></fetch>
            """)).Entities];
    }

    private static string Text(Entity group) =>
        string.Join("; ", new[] { "city", "industry", "parent", "rows", "with", "sum", "average", "least", "most" }.Select(a => group.Contains(a) ? $"{Show(Value(group, a))} {(group.FormattedValues.TryGetValue(a, out var text) ? text : null)}" : "-"));

    private static string? Show(object? value) => value switch
    {
        OptionSetValue option => $"{option.Value}",
        Money money => $"{money.Value}",
        EntityReference reference => $"{reference.LogicalName} {reference.Id} {reference.Name}",
        string text => text.TrimEnd(),
        _ => $"{value}",
    };

    private static object? Value(Entity group, string alias) => ((AliasedValue)group[alias]).Value;

    private static Entity Account(string? city, int industry, int employees, decimal? revenue)
    {
        var account = new Entity("account") { ["name"] = "Muster AG", ["address1_city"] = city, ["numberofemployees"] = employees, ["revenue"] = revenue is { } amount ? new Money(amount) : null };
        if (industry > 0) account["industrycode"] = new OptionSetValue(industry);
        return account;
    }

    private void Store(string club, IEnumerable<Entity> accounts)
    {
        var rows = new EntityCollection([.. accounts]) { EntityName = "account" };
        foreach (var row in rows.Entities) row["accountnumber"] = club[..Math.Min(20, club.Length)];
        if (rows.Entities.Count > 0) Service.Execute(new CreateMultipleRequest { Targets = rows });
    }
}
