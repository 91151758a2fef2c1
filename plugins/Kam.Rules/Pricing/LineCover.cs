using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>Whether a line may go out with its document: its price is in the corridor, or a signature holds for exactly what it says.</summary>
/// <remarks>Below floor or cost no signature covers. The sentence is then the same as for any other price that lacks one, so it tells neither.</remarks>
/// <param name="Number">Of the line, as people read it.</param>
/// <param name="Product">Name of the product, or what is written in.</param>
/// <param name="Verdict">On the price as it is now.</param>
/// <param name="NeededRank">Rank of the level that must sign it as it is now; <see cref="int.MaxValue"/> when none goes that far.</param>
/// <param name="Terms">Of the line as it is now.</param>
/// <model stage="5 Pricing">A quote is activated only when each line is in corridor or has a valid approval for exactly that price and quantity</model>
public sealed record LineCover(string Number, string Product, Verdict Verdict, int NeededRank, ApprovedTerms Terms)
{
    /// <summary>What is missing; null when nothing is.</summary>
    /// <param name="exceptions">Of the line, the latest first.</param>
    /// <param name="today">The day.</param>
    public Violation? Gap(IReadOnlyList<LineException> exceptions, DateTime today)
    {
        if (Verdict < Verdict.NeedsApproval) return null;
        if (Verdict == Verdict.NeedsApproval && Permitting(exceptions, today) is not null) return null;
        if (exceptions.Count == 0) return Say(PricingReasons.LineWithoutException);
        var latest = exceptions[0];
        return (latest.Exception.Overtaken(Terms, today) ?? latest.Exception.Status) switch
        {
            ExceptionStatus.Requested => Say(PricingReasons.LineUndecided, Argument.Text(latest.LevelName)),
            ExceptionStatus.Approved => Say(PricingReasons.LineBeyondLevel),
            ExceptionStatus.Rejected => Say(PricingReasons.LineRejected),
            ExceptionStatus.Void => Say(PricingReasons.LineVoid),
            ExceptionStatus.Expired => Say(PricingReasons.LineExpired, Argument.Date(latest.Exception.ValidUntil)),
            _ => Say(PricingReasons.LineWithoutException),
        };
    }

    /// <summary>The signature the line goes out with; null when there is none.</summary>
    public LineException? Permitting(IReadOnlyList<LineException> exceptions, DateTime today) => exceptions.FirstOrDefault(one => one.Exception.Permits(Terms, NeededRank, today));

    private Violation Say(Reason reason, params Argument[] more) => new(reason, Number, Product, [Argument.Text(Number), Argument.Text(Product), .. more]);
}

/// <summary>One exception of a line.</summary>
/// <param name="Id">The row.</param>
/// <param name="Exception">The exception.</param>
/// <param name="LevelName">The level that decides, or has decided.</param>
public sealed record LineException(Guid Id, PriceException Exception, string LevelName);
