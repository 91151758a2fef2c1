using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

public sealed class PolicyTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    private Guid Policy(decimal hysteresis = 3m, decimal lower = 80m, decimal upper = 105m) => crm.Create(new SegmentationPolicyRow
    {
        Name = "Next year",
        ScoreWeight = 1m,
        PotentialWeight = 0m,
        WillingnessWeight = 0m,
        PotentialForAll = new Money(1_000_000m),
        HysteresisPoints = hysteresis,
        LongestOverrideDays = 90,
        LowerLoadPercent = lower,
        UpperLoadPercent = upper,
        GoodRelationship = 3,
        ContactsForFullDensity = 4,
        SingleThreadPercent = 60m,
    });

    private Guid Segment(Guid policy, string name, int rank, decimal from, decimal hours = 10m) => crm.Create(new SegmentRow
    {
        Name = name,
        SegmentationPolicyId = new EntityReference(SegmentationPolicyRow.Table, policy),
        Rank = rank,
        EntryIndex = from,
        MinimumWillingness = 1,
        CoverageHours = hours,
    });

    private void PutInUse(Guid policy) => crm.Service.Update(new SegmentationPolicyRow { Id = policy, StatusCode = SegmentationPolicyStatusReason.InUse });

    private Guid InUse => crm.Segment("A").SegmentationPolicyId!.Id;

    [Fact]
    public void ANewPolicy_RetiresTheOneBeforeAndSegmentsByItsOwnBounds()
    {
        var old = InUse;
        var policy = Policy();
        Segment(policy, "Key", 1, 50m, 200m);
        Segment(policy, "Other", 2, 0m);
        var account = crm.Scored("Meier AG", 60m);
        Assert.Equal("B", crm.Segmented(account));

        PutInUse(policy);

        Assert.Equal(SegmentationPolicyStatusReason.Retired, crm.Read<SegmentationPolicyRow>(old).StatusCode);
        Assert.Equal("Key", crm.Segmented(account));
        Assert.Equal(200m, crm.Read<AccountRow>(account).CareHours);
    }

    [Fact]
    public void APolicyThatIsNotSound_IsNotPutInUse_AndAllThatIsWrongIsSaid()
    {
        var policy = Policy(hysteresis: 30m, lower: 110m);
        Segment(policy, "Key", 2, 50m);
        Segment(policy, "Other", 1, 20m);
        Assert.Equal(["KAM-STR-004", "KAM-STR-007", "KAM-STR-008", "KAM-STR-011"], Crm.CodesOf(() => PutInUse(policy)));
    }

    [Fact]
    public void APolicyInUse_IsNotEdited()
    {
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentationPolicyRow { Id = InUse, HysteresisPoints = 1m })));
        Assert.Equal(["KAM-STR-009", "KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentationPolicyRow { Id = InUse, ScoreWeight = 1m, LowerLoadPercent = 10m })));
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentationPolicyRow { Id = InUse, StatusCode = SegmentationPolicyStatusReason.Draft })));
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Delete(SegmentationPolicyRow.Table, InUse)));
        crm.Service.Update(new SegmentationPolicyRow { Id = InUse, Name = "Standard 2026", HysteresisPoints = 3m });
    }

    [Fact]
    public void SegmentsOfAPolicyInUse_KeepTheirBounds()
    {
        var segment = crm.Segment("A");
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentRow { Id = segment.Id, EntryIndex = 60m })));
        Assert.Equal(["KAM-STR-009", "KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentRow { Id = segment.Id, Rank = 9, CoverageHours = 1m })));
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentRow { Id = segment.Id, StateCode = SegmentState.Inactive })));
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Delete(SegmentRow.Table, segment.Id)));
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => Segment(InUse, "AA", 9, 90m)));
        // What it is worth may be tuned.
        crm.Service.Update(new SegmentRow { Id = segment.Id, MaximumDiscountPercent = 15m, Description = "The best" });
    }

    [Fact]
    public void ASegment_DoesNotMoveIntoAPolicyInUse()
    {
        var segment = Segment(Policy(), "Key", 9, 50m);
        Assert.Equal(["KAM-STR-009"], Crm.CodesOf(() => crm.Service.Update(new SegmentRow { Id = segment, SegmentationPolicyId = new EntityReference(SegmentationPolicyRow.Table, InUse) })));
    }

    [Fact]
    public void ADraft_GoesWithItsSegments()
    {
        var policy = Policy();
        Segment(policy, "Key", 1, 0m);
        crm.Service.Delete(SegmentationPolicyRow.Table, policy);
        Assert.Empty(crm.All<SegmentRow>(SegmentRow.Column.SegmentationPolicyId, policy));
    }
}
