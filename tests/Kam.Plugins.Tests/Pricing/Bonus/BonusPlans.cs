using System;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.Pricing.Bonus;

/// <summary>Plans of the calendar year 2026 as tests of bonuses need them.</summary>
internal static class BonusPlans
{
    public static readonly DateTime From = Crm.Day(2026, 1, 1), Until = Crm.Day(2026, 12, 31);

    /// <summary>A draft of the year: 90 days are over today, 31 March.</summary>
    public static Guid Draft(this Crm crm, string name = "Plan 2026", decimal? maximumPay = null) => crm.Create(new BonusPlanRow
    {
        Name = name,
        PeriodFrom = From,
        PeriodUntil = Until,
        PlannedRevenue = new Money(365_000m),
        StandardMarginPercent = 40m,
        MarginFallLimitPercent = 10m,
        MaximumPay = maximumPay is { } most ? new Money(most) : null,
    });

    /// <summary>Half the pay at the threshold, all of it at the target, one and a half times it at the cap; bounds of the whole year.</summary>
    public static Guid Component(this Crm crm, Guid plan, BonusDriverChoice driver, decimal targetPay, decimal threshold, decimal target, decimal cap) => crm.Create(new BonusComponentRow
    {
        Name = driver.ToString(),
        BonusPlanId = new EntityReference(BonusPlanRow.Table, plan),
        Driver = driver,
        TargetPay = new Money(targetPay),
        Threshold = threshold,
        Target = target,
        Cap = cap,
        ThresholdPayPercent = 50m,
        CapPayPercent = 150m,
    });

    public static void PutInForce(this Crm crm, Guid plan) => crm.Service.Update(new BonusPlanRow { Id = plan, StatusCode = BonusPlanStatusReason.InForce });

    public static Guid Cover(this Crm crm, Guid plan, Member manager, DateTime? entryOn = null, DateTime? leaveOn = null) => crm.Create(new BonusParticipantRow
    {
        Name = "Mia",
        BonusPlanId = new EntityReference(BonusPlanRow.Table, plan),
        KeyAccountManagerId = new EntityReference(UserRow.Table, manager.Id),
        EntryOn = entryOn,
        LeaveOn = leaveOn,
    });

    /// <summary>The plan in force that pays 3,650 for a margin of 36,500 in the year, 100 a day, half of it from 18,250 on, covering a manager.</summary>
    public static Guid OnMargin(this Crm crm, Member manager)
    {
        var plan = crm.Draft();
        crm.Component(plan, BonusDriverChoice.Margin, 3_650m, 18_250m, 36_500m, 73_000m);
        crm.PutInForce(plan);
        crm.Cover(plan, manager);
        return plan;
    }
}
