using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights.Insights;
using Kam.Plugins.Tests.ValueInsights.Proposition;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

/// <summary>What people do who have the roles of the solution and no other: each role suffices for its work, and not for another's.</summary>
public sealed class RoleTests(PackedSolution solution) : IDisposable
{
    private const int PrivilegeDenied = unchecked((int)0x80040220), AccessDenied = unchecked((int)0x80048306), SecuredOnUpdate = unchecked((int)0x8004F507);

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AKeyAccountManager_ValuesAnAccountOfHis_AndReadsWhy()
    {
        crm.ScoreBy(Models.Simple());
        var manager = new Member(crm, "KAM");
        var account = manager.Customer();

        var answer = manager.Call("kam_ScoreAccount", ("AccountId", account));

        Assert.Equal(68.00m, answer["Score"]);
        Assert.Equal(68.00m, manager.Read(ValueScoreRow.Table, (Guid)answer["ValueScoreId"]).ToEntity<ValueScoreRow>().Score);
        Assert.Equal(68.00m, manager.Read(AccountRow.Table, account).ToEntity<AccountRow>().ValueScore);
        Assert.Equal(3, manager.Service.RetrieveMultiple(new QueryExpression(ScorePartRow.Table)).Entities.Count);
    }

    [Fact]
    public void AKeyAccountManager_NeitherValuesNorSeesAnAccountOfSomebodyElse()
    {
        crm.ScoreBy(Models.Simple());
        var manager = new Member(crm, "KAM");
        var account = new Member(crm, "KAM Lead").Customer();
        var snapshot = (Guid)crm.Call("kam_ScoreAccount", ("AccountId", account))["ValueScoreId"];

        Assert.Equal(AccessDenied, Crm.Refusal(() => manager.Read(AccountRow.Table, account)).ErrorCode);
        Assert.Equal(AccessDenied, Crm.Refusal(() => manager.Read(ValueScoreRow.Table, snapshot)).ErrorCode);
        Assert.ThrowsAny<Exception>(() => manager.Call("kam_ScoreAccount", ("AccountId", account)));
    }

    [Fact]
    public void CostAndMargin_AreForMembersOfTheProfile()
    {
        crm.ScoreBy(Models.Simple());
        var manager = new Member(crm, "KAM");
        var snapshot = (Guid)manager.Call("kam_ScoreAccount", ("AccountId", manager.Customer()))["ValueScoreId"];
        Assert.Null(manager.Read(ValueScoreRow.Table, snapshot).ToEntity<ValueScoreRow>().Margin);
        Assert.Equal(60_000m, manager.Read(ValueScoreRow.Table, snapshot).ToEntity<ValueScoreRow>().Revenue!.Value);

        manager.Join("KAM Cost and Margin");

        Assert.Equal(24_000m, manager.Read(ValueScoreRow.Table, snapshot).ToEntity<ValueScoreRow>().Margin!.Value);
    }

    [Fact]
    public void AKeyAccountManager_WritesInsightsAndTheirUses()
    {
        var manager = new Member(crm, "KAM");
        var draft = crm.Complete(CustomerInsightStatusReason.ReadyForUse);
        manager.Given(AccountRow.Table, draft.AccountId!.Id);

        var insight = manager.Service.Create(draft);
        manager.Service.Create(new InsightUseRow
        {
            CustomerInsightId = new EntityReference(CustomerInsightRow.Table, insight),
            UsedOn = Crm.Today,
            Outcome = OutcomeOfTheInsightChoice.Won,
        });

        Assert.Equal(1, manager.Read(CustomerInsightRow.Table, insight).ToEntity<CustomerInsightRow>().UseCount);
    }

    [Fact]
    public void AKeyAccountManager_SaysWhatAnOfferIsWorth()
    {
        var manager = new Member(crm, "KAM");
        var account = manager.Given(AccountRow.Table, crm.Account("Meier AG"));
        var proposition = manager.Service.Create(new ValuePropositionRow
        {
            Name = "Sensors with service",
            AccountId = new EntityReference(AccountRow.Table, account),
            ReferenceValue = new Money(100_000m),
            Price = new Money(110_000m),
        });
        manager.Service.Create(new ValueDifferentiationRow
        {
            Name = "Fewer standstills",
            ValuePropositionId = new EntityReference(ValuePropositionRow.Table, proposition),
            Direction = DirectionOfDifferentiationChoice.Positive,
            Amount = new Money(25_000m),
            Evidence = "Pilot",
        });

        Assert.Equal(125_000m, ((Money)manager.Call("kam_ValueToCustomer", ("ValuePropositionId", proposition))["EconomicValue"]).Value);
    }

    [Theory]
    [InlineData("KAM Service")]
    [InlineData("KAM Administrator")]
    public void WhoRunsValuations_ValuesThePortfolio(string role)
    {
        crm.ScoreBy(Models.Simple());
        var account = new Member(crm, "KAM").Customer();
        var member = new Member(crm, role);

        while (!(bool)member.Call("kam_ScorePortfolio", ("AsOf", Crm.Today))["IsComplete"])
        {
            // Each call does one page's worth.
        }

        Assert.Equal(68.00m, crm.Read<AccountRow>(account).ValueScore);
    }

    [Fact]
    public void TheServiceAccount_FitsModelsAndExpiresInsights()
    {
        var service = new Member(crm, "KAM Service");
        var accounts = crm.Accounts(120);
        crm.Sell(accounts.SelectMany((a, i) => Enumerable.Range(0, 1 + (i % 7)).Select(n => new Sale(a, Crm.Today.AddDays(-20 - (n * (11 + (i % 5))) - i), 100m + i))));
        var insight = crm.ReadyInsight();
        crm.Clock.Advance(TimeSpan.FromDays(60));

        while (!(bool)service.Call("kam_FitValueModel", ("AsOf", Crm.Today))["IsComplete"])
        {
            // Each call does one page's worth.
        }
        service.Call("kam_ExpireInsights");

        Assert.NotEmpty(crm.All<ValueModelFitRow>());
        Assert.Equal(CustomerInsightStatusReason.Expired, crm.Read<CustomerInsightRow>(insight).StatusCode);
    }

    [Fact]
    public void AnAdministrator_SetsUpAModelAndPutsItInUse()
    {
        var administrator = new Member(crm, "KAM Administrator");
        // What counts as worst and best may tell cost.
        administrator.Join("KAM Cost and Margin");
        administrator.Service.Update(new ScoringModelRow { Id = Models.Standard, StateCode = ScoringModelState.Inactive, StatusCode = ScoringModelStatusReason.Retired });
        var model = administrator.Service.Create(new ScoringModelRow
        {
            Name = "Test",
            Version = 1,
            RevenueSource = RevenueSourceChoice.Orders,
            HourlyRate = new Money(120m),
            MinimumCostCoveragePercent = 95m,
            TopFrom = 80m,
            HighFrom = 60m,
            MediumFrom = 40m,
        });
        var criterion = Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 500m);
        criterion.ScoringModelId = new EntityReference(ScoringModelRow.Table, model);
        criterion.Sequence = 0;
        administrator.Service.Create(criterion);

        administrator.Service.Update(new ScoringModelRow { Id = model, StatusCode = ScoringModelStatusReason.InUse });

        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(model).StatusCode);
    }

    [Fact]
    public void AController_AnalysesThePortfolio_AndChangesNothing()
    {
        crm.ScoreBy(Models.Simple());
        var account = new Member(crm, "KAM").Customer();
        while (!(bool)crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today))["IsComplete"])
        {
            // Each call does one page's worth.
        }
        var controller = new Member(crm, "KAM Controller");

        Assert.Contains("\"accounts\":1", (string)controller.Call("kam_AnalyzePortfolio", ("AsOf", Crm.Today))["Analysis"], StringComparison.Ordinal);
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => controller.Service.Update(new AccountRow { Id = account, Name = "Other" })).ErrorCode);
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => controller.Call("kam_ScorePortfolio", ("AsOf", Crm.Today))).ErrorCode);
    }

    [Fact]
    public void ALead_SeesTheAccountsOfHisManagers()
    {
        crm.ScoreBy(Models.Simple());
        var account = new Member(crm, "KAM").Customer();
        var lead = new Member(crm, "KAM Lead");

        Assert.Equal(68.00m, lead.Call("kam_ScoreAccount", ("AccountId", account))["Score"]);
    }

    [Fact]
    public void AnApprover_ReadsWhatAnOfferIsWorth()
    {
        var approver = new Member(crm, "KAM Pricing Approver");
        var proposition = crm.WorkedExample();

        Assert.Equal(125_000m, ((Money)approver.Call("kam_ValueToCustomer", ("ValuePropositionId", proposition))["EconomicValue"]).Value);
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => approver.Service.Delete(ValuePropositionRow.Table, proposition)).ErrorCode);
    }
}
