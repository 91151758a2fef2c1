using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class RefreshScoreTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TenOrdersFulfilledAtOnce_LeadToOneValuation()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        for (var order = 0; order < 10; order++) crm.Order(account, Crm.Day(2026, 1, 5 + order), 1_000m, 600m);

        var sent = crm.FromPlugins(crm.RunJobs);

        var snapshot = Assert.Single(crm.All<ValueScoreRow>());
        Assert.Equal(10_000m, snapshot.Revenue!.Value);
        Assert.Equal(1, sent.Count(r => r is { MessageName: "Create", Table: ValueScoreRow.Table }));
        Assert.Null(crm.Read<AccountRow>(account).ScoreStaleOn);
    }

    [Fact]
    public void TheMark_IsTakenOffBeforeFiguresAreReadSoThatALaterOrderIsNotLost()
    {
        crm.ScoreBy(Models.Simple());
        crm.Order(crm.Account("Meier AG"), Crm.Day(2026, 1, 5), 1_000m);

        var refresh = crm.FromPlugins(crm.RunJobs).Where(r => r.FromPlugin!.EndsWith(".RefreshScore", StringComparison.Ordinal)).ToList();

        var writes = refresh.FindAll(r => r is { MessageName: "Update", Table: AccountRow.Table });
        Assert.True(refresh.IndexOf(writes[0]) < refresh.FindIndex(r => r.Table == OrderLineRow.Table));
        // The second write makes the snapshot the current one; it leaves the mark alone.
        Assert.Equal(2, writes.Count);
    }

    [Fact]
    public void AnOrderAfterAValuation_IsValuedByTheNext()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 1_000m);
        crm.RunJobs();
        crm.Clock.Advance(TimeSpan.FromMinutes(1));
        crm.Order(account, Crm.Day(2026, 1, 6), 500m);

        crm.RunJobs();

        Assert.Equal([1_000m, 1_500m], crm.All<ValueScoreRow>().Select(s => s.Revenue!.Value).Order());
    }

    [Fact]
    public void ACancelledOrder_IsTakenOutOfTheScore()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 1_000m);
        var doubtful = crm.OpenOrder(account);
        crm.Line(doubtful, 500m);
        crm.Service.Update(new OrderRow { Id = doubtful, DateFulfilled = Crm.Day(2026, 1, 6) });
        crm.RunJobs();
        Assert.Equal(1_500m, Current(account).Revenue!.Value);

        crm.Cancel(doubtful);
        crm.RunJobs();

        Assert.Equal(1_000m, Current(account).Revenue!.Value);
    }

    [Fact]
    public void AnEnteredInput_MarksTheAccountInTheSameSaveWithoutARequest()
    {
        var account = crm.Account("Meier AG");

        var sent = crm.FromPlugins(() => crm.Service.Update(new AccountRow { Id = account, StrategicFit = 4 }));

        Assert.Empty(sent);
        Assert.Equal(PackedSolution.Now.UtcDateTime, crm.Read<AccountRow>(account).ScoreStaleOn);
    }

    [Fact]
    public void AnEnteredInput_IsInTheNextScore()
    {
        crm.ScoreBy(Models.Criterion("Fit", MeasureChoice.StrategicFit, 1m, 1m, 5m));
        var account = crm.Account("Meier AG");

        crm.Service.Update(new AccountRow { Id = account, StrategicFit = 4 });
        crm.RunJobs();

        Assert.Equal(75.00m, crm.Read<AccountRow>(account).ValueScore);
    }

    [Fact]
    public void BeforeThePortfolioWasValued_TheMarkStaysAndNoJobFails()
    {
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 1_000m);

        crm.RunJobs();

        Assert.NotNull(crm.Read<AccountRow>(account).ScoreStaleOn);
        Assert.Empty(crm.All<ValueScoreRow>());
    }

    [Fact]
    public void WithoutAModelInUse_TheMarkStaysTheTraceSaysWhyAndTheNextOrderBringsTheScore()
    {
        crm.Service.Update(new OrganizationRow { Id = crm.Organisation.OrganizationId, [TraceSetting] = new OptionSetValue(2) });
        crm.Retire(Models.Standard);
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 50_000m);

        crm.RunJobs();

        Assert.NotNull(crm.Read<AccountRow>(account).ScoreStaleOn);
        Assert.Contains(Traces(), text => text.Contains("Not refreshed: KAM-VAL-049", StringComparison.Ordinal));

        crm.PutInUse(crm.Draft("Test", Models.Simple()));
        crm.Order(account, Crm.Day(2026, 1, 6), 10_000m);
        crm.RunJobs();

        Assert.Equal(60_000m, Assert.Single(crm.All<ValueScoreRow>()).Revenue!.Value);
        Assert.Null(crm.Read<AccountRow>(account).ScoreStaleOn);
    }

    [Fact]
    public void AJobThatIsOvertaken_LooksOnceAndDoesNothing()
    {
        crm.ScoreBy(Models.Criterion("Fit", MeasureChoice.StrategicFit, 1m, 1m, 5m));
        var account = crm.Account("Meier AG");
        crm.Service.Update(new AccountRow { Id = account, StrategicFit = 4 });
        crm.Service.Update(new AccountRow { Id = account, StrategicFit = 5 });
        crm.Call("kam_ScoreAccount", ("AccountId", account));

        Assert.Equal(["Retrieve account", "Retrieve account"], crm.SentBy("RefreshScore", crm.RunJobs));
        Assert.Equal(100.00m, Assert.Single(crm.All<ValueScoreRow>()).Score);
    }

    [Fact]
    public void MarkingABuyer_TakesOneRequest()
    {
        crm.Retire(Models.Standard);
        crm.Order(crm.Account("Meier AG"), Crm.Day(2026, 1, 5), 1_000m);

        var marks = crm.FromPlugins(crm.RunJobs).Where(r => r.FromPlugin!.EndsWith(".MarkBuyerStale", StringComparison.Ordinal)).ToList();

        // The date is entered, then the order is fulfilled: two saves, and only the second is of a fulfilled order.
        Assert.Equal(["Update account"], Written(marks));
    }

    private const string TraceSetting = "plugintracelogsetting", Trace = "plugintracelog", Message = "messageblock";

    private IEnumerable<string> Traces() => crm.Service.RetrieveMultiple(new QueryExpression(Trace) { ColumnSet = new ColumnSet(Message) }).Entities.Select(row => row.GetAttributeValue<string>(Message) ?? "");

    private ValueScoreRow Current(Guid account) => crm.Read<ValueScoreRow>(crm.Read<AccountRow>(account).CurrentScoreId!.Id);

    private static IEnumerable<string> Written(IEnumerable<RequestObservation> requests) => requests.Select(r => $"{r.MessageName} {r.Table}");
}
