using System;
using System.Collections.Generic;

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
    private static readonly double AsGoodAsInfinite = Math.Exp(Maximum.Edge);

    private RepeatPurchaseFit(CustomerBase customerBase, RepeatPurchaseModel? model, double logLikelihood, List<LifetimeValueReason> refusals)
    {
        CustomerCount = customerBase.CustomerCount;
        RepeatCustomerCount = customerBase.RepeatCustomerCount;
        Model = refusals.Count == 0 ? model : null;
        LogLikelihood = logLikelihood;
        Refusals = refusals.AsReadOnly();
    }

    /// <summary>The model, with its covariance; null when refused.</summary>
    public RepeatPurchaseModel? Model { get; }

    /// <summary>Whether there is a model to compute with.</summary>
    public bool IsUsable => Model is not null;

    /// <summary>Everything that speaks against the fit; empty when usable.</summary>
    public IReadOnlyList<LifetimeValueReason> Refusals { get; }

    /// <summary>At the maximum, also of a refused fit; NaN when nothing was fitted.</summary>
    public double LogLikelihood { get; }

    public int CustomerCount { get; }

    public int RepeatCustomerCount { get; }

    /// <summary>Fits a family to a customer base.</summary>
    public static RepeatPurchaseFit Of(CustomerBase customerBase, RepeatPurchaseFamily family, RepeatPurchaseFitSettings? settings = null)
    {
        settings ??= new RepeatPurchaseFitSettings();
        var refusals = new List<LifetimeValueReason>();
        if (customerBase.CustomerCount < Math.Max(1, settings.MinimumCustomers))
        {
            refusals.Add(LifetimeValueReasons.TooFewCustomers(customerBase.CustomerCount, settings.MinimumCustomers));
        }

        if (customerBase.RepeatCustomerCount < Math.Max(1, settings.MinimumRepeatCustomers))
        {
            refusals.Add(LifetimeValueReasons.TooFewRepeatCustomers(customerBase.RepeatCustomerCount, settings.MinimumRepeatCustomers));
        }

        if (refusals.Count > 0) return new RepeatPurchaseFit(customerBase, null, double.NaN, refusals);

        var likelihood = new RepeatPurchaseLikelihood(customerBase, family);
        // Time is in mean ages here, so repeat purchases per customer are purchases per unit of time.
        var rate = (double)customerBase.RepeatPurchases / customerBase.CustomerCount;
        var peak = Maximum.From(likelihood, new[]
        {
            new[] { 0.5, 0.5 / rate, 0.8, 2.5 },
            new[] { 2, 2 / rate, 0.3, 3 },
            new[] { 20, 20 / rate, 0.05, 1 },
        });
        var at = peak.Parameters;
        var covariance = peak.LogCovariance();

        var sameRate = Maximum.From(likelihood, new[] { new[] { AsGoodAsInfinite, AsGoodAsInfinite * at[1] / at[0], at[2], at[3] } }, new[] { true, false, false, false });
        var noDropout = Maximum.From(likelihood, new[] { new[] { at[0], at[1], 1 / AsGoodAsInfinite, 1 } }, new[] { false, false, true, true });
        var sameDropout = Maximum.From(likelihood, new[] { new[] { at[0], at[1], AsGoodAsInfinite * at[2] / at[3], AsGoodAsInfinite } }, new[] { false, false, false, true });
        var alpha = at[1] * likelihood.TimeScale;
        var gainOverSameRate = 2 * (peak.Value - sameRate.Value);
        var gainOverNoDropout = 2 * (peak.Value - noDropout.Value);
        var gainOverSameDropout = 2 * (peak.Value - sameDropout.Value);
        if (gainOverSameRate < settings.LeastEvidence) refusals.Add(LifetimeValueReasons.SameRateForAll(at[0], alpha, gainOverSameRate));
        if (gainOverNoDropout < settings.LeastEvidence) refusals.Add(LifetimeValueReasons.NoDropoutSeen(at[2], at[3], gainOverNoDropout));
        else if (gainOverSameDropout < settings.LeastEvidence) refusals.Add(LifetimeValueReasons.SameDropoutForAll(at[2], at[3], gainOverSameDropout));
        if (refusals.Count == 0) AddDoubts(peak, covariance, settings, refusals);

        var model = refusals.Count > 0 ? null : new RepeatPurchaseModel(family, at[0], alpha, at[2], at[3], covariance);
        return new RepeatPurchaseFit(customerBase, model, peak.Value, refusals);
    }

    /// <summary>What is wrong with a maximum as such. Only asked when no limiting model explains it already.</summary>
    private static void AddDoubts(Maximum peak, double[,]? covariance, RepeatPurchaseFitSettings settings, List<LifetimeValueReason> refusals)
    {
        if (!peak.IsConverged) refusals.Add(LifetimeValueReasons.NoConvergence(peak.Iterations));
        if (peak.IsAtEdge) refusals.Add(LifetimeValueReasons.AtEdge());
        if (covariance is null)
        {
            refusals.Add(LifetimeValueReasons.NotAPeak());
            return;
        }

        var largest = 0.0;
        for (var i = 0; i < covariance.GetLength(0); i++) largest = Math.Max(largest, Math.Sqrt(covariance[i, i]));
        if (largest > settings.LargestRelativeError)
        {
            refusals.Add(LifetimeValueReasons.Undetermined(100 * largest, 100 * settings.LargestRelativeError));
        }
    }
}
