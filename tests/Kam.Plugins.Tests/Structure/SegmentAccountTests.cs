using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>Segments begin at 85 (Key), 70 (A), 55 (B), 35 (C) and 0 (D); three points of hysteresis.</summary>
public sealed class SegmentAccountTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory, InlineData(85.00, "Key"), InlineData(84.99, "A"), InlineData(70.00, "A"), InlineData(69.99, "B"), InlineData(55.00, "B"), InlineData(54.99, "C"), InlineData(35.00, "C"), InlineData(34.99, "D"), InlineData(0.00, "D")]
    public void ANewAccount_ComesIntoTheSegmentOfItsScore(decimal score, string segment) => Assert.Equal(segment, crm.Segmented(crm.Scored("Meier AG", score)));

    [Fact]
    public void ScorePotentialAndWillingness_MakeOneIndexByTheirWeights()
    {
        var account = crm.Create(new AccountRow { Name = "Meier AG", ValueScore = 80m, PotentialRevenue = new Money(2_000_000m), WillingnessToPartner = 3 });

        var answer = crm.Call("kam_SegmentAccount", ("AccountId", account));

        // (80 x 60 + 100 x 25 + 50 x 15) / 100
        Assert.Equal(80.50m, answer["Index"]);
        Assert.Equal(true, answer["IsChanged"]);
        Assert.Equal(crm.Segment("A").Id, answer["SegmentId"]);
        var stored = crm.Read<AccountRow>(account);
        Assert.Equal(80.50m, stored.SegmentIndex);
        Assert.Equal(120m, stored.CareHours);
        Assert.Contains("Segment index 80.50: A, which begins at 70", (string)answer["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnwillingCustomer_IsNoKeyAccount()
    {
        var account = crm.Create(new AccountRow { Name = "Meier AG", ValueScore = 100m, PotentialRevenue = new Money(2_000_000m), WillingnessToPartner = 2 });
        Assert.Equal("B", crm.Segmented(account));
        Assert.Contains("By its figures it would be Key", crm.History(account).Single().Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyAccount_PlansWithUs()
    {
        var account = crm.Create(new AccountRow { Name = "Meier AG", ValueScore = 100m, PotentialRevenue = new Money(2_000_000m), WillingnessToPartner = 3 });
        Assert.Equal("A", crm.Segmented(account));
        crm.Service.Update(new AccountRow { Id = account, WillingnessToPartner = 4 });
        Assert.Equal("Key", crm.Segmented(account));
        Assert.Equal(240m, crm.Read<AccountRow>(account).CareHours);
    }

    [Fact]
    public void AnAccountOfWhichNothingIsKnown_HasNoSegment()
    {
        var account = crm.Account("Meier AG");
        var answer = crm.Call("kam_SegmentAccount", ("AccountId", account));
        Assert.Null(crm.Read<AccountRow>(account).SegmentId);
        Assert.Equal(false, answer["IsChanged"]);
        Assert.Empty(crm.History(account));
    }

    [Fact]
    public void AScoreWithinTheHysteresis_LeavesTheAccountWhereItIs()
    {
        var account = crm.Scored("Meier AG", 72m);
        Assert.Equal("A", crm.Segmented(account));
        crm.Value(account, 67m);
        Assert.Equal("A", crm.Segmented(account));
        Assert.Equal(67m, crm.Read<AccountRow>(account).SegmentIndex);
        crm.Value(account, 66.99m);
        Assert.Equal("B", crm.Segmented(account));
        crm.Value(account, 72.99m);
        Assert.Equal("B", crm.Segmented(account));
        crm.Value(account, 73m);
        Assert.Equal("A", crm.Segmented(account));
    }

    [Fact]
    public void TheHistoryOfAnAccountThatIsMerged_GoesToTheOneThatIsKept()
    {
        Guid kept = crm.Scored("Meier AG", 72m), gone = crm.Scored("Meier A.G.", 40m);
        crm.Segmented(kept);
        crm.Segmented(gone);

        crm.Service.Execute(new MergeRequest { Target = new EntityReference(AccountRow.Table, kept), SubordinateId = gone, UpdateContent = new Entity(AccountRow.Table), PerformParentingChecks = false });

        Assert.Equal(2, crm.History(kept).Count);
        Assert.Empty(crm.History(gone));
    }

    [Fact]
    public void EveryChange_IsAHistoryRowThatSaysWhy()
    {
        var account = crm.Scored("Meier AG", 72m);
        crm.Segmented(account);
        crm.Clock.Advance(TimeSpan.FromDays(1));
        crm.Value(account, 40m);
        crm.Segmented(account);
        crm.Segmented(account);

        var history = crm.History(account);

        Assert.Equal(2, history.Count);
        Assert.Equal(CauseOfTheAssignmentChoice.First, history[0].Cause);
        Assert.Null(history[0].PreviousSegmentId);
        Assert.Equal(CauseOfTheAssignmentChoice.Computed, history[1].Cause);
        Assert.Equal(crm.Segment("A").Id, history[1].PreviousSegmentId!.Id);
        Assert.Equal(crm.Segment("C").Id, history[1].SegmentId!.Id);
        Assert.Equal(Crm.Today.AddDays(1), history[1].AssignedOn);
        Assert.Equal(40m, history[1].ValueScore);
        Assert.Equal("Meier AG: C", history[1].Name);
        Assert.Contains("\"key\":\"structure.indexIs\"", history[1].ExplanationData, StringComparison.Ordinal);
    }

    [Fact]
    public void SegmentingAgain_WritesNothing()
    {
        var account = crm.Scored("Meier AG", 72m);
        crm.Segmented(account);
        var sent = crm.SentBy("SegmentAccount", () => crm.Segmented(account));
        Assert.Equal(["Retrieve account", "RetrieveMultiple kam_segment", "RetrieveMultiple environmentvariabledefinition", "RetrieveMultiple kam_segmentoverride", "Retrieve account", "Retrieve usersettings"], sent);
    }

    [Fact]
    public void AChangedScore_IsFollowedByTheSegmentInAJob()
    {
        var account = crm.Scored("Meier AG", 72m);
        crm.Segmented(account);
        crm.Value(account, 20m);
        Assert.NotNull(crm.Read<AccountRow>(account).SegmentStaleOn);
        Assert.Equal("A", crm.SegmentOf(account));

        crm.RunJobs();

        Assert.Equal("D", crm.SegmentOf(account));
        Assert.Null(crm.Read<AccountRow>(account).SegmentStaleOn);
    }

    [Fact]
    public void NobodySetsASegmentPastTheRule()
    {
        var account = crm.Scored("Meier AG", 20m);
        crm.Segmented(account);
        var better = crm.Segment("A").ToEntityReference();
        Assert.Equal(["KAM-STR-030"], Crm.CodesOf(() => crm.Service.Update(new AccountRow { Id = account, SegmentId = better })));
        Assert.Equal(["KAM-STR-030", "KAM-STR-030"], Crm.CodesOf(() => crm.Service.Update(new AccountRow { Id = account, SegmentId = better, SegmentIndex = 99m })));
        Assert.Equal(["KAM-STR-030"], Crm.CodesOf(() => crm.Create(new AccountRow { Name = "Huber AG", SegmentId = better })));
        Assert.Equal("D", crm.SegmentOf(account));
        // Sending what is stored is no change.
        crm.Service.Update(new AccountRow { Id = account, SegmentId = crm.Segment("D").ToEntityReference() });
    }

    [Fact]
    public void TheHistory_IsWrittenByNobodyElseAndNeverChanged()
    {
        var account = crm.Scored("Meier AG", 20m);
        crm.Segmented(account);
        var row = crm.History(account).Single();
        Assert.Equal(["KAM-STR-031"], Crm.CodesOf(() => crm.Service.Update(new SegmentAssignmentRow { Id = row.Id, Reason = "Better so" })));
        Assert.Equal(["KAM-STR-031"], Crm.CodesOf(() => crm.Service.Update(new SegmentAssignmentRow { Id = row.Id, StateCode = SegmentAssignmentState.Inactive })));
        Assert.Equal(["KAM-STR-031"], Crm.CodesOf(() => crm.Create(new SegmentAssignmentRow { AccountId = row.AccountId, SegmentId = row.SegmentId, AssignedOn = Crm.Today, Cause = CauseOfTheAssignmentChoice.Computed })));
    }

    [Fact]
    public void WithoutAPolicyInUse_NothingIsSegmented()
    {
        var policy = crm.Segment("A").SegmentationPolicyId!.Id;
        crm.Service.Update(new SegmentationPolicyRow { Id = policy, StateCode = SegmentationPolicyState.Inactive, StatusCode = SegmentationPolicyStatusReason.Retired });
        Assert.Equal(["KAM-STR-010"], Crm.CodesOf(() => crm.Segmented(crm.Scored("Meier AG", 20m))));
    }
}
