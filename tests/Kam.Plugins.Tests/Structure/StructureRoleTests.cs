using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>Each role does its work of Structure and no other's.</summary>
public sealed class StructureRoleTests(PackedSolution solution) : IDisposable
{
    private const int PrivilegeDenied = unchecked((int)0x80040220), AccessDenied = unchecked((int)0x80048306);
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    private static int Denied(Action action) => Crm.Refusal(action).ErrorCode;

    private Guid Given(Member member, decimal score) => member.Given(AccountRow.Table, crm.Scored("Meier AG", score));

    [Fact]
    public void AKeyAccountManager_SegmentsAnAccountOfHis_AndReadsWhy()
    {
        var manager = new Member(crm, "KAM");
        var account = Given(manager, 80m);

        var answer = manager.Call("kam_SegmentAccount", ("AccountId", account));

        Assert.Equal(true, answer["IsChanged"]);
        var history = manager.Service.RetrieveMultiple(new QueryExpression(SegmentAssignmentRow.Table) { ColumnSet = new ColumnSet(true) }).Entities.Single().ToEntity<SegmentAssignmentRow>();
        Assert.Equal(manager.Id, history.OwnerId!.Id);
        Assert.Equal("A", manager.Read(SegmentRow.Table, history.SegmentId!.Id).ToEntity<SegmentRow>().Name);
    }

    [Fact]
    public void AKeyAccountManager_SeesHisPortfolioAndNoOther()
    {
        var manager = new Member(crm, "KAM");
        var mine = crm.PortfolioOf(manager.Id, "Mine", 1_000m);
        manager.Given(PortfolioRow.Table, mine.Id);
        var other = crm.Portfolio("Other", 1_000m);
        var account = Given(manager, 80m);
        crm.Segmented(account);

        Assert.Equal("Mine", manager.Read(PortfolioRow.Table, mine.Id).ToEntity<PortfolioRow>().Name);
        Assert.Equal(120m, manager.Call("kam_LoadWhatIf", ("PortfolioId", mine.Id), ("AccountId", account))["Hours"]);
        Assert.Equal(AccessDenied, Denied(() => manager.Read(PortfolioRow.Table, other.Id)));
        Assert.Equal(PrivilegeDenied, Denied(() => manager.Service.Update(new PortfolioRow { Id = mine.Id, CapacityHours = 1m })));
        Assert.ThrowsAny<Exception>(() => manager.Call("kam_SegmentPortfolio"));
        Assert.Equal(PrivilegeDenied, Denied(() => manager.Service.Create(new SegmentationPolicyRow { Name = "Mine" })));
    }

    [Fact]
    public void ALead_MakesPortfoliosAndDecidesOnProposals()
    {
        var lead = new Member(crm, "KAM Lead");
        var portfolio = lead.Service.Create(new PortfolioRow { Name = "West", KeyAccountManagerId = new EntityReference(UserRow.Table, lead.Id), CapacityHours = 500m, MaximumAccounts = 10 });
        var account = Given(lead, 80m);

        lead.Service.Update(new AccountRow { Id = account, PortfolioId = new EntityReference(PortfolioRow.Table, portfolio), Complexity = 1.5m, WillingnessToPartner = 4 });
        var proposal = (Guid)lead.Call("kam_ProposePortfolio", ("MostMoves", 5))["PortfolioProposalId"];
        lead.Service.Update(new PortfolioProposalRow { Id = proposal, StatusCode = PortfolioProposalStatusReason.Accepted });

        Assert.Equal(0, lead.Call("kam_ApplyPortfolio", ("PortfolioProposalId", proposal))["AppliedCount"]);
        Assert.Equal(1, crm.Read<PortfolioRow>(portfolio).AccountCount);
    }

    [Fact]
    public void ALead_SaysWhichTerritoriesAPortfolioCovers_AKeyAccountManagerDoesNot()
    {
        var lead = new Member(crm, "KAM Lead");
        var manager = new Member(crm, "KAM");
        var portfolio = crm.PortfolioOf(manager.Id, "Mine", 1_000m);
        manager.Given(PortfolioRow.Table, portfolio.Id);
        EntityReferenceCollection bern = [new EntityReference(TerritoryRow.Table, crm.Create(new TerritoryRow { Name = "Bern" }))];
        EntityReferenceCollection basel = [new EntityReference(TerritoryRow.Table, crm.Create(new TerritoryRow { Name = "Basel" }))];

        lead.Service.Associate(PortfolioRow.Table, portfolio.Id, new Relationship("kam_portfolio_territory"), bern);
        Assert.Equal(PrivilegeDenied, Denied(() => manager.Service.Associate(PortfolioRow.Table, portfolio.Id, new Relationship("kam_portfolio_territory"), basel)));

        var account = Given(manager, 80m);
        crm.Service.Update(new AccountRow { Id = account, TerritoryId = basel[0] });
        Assert.Equal(["Territory"], (string[])manager.Call("kam_LoadWhatIf", ("PortfolioId", portfolio.Id), ("AccountId", account))["Obstacles"]);
    }

    [Fact]
    public void TheAccountOfFlows_SaysWhatEverybodyIsToBeToldNext()
    {
        Assert.Equal(true, new Member(crm, "KAM Service").Call("kam_RefreshContent")["IsComplete"]);
        Assert.ThrowsAny<Exception>(() => new Member(crm, "KAM").Call("kam_RefreshContent"));
    }

    [Fact]
    public void TheAccountOfFlows_SegmentsTheWholePortfolio()
    {
        var account = crm.Scored("Meier AG", 60m);
        Assert.Equal(true, new Member(crm, "KAM Service").Call("kam_SegmentPortfolio")["IsComplete"]);
        Assert.Equal("B", crm.SegmentOf(account));
    }

    [Fact]
    public void AController_ReadsEverythingAndChangesNothing()
    {
        var account = crm.Scored("Meier AG", 60m);
        crm.Segmented(account);
        var portfolio = crm.Portfolio("West", 500m);
        var controller = new Member(crm, "KAM Controller");
        Assert.Equal(CauseOfTheAssignmentChoice.First, controller.Read(SegmentAssignmentRow.Table, crm.History(account)[0].Id).ToEntity<SegmentAssignmentRow>().Cause);
        Assert.Equal("West", controller.Read(PortfolioRow.Table, portfolio.Id).ToEntity<PortfolioRow>().Name);
        Assert.Equal(PrivilegeDenied, Denied(() => controller.Service.Update(new PortfolioRow { Id = portfolio.Id, CapacityHours = 1m })));
    }

    [Fact]
    public void AnAdministrator_MakesTheNextPolicyAndPutsItInUse()
    {
        var administrator = new Member(crm, "KAM Administrator");
        var policy = administrator.Service.Create(new SegmentationPolicyRow
        {
            Name = "Next",
            ScoreWeight = 1m,
            PotentialWeight = 0m,
            WillingnessWeight = 0m,
            PotentialForAll = new Money(1m),
            HysteresisPoints = 1m,
            LongestOverrideDays = 30,
            LowerLoadPercent = 80m,
            UpperLoadPercent = 100m,
            GoodRelationship = 3,
            ContactsForFullDensity = 4,
            SingleThreadPercent = 60m,
        });
        administrator.Service.Create(new SegmentRow { Name = "All", SegmentationPolicyId = new EntityReference(SegmentationPolicyRow.Table, policy), Rank = 1, EntryIndex = 0m, MinimumWillingness = 1, CoverageHours = 8m });

        administrator.Service.Update(new SegmentationPolicyRow { Id = policy, StatusCode = SegmentationPolicyStatusReason.InUse });

        Assert.Equal("All", crm.Segmented(crm.Scored("Meier AG", 60m)));
    }
}
