using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Collects what speaks against a fit.</summary>
internal sealed class FitJudgement
{
    private readonly List<Violation> violations = [];

    public bool IsClean => violations.Count == 0;

    public IReadOnlyList<Violation> Refusals => violations.AsReadOnly();

    /// <summary>Too little of something.</summary>
    public void NeedAtLeast(int needed, int found, Reason otherwise, string field)
    {
        // Nothing can be fitted to nothing, whatever the settings say.
        if (found < Math.Max(1, needed)) Refuse(otherwise, field, Figure.Whole(found), Figure.Whole(Math.Max(1, needed)));
    }

    /// <summary>Whether a simpler model, a limit of this one, explains the data as well; then refuses.</summary>
    /// <returns>True when refused.</returns>
    public bool IsExplainedBy(Maximum simpler, Maximum peak, double leastEvidence, Reason reason, string field)
    {
        var evidence = 2 * (peak.Value - simpler.Value);
        if (evidence >= leastEvidence) return false;
        Refuse(reason, field, Figure.Two(Math.Max(0, evidence)), Figure.Two(leastEvidence));
        return true;
    }

    /// <summary>What is wrong with a maximum as such: only asked when nothing simpler explains it already.</summary>
    public void Doubt(Maximum peak, double[,]? covariance, double largestRelativeError)
    {
        if (!peak.IsConverged) Refuse(LifetimeValueReasons.FitNotConverged, "", Figure.Whole(peak.Iterations));
        if (peak.IsAtEdge) Refuse(LifetimeValueReasons.FitAtEdge, "");
        if (covariance is null)
        {
            Refuse(LifetimeValueReasons.FitNotAPeak, "");
            return;
        }

        var largest = 0.0;
        for (var i = 0; i < covariance.GetLength(0); i++) largest = Math.Max(largest, Math.Sqrt(covariance[i, i]));
        if (largest > largestRelativeError)
        {
            Refuse(LifetimeValueReasons.FitUndetermined, "", Figure.Percent(largest), Figure.Percent(largestRelativeError));
        }
    }

    public void Refuse(Reason reason, string field, params Argument[] figures) =>
        violations.Add(Violation.Of(reason, field, figures.Length > 0 ? figures[0].Value : "", figures));
}
