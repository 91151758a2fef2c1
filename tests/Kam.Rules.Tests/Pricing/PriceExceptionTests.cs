using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class PriceExceptionTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 15, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Anna = Guid.NewGuid(), Beat = Guid.NewGuid(), Carla = Guid.NewGuid();
    private static readonly Guid Dario = Guid.NewGuid(), Elsa = Guid.NewGuid();

    // Anna asked, Dario set the price, Elsa stands in for Anna.
    private static readonly PriceParties Parties = new(Anna, [Dario], [Elsa]);

    private static readonly ApprovedTerms Terms =
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "", Guid.NewGuid(), 40m, 85m, 120m, Guid.NewGuid(), Guid.NewGuid());

    private static readonly ApprovalPath Path = new(
    [
        new ApprovalLevel(Guid.NewGuid(), "Sales director", 2, 10m, 50_000m),
        new ApprovalLevel(Guid.NewGuid(), "Team lead", 1, 5m, 10_000m),
        new ApprovalLevel(Guid.NewGuid(), "Board", 3, 25m, 1_000_000m),
    ]);

    [Theory]
    [InlineData(5, 10_000, 1)]
    [InlineData(5.01, 10_000, 2)]   // too far below
    [InlineData(5, 10_000.01, 2)]   // too much money
    [InlineData(1, 50_001, 3)]
    [InlineData(25, 1_000_000, 3)]
    public void TheLowestLevelThatCoversBoth_MustSign(double percent, double amount, int rank) =>
        Assert.Equal(rank, Path.Required((decimal)percent, (decimal)amount)!.Rank);

    [Fact]
    public void BeyondTheHighestLevel_NobodySigns() => Assert.Null(Path.Required(25.01m, 1m));

    [Fact]
    public void WhatIsNotDecided_GoesOneLevelUp()
    {
        var lead = Path.Required(1m, 1m)!;

        Assert.Equal("Sales director", Path.Above(lead)!.Name);
        Assert.Null(Path.Above(Path.Above(Path.Above(lead)!)!));
    }

    [Fact]
    public void MoreDeviation_NeverNeedsALowerLevel() =>
        Gen.Select(Gen.Decimal[0m, 30m], Gen.Decimal[0m, 10m], Gen.Decimal[0m, 1_100_000m], Gen.Decimal[0m, 50_000m]).Sample((percent, further, amount, more) =>
            (Path.Required(percent + further, amount + more)?.Rank ?? 99) >= (Path.Required(percent, amount)?.Rank ?? 99));

    [Fact]
    public void AnApproverOfTheLevel_MayDecide() =>
        Assert.Empty(Open().Obstacles(new Approver(Beat, 2, null), approves: true, Terms, Verdict.NeedsApproval, Today));

    [Fact]
    public void NobodyDecidesAboutHisOwnRequest_AlsoNotByDelegation()
    {
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Anna, 3, null)));
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Anna, 3, Carla)));
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Beat, 3, Anna)));
        Assert.Empty(Codes(new Approver(Beat, 3, Carla)));
    }

    [Fact]
    public void WhoSetThePrice_DoesNotDecideAboutIt()
    {
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Dario, 3, null)));
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Beat, 3, Dario)));
    }

    [Fact]
    public void WhoStandsInForTheOneWhoAsked_DoesNotDecide_NotEvenInHisOwnRight()
    {
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Elsa, 3, null)));
        Assert.Equal(["KAM-PRC-031"], Codes(new Approver(Elsa, 3, Carla)));
    }

    [Fact]
    public void ALowerLevel_MayRejectButNotApprove()
    {
        var lead = new Approver(Beat, 1, null);

        Assert.Equal(["KAM-PRC-032"], Codes(lead));
        Assert.Empty(Open().Obstacles(lead, approves: false, Terms, Verdict.NeedsApproval, Today));
        Assert.Equal(["KAM-PRC-032"], Open().Obstacles(new Approver(Beat, 0, null), approves: false, Terms, Verdict.NeedsApproval, Today).Select(one => one.Reason.Code));
    }

    [Fact]
    public void BelowTheFloor_NoLevelSigns()
    {
        var board = new Approver(Carla, 3, null);

        Assert.Equal(["KAM-PRC-003"], Open().Obstacles(board, approves: true, Terms, Verdict.Blocked, Today).Select(one => one.Reason.Code));
        Assert.Empty(Open().Obstacles(board, approves: false, Terms, Verdict.Blocked, Today));
    }

    [Fact]
    public void AllObstacles_ComeBackAtOnce()
    {
        var late = Today.AddDays(8);
        var obstacles = Open().Obstacles(new Approver(Anna, 1, null), approves: true, Terms with { Quantity = 41m }, Verdict.Blocked, late);

        Assert.Equal(["KAM-PRC-031", "KAM-PRC-032", "KAM-PRC-033", "KAM-PRC-034", "KAM-PRC-003"], obstacles.Select(one => one.Reason.Code));
    }

    [Fact]
    public void ADecidedRequest_IsNotDecidedAgain() => Assert.Equal(
        ["KAM-PRC-030"],
        With(ExceptionStatus.Rejected).Obstacles(new Approver(Beat, 3, null), approves: true, Terms, Verdict.NeedsApproval, Today).Select(one => one.Reason.Code));

    public static TheoryData<ApprovedTerms> Changes =>
    [
        Terms with { ProductId = Guid.NewGuid() },
        Terms with { ProductDescription = "Special" },
        Terms with { Quantity = 39m },
        Terms with { PricePerUnit = 84.99m },
        Terms with { Discount = 120.01m },
        Terms with { CurrencyId = Guid.NewGuid() },
        Terms with { LineId = Guid.NewGuid() },
        Terms with { DocumentId = Guid.NewGuid() },
        Terms with { CustomerId = Guid.NewGuid() },
        Terms with { CustomerId = null },
        Terms with { UnitId = Guid.NewGuid() },
        Terms with { PriceListId = Guid.NewGuid() },
    ];

    [Theory, MemberData(nameof(Changes))]
    public void AnyOtherTerms_AreNotWhatWasSigned(ApprovedTerms changed)
    {
        var signed = With(ExceptionStatus.Approved);

        Assert.True(signed.Permits(Terms, 2, Today));
        Assert.False(signed.Permits(changed, 2, Today));
        Assert.Equal(ExceptionStatus.Void, signed.Overtaken(changed, Today));
        Assert.Equal(ExceptionStatus.Void, Open().Overtaken(changed, Today));
        Assert.Null(With(ExceptionStatus.Rejected).Overtaken(changed, Today));
    }

    [Fact]
    public void TheLastDay_StillCounts()
    {
        var signed = With(ExceptionStatus.Approved);

        Assert.True(signed.Permits(Terms, 2, Today.AddDays(7)));
        Assert.Null(signed.Overtaken(Terms, Today.AddDays(7)));
        Assert.False(signed.Permits(Terms, 2, Today.AddDays(8)));
        Assert.Equal(ExceptionStatus.Expired, signed.Overtaken(Terms, Today.AddDays(8)));
    }

    [Fact]
    public void WhatWasOrderedInTime_StaysOrdered()
    {
        var ordered = With(ExceptionStatus.Approved, isUsed: true);

        Assert.True(ordered.Permits(Terms, 2, Today.AddDays(400)));
        Assert.Null(ordered.Overtaken(Terms, Today.AddDays(400)));
        Assert.False(ordered.Permits(Terms with { Quantity = 41m }, 2, Today));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]   // the minimum rose, or the rate fell, since the director signed
    public void ASignature_HoldsAsLongAsItsLevelIsHighEnough(int neededRank, bool holds) => Assert.Equal(holds, With(ExceptionStatus.Approved).Permits(Terms, neededRank, Today));

    [Fact]
    public void TheSameFigures_HoldForTheOrderLineTheyBecome()
    {
        var (line, order) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(Terms with { LineId = line, DocumentId = order }, Terms.For(line, order));
    }

    [Theory]
    [InlineData(ExceptionStatus.Requested)]
    [InlineData(ExceptionStatus.Rejected)]
    [InlineData(ExceptionStatus.Expired)]
    [InlineData(ExceptionStatus.Void)]
    [InlineData(ExceptionStatus.Withdrawn)]
    public void OnlyASignature_Permits(ExceptionStatus status) => Assert.False(With(status).Permits(Terms, 2, Today));

    private static string[] Codes(Approver approver) =>
        Open().Obstacles(approver, approves: true, Terms, Verdict.NeedsApproval, Today).Select(one => one.Reason.Code).ToArray();

    private static PriceException Open() => With(ExceptionStatus.Requested);

    private static PriceException With(ExceptionStatus status, bool isUsed = false) => new(Terms, Parties, requiredRank: 2, status, Today.AddDays(7), isUsed);
}
