using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

public sealed class RequestPriceExceptionTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ARequest_IsForExactlyWhatTheLineSays_AndNamesWhoMustSign()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(82m, quantity: 10m);

        var exception = crm.Read<PriceExceptionRow>(desk.Ask(line.Id));

        Assert.Equal(PriceExceptionStatusReason.Requested, exception.StatusCode);
        Assert.Equal(desk.Shop.TeamLead, exception.ApprovalLevelId!.Id);
        Assert.Equal(3.5294m, exception.DeviationPercent); // (85 − 82) / 85
        Assert.Equal(30m, exception.AmountBelowMinimum!.Value);
        Assert.Equal(82m, exception.PricePerUnit!.Value);
        Assert.Equal(10m, exception.Quantity);
        Assert.Equal(desk.Shop.Sensor, exception.ProductId!.Id);
        Assert.Equal(desk.Shop.Customer, exception.AccountId!.Id);
        Assert.Equal(desk.Anna.Id, exception.RequestedById!.Id);
        Assert.Equal(Crm.Today.AddDays(30), exception.ValidUntil);
        Assert.Equal(Crm.Today.AddDays(3), exception.DecideBy);
        Assert.Equal("Heat sensor, Meier AG", exception.Name);
        Assert.Equal([ExceptionEventChoice.Requested], desk.History(exception.Id));
        Assert.Equal(exception.Id, crm.Read<QuoteLineRow>(line.Id).PriceExceptionId!.Id);
    }

    [Theory]
    [InlineData(80.75, 1, 1)]      // 5 percent below: level 1 signs so much
    [InlineData(80.74, 1, 2)]
    [InlineData(82, 333, 1)]       // 999 below for the line
    [InlineData(82, 334, 2)]       // 1,002
    [InlineData(69, 1, 2)]         // below the floor: said like any other
    public void DeviationAndAmount_SayWhichLevel(double price, double quantity, int level)
    {
        var desk = new ApprovalDesk(crm);

        var exception = desk.Ask(desk.Quoted((decimal)price, (decimal)quantity).Id);

        Assert.Equal(level == 1 ? desk.Shop.TeamLead : desk.Shop.Management, crm.Read<PriceExceptionRow>(exception).ApprovalLevelId!.Id);
    }

    [Fact]
    public void ARowThatIsCreated_IsARequest_WhateverFiguresComeWithIt()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(ApprovalDesk.OfManagement);

        var id = desk.Anna.Service.Create(new PriceExceptionRow
        {
            Name = "Ours",
            QuoteLineId = line.ToEntityReference(),
            Reason = "Competitor at 75",
            ApprovalLevelId = new EntityReference(ApprovalLevelRow.Table, desk.Shop.TeamLead),
            RequestedById = new EntityReference(UserRow.Table, desk.Beat.Id),
            DeviationPercent = 0.1m,
            PricePerUnit = new Money(1m),
            Terms = "{}",
            DecidedById = new EntityReference(UserRow.Table, desk.Carla.Id),
            UsedOn = Crm.Today,
            StatusCode = PriceExceptionStatusReason.Approved,
        });

        var exception = crm.Read<PriceExceptionRow>(id);
        Assert.Equal(PriceExceptionStatusReason.Requested, exception.StatusCode);
        Assert.Equal(desk.Shop.Management, exception.ApprovalLevelId!.Id);
        Assert.Equal(desk.Anna.Id, exception.RequestedById!.Id);
        Assert.Equal(76m, exception.PricePerUnit!.Value);
        Assert.Null(exception.DecidedById);
        Assert.Null(exception.UsedOn);
    }

    [Fact]
    public void ALineInItsCorridor_NeedsNoApproval()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(85m);

        Assert.Equal(["KAM-PRC-039"], Crm.CodesOf(() => desk.Ask(line.Id)));
    }

    [Fact]
    public void BeyondTheHighestLevel_NobodyIsAsked()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(59m);

        Assert.Equal(["KAM-PRC-038"], Crm.CodesOf(() => desk.Ask(line.Id)));
    }

    [Fact]
    public void ALevelWithoutTeam_IsSaidByName()
    {
        var desk = new ApprovalDesk(crm);
        crm.Service.Update(new ApprovalLevelRow { Id = desk.Shop.TeamLead, TeamId = null });

        var refusal = Crm.Refusal(() => desk.Ask(desk.Quoted().Id));

        Assert.Equal(["KAM-PRC-037"], Crm.CodesOf(refusal));
        Assert.Contains("Team lead", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneRequestAtATime_HoldsForTheTermsOfALine()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var first = desk.Ask(line.Id);

        Assert.Equal(["KAM-PRC-048"], Crm.CodesOf(() => desk.Ask(line.Id)));

        crm.Service.Update(new QuoteLineRow { Id = line.Id, PricePerUnit = new Money(81m) });
        var second = desk.Ask(line.Id);
        Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(first));
        Assert.Equal(PriceExceptionStatusReason.Requested, desk.Status(second));
    }

    [Fact]
    public void ARequest_NeedsAReasonALineAndADayToCome()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();

        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => desk.Ask(line.Id, Crm.Today.AddDays(-1))));
        Assert.Equal(["KAM-GEN-002"], Crm.CodesOf(() => desk.Anna.Call("kam_RequestPriceException", ("LineId", line.Id), ("Reason", " "))));
        Assert.Equal(["KAM-PRC-049"], Crm.CodesOf(() => desk.Anna.Service.Create(new PriceExceptionRow { Reason = "For all" })));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => desk.Anna.Call("kam_RequestPriceException", ("LineId", line.Id), ("Table", "contact"), ("Reason", "Other"))));
    }

    [Fact]
    public void SomebodyElsesLine_IsNotAskedFor()
    {
        var desk = new ApprovalDesk(crm);
        var line = crm.Read<QuoteLineRow>(crm.Create(desk.Shop.Line(desk.Shop.Quote(), 82m)));

        Assert.ThrowsAny<Exception>(() => desk.Ask(line.Id));
        Assert.Empty(crm.All<PriceExceptionRow>());
    }

    [Fact]
    public void ARequest_TakesAtMostThirteenRequests()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();

        var sent = crm.FromPlugins(() => desk.Ask(line.Id));

        Assert.InRange(sent.Count(one => one.FromPlugin!.Contains(".Pricing.Approvals.", StringComparison.Ordinal)), 1, 13);
    }
}
