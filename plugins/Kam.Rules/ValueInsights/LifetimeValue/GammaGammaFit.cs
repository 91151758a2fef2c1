using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>A Gamma-Gamma model fitted by maximum likelihood to the repeat purchases of a customer base, or the reasons why there is none.</summary>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class GammaGammaFit
{
    private GammaGammaFit(GammaGammaModel? model, int customerCount, double unknownShare, double correlation, double logLikelihood, IReadOnlyList<Violation> refusals)
    {
        Model = model;
        CustomerCount = customerCount;
        UnknownShare = unknownShare;
        Correlation = correlation;
        LogLikelihood = logLikelihood;
        Refusals = refusals;
    }

    /// <summary>The model, with its covariance; null when refused.</summary>
    public GammaGammaModel? Model { get; }

    /// <summary>Whether there is a model to compute with.</summary>
    public bool IsUsable => Model is not null;

    /// <summary>Everything that speaks against the fit; empty when usable.</summary>
    public IReadOnlyList<Violation> Refusals { get; }

    /// <summary>Repeat customers with a known value above zero: those fitted.</summary>
    public int CustomerCount { get; }

    /// <summary>Share of the repeat customers left out because their value is unknown or not above zero; 0 when there are none at all.</summary>
    public double UnknownShare { get; }

    /// <summary>Pearson correlation of number and mean value of repeat purchases; NaN when one of them does not vary.</summary>
    public double Correlation { get; }

    /// <summary>At the maximum; NaN when nothing was fitted.</summary>
    public double LogLikelihood { get; }

    /// <summary>Fits the repeat customers' spend.</summary>
    public static GammaGammaFit Of(IEnumerable<RepeatSpend> spends, GammaGammaFitSettings? settings = null)
    {
        settings ??= new GammaGammaFitSettings();
        var purchases = new List<int>();
        var values = new List<double>();
        var all = 0;
        foreach (var spend in spends)
        {
            all++;
            if (spend.MeanValue is not > 0) continue;
            purchases.Add(spend.RepeatPurchases);
            values.Add((double)spend.MeanValue);
        }

        var unknown = all == 0 ? 0 : 1 - (double)values.Count / all;
        var correlation = CorrelationOf(purchases, values);
        var judgement = new FitJudgement();
        judgement.NeedAtLeast(settings.MinimumCustomers, values.Count, LifetimeValueReasons.TooFewValues, nameof(CustomerCount));
        if (unknown > settings.LargestUnknownShare)
        {
            judgement.Refuse(LifetimeValueReasons.TooManyUnknownValues, nameof(UnknownShare), Figure.Percent(unknown), Figure.Percent(settings.LargestUnknownShare));
        }

        if (Math.Abs(correlation) > settings.LargestCorrelation)
        {
            judgement.Refuse(LifetimeValueReasons.FrequencyAndValueLinked, nameof(Correlation), Figure.Two(correlation), Figure.Two(settings.LargestCorrelation));
        }

        if (!judgement.IsClean) return new GammaGammaFit(null, values.Count, unknown, correlation, double.NaN, judgement.Refusals);

        var likelihood = new GammaGammaLikelihood(purchases, values);
        var peak = Maximum.From(likelihood, [[1, 3, 2], [5, 5, 1], [10, 1.5, 0.2]]);
        double p = peak.Parameters[0], q = peak.Parameters[1], gamma = peak.Parameters[2];
        var infinite = Math.Exp(Maximum.Edge);
        var sameValue = Maximum.From(likelihood, [[p, infinite, infinite / p]], [false, true, false]);
        if (!judgement.IsExplainedBy(sameValue, peak, settings.LeastEvidence, LifetimeValueReasons.SameValueForAll, nameof(GammaGammaModel.Q)) && q <= 1)
        {
            judgement.Refuse(LifetimeValueReasons.NoMeanValue, nameof(GammaGammaModel.Q), Figure.Two(q));
        }

        var covariance = peak.LogCovariance();
        if (judgement.IsClean) judgement.Doubt(peak, covariance, settings.LargestRelativeError);
        var model = judgement.IsClean ? new GammaGammaModel(p, q, gamma * likelihood.ValueScale, covariance) : null;
        return new GammaGammaFit(model, values.Count, unknown, correlation, peak.Value, judgement.Refusals);
    }

    private static double CorrelationOf(List<int> purchases, List<double> values)
    {
        double meanX = 0, meanM = 0;
        for (var i = 0; i < values.Count; i++)
        {
            meanX += purchases[i];
            meanM += values[i];
        }

        meanX /= values.Count;
        meanM /= values.Count;

        double xx = 0, mm = 0, xm = 0;
        for (var i = 0; i < values.Count; i++)
        {
            xx += (purchases[i] - meanX) * (purchases[i] - meanX);
            mm += (values[i] - meanM) * (values[i] - meanM);
            xm += (purchases[i] - meanX) * (values[i] - meanM);
        }

        return xm / Math.Sqrt(xx * mm);
    }
}
