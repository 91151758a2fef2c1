using System;
using System.Collections.Generic;
using System.Linq;
using Local.Cli.Run;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Cli.Tests.Run;

/// <summary>Growth and price contradictions of the AdventureWorks resellers, against a direct computation from the files.</summary>
public sealed partial class AdventureWorksTests
{
    // The volume bands of the configuration data: from, and what part of the higher price is still no contradiction.
    private static readonly (decimal From, decimal Kept)[] VolumeBands = [(1m, 0.95m), (10m, 0.97m), (100m, 0.98m)];

    private sealed record FileLine(string Account, DateTime On, string Product, decimal Quantity, decimal Net, decimal Cost)
    {
        // As precise as a money column.
        public decimal Price => Math.Round(Net / Quantity, 4, MidpointRounding.AwayFromZero);

        public decimal BandFrom => VolumeBands.Last(band => band.From <= Quantity).From;
    }

    private sealed record Sold(decimal Quantity, decimal Net, decimal Cost);

    [Fact]
    public void TheGrowthOfEveryAccount_IsWhatTheFilesSay()
    {
        Portfolio.Service.CallPaged("kam_AnalyzeGrowth", Portfolio.AsOf, _ => { });
        var analyses = Portfolio.Rows(new QueryExpression("kam_growthanalysis") { ColumnSet = new ColumnSet(true), LinkEntities = { OfAccount("kam_growthanalysis", "kam_accountid") } })
            .ToDictionary(row => row.Linked("account.accountnumber"), StringComparer.Ordinal);
        var expected = FileLines().Where(line => IsNow(line) || IsBefore(line)).GroupBy(line => line.Account).ToList();

        Assert.Equal(expected.Count, analyses.Count);
        foreach (var lines in expected)
        {
            var analysis = analyses[lines.Key];
            var before = BySold(lines.Where(IsBefore));
            var now = BySold(lines.Where(IsNow));
            var change = now.Values.Sum(s => s.Net - s.Cost) - before.Values.Sum(s => s.Net - s.Cost);
            var price = 0m;
            var cost = 0m;
            foreach (var product in now.Keys.Intersect(before.Keys))
            {
                price += now[product].Net - (now[product].Quantity * before[product].Net / before[product].Quantity);
                cost += (now[product].Quantity * before[product].Cost / before[product].Quantity) - now[product].Cost;
            }
            AssertClose(lines.Key, now.Values.Sum(s => s.Net) - before.Values.Sum(s => s.Net), analysis, "kam_revenuechange");
            AssertClose(lines.Key, change, analysis, "kam_marginchange");
            AssertClose(lines.Key, price, analysis, "kam_priceeffect");
            AssertClose(lines.Key, cost, analysis, "kam_costeffect");
            AssertClose(lines.Key, now.Where(s => !before.ContainsKey(s.Key)).Sum(s => s.Value.Net - s.Value.Cost), analysis, "kam_newproducts");
            Assert.Equal(Value(analysis, "kam_marginchange"), new[] { "kam_priceeffect", "kam_costeffect", "kam_volumeeffect", "kam_mixeffect", "kam_newproducts", "kam_lostproducts" }.Sum(part => Value(analysis, part)));
        }
        Assert.Contains(analyses.Values, analysis => analysis.GetAttributeValue<bool>("kam_isprofitless"));
    }

    [Fact]
    public void ThePriceContradictions_AreWhatTheFilesSay()
    {
        Portfolio.Service.CallPaged("kam_SegmentPortfolio", Portfolio.AsOf, _ => { });
        var lines = 0;
        Portfolio.Service.CallPaged("kam_FindContradictions", Portfolio.AsOf, answer => lines += (int)answer["LineCount"]);

        var ranks = Ranks();
        var compared = FileLines().Where(line => IsNow(line) && ranks.ContainsKey(line.Account)).ToList();
        var expected = Contradictions(compared, ranks).ToList();
        var found = Portfolio.Rows(new QueryExpression("kam_pricecontradiction")
        {
            ColumnSet = new ColumnSet(true),
            LinkEntities = { OfAccount("kam_pricecontradiction", "kam_accountid"), OfAccount("kam_pricecontradiction", "kam_otheraccountid", "other"), OfProduct() },
        }).Select(row => (Key: $"{row.Linked("product.productnumber")} {row.GetAttributeValue<decimal>("kam_fromquantity"):0} {row.Linked("account.accountnumber")} {row.Linked("other.accountnumber")}",
            Amount: Value(row, "kam_amountatstake"), Pairs: row.GetAttributeValue<int>("kam_paircount"))).OrderBy(row => row.Key, StringComparer.Ordinal).ToList();

        Assert.Equal(FileLines().Count(IsNow), lines);
        Assert.NotEmpty(found);
        Assert.Equal(expected.Select(e => (e.Key, Math.Round(e.Amount, 4, MidpointRounding.AwayFromZero), e.Pairs)).OrderBy(e => e.Key, StringComparer.Ordinal), found);
    }

    // Every pair of lines, one by one.
    private static IEnumerable<(string Key, decimal Amount, int Pairs)> Contradictions(List<FileLine> lines, Dictionary<string, int> ranks)
    {
        foreach (var same in lines.GroupBy(line => (line.Product, line.BandFrom)))
        {
            var kept = VolumeBands.Single(band => band.From == same.Key.BandFrom).Kept;
            var pairs = from high in same
                        from low in same
                        where ranks[low.Account] > ranks[high.Account] && low.Price < high.Price * kept
                        select (High: high, Low: low);
            foreach (var accounts in pairs.GroupBy(pair => (High: pair.High.Account, Low: pair.Low.Account)))
            {
                var amount = accounts.GroupBy(pair => pair.High).Sum(line => line.Max(pair => (pair.High.Price - pair.Low.Price) * pair.High.Quantity));
                yield return ($"{same.Key.Product} {same.Key.BandFrom:0} {accounts.Key.High} {accounts.Key.Low}", amount, accounts.Count());
            }
        }
    }

    private Dictionary<string, int> Ranks() => Portfolio.Rows(new QueryExpression("account")
    {
        ColumnSet = new ColumnSet("accountnumber"),
        LinkEntities = { new LinkEntity("account", "kam_segment", "kam_segmentid", "kam_segmentid", JoinOperator.Inner) { EntityAlias = "segment", Columns = new ColumnSet("kam_rank") } },
    }).ToDictionary(row => row.GetAttributeValue<string>("accountnumber"), row => (int)row.GetAttributeValue<AliasedValue>("segment.kam_rank").Value, StringComparer.Ordinal);

    private static List<FileLine> FileLines()
    {
        var folder = SharedData.Of("adventureworks");
        var products = SharedData.Read(folder, "products.csv").ToDictionary(p => p["product_key"], p => p["product_number"], StringComparer.Ordinal);
        var orders = SharedData.Read(folder, "orders.csv").ToDictionary(o => o["order_number"], o => (Account: o["account_id"], On: Day(o["order_date"])), StringComparer.Ordinal);
        return [.. SharedData.Read(folder, "order_lines.csv.gz").Select(line => new FileLine(orders[line["order_number"]].Account, orders[line["order_number"]].On, products[line["product_key"]],
            Number(line["quantity"]), Number(line["net_amount"]), Number(line["total_cost"])))];
    }

    private bool IsNow(FileLine line) => line.On > Portfolio.AsOf.AddDays(-365) && line.On <= Portfolio.AsOf;

    private bool IsBefore(FileLine line) => line.On > Portfolio.AsOf.AddDays(-730) && line.On <= Portfolio.AsOf.AddDays(-365);

    private static Dictionary<string, Sold> BySold(IEnumerable<FileLine> lines) =>
        lines.GroupBy(line => line.Product).ToDictionary(same => same.Key, same => new Sold(same.Sum(l => l.Quantity), same.Sum(l => l.Net), same.Sum(l => l.Cost)), StringComparer.Ordinal);

    private static LinkEntity OfAccount(string table, string column, string alias = "account") =>
        new(table, "account", column, "accountid", JoinOperator.Inner) { EntityAlias = alias, Columns = new ColumnSet("accountnumber") };

    private static LinkEntity OfProduct() =>
        new("kam_pricecontradiction", "product", "kam_productid", "productid", JoinOperator.Inner) { EntityAlias = "product", Columns = new ColumnSet("productnumber") };

    private static decimal Value(Entity row, string column) => row.GetAttributeValue<Money>(column).Value;

    // The unit cost has four digits and the file's total cost too, so a line's cost may differ in the fourth.
    private static void AssertClose(string account, decimal expected, Entity row, string column) =>
        Assert.True(Math.Abs(expected - Value(row, column)) < 0.05m, $"{account} {column}: {Value(row, column)} instead of {expected}");
}
