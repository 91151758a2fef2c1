using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>What SQL finds over random rows must be what a plain loop over the same rows finds.</summary>
public sealed class QueryLawTests
{
    internal sealed record Row(string? Name, int? Age, decimal? Fee, int? Level);

    private static readonly Gen<Row> rowGen = Gen.Select(
        OneOf<string?>(null, "a", "B", "b", "ä", "ab", "C d"), Gen.Int[0, 6].Nullable(0.2), Gen.Int[-300, 300].Select(i => i / 100m).Nullable(0.2), Gen.Int[1, 3].Nullable(0.2),
        (name, age, fee, level) => new Row(name, age, fee, level));

    // A condition twice: as the query says it, and as the documentation means it.
    private static readonly Gen<(ConditionExpression Asked, Func<Row, bool> Meant)> conditionGen = Gen.OneOf(
        Gen.Int[0, 6].Select(v => (new ConditionExpression("age", ConditionOperator.GreaterThan, v), (Func<Row, bool>)(r => r.Age > v))),
        Gen.Int[0, 6].Select(v => (new ConditionExpression("age", ConditionOperator.LessEqual, v), (Func<Row, bool>)(r => r.Age <= v))),
        Gen.Int[0, 6].Select(v => (new ConditionExpression("age", ConditionOperator.NotEqual, v), (Func<Row, bool>)(r => r.Age != v))),
        Gen.Int[0, 6].Select(v => (new ConditionExpression("age", ConditionOperator.NotIn, v, v + 1), (Func<Row, bool>)(r => r.Age != v && r.Age != v + 1))),
        Gen.Int[-30000, 30000].Select(v => (new ConditionExpression("fee", ConditionOperator.LessThan, v / 10000m), (Func<Row, bool>)(r => r.Fee < v / 10000m))),
        Gen.Int[-3, 3].Select(v => (new ConditionExpression("fee", ConditionOperator.Between, (decimal)v, v + 1m), (Func<Row, bool>)(r => r.Fee >= v && r.Fee <= v + 1))),
        Gen.Int[1, 3].Select(v => (new ConditionExpression("level", ConditionOperator.Equal, v), (Func<Row, bool>)(r => r.Level == v))),
        OneOf("a", "B", "ä", "C d").Select(v => (new ConditionExpression("name", ConditionOperator.Equal, v), (Func<Row, bool>)(r => r.Name is not null && Plain(r.Name) == Plain(v)))),
        OneOf("a", "b", "c").Select(v => (new ConditionExpression("name", ConditionOperator.BeginsWith, v), (Func<Row, bool>)(r => r.Name is not null && Plain(r.Name).StartsWith(Plain(v), StringComparison.Ordinal)))),
        Gen.Const((new ConditionExpression("level", ConditionOperator.Null), (Func<Row, bool>)(r => r.Level is null))));

    internal static readonly Gen<(FilterExpression Asked, Func<Row, bool> Meant)> FilterGen = Gen.Recursive<(FilterExpression Asked, Func<Row, bool> Meant)>((depth, nested) =>
        Gen.Select(Gen.Bool, conditionGen.List[1, 3], depth >= 3 ? Gen.Const(new List<(FilterExpression, Func<Row, bool>)>()) : nested.List[0, 2]).Select((or, conditions, filters) =>
        {
            var asked = new FilterExpression(or ? LogicalOperator.Or : LogicalOperator.And);
            foreach (var condition in conditions) asked.AddCondition(condition.Asked);
            foreach (var filter in filters) asked.AddFilter(filter.Item1);
            var meant = conditions.Select(c => c.Meant).Concat(filters.Select(f => f.Item2)).ToList();
            return (asked, (Func<Row, bool>)(row => or ? meant.Any(m => m(row)) : meant.All(m => m(row))));
        }));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Plain(string text) => text.ToUpperInvariant().Replace('Ä', 'A');

    private static Dictionary<Guid, Row> Fill(Club club, IEnumerable<Row> rows)
    {
        var stored = new Dictionary<Guid, Row>();
        foreach (var row in rows)
        {
            var entity = new Entity("member") { ["name"] = row.Name, ["age"] = row.Age, ["level"] = row.Level is { } l ? new OptionSetValue(l) : null, ["fee"] = row.Fee is { } f ? new Money(f) : null };
            stored.Add(club.Create(entity), row);
        }
        return stored;
    }

    internal static void ForRandomRows(Action<Club, Dictionary<Guid, Row>, (FilterExpression Asked, Func<Row, bool> Meant)> law)
    {
        using var club = new Club();
        Gen.Select(rowGen.List[0, 25], FilterGen).Sample(
            (rows, filter) =>
            {
                // Rolled back, so that each sample starts from nothing.
                using var transaction = club.Store.Begin();
                law(club, Fill(club, rows), filter);
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void AFilter_FindsExactlyTheRowsItMeans() => ForRandomRows((club, stored, filter) =>
    {
        var found = club.Operations.RetrieveMultiple(club.As(), new QueryExpression("member") { Criteria = filter.Asked });

        Assert.Equal(stored.Where(p => filter.Meant(p.Value)).Select(p => p.Key).Order(), found.Entities.Select(e => e.Id).Order());
    });

    [Fact]
    public void Groups_CountAndSumWhatAPlainLoopDoes() => ForRandomRows((club, stored, filter) =>
    {
        var query = new QueryExpression("member") { Criteria = filter.Asked };
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("level", XrmAggregateType.None, "level") { HasGroupBy = true });
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("memberid", XrmAggregateType.Count, "rows"));
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("age", XrmAggregateType.CountColumn, "aged"));
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fee", XrmAggregateType.Sum, "sum"));
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("fee", XrmAggregateType.Avg, "avg"));
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("age", XrmAggregateType.Max, "oldest"));

        var groups = club.Operations.RetrieveMultiple(club.As(), query).Entities.Select(g => string.Join(' ', new[] { "level", "rows", "aged", "sum", "avg", "oldest" }.Select(a => ClubRows.Plain(g.Contains(a) ? g[a] : null))));

        var expected = stored.Values.Where(filter.Meant).GroupBy(r => r.Level).Select(g =>
        {
            var fees = g.Where(r => r.Fee is not null).Select(r => r.Fee!.Value).ToList();
            object Or(object? value) => value ?? "-";
            return string.Join(' ', Or(g.Key), g.Count(), g.Count(r => r.Age is not null), Or(fees.Count == 0 ? null : Trimmed(fees.Sum())),
                Or(fees.Count == 0 ? null : Trimmed(Math.Truncate(fees.Sum() / fees.Count * 10000m) / 10000m)), Or(g.Max(r => r.Age)));
        });
        Assert.Equal(expected.Order(), groups.Order());
    });

    [Fact]
    public void PagesOfAnyOrder_GiveTheSortedRows() => ForRandomRows((club, stored, filter) =>
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name", "age", "fee"), Criteria = filter.Asked, PageInfo = new PagingInfo { Count = 4, PageNumber = 1 } };
        query.AddOrder("fee", OrderType.Descending);
        query.AddOrder("age", OrderType.Ascending);
        var ids = new List<Guid>();
        while (true)
        {
            var page = club.Operations.RetrieveMultiple(club.As(), query);
            ids.AddRange(page.Entities.Select(e => e.Id));
            if (!page.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        // Null is less than every value.
        var expected = stored.Where(p => filter.Meant(p.Value)).OrderByDescending(p => p.Value.Fee ?? decimal.MinValue).ThenBy(p => p.Value.Age ?? int.MinValue).ThenBy(p => p.Key).Select(p => p.Key);
        Assert.Equal(expected, ids);
    });

    private static decimal Trimmed(decimal value) => value / 1.0000000000m;
}
