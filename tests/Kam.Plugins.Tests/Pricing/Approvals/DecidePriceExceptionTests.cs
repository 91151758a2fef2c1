using System;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

public sealed class DecidePriceExceptionTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AMemberOfTheLevelsTeam_Approves_AndTheLineShowsIt()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Ask(line.Id);

        var answer = desk.Beat.Call("kam_DecidePriceException", ("PriceExceptionId", id), ("Approves", true), ("Comment", "Once"));

        var exception = crm.Read<PriceExceptionRow>(id);
        Assert.Equal((int)PriceExceptionStatusReason.Approved, ((OptionSetValue)answer["Status"]).Value);
        Assert.Equal(PriceExceptionStatusReason.Approved, exception.StatusCode);
        Assert.Equal(desk.Beat.Id, exception.DecidedById!.Id);
        Assert.Null(exception.ActsForId);
        Assert.Equal("Once", exception.Comment);
        Assert.Equal(PackedSolution.Now.UtcDateTime, exception.DecidedOn);
        Assert.Equal(PriceStatusChoice.Approved, crm.Read<QuoteLineRow>(line.Id).PriceStatus);
        Assert.Equal([ExceptionEventChoice.Requested, ExceptionEventChoice.Approved], desk.History(id));
    }

    [Fact]
    public void ARejection_SaysWhy()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id);

        Assert.Equal(["KAM-PRC-035"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Beat, id, approves: false, comment: " ")));
        ApprovalDesk.Decide(desk.Beat, id, approves: false, comment: "They have no offer at 80");

        Assert.Equal(PriceExceptionStatusReason.Rejected, desk.Status(id));
        Assert.Equal("They have no offer at 80", crm.All<PriceExceptionLogRow>(PriceExceptionLogRow.Column.Event, (int)ExceptionEventChoice.Rejected).Single().Text);
    }

    [Fact]
    public void AHigherLevelDecidesForALowerOne_AndALowerOneOnlyRejects()
    {
        var desk = new ApprovalDesk(crm);
        ApprovalDesk.Decide(desk.Carla, desk.Ask(desk.Quoted().Id));

        var high = desk.Ask(desk.Quoted(ApprovalDesk.OfManagement).Id);
        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Beat, high)));
        ApprovalDesk.Decide(desk.Beat, high, approves: false);

        Assert.Equal(PriceExceptionStatusReason.Rejected, desk.Status(high));
    }

    [Fact]
    public void WhoIsInNoTeam_DecidesNothing()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id);
        var stranger = new Member(crm, "KAM Pricing Approver");

        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(stranger, id)));
        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(stranger, id, approves: false)));
    }

    [Fact]
    public void WhoAsked_DoesNotDecide_NotEvenAsAMemberOfTheTeam()
    {
        var desk = new ApprovalDesk(crm);
        desk.Join(desk.Shop.Management, desk.Anna);
        var id = desk.Ask(desk.Quoted().Id);

        Assert.Equal(["KAM-PRC-031"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Anna, id)));
        Assert.Equal(["KAM-PRC-031"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Anna, id, approves: false)));
    }

    [Fact]
    public void WhoSetThePrice_DoesNotDecide_OnTheLineNorOnTheQuote()
    {
        var desk = new ApprovalDesk(crm);
        var seller = new Member(crm, "KAM Pricing Approver", "System Administrator");
        desk.Join(desk.Shop.Management, seller);
        var line = desk.Quoted(84m);
        seller.Service.Update(new QuoteLineRow { Id = line.Id, PricePerUnit = new Money(82m) });
        var ofLine = desk.Ask(line.Id);
        Assert.Equal(["KAM-PRC-031"], Crm.CodesOf(() => ApprovalDesk.Decide(seller, ofLine)));

        var other = desk.Quoted(86m);
        seller.Service.Update(new QuoteRow { Id = other.QuoteId!.Id, DiscountPercentage = 5m });
        var ofQuote = desk.Ask(other.Id);
        Assert.Equal(["KAM-PRC-031"], Crm.CodesOf(() => ApprovalDesk.Decide(seller, ofQuote)));

        ApprovalDesk.Decide(desk.Beat, ofQuote);
        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(ofQuote));
    }

    [Fact]
    public void WhoSetThePrice_CannotPutItOnSomebodyElse()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();

        crm.Service.Update(new QuoteLineRow { Id = line.Id, PriceSetById = new EntityReference(UserRow.Table, desk.Carla.Id) });
        crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = 9m, PriceSetById = new EntityReference(UserRow.Table, desk.Carla.Id) });

        Assert.Equal(crm.Organisation.AdministratorId, crm.Read<QuoteLineRow>(line.Id).PriceSetById!.Id);
    }

    [Fact]
    public void AStandIn_DecidesWhileItIsHisTurn_AndIsNamedWithWhoIsAway()
    {
        var desk = new ApprovalDesk(crm);
        var standIn = new Member(crm, "KAM Pricing Approver");
        var (today, tomorrow, yesterday) = (desk.Ask(desk.Quoted().Id), desk.Ask(desk.Quoted().Id), desk.Ask(desk.Quoted().Id));
        desk.Delegate(desk.Beat, standIn, Crm.Today.AddDays(1), Crm.Today.AddDays(1));

        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(standIn, today)));
        crm.Clock.Advance(TimeSpan.FromDays(1));
        ApprovalDesk.Decide(standIn, tomorrow);
        crm.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(standIn, yesterday)));

        Assert.Equal(standIn.Id, crm.Read<PriceExceptionRow>(tomorrow).DecidedById!.Id);
        Assert.Equal(desk.Beat.Id, crm.Read<PriceExceptionRow>(tomorrow).ActsForId!.Id);
    }

    [Fact]
    public void AStandInOfAStandIn_SignsForNobody()
    {
        var desk = new ApprovalDesk(crm);
        var (first, second) = (new Member(crm, "KAM Pricing Approver"), new Member(crm, "KAM Pricing Approver"));
        desk.Delegate(desk.Beat, first, Crm.Today, Crm.Today);
        desk.Delegate(first, second, Crm.Today, Crm.Today);
        var id = desk.Ask(desk.Quoted().Id);

        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(second, id)));
    }

    [Fact]
    public void WhoStandsInForTheOneWhoAsked_DoesNotDecide()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id);
        desk.Delegate(desk.Anna, desk.Beat, Crm.Today, Crm.Today);

        Assert.Equal(["KAM-PRC-031"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Beat, id)));

        ApprovalDesk.Decide(desk.Carla, id);
        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(id));
    }

    [Fact]
    public void BelowTheFloor_TheApproverIsTold_AndMayOnlyReject()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted(ApprovalDesk.BelowFloor).Id);

        Assert.Equal(["KAM-PRC-003"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Carla, id)));
        ApprovalDesk.Decide(desk.Carla, id, approves: false);
    }

    [Fact]
    public void ADecisionAfterTheLastDay_ComesTooLate()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id, Crm.Today.AddDays(2));

        crm.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(["KAM-PRC-034"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Beat, id)));
    }

    [Fact]
    public async Task OfTwoWhoDecideAtTheSameTime_OneDoes_AndTheOtherIsTold()
    {
        var desk = new ApprovalDesk(crm);
        for (var round = 0; round < 5; round++)
        {
            var id = desk.Ask(desk.Quoted().Id);
            using var start = new Barrier(2);
            var outcomes = await Task.WhenAll(Outcome(start, desk.Beat, id, approves: true), Outcome(start, desk.Carla, id, approves: false));

            Assert.Equal("KAM-PRC-030", outcomes.Single(outcome => outcome.Length > 0));
            var winner = crm.Read<PriceExceptionRow>(id);
            Assert.Equal(outcomes[0].Length == 0 ? PriceExceptionStatusReason.Approved : PriceExceptionStatusReason.Rejected, winner.StatusCode);
            Assert.Equal(outcomes[0].Length == 0 ? desk.Beat.Id : desk.Carla.Id, winner.DecidedById!.Id);
            Assert.Equal(2, desk.History(id).Count);
        }
    }

    [Fact]
    public void WhoAsked_TakesTheRequestBack_AndNobodyElse()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);

        Assert.Equal(["KAM-PRC-036"], Crm.CodesOf(() => desk.Beat.Call("kam_WithdrawPriceException", ("PriceExceptionId", id))));
        desk.Anna.Call("kam_WithdrawPriceException", ("PriceExceptionId", id), ("Comment", "Found another way"));

        Assert.Equal(PriceExceptionStatusReason.Withdrawn, desk.Status(id));
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteLineRow>(line.Id).PriceStatus);
        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(line.QuoteId!.Id)));
        Assert.Equal(["KAM-PRC-030"], Crm.CodesOf(() => desk.Anna.Call("kam_WithdrawPriceException", ("PriceExceptionId", id))));
    }

    [Fact]
    public void ADecision_TakesAtMostThirteenRequests()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id);

        var sent = crm.FromPlugins(() => ApprovalDesk.Decide(desk.Beat, id));

        Assert.InRange(sent.Count(one => one.FromPlugin!.Contains(".Pricing.Approvals.", StringComparison.Ordinal)), 1, 13);
    }

    private static Task<string> Outcome(Barrier start, Member who, Guid id, bool approves) => Task.Run(() =>
    {
        start.SignalAndWait();
        try
        {
            ApprovalDesk.Decide(who, id, approves);
            return "";
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            return string.Join(",", Crm.CodesOf(refused.Detail));
        }
    });
}
