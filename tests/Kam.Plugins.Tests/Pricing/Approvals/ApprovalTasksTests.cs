using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>What waits for a decision is a task of those who decide, and of nobody else.</summary>
public sealed class ApprovalTasksTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ARequest_IsATaskOfTheLevelsTeam_DueWhenItGoesUp()
    {
        var desk = new ApprovalDesk(crm);
        var id = Asked(desk, desk.Quoted().Id);

        var task = Assert.Single(Tasks(id));
        Assert.Equal(TeamOf(desk.Shop.TeamLead), task.OwnerId!.Id);
        Assert.Equal(TaskState.Open, task.StateCode);
        Assert.Equal(crm.Read<PriceExceptionRow>(id).DecideBy, task.ScheduledEnd);
        Assert.Equal("Decide on a price: Heat sensor, Meier AG", task.Subject);
        Assert.Contains("asks to sell 10 at 82 each. Approval level Team lead decides by", task.Description, StringComparison.Ordinal);
        Assert.Equal(task.Subject, desk.Beat.Read(TaskRow.Table, task.Id).ToEntity<TaskRow>().Subject);
    }

    [Fact]
    public void ATask_TellsNeitherMinimumNorFloorNorCost()
    {
        var desk = new ApprovalDesk(crm);
        var task = Tasks(Asked(desk, desk.Quoted(ApprovalDesk.OfManagement).Id)).Single();

        // Minimum 85, floor 70, cost 60; 9.00 a piece, 90.00 for the line and 10.59 percent below the minimum.
        foreach (var figure in new[] { "85", "70", "60", "9.0", "90", "10.59" }) Assert.DoesNotContain(figure, task.Subject + task.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, PriceExceptionStatusReason.Approved)]
    [InlineData(false, PriceExceptionStatusReason.Rejected)]
    public void ADecision_CompletesTheTask(bool approves, PriceExceptionStatusReason status)
    {
        var desk = new ApprovalDesk(crm);
        var id = Asked(desk, desk.Quoted().Id);

        ApprovalDesk.Decide(desk.Beat, id, approves);
        crm.RunJobs();

        Assert.Equal(status, desk.Status(id));
        Assert.Equal(TaskState.Completed, Tasks(id).Single().StateCode);
    }

    [Fact]
    public void WhatNeedsNoDecisionAnyMore_CancelsTheTask()
    {
        var desk = new ApprovalDesk(crm);
        var (changed, deleted, takenBack, late) = (desk.Quoted(), desk.Quoted(), desk.Quoted(), desk.Quoted());
        var ids = new[] { changed, deleted, takenBack, late }.Select(line => Asked(desk, line.Id, Crm.Today.AddDays(2))).ToList();

        crm.Service.Update(new QuoteLineRow { Id = changed.Id, Quantity = 9m });
        crm.Service.Delete(QuoteLineRow.Table, deleted.Id);
        desk.Anna.Call("kam_WithdrawPriceException", ("PriceExceptionId", ids[2]));
        crm.RunJobs();
        Assert.Equal(TaskState.Open, Tasks(ids[3]).Single().StateCode);
        crm.Clock.Advance(TimeSpan.FromDays(3));
        crm.Call("kam_EscalatePriceExceptions");
        crm.RunJobs();

        Assert.All(ids, id => Assert.Equal(TaskState.Canceled, Tasks(id).Single().StateCode));
    }

    [Fact]
    public void AnApprovedOneThatBecomesVoid_KeepsItsTaskCompleted()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);
        crm.RunJobs();

        crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = 9m });
        crm.RunJobs();

        Assert.DoesNotContain(Tasks(id), task => task.StateCode == TaskState.Open);
    }

    [Fact]
    public void Escalation_HandsTheTaskToTheNextTeam()
    {
        var desk = new ApprovalDesk(crm);
        var id = Asked(desk, desk.Quoted().Id);

        crm.Clock.Advance(TimeSpan.FromDays(4));
        crm.Call("kam_EscalatePriceExceptions");
        crm.RunJobs();

        var tasks = Tasks(id);
        Assert.Equal(TaskState.Canceled, tasks.Single(task => task.OwnerId!.Id == TeamOf(desk.Shop.TeamLead)).StateCode);
        var now = tasks.Single(task => task.OwnerId!.Id == TeamOf(desk.Shop.Management));
        Assert.Equal(TaskState.Open, now.StateCode);
        Assert.Equal(crm.Read<PriceExceptionRow>(id).DecideBy, now.ScheduledEnd);
    }

    [Fact]
    public void WhoStandsIn_HasATaskInHisLanguage_WhileItIsHisTurn()
    {
        var desk = new ApprovalDesk(crm);
        var standIn = new Member(crm, "KAM Pricing Approver");
        crm.Service.Update(new UserSettingsRow { Id = standIn.Id, UILanguageId = 1031 });
        var id = Asked(desk, desk.Quoted().Id, Crm.Today.AddDays(20));
        desk.Delegate(desk.Beat, standIn, Crm.Today, Crm.Today.AddDays(1));
        crm.RunJobs();

        var task = Tasks(id).Single(one => one.OwnerId!.Id == standIn.Id);
        Assert.Equal("Über einen Preis entscheiden: Heat sensor, Meier AG", task.Subject);
        Assert.Equal(TaskState.Open, task.StateCode);

        crm.Clock.Advance(TimeSpan.FromDays(2));
        crm.Call("kam_EscalatePriceExceptions");
        crm.RunJobs();
        Assert.Equal(TaskState.Canceled, crm.Read<TaskRow>(task.Id).StateCode);
        Assert.Equal(TaskState.Open, Tasks(id).Single(one => one.OwnerId!.Id == TeamOf(desk.Shop.TeamLead)).StateCode);
    }

    [Fact]
    public void ADelegationThatBeginsLater_BringsItsTasksWithTheDailyRun_AndADeletedOneTakesThemAway()
    {
        var desk = new ApprovalDesk(crm);
        var standIn = new Member(crm, "KAM Pricing Approver");
        var id = Asked(desk, desk.Quoted().Id, Crm.Today.AddDays(20));
        desk.Delegate(desk.Beat, standIn, Crm.Today.AddDays(1), Crm.Today.AddDays(9));
        crm.RunJobs();
        Assert.DoesNotContain(Tasks(id), task => task.OwnerId!.Id == standIn.Id);

        crm.Clock.Advance(TimeSpan.FromDays(1));
        crm.Call("kam_EscalatePriceExceptions");
        crm.RunJobs();
        Assert.Contains(Tasks(id), task => task.OwnerId!.Id == standIn.Id && task.StateCode == TaskState.Open);

        crm.Service.Delete(ApprovalDelegationRow.Table, crm.All<ApprovalDelegationRow>().Single().Id);
        crm.RunJobs();
        Assert.Equal(TaskState.Canceled, Tasks(id).Single(task => task.OwnerId!.Id == standIn.Id).StateCode);
    }

    [Fact]
    public void WhoAsked_GetsNoTaskToDecide()
    {
        var desk = new ApprovalDesk(crm);
        desk.Delegate(desk.Beat, desk.Anna, Crm.Today, Crm.Today.AddDays(1));

        var id = Asked(desk, desk.Quoted().Id);

        Assert.DoesNotContain(Tasks(id), task => task.OwnerId!.Id == desk.Anna.Id);
    }

    [Fact]
    public void RunningTwice_MakesNoSecondTask_AndOneClosedByHandStaysClosed()
    {
        var desk = new ApprovalDesk(crm);
        var standIn = new Member(crm, "KAM Pricing Approver");
        desk.Delegate(desk.Beat, standIn, Crm.Today, Crm.Today.AddDays(30));
        var id = Asked(desk, desk.Quoted().Id, Crm.Today.AddDays(20));
        var tasks = Tasks(id);
        Assert.Equal(2, tasks.Count);

        crm.Service.Update(new TaskRow { Id = tasks[0].Id, StateCode = TaskState.Completed });
        crm.Call("kam_EscalatePriceExceptions");
        crm.Call("kam_EscalatePriceExceptions");
        crm.RunJobs();

        Assert.Equal(tasks.Select(task => task.Id).Order(), Tasks(id).Select(task => task.Id).Order());
        Assert.Equal(TaskState.Completed, crm.Read<TaskRow>(tasks[0].Id).StateCode);
    }

    [Fact]
    public void ALevelThatIsNotToldByTask_HasNone_AndAnotherTeamTakesThemOver()
    {
        var desk = new ApprovalDesk(crm);
        crm.Service.Update(new ApprovalLevelRow { Id = desk.Shop.TeamLead, IsToldByTask = false });
        var id = Asked(desk, desk.Quoted().Id);
        Assert.Empty(Tasks(id));

        crm.Service.Update(new ApprovalLevelRow { Id = desk.Shop.TeamLead, IsToldByTask = true });
        crm.RunJobs();
        Assert.Equal(TaskState.Open, Tasks(id).Single().StateCode);

        var other = TeamOf(desk.Shop.Management);
        crm.Service.Update(new ApprovalLevelRow { Id = desk.Shop.TeamLead, TeamId = new EntityReference(TeamRow.Table, other) });
        crm.RunJobs();
        Assert.Equal(other, Tasks(id).Single(task => task.StateCode == TaskState.Open).OwnerId!.Id);
        Assert.Equal(2, Tasks(id).Count);
    }

    [Fact]
    public void ATeamThatMayOwnNoTask_LeavesOneToEachMemberWhoMayDecide()
    {
        var desk = new ApprovalDesk(crm);
        var without = crm.Create(new TeamRow { Name = "Without a role", BusinessUnitId = new EntityReference(BusinessUnitRow.Table, crm.Organisation.RootBusinessUnitId) });
        crm.Service.Update(new ApprovalLevelRow { Id = desk.Shop.TeamLead, TeamId = new EntityReference(TeamRow.Table, without) });
        foreach (var member in new[] { desk.Anna, desk.Beat, desk.Carla }) desk.Join(desk.Shop.TeamLead, member);

        var id = Asked(desk, desk.Quoted().Id);
        Assert.Equal(new[] { desk.Beat.Id, desk.Carla.Id }.Order(), Tasks(id).Select(task => task.OwnerId!.Id).Order());

        ApprovalDesk.Decide(desk.Carla, id);
        crm.RunJobs();
        Assert.All(Tasks(id), task => Assert.Equal(TaskState.Completed, task.StateCode));
    }

    [Fact]
    public void ATaskSomebodyMadeHimself_IsLeftAlone()
    {
        var desk = new ApprovalDesk(crm);
        var id = Asked(desk, desk.Quoted().Id);
        var own = crm.Create(new TaskRow { Subject = "Call them", RegardingObjectId = new EntityReference(PriceExceptionRow.Table, id) });

        ApprovalDesk.Decide(desk.Beat, id);
        crm.RunJobs();

        Assert.Equal(TaskState.Open, crm.Read<TaskRow>(own).StateCode);
    }

    [Fact]
    public void Tasks_TakeFiveRequestsToMakeAndThreeToClose()
    {
        var desk = new ApprovalDesk(crm);
        crm.RunJobs();
        var id = desk.Ask(desk.Quoted().Id);
        Assert.Equal(5, OfTasks(crm.RunJobs));

        ApprovalDesk.Decide(desk.Beat, id);
        Assert.Equal(3, OfTasks(crm.RunJobs));
    }

    private int OfTasks(Action action) => crm.FromPlugins(action).Count(one => one.FromPlugin!.Contains(".Approvals.Tasks.", StringComparison.Ordinal));

    private Guid Asked(ApprovalDesk desk, Guid line, DateTime? validUntil = null)
    {
        var id = desk.Ask(line, validUntil);
        crm.RunJobs();
        return id;
    }

    private Guid TeamOf(Guid level) => crm.Read<ApprovalLevelRow>(level).TeamId!.Id;

    private IReadOnlyList<TaskRow> Tasks(Guid exception) =>
        [.. crm.All<TaskRow>(TaskRow.Column.RegardingObjectId, exception).Where(task => task.Category is not null).OrderBy(task => task.Id)];
}
