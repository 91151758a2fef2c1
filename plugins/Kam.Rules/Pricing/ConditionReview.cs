using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a review finds. The numbers are the values of the choice kam_reviewoutcome.</summary>
public enum ReviewOutcome
{
    /// <summary>Not due yet.</summary>
    Open = 781340000,

    /// <summary>The customer kept the promise: the concession goes on until it expires.</summary>
    Kept,

    /// <summary>The customer did not: the concession ends, and what it gave is claimed back.</summary>
    Missed,

    /// <summary>Nothing was measured: a person must look.</summary>
    Unmeasured,
}

/// <summary>Looks, when it is due, whether a concession was earned: tenure, cross-sell or growth on invoiced figures.</summary>
/// <model stage="5 Pricing">a concession tied to tenure, cross-sell or value growth is reviewed on invoiced data when due, expires, and is clawed back</model>
public sealed class ConditionReview
{
    private readonly decimal required, granted, clawbackPercent;
    private readonly DateTime dueOn;

    /// <param name="required">What was promised, in the unit of the condition's kind; reaching it exactly keeps the promise.</param>
    /// <param name="granted">What the concession gave so far on invoiced lines, zero or more.</param>
    /// <param name="clawbackPercent">How much of it is claimed back when the promise is missed, 0 to 100.</param>
    /// <param name="dueOn">First day on which it is reviewed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount below zero, or a percentage outside 0 to 100.</exception>
    public ConditionReview(decimal required, decimal granted, decimal clawbackPercent, DateTime dueOn)
    {
        if (granted < 0m) throw new ArgumentOutOfRangeException(nameof(granted), granted, "Zero or more.");
        if (clawbackPercent is < 0m or > 100m) throw new ArgumentOutOfRangeException(nameof(clawbackPercent), clawbackPercent, "0 to 100.");
        this.required = required;
        this.granted = granted;
        this.clawbackPercent = clawbackPercent;
        this.dueOn = Period.DayOf(dueOn);
    }

    /// <summary>What a review on a day finds.</summary>
    /// <param name="measured">On invoiced lines; null when it could not be measured.</param>
    /// <param name="today">The day of the review.</param>
    public ReviewOutcome Judge(decimal? measured, DateTime today)
    {
        if (Period.DayOf(today) < dueOn) return ReviewOutcome.Open;
        if (measured is not { } reached) return ReviewOutcome.Unmeasured;
        return reached >= required ? ReviewOutcome.Kept : ReviewOutcome.Missed;
    }

    /// <summary>What is claimed back when the promise is missed, rounded on account.</summary>
    public decimal Clawback(Currency currency) => currency.Round(granted * clawbackPercent / 100m);
}
