using System;
using System.Linq;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class SegmentOverrideTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 9, 30, 0, DateTimeKind.Utc);
    private static readonly Guid Lead = Guid.NewGuid(), OtherLead = Guid.NewGuid();

    [Fact]
    public void ASignedOverride_HoldsThroughItsLastDay()
    {
        var signed = With("Strategic partner", OtherLead, Today.AddDays(30));

        Assert.Empty(signed.Violations(Today, longestDays: 180));
        Assert.True(signed.Holds(Today.AddDays(30).AddHours(14)));
        Assert.False(signed.Holds(Today.AddDays(31)));
    }

    [Fact]
    public void WithoutSignature_ItDecidesNothing() => Assert.False(With("Strategic partner", null, Today.AddDays(30)).Holds(Today));

    [Fact]
    public void NobodySignsHisOwn() => Assert.Equal(["KAM-STR-024"], Codes(With("x", Lead, Today)));

    [Fact]
    public void EverythingMissing_ComesBackAtOnce() => Assert.Equal(["KAM-STR-020", "KAM-STR-021", "KAM-STR-024"], Codes(With(" ", Lead, null)));

    [Theory]
    [InlineData(-1, "KAM-STR-022")]
    [InlineData(0, null)]
    [InlineData(180, null)]
    [InlineData(181, "KAM-STR-023")]
    public void ItsLastDay_IsNotPastAndNotTooFarAway(int days, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(With("x", OtherLead, Today.AddDays(days))));

    private static string[] Codes(SegmentOverride one) => one.Violations(Today, longestDays: 180).Select(violation => violation.Reason.Code).ToArray();

    private static SegmentOverride With(string reason, Guid? approvedBy, DateTime? expires) => new(Guid.NewGuid(), reason, Lead, approvedBy, expires);
}
