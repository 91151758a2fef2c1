using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.LifetimeValue;

public sealed class FitValueModelTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TooFewCustomers_AreRefusedWithTheReasonAndNoLifetimeValueIsStatedByTheModel()
    {
        crm.ScoreBy(Models.Simple());
        var accounts = crm.Accounts(5);
        crm.Sell(accounts.SelectMany(a => new[] { new Sale(a, Crm.Day(2025, 6, 1), 100m, 60m), new Sale(a, Crm.Day(2025, 12, 1), 100m, 60m) }));

        var answer = Fit();

        Assert.Equal(true, answer["IsComplete"]);
        Assert.Equal(false, answer["IsUsable"]);
        Assert.Equal(5, answer["CustomerCount"]);
        Assert.Contains("KAM-VAL-2", (string)answer["Refusal"], StringComparison.Ordinal);
        var row = crm.Read<ValueModelFitRow>((Guid)answer["ValueModelFitId"]);
        Assert.Null(row.R);
        var snapshot = crm.Read<ValueScoreRow>((Guid)crm.Call("kam_ScoreAccount", ("AccountId", accounts[0]))["ValueScoreId"]);
        Assert.DoesNotContain(snapshot.LifetimeValueMethod, new LifetimeValueMethodChoice?[] { LifetimeValueMethodChoice.BgNbd, LifetimeValueMethodChoice.MbgNbd });
        Assert.Null(snapshot.ProbabilityAlive);
    }

    [Fact]
    public void ABaseThatBehavesAsTheModelSays_IsFittedAndAccountsAreValuedByIt()
    {
        crm.ScoreBy(Models.Simple());
        var accounts = crm.Accounts(600);
        crm.Sell(accounts.SelectMany((account, i) => Purchases(new Random(i)).Select(day => new Sale(account, day, 1_000m + (i % 7 * 50m), 600m))));

        var answer = Fit();

        Assert.True((bool)answer["IsUsable"], (string)answer["Refusal"]);
        Assert.Equal(600, answer["CustomerCount"]);
        var snapshot = crm.Read<ValueScoreRow>((Guid)crm.Call("kam_ScoreAccount", ("AccountId", Buyer(accounts)))["ValueScoreId"]);
        Assert.Contains(snapshot.LifetimeValueMethod, new LifetimeValueMethodChoice?[] { LifetimeValueMethodChoice.BgNbd, LifetimeValueMethodChoice.MbgNbd });
        Assert.InRange(snapshot.ProbabilityAlive!.Value, 0m, 1m);
        Assert.InRange(snapshot.LifetimeValue!.Value, snapshot.LifetimeValueLow!.Value, snapshot.LifetimeValueHigh!.Value);
    }

    [Fact]
    public void AFinishedFit_IsAnsweredAsItIs()
    {
        crm.ScoreBy(Models.Simple());
        crm.Sell(crm.Accounts(3).Select(a => new Sale(a, Crm.Day(2025, 6, 1), 100m)));
        var first = Fit();
        crm.Sell([new Sale(crm.Account("Late"), Crm.Day(2025, 7, 1), 100m)]);

        OrganizationResponse second = null!;
        var sent = crm.FromPlugins(() => second = Fit());

        Assert.Single(sent);
        Assert.Equal(first["ValueModelFitId"], second["ValueModelFitId"]);
        Assert.Equal(3, second["CustomerCount"]);
        Assert.Equal(first["Refusal"], second["Refusal"]);
    }

    [Fact]
    public void MoreThanTenThousandCustomers_TakeSeveralCallsThatGoOnWhereTheLastOneStopped()
    {
        crm.ScoreBy(Models.Simple());
        var accounts = crm.Accounts(10_001);
        crm.Sell([new Sale(accounts[0], Crm.Day(2025, 6, 1), 100m), new Sale(accounts[^1], Crm.Day(2025, 6, 1), 100m)]);

        var first = Fit();
        Assert.Equal(false, first["IsComplete"]);
        Assert.NotEqual("", first["NextCursor"]);
        // The cursor is a convenience: whoever lost it goes on all the same.
        var second = Fit();

        Assert.Equal(true, second["IsComplete"]);
        Assert.Equal(first["ValueModelFitId"], second["ValueModelFitId"]);
        Assert.Equal(2, second["CustomerCount"]);
        Assert.Null(crm.Read<ValueModelFitRow>((Guid)second["ValueModelFitId"]).Progress);
    }

    [Fact]
    public void ADayInTheFuture_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_FitValueModel", ("AsOf", Crm.Today.AddDays(1)))));

    private OrganizationResponse Fit() => crm.Call("kam_FitValueModel", ("AsOf", Crm.Today));

    private Guid Buyer(IReadOnlyList<Guid> accounts) => accounts.First(account => crm.All<OrderRow>(OrderRow.Column.CustomerId, account).Count > 3);

    /// <summary>Days of orders of one customer: intervals exponential with a rate of its own, and after each order it may leave for good.</summary>
    private static IEnumerable<DateTime> Purchases(Random random)
    {
        var day = (double)random.Next(0, 600);
        // Rates differ from customer to customer as a gamma of shape 2, chances of leaving as a beta of 1 and 3.
        var rate = -Math.Log((1 - random.NextDouble()) * (1 - random.NextDouble())) / 120;
        var leaves = 1 - Math.Pow(1 - random.NextDouble(), 1.0 / 3);
        while (day < 700)
        {
            yield return Crm.Today.AddDays(-700 + Math.Floor(day));
            if (random.NextDouble() < leaves) yield break;
            day += Math.Max(1, -Math.Log(1 - random.NextDouble()) / rate);
        }
    }
}
