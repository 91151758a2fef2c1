using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Scoring;

public sealed class ScoreAccountTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnAccount_IsWorthWhatAControllerWouldWorkOut()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();

        var answer = Score(account);

        // Revenue 60,000 of 100,000: 60 points. Margin 24,000 is 40 % of 50: 80. Growth 20 % between −50 and 50: 70. 0.5 · 60 + 0.3 · 80 + 0.2 · 70.
        Assert.Equal(68.00m, answer["Score"]);
        Assert.Equal((int)ScoreBandChoice.High, ((OptionSetValue)answer["Band"]).Value);
        Assert.Equal(true, answer["IsNew"]);
        var snapshot = crm.Read<ValueScoreRow>((Guid)answer["ValueScoreId"]);
        Assert.Equal(60_000m, snapshot.Revenue!.Value);
        Assert.Equal(50_000m, snapshot.RevenuePrior!.Value);
        Assert.Equal(24_000m, snapshot.Margin!.Value);
        Assert.Equal(20.00m, snapshot.GrowthPercent);
        Assert.Equal(40.00m, snapshot.MarginPercent);
        Assert.Equal(Crm.Today, snapshot.AsOf);
        Assert.Equal(2m, snapshot.OrdersPerYear);
    }

    [Fact]
    public void TheParts_AddUpToTheScoreExactly()
    {
        crm.ScoreBy(
            Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 90_000m),
            Models.Criterion("Margin", MeasureChoice.MarginPercent, 1m, 0m, 70m),
            Models.Criterion("Growth", MeasureChoice.RevenueGrowthPercent, 1m, 0m, 33m));

        var answer = Score(Buyer());

        var parts = crm.All<ScorePartRow>(ScorePartRow.Column.ValueScoreId, answer["ValueScoreId"]);
        Assert.Equal(3, parts.Count);
        Assert.Equal((decimal)answer["Score"], parts.Sum(p => p.Contribution!.Value));
        Assert.Equal(100m, parts.Sum(p => p.WeightPercent!.Value));
    }

    [Fact]
    public void TheAccount_CarriesScoreAndBandOfItsCurrentSnapshot()
    {
        crm.ScoreBy(Models.Simple());
        var id = Buyer();

        var answer = Score(id);

        var account = crm.Read<AccountRow>(id);
        Assert.Equal((Guid)answer["ValueScoreId"], account.CurrentScoreId!.Id);
        Assert.Equal(68.00m, account.ValueScore);
        Assert.Equal(ScoreBandChoice.High, account.ScoreBand);
        Assert.Null(account.ScoreStaleOn);
    }

    public static TheoryData<int, string, string> Languages => new()
    {
        { 1033, "Score 68.00 of 100: High.", "There is no earlier score to compare with." },
        { 1031, "Kundenwert 68.00 von 100: Hoch.", "Es gibt keinen früheren Kundenwert zum Vergleichen." },
        { 1036, "Score 68,00 sur 100: Élevé.", "Il n’y a pas de score antérieur pour comparer." },
        { 1040, "Punteggio 68.00 su 100: Alto.", "Non c’è un punteggio precedente con cui confrontare." },
    };

    [Theory, MemberData(nameof(Languages))]
    public void TheExplanation_IsWrittenInTheLanguageOfWhoAsks(int language, string headline, string first)
    {
        crm.ScoreBy(Models.Simple());
        crm.Speak(language);

        var explanation = (string)Score(Buyer())["Explanation"];

        Assert.Contains(headline, explanation, StringComparison.Ordinal);
        Assert.Contains(first, explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void ACriterionThatCameWithTheSolution_IsCalledInTheLanguageOfWhoAsks_AndOneOfOnesOwnAsNamed()
    {
        crm.ScoreBy(
            Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 100_000m),
            Models.Criterion("Our tenure", MeasureChoice.TenureYears, 1m, 0m, 10m));
        crm.Set("kam_ExplanationLanguage", "1036");
        crm.Speak(1031);

        var explanation = (string)Score(Buyer())["Explanation"];

        Assert.Contains("Umsatz (CHF 60’000.00)", explanation, StringComparison.Ordinal);
        Assert.Contains("Our tenure", explanation, StringComparison.Ordinal);
        Assert.Equal(["Chiffre d’affaires", "Our tenure"], crm.All<ScorePartRow>().Select(p => p.Name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ScoredAgainOnTheSameFigures_WritesOnce()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();
        Score(account);

        Assert.Equal(["Update account"], crm.SentBy("ScoreAccount", () => Score(account)).Where(r => !r.StartsWith("Retrieve", StringComparison.Ordinal)));
    }

    [Fact]
    public void ScoredAgainOnTheSameFigures_AnswersTheSnapshotThatIsThere()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();
        var first = Score(account);
        crm.Clock.Advance(TimeSpan.FromHours(1));

        var second = Score(account);

        Assert.Equal(false, second["IsNew"]);
        Assert.Equal(first["ValueScoreId"], second["ValueScoreId"]);
        Assert.Equal(first["Score"], second["Score"]);
        Assert.Single(crm.All<ValueScoreRow>());
    }

    [Fact]
    public void AfterANewOrder_ANewSnapshotSaysWhatChangedSince()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();
        var first = Score(account);
        crm.Clock.Advance(TimeSpan.FromDays(1));
        crm.Order(account, Crm.Day(2026, 4, 1), 20_000m, 12_000m);

        var second = Score(account);

        // 80,000 of 100,000; margin stays 40 %; growth from 50,000 to 80,000 is 60 %, capped at 100 points.
        Assert.Equal(84.00m, second["Score"]);
        Assert.Equal(true, second["IsNew"]);
        Assert.Equal((Guid)first["ValueScoreId"], crm.Read<ValueScoreRow>((Guid)second["ValueScoreId"]).PreviousScoreId!.Id);
        Assert.Contains("Since 3/31/2026 the score rose by 16.00 points, from 68.00 to 84.00.", (string)second["Explanation"], StringComparison.Ordinal);
        Assert.Equal(68.00m, crm.Read<ValueScoreRow>((Guid)first["ValueScoreId"]).Score);
    }

    [Fact]
    public void CancelledAndFutureOrders_DoNotCountAndReturnsDo()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 6, 1), 40_000m, 20_000m);
        crm.Order(account, Crm.Day(2025, 7, 1), -10_000m, 5_000m);
        crm.Order(account, Crm.Today.AddDays(1), 99_000m, 1m);
        var cancelled = crm.OpenOrder(account);
        crm.Line(cancelled, 77_000m, 1m);
        crm.Service.Update(new OrderRow { Id = cancelled, DateFulfilled = Crm.Day(2025, 8, 1) });
        crm.Cancel(cancelled);

        var snapshot = crm.Read<ValueScoreRow>((Guid)Score(account)["ValueScoreId"]);

        Assert.Equal(30_000m, snapshot.Revenue!.Value);
        Assert.Equal(15_000m, snapshot.Margin!.Value);
    }

    [Fact]
    public void ADocumentThatOnlyTakesGoodsBack_IsNoPurchase()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Today.AddDays(-300), 40_000m, 20_000m);
        var before = crm.Read<ValueScoreRow>((Guid)Score(account)["ValueScoreId"]);
        crm.Order(account, Crm.Today.AddDays(-10), -10_000m, 5_000m);

        var after = crm.Read<ValueScoreRow>((Guid)Score(account)["ValueScoreId"]);

        Assert.Equal(30_000m, after.Revenue!.Value);
        Assert.Equal(9.86m, after.MonthsSinceLastOrder);
        Assert.Equal(before.MonthsSinceLastOrder, after.MonthsSinceLastOrder);
        Assert.Equal(before.TenureYears, after.TenureYears);
    }

    [Fact]
    public void TheWindow_BeginsOnItsFirstDayAndEndsWithItsLast()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 3, 31), 1m);
        crm.Order(account, Crm.Day(2025, 4, 1), 10m);
        crm.Order(account, Crm.Today.AddHours(11), 100m);

        var snapshot = crm.Read<ValueScoreRow>((Guid)Score(account)["ValueScoreId"]);

        Assert.Equal(110m, snapshot.Revenue!.Value);
        Assert.Equal(1m, snapshot.RevenuePrior!.Value);
    }

    [Fact]
    public void WithoutAnyCost_TheMarginIsUnknownAndNotZero()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 2, 1), 50_000m);
        crm.Order(account, Crm.Day(2025, 6, 1), 60_000m);

        var answer = Score(account);

        var snapshot = crm.Read<ValueScoreRow>((Guid)answer["ValueScoreId"]);
        Assert.Null(snapshot.Margin);
        Assert.Null(snapshot.MarginPercent);
        // Revenue and growth alone: (50 · 60 + 20 · 70) / 70.
        Assert.Equal(62.86m, answer["Score"]);
        Assert.Contains("Margin is unknown and was left out", (string)answer["Explanation"], StringComparison.Ordinal);
    }

    [Theory, InlineData(95, true), InlineData(94, false)]
    public void MarginIsKnown_FromNinetyFivePercentCostCoverageOn(int covered, bool isKnown)
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 6, 1), covered * 100m, covered * 60m);
        crm.Order(account, Crm.Day(2025, 7, 1), (100 - covered) * 100m);

        var snapshot = crm.Read<ValueScoreRow>((Guid)Score(account)["ValueScoreId"]);

        // The margin is that of the covered lines and not extrapolated: 95 lines of 100 at a cost of 60 leave 3,800.
        Assert.Equal(isKnown ? 3_800m : null, snapshot.Margin?.Value);
    }

    [Fact]
    public void WithoutAnyOrder_ThereIsNoScoreAndTheReasonIsSaid()
    {
        crm.ScoreBy(Models.Criterion("Recency", MeasureChoice.MonthsSinceLastOrder, 1m, 12m, 0m));
        var account = crm.Account("Meier AG");

        var answer = Score(account);

        Assert.False(answer.Results.Contains("Score"));
        Assert.False(answer.Results.Contains("Band"));
        Assert.Contains("The account has not ordered yet.", (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Null(crm.Read<AccountRow>(account).ValueScore);
    }

    [Fact]
    public void OneOrder_GivesAScoreWithoutGrowthAndNoLifetimeValue()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 3, 1), 50_000m, 25_000m);

        var answer = Score(account);

        // (50 · 50 + 30 · 100) / 80.
        Assert.Equal(68.75m, answer["Score"]);
        var snapshot = crm.Read<ValueScoreRow>((Guid)answer["ValueScoreId"]);
        Assert.Null(snapshot.GrowthPercent);
        Assert.Null(snapshot.LifetimeValue);
        Assert.Equal(LifetimeValueMethodChoice.NotStated, snapshot.LifetimeValueMethod);
    }

    [Fact]
    public void ADayInTheFuture_IsRefused()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();

        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_ScoreAccount", ("AccountId", account), ("AsOf", Crm.Today.AddDays(1)))));
        Assert.Empty(crm.All<ValueScoreRow>());
    }

    [Fact]
    public void AnUnknownScope_IsRefused() =>
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_ScoreAccount", ("AccountId", Buyer()), ("Scope", new OptionSetValue(7)))));

    [Fact]
    public void ADeactivatedOrMergedAccount_IsRefusedAndStaysAsItIs()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();
        crm.Service.Update(new AccountRow { Id = account, StateCode = AccountState.Inactive, StatusCode = AccountStatusReason.Inactive });

        Assert.Equal(["KAM-VAL-051"], Crm.CodesOf(() => Score(account)));
        Assert.Empty(crm.All<ValueScoreRow>());
        Assert.Null(crm.Read<AccountRow>(account).CurrentScoreId);
    }

    [Fact]
    public void AnAccountThatDoesNotExist_IsRefusedByThePlatform() =>
        Assert.Equal(["0x80040217"], Crm.CodesOf(() => Score(Guid.NewGuid())));

    [Fact]
    public void WithoutAModelInUse_ScoringIsRefused()
    {
        crm.Retire(Models.Standard);

        Assert.Equal(["KAM-VAL-049"], Crm.CodesOf(() => Score(Buyer())));
    }

    [Fact]
    public void TheStandardModel_WaitsForThePortfolioItRanksIn() => Assert.Equal(["KAM-VAL-052"], Crm.CodesOf(() => Score(Buyer())));

    [Fact]
    public void AGroup_IsScoredOnTheSumOfItsMembersWhicheverIsAskedFor()
    {
        crm.ScoreBy(Models.Simple());
        var head = crm.Account("Holding");
        var plant = crm.Account("Plant", head);
        crm.Order(head, Crm.Day(2025, 6, 1), 10_000m, 4_000m);
        crm.Order(plant, Crm.Day(2025, 6, 1), 30_000m, 16_000m);
        crm.Order(plant, Crm.Day(2024, 6, 1), 40_000m);

        var ofPlant = Score(plant, ScoreScopeChoice.Group);
        var ofHead = Score(head, ScoreScopeChoice.Group);

        // 40,000 of 100,000: 40. Margin 20,000 is 50 %: 100. Growth 0 %: 50. 20 + 30 + 10.
        Assert.Equal(60.00m, ofPlant["Score"]);
        Assert.Equal(ofPlant["ValueScoreId"], ofHead["ValueScoreId"]);
        var snapshot = crm.Read<ValueScoreRow>((Guid)ofPlant["ValueScoreId"]);
        Assert.Equal(head, snapshot.AccountId!.Id);
        Assert.Equal(ScoreScopeChoice.Group, snapshot.Scope);
        Assert.Contains("2 accounts", (string)ofPlant["Explanation"], StringComparison.Ordinal);
        Assert.Equal((Guid)ofPlant["ValueScoreId"], crm.Read<AccountRow>(head).CurrentGroupScoreId!.Id);
        Assert.Null(crm.Read<AccountRow>(head).CurrentScoreId);
    }

    [Fact]
    public void AccountValuations_TakeTheRequestsTheyAreDocumentedToTake()
    {
        crm.ScoreBy(Models.Simple());
        var account = Buyer();

        var sent = crm.FromPlugins(() => Score(account));

        // Retrieve with the caller's rights; account; settings, models, criteria, currency, fit; 5 looks whether a table is large; 8 sums; previous snapshot; language of the caller.
        // Then the snapshot and the account.
        Assert.Equal(["Create", "Update"], sent.Where(r => r.MessageName is not ("Retrieve" or "RetrieveMultiple") && r.Depth == 2).Select(r => r.MessageName));
        Assert.Equal(22, sent.Count(r => r.MessageName is "Retrieve" or "RetrieveMultiple" && r.Depth == 2));
    }

    /// <summary>60,000 this year at a cost of 36,000, 50,000 the year before.</summary>
    private Guid Buyer()
    {
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2024, 9, 10), 50_000m, 30_000m);
        crm.Order(account, Crm.Day(2025, 5, 5), 40_000m, 24_000m);
        crm.Order(account, Crm.Day(2026, 2, 2), 20_000m, 12_000m);
        return account;
    }

    private OrganizationResponse Score(Guid account) => crm.Call("kam_ScoreAccount", ("AccountId", account));

    private OrganizationResponse Score(Guid account, ScoreScopeChoice scope) => crm.Call("kam_ScoreAccount", ("AccountId", account), ("Scope", new OptionSetValue((int)scope)));
}
