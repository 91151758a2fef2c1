using System;
using System.Collections.Generic;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class LineCoverTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);

    private static readonly ApprovedTerms Terms =
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "", Guid.NewGuid(), 10m, 82m, 0m, Guid.NewGuid(), Guid.NewGuid());

    public static TheoryData<ExceptionStatus, int, int, string?> States => new()
    {
        { ExceptionStatus.Approved, 1, 0, null },
        { ExceptionStatus.Approved, 2, 0, "KAM-PRC-045" },   // signed by level 1, needs level 2 now
        { ExceptionStatus.Approved, 1, 8, "KAM-PRC-044" },   // a day too late
        { ExceptionStatus.Requested, 1, 0, "KAM-PRC-041" },
        { ExceptionStatus.Rejected, 1, 0, "KAM-PRC-042" },
        { ExceptionStatus.Void, 1, 0, "KAM-PRC-043" },
        { ExceptionStatus.Expired, 1, 0, "KAM-PRC-044" },
        { ExceptionStatus.Withdrawn, 1, 0, "KAM-PRC-040" },
    };

    [Theory, MemberData(nameof(States))]
    public void EachState_SaysWhatIsMissing(ExceptionStatus status, int neededRank, int daysLater, string? code) =>
        Assert.Equal(code, Cover(Verdict.NeedsApproval, neededRank).Gap([With(status)], Today.AddDays(daysLater))?.Reason.Code);

    [Theory]
    [InlineData(Verdict.InCorridor)]
    [InlineData(Verdict.BelowTarget)]
    public void ALineInItsCorridor_NeedsNobody(Verdict verdict) => Assert.Null(Cover(verdict).Gap([], Today));

    [Fact]
    public void BelowTheFloor_NoSignatureCovers_AndTheWordsDoNotTell()
    {
        Assert.Equal("KAM-PRC-045", Cover(Verdict.Blocked).Gap([With(ExceptionStatus.Approved)], Today)!.Reason.Code);
        Assert.Equal(Cover(Verdict.NeedsApproval).Gap([], Today)!.Sentence, Cover(Verdict.Blocked).Gap([], Today)!.Sentence);
    }

    [Fact]
    public void AnOlderSignatureThatHolds_IsEnough() => Assert.Null(Cover(Verdict.NeedsApproval).Gap([With(ExceptionStatus.Rejected), With(ExceptionStatus.Approved)], Today));

    [Fact]
    public void OtherTerms_AreVoidWhateverTheRowSays() =>
        Assert.Equal("KAM-PRC-043", (Cover(Verdict.NeedsApproval) with { Terms = Terms with { Quantity = 11m } }).Gap([With(ExceptionStatus.Approved)], Today)!.Reason.Code);

    [Fact]
    public void NoSeriesOfEvents_LetsALineOutThatNobodySigned() => Gen.Select(
        Gen.Int[80, 90].Array[1, 12], Gen.Int[0, 5].Array[1, 12], Gen.Int[0, 10]).Sample((prices, statuses, day) =>
    {
        // What a line went through: at each price something happened to its exception of that moment.
        var exceptions = new List<LineException>();
        for (var step = 0; step < Math.Min(prices.Length, statuses.Length); step++)
            exceptions.Insert(0, With((ExceptionStatus)statuses[step], Terms with { PricePerUnit = prices[step] }));
        var now = Terms with { PricePerUnit = prices[^1] };
        var isSigned = false;
        for (var step = 0; step < Math.Min(prices.Length, statuses.Length); step++)
            isSigned |= prices[step] == prices[^1] && (ExceptionStatus)statuses[step] == ExceptionStatus.Approved && day <= 7;

        return ((Cover(Verdict.NeedsApproval) with { Terms = now }).Gap(exceptions, Today.AddDays(day)) is null) == isSigned;
    });

    private static LineCover Cover(Verdict verdict, int neededRank = 1) => new("3", "Heat sensor", verdict, neededRank, Terms);

    private static LineException With(ExceptionStatus status, ApprovedTerms? terms = null) =>
        new(Guid.NewGuid(), new PriceException(terms ?? Terms, new PriceParties(Guid.NewGuid(), [], []), requiredRank: 1, status, Today.AddDays(7)), "Team lead");
}
