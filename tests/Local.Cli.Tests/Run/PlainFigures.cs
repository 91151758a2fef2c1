using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Cli.Tests.Run;

/// <summary>Revenue and cost of one account in the two windows, added up line by line.</summary>
internal sealed class PlainFigures
{
    public decimal Revenue, Prior, Cost;

    /// <summary>Counts a line in the 365 days up to the as-of date, or in the 365 before them, or not at all.</summary>
    public static void Add(Dictionary<string, PlainFigures> accounts, string account, DateTime on, DateTime asOf, decimal revenue, decimal cost)
    {
        if (!accounts.TryGetValue(account, out var figures)) accounts[account] = figures = new PlainFigures();
        var age = (asOf.Date - on.Date).Days;
        if (age is >= 0 and < 365)
        {
            figures.Revenue += revenue;
            figures.Cost += cost;
        }
        else if (age is >= 365 and < 730) figures.Prior += revenue;
    }

    /// <summary>Growth in percent to two digits; null without a positive base of at least a twentieth of today's revenue.</summary>
    public decimal? Growth => Prior > 0m && Prior * 20m >= Revenue ? Percent((Revenue - Prior) / Prior) : null;

    public decimal? MarginPercent => Revenue > 0m ? Percent((Revenue - Cost) / Revenue) : null;

    /// <summary>Revenue, prior revenue and growth are what is stored.</summary>
    public void AssertRevenue(string account, Entity score)
    {
        Assert.Equal((account, Cents(Revenue)), (account, Cents(score.GetAttributeValue<Money>("kam_revenue").Value)));
        Assert.Equal((account, Cents(Prior)), (account, Cents(score.GetAttributeValue<Money>("kam_revenueprior").Value)));
        Assert.Equal((account, Growth), (account, score.GetAttributeValue<decimal?>("kam_growthpercent")));
    }

    // A measured value has four decimals, the column that shows it two; both round halves away from zero.
    private static decimal Percent(decimal share) => Cents(Math.Round(share * 100m, 4, MidpointRounding.AwayFromZero));

    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
