using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Cli.Run;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Cli.Tests.Run;

/// <summary>The AdventureWorks resellers, valued as of 2013-11-30, against Microsoft's published totals and against sums over the files.</summary>
public sealed partial class AdventureWorksTests(AdventureWorksTests.Loaded loaded) : IClassFixture<AdventureWorksTests.Loaded>
{
    private const int Heuristic = 781340003, NotStated = 781340004;

    private ValuedPortfolio Portfolio => loaded.Portfolio;

    public sealed class Loaded(PackedSolution packed) : IDisposable
    {
        private readonly Lazy<ValuedPortfolio> portfolio = new(() => new ValuedPortfolio(packed, SharedData.Of("adventureworks"), new DateTime(2013, 11, 30, 0, 0, 0, DateTimeKind.Utc)));

        internal ValuedPortfolio Portfolio => portfolio.Value;

        public void Dispose()
        {
            if (portfolio.IsValueCreated) portfolio.Value.Dispose();
        }
    }

    [Fact]
    public void EveryLine_IsLoadedOrLeftOutByTheMapping()
    {
        Assert.Empty(Portfolio.Report.Rejected);
        Assert.Equal(
            [("families", 37, 0, 209), ("products", 295, 0, 209), ("territories", 11, 0, 0), ("salespeople", 18, 0, 0), ("portfolios", 18, 0, 0), ("accounts", 701, 0, 0), ("orders", 3796, 60855, 0)],
            Portfolio.Report.Steps.Select(s => (s.Step, s.Created, s.Lines, s.Skipped.Values.Sum())));
    }

    [Fact]
    public void RevenueMarginAndGrowthOfEveryAccount_AreWhatTheFilesSay()
    {
        var expected = FromFiles();

        Assert.Equal(701, Portfolio.Scores.Count);
        foreach (var (account, score) in Portfolio.Scores)
        {
            var figures = expected[account];
            figures.AssertRevenue(account, score);
            Assert.Equal((account, PlainFigures.Cents(figures.Revenue - figures.Cost)), (account, PlainFigures.Cents(score.GetAttributeValue<Money>("kam_margin").Value)));
            Assert.Equal((account, figures.MarginPercent), (account, score.GetAttributeValue<decimal?>("kam_marginpercent")));
        }
    }

    [Fact]
    public void EveryAccountIsInTheSegmentOfItsScore_AndItsManagerCarriesItsHours()
    {
        Portfolio.Service.CallPaged("kam_SegmentPortfolio", Portfolio.AsOf, _ => { });

        // Neither potential nor willingness is in the files, so the score alone decides; care hours as the segments are shipped.
        var account = new QueryExpression("account") { ColumnSet = new ColumnSet("accountnumber", "kam_valuescore", "kam_portfolioid") };
        var segment = account.AddLink("kam_segment", "kam_segmentid", "kam_segmentid");
        segment.EntityAlias = "segment";
        segment.Columns = new ColumnSet("kam_name");
        var accounts = Portfolio.Rows(account).ToList();
        Assert.Equal(701, accounts.Count);
        foreach (var row in accounts) Assert.Equal((row["accountnumber"], Expected(row).Segment), (row["accountnumber"], row.GetAttributeValue<AliasedValue>("segment.kam_name").Value));

        var hours = accounts.GroupBy(row => row.GetAttributeValue<EntityReference>("kam_portfolioid").Id).ToDictionary(same => same.Key, same => (same.Count(), same.Sum(row => Expected(row).Hours)));
        Assert.Equal(13, hours.Count);
        foreach (var portfolio in Portfolio.Rows(new QueryExpression("kam_portfolio") { ColumnSet = new ColumnSet("kam_loadhours", "kam_accountcount") }))
            Assert.Equal(hours.GetValueOrDefault(portfolio.Id), (portfolio.GetAttributeValue<int>("kam_accountcount"), portfolio.GetAttributeValue<decimal>("kam_loadhours")));

        static (string Segment, decimal Hours) Expected(Entity row) => row.GetAttributeValue<decimal>("kam_valuescore") switch
        {
            >= 85m => ("Key", 240m),
            >= 70m => ("A", 120m),
            >= 55m => ("B", 40m),
            >= 35m => ("C", 12m),
            _ => ("D", 3m),
        };
    }

    [Fact]
    public void TheTotalOfAllOrders_IsMicrosofts() => Assert.Equal(80_450_596.98m, PlainFigures.Cents(Portfolio.Sum("salesorder", "totalamount")));

    [Theory]
    [InlineData("Accessories", null, 571_297.93)]
    [InlineData("Bikes", null, 66_302_381.56)]
    [InlineData("Clothing", null, 1_777_840.84)]
    [InlineData("Components", null, 11_799_076.66)]
    [InlineData("Bikes", "Specialty Bike Shop", 6_080_117.73)]
    [InlineData("Components", "Specialty Bike Shop", 357_989.07)]
    [InlineData("Accessories", "Value Added Reseller", 175_002.81)]
    [InlineData("Bikes", "Value Added Reseller", 30_892_354.33)]
    [InlineData("Accessories", "Warehouse", 331_169.64)]
    [InlineData("Clothing", "Warehouse", 932_521.23)]
    public void TheSalesOfACategory_AreMicrosofts(string category, string? businessType, double published)
    {
        var query = new QueryExpression("salesorderdetail") { ColumnSet = new ColumnSet("extendedamount") };
        query.AddLink("product", "productid", "productid").AddLink("product", "parentproductid", "productid")
            .LinkCriteria.AddCondition("description", ConditionOperator.Equal, category);
        if (businessType is not null)
        {
            query.AddLink("salesorder", "salesorderid", "salesorderid").AddLink("account", "customerid", "accountid")
                .LinkCriteria.AddCondition("description", ConditionOperator.Equal, businessType);
        }

        var sum = Portfolio.Rows(query).Sum(line => line.GetAttributeValue<Money>("extendedamount").Value);

        Assert.Equal((decimal)published, PlainFigures.Cents(sum));
    }

    [Fact]
    public void TheModelThatDoesNotHold_LeavesNoLifetimeValueBehind()
    {
        Assert.False(Portfolio.Fit.IsUsable);
        Assert.NotEmpty(Portfolio.Fit.Refusal);
        Assert.All(Portfolio.Scores.Values, score =>
        {
            Assert.Contains(score.GetAttributeValue<OptionSetValue>("kam_lifetimevaluemethod").Value, new[] { Heuristic, NotStated });
            Assert.Null(score.GetAttributeValue<decimal?>("kam_probabilityalive"));
            Assert.Null(score.GetAttributeValue<Money>("kam_lifetimevaluelow"));
        });
        Assert.Contains(Portfolio.Scores.Values, score => score.GetAttributeValue<Money>("kam_lifetimevalue") is not null);
    }

    private Dictionary<string, PlainFigures> FromFiles()
    {
        var folder = SharedData.Of("adventureworks");
        var accounts = SharedData.Read(folder, "accounts.csv").ToDictionary(a => a["account_id"], _ => new PlainFigures(), StringComparer.Ordinal);
        var orders = SharedData.Read(folder, "orders.csv").ToDictionary(o => o["order_number"], o => (Account: o["account_id"], On: Day(o["order_date"])), StringComparer.Ordinal);
        foreach (var line in SharedData.Read(folder, "order_lines.csv.gz"))
        {
            var (account, on) = orders[line["order_number"]];
            PlainFigures.Add(accounts, account, on, Portfolio.AsOf, Number(line["net_amount"]), Number(line["total_cost"]));
        }
        return accounts;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
