using System;
using System.Linq;
using System.ServiceModel;
using Kam.Plugins.Tests.Pricing.Approvals;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Workflow;

/// <summary>The steps of a classic workflow around price exceptions, in the name of whoever the workflow runs for.</summary>
public sealed class PricingActivityTests : IDisposable
{
    private readonly Crm crm;
    private readonly WorkflowRun run;
    private readonly ApprovalDesk desk;

    public PricingActivityTests(PackedSolution solution)
    {
        crm = new(solution);
        run = new(solution, crm);
        desk = new ApprovalDesk(crm);
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ARequest_IsAskedDecidedAndTakenBackByWorkflows()
    {
        var asked = run.As(desk.Anna.Id, "Pricing.RequestPriceException", ("QuoteLine", desk.Quoted().ToEntityReference()), ("Reason", "Competitor at 80"));
        var exception = (EntityReference)asked["PriceException"];
        Assert.Equal(desk.Shop.TeamLead, ((EntityReference)asked["ApprovalLevel"]).Id);

        var decided = run.As(desk.Beat.Id, "Pricing.DecidePriceException", ("PriceException", exception), ("Approves", true));
        Assert.Equal((int)PriceExceptionStatusReason.Approved, ((OptionSetValue)decided["Status"]).Value);

        run.As(desk.Anna.Id, "Pricing.WithdrawPriceException", ("PriceException", exception), ("Comment", "Found another way"));
        Assert.Equal(PriceExceptionStatusReason.Withdrawn, desk.Status(exception.Id));
        Assert.Equal("Found another way", crm.All<PriceExceptionLogRow>(PriceExceptionLogRow.Column.Event, (int)ExceptionEventChoice.Withdrawn).Single().Text);
    }

    [Fact]
    public void OnlyWhoAsked_TakesARequestBack()
    {
        var exception = new EntityReference(PriceExceptionRow.Table, desk.Ask(desk.Quoted().Id));

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => run.As(desk.Carla.Id, "Pricing.WithdrawPriceException", ("PriceException", exception)));

        Assert.Equal(["KAM-PRC-036"], Crm.CodesOf(refused.Detail));
        Assert.Equal(PriceExceptionStatusReason.Requested, desk.Status(exception.Id));
    }

    [Fact]
    public void ADailyWorkflow_EscalatesAndExpires()
    {
        var (up, over) = (desk.Ask(desk.Quoted().Id), desk.Ask(desk.Quoted().Id, Crm.Today.AddDays(1)));
        crm.Clock.Advance(TimeSpan.FromDays(4));

        var done = run.As(crm.Organisation.AdministratorId, "Pricing.EscalatePriceExceptions");

        Assert.Equal((1, 1, true), ((int)done["EscalatedCount"], (int)done["ExpiredCount"], (bool)done["IsComplete"]));
        Assert.Equal(desk.Shop.Management, crm.Read<PriceExceptionRow>(up).ApprovalLevelId!.Id);
        Assert.Equal(PriceExceptionStatusReason.Expired, desk.Status(over));
    }
}
