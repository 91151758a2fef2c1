using System;
using System.Collections.Generic;
using System.Linq;
using Local.Cli.Run;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Cli.Tests.Run;

/// <summary>Cross-sell chances of the resellers, against counts over the files.</summary>
public sealed partial class AdventureWorksTests
{
    [Fact]
    public void EveryChance_RestsOnTheCountsAndTheMedianMarginThatTheFilesGive()
    {
        Portfolio.Service.CallPaged("kam_SegmentPortfolio", Portfolio.AsOf, _ => { });
        Portfolio.Service.CallPaged("kam_RefreshChances", Portfolio.AsOf, _ => { });
        var purchases = PurchasesFromFiles();
        var segments = Portfolio.Rows(new QueryExpression("account") { ColumnSet = new ColumnSet("accountnumber", "kam_segmentid") })
            .ToDictionary(account => account.GetAttributeValue<string>("accountnumber"), account => account.GetAttributeValue<EntityReference>("kam_segmentid").Id, StringComparer.Ordinal);
        var margins = purchases.SelectMany(account => account.Value, (account, family) => (Segment: segments[account.Key], Family: family.Key, Figures: family.Value)).Where(family => family.Figures.HasYear).ToList();

        var chances = Portfolio.Rows(Chances()).ToList();

        Assert.True(chances.Count > 1_000, $"{chances.Count} chances");
        Assert.All(chances, chance =>
        {
            var account = chance.Linked("account.accountnumber");
            var family = chance.Linked("family.name");
            var bought = chance.Linked("bought.name");
            Assert.DoesNotContain(family, purchases[account].Keys);
            var peers = purchases.Where(peer => peer.Key != account && segments[peer.Key] == segments[account] && (bought.Length == 0 || peer.Value.ContainsKey(bought))).ToList();
            Assert.True(bought.Length == 0 || purchases[account].ContainsKey(bought));
            Assert.Equal(peers.Count, chance.GetAttributeValue<int>("kam_peercount"));
            Assert.Equal(peers.Count(peer => peer.Value.ContainsKey(family)), chance.GetAttributeValue<int>("kam_peerbuyercount"));
            var typical = Typical(margins.Where(m => m.Family == family).ToLookup(m => m.Segment == segments[account], m => m.Figures.Margin));
            Assert.Equal(Cents(typical), Cents(chance.GetAttributeValue<Money>("kam_typicalmargin")?.Value));
            Assert.InRange(chance.GetAttributeValue<decimal>("kam_probability"), 0.0001m, 1m);
            if (bought.Length > 0) Assert.Contains($"that buy {bought} also buy {family}.", chance.GetAttributeValue<string>("kam_reason"), StringComparison.Ordinal);
        });
        Assert.All(chances.GroupBy(chance => chance.Linked("account.accountnumber")), same => Assert.InRange(same.Count(), 1, 5));
        Assert.Contains("fitted", chances[0].GetAttributeValue<string>("kam_configurationversion"), StringComparison.Ordinal);
    }

    private Dictionary<string, Dictionary<string, FamilyOfFiles>> PurchasesFromFiles()
    {
        var folder = SharedData.Of("adventureworks");
        var families = SharedData.Read(folder, "products.csv").Where(product => product["subcategory"].Length > 0).ToDictionary(product => product["product_key"], product => product["subcategory"], StringComparer.Ordinal);
        var purchases = SharedData.Read(folder, "accounts.csv").ToDictionary(account => account["account_id"], _ => new Dictionary<string, FamilyOfFiles>(StringComparer.Ordinal), StringComparer.Ordinal);
        var orders = SharedData.Read(folder, "orders.csv").ToDictionary(order => order["order_number"], order => (Account: order["account_id"], On: Day(order["order_date"])), StringComparer.Ordinal);
        foreach (var line in SharedData.Read(folder, "order_lines.csv.gz"))
        {
            var (account, on) = orders[line["order_number"]];
            if (on > Portfolio.AsOf || !families.TryGetValue(line["product_key"], out var family)) continue;
            if (!purchases[account].TryGetValue(family, out var known)) purchases[account][family] = known = new FamilyOfFiles();
            if ((Portfolio.AsOf - on).Days >= 365) continue;
            known.HasYear = true;
            known.Margin += Number(line["net_amount"]) - Number(line["total_cost"]);
        }

        return purchases;
    }

    private static QueryExpression Chances()
    {
        var query = new QueryExpression("kam_crosssellchance") { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("kam_crosssellchanceid", OrderType.Ascending);
        Link(query, "account", "account", "kam_accountid", "accountid", "accountnumber", JoinOperator.Inner);
        Link(query, "family", "product", "kam_familyid", "productid", "name", JoinOperator.Inner);
        Link(query, "bought", "product", "kam_boughtfamilyid", "productid", "name", JoinOperator.LeftOuter);
        return query;
    }

    private static void Link(QueryExpression query, string alias, string table, string from, string to, string column, JoinOperator join)
    {
        var link = query.AddLink(table, from, to, join);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(column);
    }

    private static decimal? Cents(decimal? amount) => amount is { } known ? PlainFigures.Cents(known) : null;

    // Fewer than three of one segment say nothing, and then the whole portfolio speaks, with however few.
    private static decimal? Typical(ILookup<bool, decimal> isPeer) =>
        Median([.. (isPeer[true].Count() < 3 ? isPeer[true].Concat(isPeer[false]) : isPeer[true]).Order()]);

    private static decimal? Median(decimal[] ascending) =>
        ascending.Length == 0 ? null : (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2m;

    private sealed class FamilyOfFiles
    {
        public bool HasYear { get; set; }
        public decimal Margin { get; set; }
    }
}
