using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>What each person finds in the views of price exceptions, and who may delegate.</summary>
public sealed class ApprovalViewsTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void WaitingForMe_HasWhatMyLevelDecides_AndWhatIStandInFor()
    {
        var desk = new ApprovalDesk(crm);
        var standIn = new Member(crm, "KAM Pricing Approver");
        desk.Delegate(desk.Beat, standIn, Crm.Today, Crm.Today.AddDays(1));
        desk.Delegate(desk.Carla, standIn, Crm.Today.AddDays(1), Crm.Today.AddDays(2));
        var (low, high) = (desk.Ask(desk.Quoted().Id), desk.Ask(desk.Quoted(ApprovalDesk.OfManagement).Id));
        desk.Approved(desk.Quoted().Id);

        Assert.Equal([low], Found(desk.Beat, "Price exceptions waiting for me"));
        Assert.Equal([high], Found(desk.Carla, "Price exceptions waiting for me"));
        Assert.Equal([low], Found(standIn, "Price exceptions waiting for me"));
        Assert.Empty(Found(desk.Anna, "Price exceptions waiting for me"));
        crm.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, Found(standIn, "Price exceptions waiting for me").Length);
    }

    [Fact]
    public void MyRequests_AndThoseThatExpire()
    {
        var desk = new ApprovalDesk(crm);
        var (mine, soon) = (desk.Ask(desk.Quoted().Id), desk.Approved(desk.Quoted().Id, Crm.Today.AddDays(5)));
        desk.Approved(desk.Quoted().Id);

        Assert.Equal(3, Found(desk.Anna, "My requests").Length);
        Assert.Contains(mine, Found(desk.Anna, "My requests"));
        Assert.Empty(Found(desk.Beat, "My requests"));
        Assert.Equal([soon], Found(desk.Beat, "Approvals expiring within 14 days"));
    }

    [Fact]
    public void NobodyGivesHimselfTheSignatureOfSomebodyElse()
    {
        var desk = new ApprovalDesk(crm);

        Assert.Equal(["KAM-PRC-150"], Crm.CodesOf(() => Delegates(desk.Beat, desk.Carla, desk.Beat)));
        Assert.Equal(["KAM-PRC-150"], Crm.CodesOf(() => Delegates(desk.Beat, desk.Beat, desk.Beat)));
        Delegates(desk.Beat, desk.Beat, desk.Carla);
        Assert.Equal(["KAM-PRC-150"], Crm.CodesOf(() => desk.Beat.Service.Update(new ApprovalDelegationRow
        {
            Id = crm.All<ApprovalDelegationRow>()[0].Id,
            FromUserId = new EntityReference(UserRow.Table, desk.Carla.Id),
            ToUserId = new EntityReference(UserRow.Table, desk.Beat.Id),
        })));
    }

    [Fact]
    public void ThreeLevels_ComeAlong_WithoutTeams()
    {
        var levels = crm.All<ApprovalLevelRow>().OrderBy(level => level.Rank).ToList();

        Assert.Equal(["Team lead", "Sales director", "Management"], levels.Select(level => level.Name));
        Assert.Equal([5m, 12m, 25m], levels.Select(level => level.MaximumDeviationPercent!.Value));
        Assert.Equal([2_000m, 20_000m, 250_000m], levels.Select(level => level.MaximumAmount!.Value));
        Assert.All(levels, level => Assert.Null(level.TeamId));
    }

    private static void Delegates(Member who, Member from, Member to) => who.Service.Create(new ApprovalDelegationRow
    {
        Name = "Holidays",
        FromUserId = new EntityReference(UserRow.Table, from.Id),
        ToUserId = new EntityReference(UserRow.Table, to.Id),
        ValidFrom = Crm.Today,
        ValidUntil = Crm.Today,
    });

    private Guid[] Found(Member who, string view)
    {
        var query = new QueryExpression("savedquery") { ColumnSet = new ColumnSet("fetchxml") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, view);
        query.Criteria.AddCondition("returnedtypecode", ConditionOperator.Equal, PriceExceptionRow.Table);
        var fetch = crm.Service.RetrieveMultiple(query).Entities.Single().GetAttributeValue<string>("fetchxml");
        return [.. who.Service.RetrieveMultiple(new FetchExpression(fetch)).Entities.Select(row => row.Id)];
    }
}
