using System;
using System.Collections.Generic;
using System.Globalization;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>A lead puts an account where the figures would not: with a reason, for a time, signed by somebody else.</summary>
/// <model stage="2 Structure">manual override with reason, approver and expiry</model>
public sealed class SegmentOverride
{
    private readonly string? reason;
    private readonly Guid requestedById;
    private readonly Guid? approvedById;
    private readonly DateTime? expiresOn;

    /// <param name="segmentId">Where the account is put.</param>
    /// <param name="reason">Why.</param>
    /// <param name="requestedById">Who wants it.</param>
    /// <param name="approvedById">Who signed it; null while nobody has.</param>
    /// <param name="expiresOn">Last day on which it holds.</param>
    public SegmentOverride(Guid segmentId, string? reason, Guid requestedById, Guid? approvedById, DateTime? expiresOn)
    {
        SegmentId = segmentId;
        this.reason = reason;
        this.requestedById = requestedById;
        this.approvedById = approvedById;
        this.expiresOn = expiresOn is { } day ? Period.DayOf(day) : null;
    }

    /// <summary>Where the account is put.</summary>
    public Guid SegmentId { get; }

    /// <summary>Whether it decides the segment on a day: signed, and its last day not past.</summary>
    public bool Holds(DateTime today) => approvedById is not null && expiresOn >= Period.DayOf(today);

    /// <summary>Everything that keeps it from being signed at once.</summary>
    /// <param name="today">The day of the signature.</param>
    /// <param name="longestDays">It may not last longer than this many days.</param>
    public IReadOnlyList<Violation> Violations(DateTime today, int longestDays)
    {
        var violations = new List<Violation>();
        var day = Period.DayOf(today);
        if (string.IsNullOrWhiteSpace(reason)) violations.Add(Violation.Of(StructureReasons.OverrideWithoutReason, "Reason", ""));
        if (expiresOn is not { } last) violations.Add(Violation.Of(StructureReasons.OverrideWithoutExpiry, "ExpiresOn", ""));
        else if (last < day) violations.Add(Violation.Of(StructureReasons.OverrideExpired, "ExpiresOn", Written(last), Argument.Date(last)));
        else if (last > day.AddDays(longestDays)) violations.Add(Violation.Of(StructureReasons.OverrideTooLong, "ExpiresOn", Written(last), Argument.Date(last), Argument.Number(longestDays)));
        if (approvedById == requestedById) violations.Add(Violation.Of(StructureReasons.OwnOverride, "ApprovedById", requestedById.ToString()));
        return violations;
    }

    private static string Written(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
