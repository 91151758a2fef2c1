using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Bonus;

/// <summary>kam_StateBonus through the packed zip: the plan runs over 2026, today is its 90th day of 365.</summary>
public sealed class StateBonusTests : IDisposable
{
    private static readonly DateTime Day = Crm.Day(2026, 2, 2), YearBefore = Crm.Day(2025, 2, 3);

    private readonly Crm crm;
    private readonly Member manager;
    private readonly Guid account;

    public StateBonusTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
        account = manager.Given(AccountRow.Table, crm.Account("Meier AG"));
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void HalfwayToTheTarget_PaysByTheCurveAndByTheShareOfThePeriod()
    {
        var plan = crm.OnMargin(manager);
        crm.Order(account, Day, 16_750m, 10_000m);          // margin 6,750: three quarters of 9,000, the target of 90 days

        var answer = State(plan);

        Assert.Equal(675m, answer["Pay"]);                  // 75 % of 3,650 x 90/365
        Assert.Equal(675m, answer["Due"]);
        Assert.Equal(true, answer["IsNew"]);
        var statement = crm.Read<BonusStatementRow>((Guid)answer["BonusStatementId"]);
        Assert.Equal(BonusPlans.From, statement.PeriodFrom);
        Assert.Equal(Crm.Today, statement.PeriodUntil);
        Assert.Equal(24.6575m, statement.SharePercent);
        Assert.Equal(6_750m, statement.Margin!.Value);
        Assert.False(statement.IsCorrection);
        Assert.Equal(manager.Id, statement.OwnerId!.Id);
        var part = Assert.Single(crm.All<BonusPartRow>());
        Assert.Equal(75m, part.PayPercent);
        Assert.Equal(675m, part.Pay!.Value);
        Assert.Equal(6_750m, part.Reached);
    }

    [Fact]
    public void TheSameAgain_WritesNothing_AChangeInDaysStatedBefore_BecomesTheDifference()
    {
        var plan = crm.OnMargin(manager);
        crm.Order(account, Day, 16_750m, 10_000m);
        var first = State(plan);
        Assert.Equal(false, State(plan)["IsNew"]);
        Assert.Equal(first["BonusStatementId"], State(plan)["BonusStatementId"]);

        crm.Order(account, Day, -1_125m, -0m);               // goods taken back
        var corrected = State(plan);

        Assert.Equal(562.50m, corrected["Pay"]);
        Assert.Equal(-112.50m, corrected["Due"]);
        var statement = crm.Read<BonusStatementRow>((Guid)corrected["BonusStatementId"]);
        Assert.True(statement.IsCorrection);
        Assert.Equal(first["BonusStatementId"], statement.CorrectsId!.Id);
        Assert.Equal(675m, statement.StatedBefore!.Value);
        Assert.Equal(675m, crm.Read<BonusStatementRow>((Guid)first["BonusStatementId"]).Pay!.Value);
        Assert.Equal(562.50m, crm.All<BonusStatementRow>().Sum(row => row.Correction!.Value));
    }

    [Fact]
    public void ALaterDay_PaysWhatIsMissing_AnEarlierOneIsRefused()
    {
        var plan = crm.OnMargin(manager);
        crm.Order(account, Day, 16_750m, 10_000m);
        State(plan, Crm.Day(2026, 2, 28));

        var later = State(plan);

        Assert.Equal((decimal)later["Pay"] - crm.All<BonusStatementRow>(BonusStatementRow.Column.Sequence, 1).Single().Pay!.Value, later["Due"]);
        Assert.False(crm.Read<BonusStatementRow>((Guid)later["BonusStatementId"]).IsCorrection);
        Assert.Equal(["KAM-PRC-074"], Crm.CodesOf(() => State(plan, Crm.Day(2026, 3, 1))));
    }

    [Fact]
    public void WhoEntersLater_HasFewerDaysAndLowerBounds()
    {
        var plan = crm.Draft();
        crm.Component(plan, BonusDriverChoice.Margin, 3_650m, 18_250m, 36_500m, 73_000m);
        crm.PutInForce(plan);
        crm.Cover(plan, manager, entryOn: Crm.Day(2026, 3, 1));
        crm.Order(account, Day, 16_750m, 10_000m);                       // before the entry
        crm.Order(account, Crm.Day(2026, 3, 2), 5_000m, 1_900m);         // margin 3,100: the target of 31 days

        Assert.Equal(310m, State(plan)["Pay"]);
        Assert.Equal(Crm.Day(2026, 3, 1), Assert.Single(crm.All<BonusStatementRow>()).PeriodFrom);
    }

    [Fact]
    public void WhoLeaves_IsStatedUpToThatDay_AndOwesWhatWasStatedBeyond()
    {
        var plan = crm.Draft();
        crm.Component(plan, BonusDriverChoice.Margin, 3_650m, 18_250m, 36_500m, 73_000m);
        crm.PutInForce(plan);
        var participant = crm.Cover(plan, manager);
        crm.Order(account, Crm.Day(2026, 3, 20), 20_000m, 11_000m);      // margin 9,000: the target of 90 days
        Assert.Equal(900m, State(plan)["Pay"]);

        crm.Service.Update(new BonusParticipantRow { Id = participant, LeaveOn = Crm.Day(2026, 3, 10) });
        var answer = State(plan);

        Assert.Equal(0m, answer["Pay"]);
        Assert.Equal(-900m, answer["Due"]);
    }

    [Fact]
    public void WhenMarginFellTooFar_RevenuePaysNothing_AndSaysWhy()
    {
        var plan = crm.Draft();
        crm.Component(plan, BonusDriverChoice.Revenue, 3_650m, 36_500m, 73_000m, 146_000m);
        crm.PutInForce(plan);
        crm.Cover(plan, manager);
        crm.Order(account, YearBefore, 20_000m, 10_000m);
        crm.Order(account, Day, 100_000m, 91_100m);                      // margin 8,900 instead of 10,000: more than a tenth less

        Assert.Equal(0m, State(plan)["Pay"]);
        var part = Assert.Single(crm.All<BonusPartRow>());
        Assert.True(part.PayPercent > 0m);
        Assert.Contains("Margin fell too far", part.Reason, StringComparison.Ordinal);
        Assert.Equal(10_000m, Assert.Single(crm.All<BonusStatementRow>()).MarginBefore!.Value);
    }

    [Fact]
    public void RevenueCountsAsFarAsMarginBacksIt_NewFamiliesAsCrossSelling()
    {
        var plan = crm.Draft();
        crm.Component(plan, BonusDriverChoice.Revenue, 3_650m, 36_500m, 73_000m, 146_000m);
        crm.Component(plan, BonusDriverChoice.CrossSell, 365m, 0m, 3_650m, 7_300m);
        crm.PutInForce(plan);
        crm.Cover(plan, manager);
        var known = crm.Product("Sensor", crm.Family("Sensors"));
        var fresh = crm.Product("Cable", crm.Family("Cables"));
        crm.Sell(account, YearBefore, known, 1m, 1_000m, 900m);
        crm.Sell(account, Day, known, 1m, 50_000m, 44_000m);             // backs 15,000 at 40 %, not 50,000
        crm.Sell(account, Day, fresh, 1m, 2_000m, 1_100m);               // 900 of a new family: the target of 90 days

        State(plan);

        var parts = crm.All<BonusPartRow>();
        Assert.Equal(17_250m, parts.Single(part => part.Driver == BonusDriverChoice.Revenue).Reached);   // 6,900 / 40 %
        Assert.Equal(900m, parts.Single(part => part.Driver == BonusDriverChoice.CrossSell).Reached);
        Assert.Equal(90m, parts.Single(part => part.Driver == BonusDriverChoice.CrossSell).Pay!.Value);
    }

    [Fact]
    public void PriceRealisation_IsHeldAgainstTheTargetOfSegmentAndFamily()
    {
        var plan = crm.Draft();
        crm.Component(plan, BonusDriverChoice.PriceRealisation, 3_650m, 90m, 100m, 110m);
        crm.PutInForce(plan);
        crm.Cover(plan, manager);
        var segment = crm.Segment(crm.Policy(), 1);
        var family = crm.Family("Sensors");
        crm.Create(new PriceCorridorRow
        {
            Name = "Sensors in 1",
            SegmentId = new EntityReference(SegmentRow.Table, segment),
            FamilyId = new EntityReference(ProductRow.Table, family),
            Target = new Money(100m),
            Minimum = new Money(90m),
            Floor = new Money(80m),
            ValidFrom = BonusPlans.From,
        });
        crm.Sell(account, Day, crm.Product("Sensor", family), 450m, 90m, 50m);      // 4,500 below target, 5 % of the 90,000 planned
        crm.PutInto(account, segment);

        State(plan);

        var part = Assert.Single(crm.All<BonusPartRow>());
        Assert.Equal(95m, part.Reached);
        Assert.Equal(675m, part.Pay!.Value);                             // 75 % of 900
    }

    [Fact]
    public void LinesWithoutCost_EarnNothingAndAreCounted()
    {
        var plan = crm.OnMargin(manager);
        crm.Order(account, Day, 50_000m);

        Assert.Equal(0m, State(plan)["Pay"]);
        Assert.Equal(1, Assert.Single(crm.All<BonusStatementRow>()).LinesWithoutCost);
    }

    [Fact]
    public void AStatement_TakesAFewRequests()
    {
        var plan = crm.OnMargin(manager);
        crm.Order(account, Day, 16_750m, 10_000m);

        var sent = crm.FromPlugins(() => State(plan));

        Assert.Single(sent, request => request.MessageName == "Create" && request.Table == BonusStatementRow.Table);
        Assert.InRange(sent.Count, 5, 22);
    }

    [Fact]
    public void AManager_ReadsHisOwnStatement_NotItsMargin_AndNobodyElses()
    {
        var plan = crm.OnMargin(manager);
        var other = new Member(crm, "KAM", "KAM Lead");
        crm.Cover(plan, other);
        crm.Order(account, Day, 16_750m, 10_000m);
        var mine = (Guid)State(plan)["BonusStatementId"];
        crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", other.Id));

        var seen = Assert.Single(manager.Service.RetrieveMultiple(new QueryExpression(BonusStatementRow.Table) { ColumnSet = new ColumnSet(true) }).Entities).ToEntity<BonusStatementRow>();
        Assert.Equal(mine, seen.Id);
        Assert.Equal(675m, seen.Pay!.Value);
        Assert.Null(seen.Margin);
        Assert.Null(Assert.Single(manager.Service.RetrieveMultiple(new QueryExpression(BonusPartRow.Table) { ColumnSet = new ColumnSet(true) }).Entities).ToEntity<BonusPartRow>().Reached);
        Assert.ThrowsAny<Exception>(() => manager.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", manager.Id)));
        Assert.ThrowsAny<Exception>(() => manager.Service.RetrieveMultiple(new QueryExpression(BonusPlanRow.Table)));
        Assert.Equal(2, new Member(crm, "KAM Controller").Service.RetrieveMultiple(new QueryExpression(BonusStatementRow.Table)).Entities.Count);
    }

    [Fact]
    public void WhatCannotBeStated_IsRefusedByName()
    {
        var draft = crm.Draft("Draft");
        Assert.Equal(["KAM-PRC-071"], Crm.CodesOf(() => State(draft)));
        Assert.Equal(["KAM-GEN-005"], Crm.CodesOf(() => State(Guid.NewGuid())));
        var plan = crm.OnMargin(manager);
        Assert.Equal(["KAM-PRC-072"], Crm.CodesOf(() => crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", crm.Organisation.AdministratorId))));
        Assert.Equal(["KAM-PRC-073"], Crm.CodesOf(() => State(plan, Crm.Day(2025, 12, 31))));
        Assert.Equal(["KAM-PRC-073"], Crm.CodesOf(() => State(plan, Crm.Day(2026, 4, 1))));
    }

    private OrganizationResponse State(Guid plan, DateTime? until = null) => until is { } day
        ? crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", manager.Id), ("Until", day))
        : crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", manager.Id));
}
