using System;
using System.Collections.Generic;
using System.Globalization;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>Where a price exception stands: the status reasons of the row, by name.</summary>
public enum ExceptionStatus
{
    /// <summary>Waits for a decision.</summary>
    Requested,

    /// <summary>Signed.</summary>
    Approved,

    /// <summary>Refused.</summary>
    Rejected,

    /// <summary>Nobody decided in time, or the signature is too old.</summary>
    Expired,

    /// <summary>The line has changed since.</summary>
    Void,

    /// <summary>Taken back by whoever asked.</summary>
    Withdrawn,
}

/// <summary>A request to sell below the minimum: who asked, for exactly what, who must sign, and until when.</summary>
/// <remarks>
/// Four eyes: who asked or set the price does not decide, neither himself nor standing in for somebody, nor does whoever stands in for them. Below floor or cost nobody may sign, at
/// whatever level. A signature holds for the level that gave it: when minimum or exchange rate move so far that a higher level must sign, it no longer does. The day named as the last
/// one still counts, UTC; what was ordered in time stays ordered.
/// </remarks>
/// <model stage="5 Pricing">Approvers never approve their own request.</model>
public sealed class PriceException
{
    private readonly ApprovedTerms terms;
    private readonly PriceParties parties;
    private readonly int requiredRank;

    /// <param name="terms">What it is for.</param>
    /// <param name="parties">Who asked and who set the price.</param>
    /// <param name="requiredRank">Rank of the level that must sign, or has signed.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="validUntil">Last day on which it may be decided, and then used.</param>
    /// <param name="isUsed">Whether the line was ordered under it, so that it no longer expires.</param>
    public PriceException(ApprovedTerms terms, PriceParties parties, int requiredRank, ExceptionStatus status, DateTime validUntil, bool isUsed = false)
    {
        this.terms = terms;
        this.parties = parties;
        IsUsed = isUsed;
        this.requiredRank = requiredRank;
        ValidUntil = Period.DayOf(validUntil);
        Status = status;
    }

    /// <summary>Where it stands.</summary>
    public ExceptionStatus Status { get; }

    /// <summary>Last day on which it may be decided, and then used.</summary>
    public DateTime ValidUntil { get; }

    /// <summary>Whether the line was ordered under it, so that it no longer expires.</summary>
    public bool IsUsed { get; }

    /// <summary>Whether it lets the line pass as it is today: signed by a level that is still high enough, for exactly these terms, and not too old.</summary>
    /// <param name="line">The terms as they are now.</param>
    /// <param name="neededRank">Rank of the level that must sign them as prices and rates are now.</param>
    /// <param name="today">The day.</param>
    public bool Permits(ApprovedTerms line, int neededRank, DateTime today) =>
        Status == ExceptionStatus.Approved && neededRank <= requiredRank && Overtaken(line, today) is null;

    /// <summary>Where it must go because of what happened to the line or the calendar; null when it stays.</summary>
    public ExceptionStatus? Overtaken(ApprovedTerms line, DateTime today)
    {
        if (Status is not (ExceptionStatus.Requested or ExceptionStatus.Approved)) return null;
        if (terms != line) return ExceptionStatus.Void;
        return IsTooOld(today) ? ExceptionStatus.Expired : null;
    }

    /// <summary>Everything that keeps this person from deciding at once; empty when he may.</summary>
    /// <param name="approver">Who decides.</param>
    /// <param name="approves">True to approve. To reject, any level will do.</param>
    /// <param name="line">The terms as they are now.</param>
    /// <param name="verdict">The verdict on them, floor and cost included.</param>
    /// <param name="today">The day of the decision.</param>
    public IReadOnlyList<Violation> Obstacles(Approver approver, bool approves, ApprovedTerms line, Verdict verdict, DateTime today)
    {
        var obstacles = new List<Violation>();
        if (Status != ExceptionStatus.Requested) obstacles.Add(Violation.Of(PricingReasons.AlreadyDecided, nameof(Status), Status.ToString(), Argument.TextKey("pricing.exception" + Status)));
        if (parties.Include(approver)) obstacles.Add(Violation.Of(PricingReasons.OwnRequest, nameof(approver.UserId), approver.UserId.ToString()));
        var needed = approves ? requiredRank : 1;
        if (approver.LevelRank < needed)
            obstacles.Add(Violation.Of(PricingReasons.LevelTooLow, nameof(approver.LevelRank), approver.LevelRank.ToString(CultureInfo.InvariantCulture), Argument.Number(approver.LevelRank), Argument.Number(needed)));
        if (Status == ExceptionStatus.Requested && terms != line) obstacles.Add(Violation.Of(PricingReasons.LineChanged, nameof(ApprovedTerms), ""));
        if (IsTooOld(today)) obstacles.Add(Violation.Of(PricingReasons.RequestExpired, "ValidUntil", "", Argument.Date(ValidUntil)));
        if (approves && verdict == Verdict.Blocked) obstacles.Add(Violation.Of(PricingReasons.BelowLowestPrice, nameof(Verdict), verdict.ToString()));
        return obstacles;
    }

    private bool IsTooOld(DateTime today) => !IsUsed && Period.DayOf(today) > ValidUntil;
}
