using System;
using System.Linq;
using Kam.Tables;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Scoring;

/// <summary>What people read who may not see cost: texts and unsecured columns.</summary>
public sealed class ConfidentialityTests(PackedSolution solution) : IDisposable
{
    private static readonly MeasureChoice?[] TellingCost =
    [
        MeasureChoice.ContributionMarginRolling12Months, MeasureChoice.ContributionMarginPrior12Months, MeasureChoice.MarginPercent, MeasureChoice.CostToServe, MeasureChoice.CustomerLifetimeValue,
    ];

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TextsOfASnapshot_NeverTellMarginCostOrLifetimeValue()
    {
        var (before, after) = ScoreTwice();

        // Margins 23,457 and 27,160 of 61,729 and 71,474, which is 38 % both; with their separators and without.
        foreach (var secret in new[] { "23,457", "23457", "38.00", "27,160", "27160", "38,272", "38272" })
        {
            foreach (var snapshot in new[] { before, after })
            {
                Assert.DoesNotContain(secret, snapshot.Explanation, StringComparison.Ordinal);
                Assert.DoesNotContain(secret, snapshot.ExplanationData, StringComparison.Ordinal);
            }
        }
        Assert.Contains("confidential", after.Explanation, StringComparison.Ordinal);
        Assert.Contains("61,729", before.Explanation, StringComparison.Ordinal);
        Assert.Equal(23_457m, before.Margin!.Value);
    }

    [Fact]
    public void PartsThatTellCost_KeepTheirValueInTheSecuredColumnOnly()
    {
        ScoreTwice();

        var parts = crm.All<ScorePartRow>();
        var telling = parts.Where(p => TellingCost.Contains(p.Measure)).ToList();
        Assert.NotEmpty(telling);
        Assert.All(telling, part => Assert.Null(part.RawValue));
        Assert.Contains(telling, part => part.SecuredRawValue == 23_457m);
        Assert.All(parts.Except(telling), part => Assert.Null(part.SecuredRawValue));
        Assert.DoesNotContain(telling, part => part.Explanation!.Contains("23,457", StringComparison.Ordinal));
    }

    private (ValueScoreRow Before, ValueScoreRow After) ScoreTwice()
    {
        crm.ScoreBy(
            Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 100_000m),
            Models.Criterion("Margin", MeasureChoice.ContributionMarginRolling12Months, 1m, 0m, 50_000m),
            Models.Criterion("Margin percent", MeasureChoice.MarginPercent, 1m, 0m, 60m),
            Models.Criterion("Service", MeasureChoice.CostToServe, 1m, 9_000m, 0m),
            Models.Criterion("Lifetime value", MeasureChoice.CustomerLifetimeValue, 1m, 0m, 500_000m));
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 6, 1), 61_729m, 38_272m);
        var before = Score(account);
        crm.Order(account, Crm.Day(2025, 7, 1), 9_745m, 6_042m);
        return (before, Score(account));
    }

    private ValueScoreRow Score(Guid account) => crm.Read<ValueScoreRow>((Guid)crm.Call("kam_ScoreAccount", ("AccountId", account))["ValueScoreId"]);
}
