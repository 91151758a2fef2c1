using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Reviews;

/// <summary>kam_ReviewConditions through the packed zip: an agreement of 2026 whose concessions are due today, 31 March.</summary>
public sealed class ReviewConditionsTests : IDisposable
{
    private static readonly DateTime Begin = Crm.Day(2026, 1, 1), Day = Crm.Day(2026, 2, 2);

    private readonly Crm crm;
    private readonly Guid account, sensor;

    public ReviewConditionsTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        account = crm.Account("Meier AG");
        sensor = crm.Product("Sensor", crm.Family("Sensors"));
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void APromiseOfVolumeThatWasKept_GoesOn()
    {
        var line = Due(Promise(ConditionKindChoice.Volume, 100m));
        crm.Sell(account, Day, sensor, 100m, 9m, 5m);

        var answer = crm.Call("kam_ReviewConditions");

        Assert.Equal(1, answer["ReviewedCount"]);
        Assert.Equal(0, answer["MissedCount"]);
        var reviewed = crm.Read<PriceAgreementLineRow>(line);
        Assert.Equal(ReviewOutcomeChoice.Kept, reviewed.ReviewOutcome);
        Assert.Equal(100m, reviewed.Granted!.Value);         // 900 is what 10 % left of 1,000
        Assert.Equal(0m, reviewed.Clawback!.Value);
        Assert.Equal(PriceAgreementLineState.Active, reviewed.StateCode);
        Assert.Empty(crm.All<TaskRow>());
    }

    [Fact]
    public void APromiseThatWasMissed_EndsTheConcession_AndIsClaimedBackByATask()
    {
        var promise = Promise(ConditionKindChoice.Volume, 100m);
        promise.ClawbackPercent = 50m;
        var line = Due(promise);
        crm.Sell(account, Day, sensor, 99m, 10m, 5m);
        crm.Sell(account, Crm.Day(2025, 12, 31), sensor, 500m, 10m, 5m);        // before the agreement

        Assert.Equal(1, crm.Call("kam_ReviewConditions")["MissedCount"]);

        var reviewed = crm.Read<PriceAgreementLineRow>(line);
        Assert.Equal(ReviewOutcomeChoice.Missed, reviewed.ReviewOutcome);
        Assert.Equal(110m, reviewed.Granted!.Value);         // 990 / 90 % x 10 %
        Assert.Equal(55m, reviewed.Clawback!.Value);
        Assert.Equal(PriceAgreementLineState.Inactive, reviewed.StateCode);
        var task = Assert.Single(crm.All<TaskRow>());
        Assert.Equal(account, task.RegardingObjectId!.Id);
        Assert.Contains("55", task.Subject, StringComparison.Ordinal);
        Assert.Contains("Sensors for volume", task.Subject, StringComparison.Ordinal);

        Assert.Equal(0, crm.Call("kam_ReviewConditions")["ReviewedCount"]);
        Assert.Single(crm.All<TaskRow>());
    }

    [Theory]
    [InlineData(ConditionKindChoice.Loyalty, 1, ReviewOutcomeChoice.Kept)]
    [InlineData(ConditionKindChoice.Loyalty, 2, ReviewOutcomeChoice.Missed)]
    [InlineData(ConditionKindChoice.CrossSell, 2, ReviewOutcomeChoice.Kept)]
    [InlineData(ConditionKindChoice.CrossSell, 3, ReviewOutcomeChoice.Missed)]
    [InlineData(ConditionKindChoice.Growth, 50, ReviewOutcomeChoice.Kept)]
    [InlineData(ConditionKindChoice.Growth, 51, ReviewOutcomeChoice.Missed)]
    [InlineData(ConditionKindChoice.Payment, 1, ReviewOutcomeChoice.Unmeasured)]
    public void EachKind_IsMeasuredOnWhatWasDelivered(ConditionKindChoice kind, int required, ReviewOutcomeChoice outcome)
    {
        var line = Due(Promise(kind, required));
        crm.Sell(account, Crm.Day(2025, 3, 1), sensor, 1m, 10m, 5m);              // a customer for thirteen months
        crm.Sell(account, Crm.Day(2025, 11, 3), sensor, 100m, 10m, 6m);            // margin 400 in the 90 days before
        crm.Sell(account, Day, sensor, 100m, 10m, 6m);
        crm.Sell(account, Day, crm.Product("Cable", crm.Family("Cables")), 100m, 5m, 3m);    // 600 now, in two families

        crm.Call("kam_ReviewConditions");

        Assert.Equal(outcome, crm.Read<PriceAgreementLineRow>(line).ReviewOutcome);
    }

    [Fact]
    public void GrowthWithoutKnownCost_IsLookedAtByAPerson()
    {
        var line = Due(Promise(ConditionKindChoice.Growth, 10m));
        crm.Sell(account, Crm.Day(2025, 11, 3), sensor, 100m, 10m, 6m);
        crm.Sell(account, Day, null, 100m, 10m, null);

        crm.Call("kam_ReviewConditions");

        Assert.Equal(ReviewOutcomeChoice.Unmeasured, crm.Read<PriceAgreementLineRow>(line).ReviewOutcome);
        Assert.Empty(crm.All<TaskRow>());
    }

    [Fact]
    public void WhatIsNotDueYet_OrNotPromised_IsLeftAlone()
    {
        var later = Promise(ConditionKindChoice.Volume, 100m);
        later.ReviewOn = Crm.Today.AddDays(1);
        var plain = new PriceAgreementLineRow { Name = "Plain", ProductId = new EntityReference(ProductRow.Table, sensor), DiscountPercent = 5m };
        Due(later, plain);

        Assert.Equal(0, crm.Call("kam_ReviewConditions")["ReviewedCount"]);
    }

    [Fact]
    public void WhatWasEnteredAsGranted_IsTaken()
    {
        var promise = Promise(ConditionKindChoice.Volume, 100m);
        promise.Granted = new Money(1_234m);
        var line = Due(promise);

        crm.Call("kam_ReviewConditions");

        Assert.Equal(1_234m, crm.Read<PriceAgreementLineRow>(line).Clawback!.Value);
    }

    [Fact]
    public void MoreThanAPage_IsReviewedCallByCall_InAFewRequestsEach()
    {
        Due([.. Enumerable.Range(1, 60).Select(_ => Promise(ConditionKindChoice.Volume, 0m))]);
        var calls = new List<int>();

        var cursor = "";
        do
        {
            OrganizationResponse answer = null!;
            var sent = crm.FromPlugins(() => answer = crm.Call("kam_ReviewConditions", ("Cursor", cursor)));
            cursor = (string)answer["NextCursor"];
            calls.Add((int)answer["ReviewedCount"]);
            Assert.InRange(sent.Count, 1, 4 + ((int)answer["ReviewedCount"] * 7));
        }
        while (cursor.Length > 0);

        Assert.Equal([50, 10], calls);
    }

    [Fact]
    public void TheService_Reviews_AnApproverDoesNot()
    {
        Due(Promise(ConditionKindChoice.Volume, 100m));

        Assert.ThrowsAny<Exception>(() => new Member(crm, "KAM Pricing Approver").Call("kam_ReviewConditions"));
        Assert.Equal(1, new Member(crm, "KAM Service").Call("kam_ReviewConditions")["ReviewedCount"]);
    }

    // Ten percent on sensors, due today, all of it claimed back.
    private PriceAgreementLineRow Promise(ConditionKindChoice kind, decimal required) => new()
    {
        Name = $"Sensors for {kind.ToString().ToLowerInvariant()}",
        ProductId = new EntityReference(ProductRow.Table, sensor),
        DiscountPercent = 10m,
        ConditionKind = kind,
        Required = required,
        ReviewOn = Crm.Today,
        ClawbackPercent = 100m,
    };

    private Guid Due(params PriceAgreementLineRow[] lines)
    {
        var agreement = crm.Create(new PriceAgreementRow { Name = "Agreement 2026", AccountId = new EntityReference(AccountRow.Table, account), ValidFrom = Begin, ValidUntil = Crm.Day(2026, 12, 31) });
        var last = Guid.Empty;
        foreach (var line in lines)
        {
            line.PriceAgreementId = new EntityReference(PriceAgreementRow.Table, agreement);
            last = crm.Create(line);
        }
        crm.Service.Update(new PriceAgreementRow { Id = agreement, StatusCode = PriceAgreementStatusReason.InForce });
        return last;
    }
}
