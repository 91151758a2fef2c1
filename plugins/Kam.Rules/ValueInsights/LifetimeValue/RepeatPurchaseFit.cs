using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// A repeat-purchase model fitted to a customer base by maximum likelihood, or the reasons why there is none.
/// </summary>
/// <remarks>
/// A maximum exists on nearly any data, also where the data say nothing: then it lies at infinity, and where the search
/// happens to stop is an accident. So the fit is held against the three simpler models at infinity: everybody buys at the
/// same rate (r, α → ∞), nobody ever drops out (a → 0 or b → ∞), everybody drops out with the same chance (a, b → ∞). If one of them explains
/// the data as well, the parameter that went there is not determined and the fit is refused; likewise with a curvature that is no peak or a
/// standard error as large as the parameter. 100,000 customers take about a second.
/// </remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class RepeatPurchaseFit
{
    // As far as the search goes.
    private static readonly double Infinite = Math.Exp(Maximum.Edge);

    private RepeatPurchaseFit(CustomerBase customerBase, RepeatPurchaseModel? model, double logLikelihood, IReadOnlyList<Violation> refusals)
    {
        CustomerCount = customerBase.CustomerCount;
        RepeatCustomerCount = customerBase.RepeatCustomerCount;
        Model = model;
        LogLikelihood = logLikelihood;
        Refusals = refusals;
    }

    /// <summary>The model, with its covariance; null when refused.</summary>
    public RepeatPurchaseModel? Model { get; }

    /// <summary>Whether there is a model to compute with.</summary>
    public bool IsUsable => Model is not null;

    /// <summary>Everything that speaks against the fit; empty when usable.</summary>
    public IReadOnlyList<Violation> Refusals { get; }

    /// <summary>At the maximum, also of a refused fit; NaN when nothing was fitted.</summary>
    public double LogLikelihood { get; }

    public int CustomerCount { get; }

    public int RepeatCustomerCount { get; }

    /// <summary>Fits a family to a customer base.</summary>
    public static RepeatPurchaseFit Of(CustomerBase customerBase, RepeatPurchaseFamily family, RepeatPurchaseFitSettings? settings = null)
    {
        settings ??= new RepeatPurchaseFitSettings();
        var judgement = new FitJudgement();
        judgement.NeedAtLeast(settings.MinimumCustomers, customerBase.CustomerCount, LifetimeValueReasons.TooFewCustomers, nameof(CustomerCount));
        judgement.NeedAtLeast(settings.MinimumRepeatCustomers, customerBase.RepeatCustomerCount, LifetimeValueReasons.TooFewRepeatCustomers, nameof(RepeatCustomerCount));
        if (!judgement.IsClean) return new RepeatPurchaseFit(customerBase, null, double.NaN, judgement.Refusals);

        var likelihood = new RepeatPurchaseLikelihood(customerBase, family);
        // Time is in mean ages here, so repeat purchases per customer are purchases per unit of time.
        var rate = (double)customerBase.RepeatPurchases / customerBase.CustomerCount;
        var peak = Maximum.From(likelihood, [[0.5, 0.5 / rate, 0.8, 2.5], [2, 2 / rate, 0.3, 3], [20, 20 / rate, 0.05, 1]]);
        double r = peak.Parameters[0], alpha = peak.Parameters[1], a = peak.Parameters[2], b = peak.Parameters[3];

        var sameRate = Maximum.From(likelihood, [[Infinite, Infinite * alpha / r, a, b]], [true, false, false, false]);
        var noDropout = Maximum.From(likelihood, [[r, alpha, 1 / Infinite, 1]], [false, false, true, true]);
        var sameDropout = Maximum.From(likelihood, [[r, alpha, Infinite * a / b, Infinite]], [false, false, false, true]);
        judgement.IsExplainedBy(sameRate, peak, settings.LeastEvidence, LifetimeValueReasons.SameRateForAll, nameof(RepeatPurchaseModel.R));
        _ = judgement.IsExplainedBy(noDropout, peak, settings.LeastEvidence, LifetimeValueReasons.NoDropoutSeen, nameof(RepeatPurchaseModel.A))
            || judgement.IsExplainedBy(sameDropout, peak, settings.LeastEvidence, LifetimeValueReasons.SameDropoutForAll, nameof(RepeatPurchaseModel.B));

        var covariance = peak.LogCovariance();
        if (judgement.IsClean) judgement.Doubt(peak, covariance, settings.LargestRelativeError);
        var model = judgement.IsClean ? new RepeatPurchaseModel(family, r, alpha * likelihood.TimeScale, a, b, covariance) : null;
        return new RepeatPurchaseFit(customerBase, model, peak.Value, judgement.Refusals);
    }
}
