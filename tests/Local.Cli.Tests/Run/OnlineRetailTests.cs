using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Cli.Tests.Run;

/// <summary>The whole Online Retail file, valued as of 2011-12-09: no cost anywhere, returns as negative lines, a quarter of the lines without customer.</summary>
public sealed class OnlineRetailTests(OnlineRetailTests.Loaded loaded) : IClassFixture<OnlineRetailTests.Loaded>
{
    private ValuedPortfolio Portfolio => loaded.Portfolio;

    public sealed class Loaded(PackedSolution packed) : IDisposable
    {
        private readonly Lazy<ValuedPortfolio> portfolio = new(() => new ValuedPortfolio(packed, SharedData.Of("online-retail"), new DateTime(2011, 12, 9, 0, 0, 0, DateTimeKind.Utc)));

        internal ValuedPortfolio Portfolio => portfolio.Value;

        public void Dispose()
        {
            if (portfolio.IsValueCreated) portfolio.Value.Dispose();
        }
    }

    [Fact]
    public void EveryLine_IsLoadedOrLeftOutForWantOfACustomer()
    {
        Assert.Empty(Portfolio.Report.Rejected);
        Assert.Equal(
            [("products", 4070, 0, 0), ("accounts", 4372, 0, 135_080), ("orders", 22_190, 406_829, 135_080)],
            Portfolio.Report.Steps.Select(s => (s.Step, s.Created, s.Lines, s.Skipped.GetValueOrDefault("no customer"))));
        Assert.Equal(541_909, 406_829 + 135_080);
    }

    [Fact]
    public void RevenueAndGrowthOfEveryAccount_AreWhatTheFileSays_AndNothingIsMadeUp()
    {
        var (accounts, all, positive, identified) = FromFile();
        Assert.Equal(9_747_747.934m, all);
        Assert.Equal(8_911_407.904m, positive);

        Assert.Equal(4372, Portfolio.Scores.Count);
        foreach (var (account, score) in Portfolio.Scores)
        {
            accounts[account].AssertRevenue(account, score);
            Assert.Null(score.GetAttributeValue<decimal?>("kam_marginpercent"));
            Assert.Null(score.GetAttributeValue<Money>("kam_lifetimevalue"));
            Assert.Null(score.GetAttributeValue<Money>("kam_lifetimevaluelow"));
            if (accounts[account].Revenue != 0m) Assert.Null(score.GetAttributeValue<Money>("kam_margin"));
        }
        Assert.Equal(PlainFigures.Cents(identified), PlainFigures.Cents(Portfolio.Sum("salesorder", "totalamount")));
    }

    [Fact]
    public void TheOrderModel_IsRefused_SinceNobodyIsSeenToLeave_AndReturnsAreNoPurchases()
    {
        Assert.False(Portfolio.Fit.IsUsable);
        Assert.Contains("KAM-VAL-205", Portfolio.Fit.Refusal, StringComparison.Ordinal);
        // Customers with a purchase above zero, as published.
        Assert.Equal(4338, Portfolio.Fit.CustomerCount);
    }

    private (Dictionary<string, PlainFigures> Accounts, decimal All, decimal Positive, decimal Identified) FromFile()
    {
        var accounts = new Dictionary<string, PlainFigures>(StringComparer.Ordinal);
        decimal all = 0m, positive = 0m, identified = 0m;
        foreach (var line in SharedData.Read(SharedData.Of("online-retail"), "online_retail.csv.gz"))
        {
            var quantity = int.Parse(line["quantity"], CultureInfo.InvariantCulture);
            var amount = quantity * decimal.Parse(line["unit_price"], NumberStyles.Float, CultureInfo.InvariantCulture);
            all += amount;
            if (line["customer_id"].Length == 0) continue;
            identified += amount;
            if (quantity > 0) positive += amount;
            PlainFigures.Add(accounts, line["customer_id"], DateTime.Parse(line["invoice_date"], CultureInfo.InvariantCulture), Portfolio.AsOf, amount, 0m);
        }
        return (accounts, all, positive, identified);
    }
}
