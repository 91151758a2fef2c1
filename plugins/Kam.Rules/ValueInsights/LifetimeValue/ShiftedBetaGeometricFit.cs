using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>A shifted beta-geometric model fitted by maximum likelihood to contract durations, or the reasons why there is none.</summary>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class ShiftedBetaGeometricFit
{
    private ShiftedBetaGeometricFit(ContractBase contracts, ShiftedBetaGeometricModel? model, double logLikelihood, IReadOnlyList<Violation> refusals)
    {
        ContractCount = contracts.ContractCount;
        EndedCount = contracts.EndedCount;
        Model = model;
        LogLikelihood = logLikelihood;
        Refusals = refusals;
    }

    /// <summary>The model, with its covariance; null when refused.</summary>
    public ShiftedBetaGeometricModel? Model { get; }

    /// <summary>Whether there is a model to compute with.</summary>
    public bool IsUsable => Model is not null;

    /// <summary>Everything that speaks against the fit; empty when usable.</summary>
    public IReadOnlyList<Violation> Refusals { get; }

    public int ContractCount { get; }

    public int EndedCount { get; }

    /// <summary>At the maximum; NaN when nothing was fitted.</summary>
    public double LogLikelihood { get; }

    /// <summary>Fits contracts of any age together.</summary>
    public static ShiftedBetaGeometricFit Of(ContractBase contracts, ShiftedBetaGeometricFitSettings? settings = null)
    {
        settings ??= new ShiftedBetaGeometricFitSettings();
        var judgement = new FitJudgement();
        judgement.NeedAtLeast(settings.MinimumContracts, contracts.ContractCount, LifetimeValueReasons.TooFewContracts, nameof(ContractCount));
        judgement.NeedAtLeast(settings.MinimumEnded, contracts.EndedCount, LifetimeValueReasons.TooFewContractsEnded, nameof(EndedCount));
        if (!judgement.IsClean) return new ShiftedBetaGeometricFit(contracts, null, double.NaN, judgement.Refusals);

        var likelihood = new ShiftedBetaGeometricLikelihood(contracts);
        var peak = Maximum.From(likelihood, [[1, 1], [0.5, 3], [5, 20]]);
        double alpha = peak.Parameters[0], beta = peak.Parameters[1];
        var infinite = Math.Exp(Maximum.Edge);
        var sameChurn = Maximum.From(likelihood, [[infinite * alpha / beta, infinite]], [false, true]);
        judgement.IsExplainedBy(sameChurn, peak, settings.LeastEvidence, LifetimeValueReasons.SameChurnForAll, nameof(ShiftedBetaGeometricModel.Beta));

        var covariance = peak.LogCovariance();
        if (judgement.IsClean) judgement.Doubt(peak, covariance, settings.LargestRelativeError);
        var model = judgement.IsClean ? new ShiftedBetaGeometricModel(alpha, beta, covariance) : null;
        return new ShiftedBetaGeometricFit(contracts, model, peak.Value, judgement.Refusals);
    }
}
