using System;
using System.Collections.Generic;
using System.Globalization;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>What can be wrong with one criterion taken by itself.</summary>
internal static class CriterionCheck
{
    internal static IEnumerable<Violation> Violations(ScoringCriterion criterion, ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others)
    {
        var name = Argument.Text(criterion.Name);
        if (criterion.Weight is < 0m or > ScoringModelCheck.MaximumWeight)
        {
            yield return Of(ValueInsightsReasons.WeightOutOfRange, nameof(criterion.Weight), Written(criterion.Weight), name, Argument.Number(criterion.Weight), Argument.Number(ScoringModelCheck.MaximumWeight));
        }

        if (criterion.Worst == criterion.Best)
        {
            yield return Of(ValueInsightsReasons.WorstEqualsBest, nameof(criterion.Best), Written(criterion.Best), name, Argument.Number(criterion.Best));
        }

        foreach (var violation in Input(criterion, model, others, name)) yield return violation;
    }

    private static IEnumerable<Violation> Input(ScoringCriterion criterion, ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others, Argument name)
    {
        if (criterion.SubmodelId is not { } submodelId)
        {
            if (criterion.Measure is null) yield return Of(ValueInsightsReasons.CriterionWithoutInput, nameof(criterion.Measure), "", name);
            yield break;
        }

        if (criterion.Measure is { } measure)
        {
            yield return Of(ValueInsightsReasons.CriterionWithTwoInputs, nameof(criterion.Measure), measure.ToString(), name);
        }

        if (submodelId != model.Id && !others.ContainsKey(submodelId))
        {
            yield return Of(ValueInsightsReasons.SubmodelUnknown, nameof(criterion.SubmodelId), submodelId.ToString(), name);
        }

        if (criterion.Curve == CurveShape.Percentile)
        {
            yield return Of(ValueInsightsReasons.SubmodelOnPercentile, nameof(criterion.Curve), criterion.Curve.ToString(), name);
        }

        if (criterion.MissingValue == MissingValuePolicy.PortfolioMedian)
        {
            yield return Of(ValueInsightsReasons.SubmodelOnMedian, nameof(criterion.MissingValue), criterion.MissingValue.ToString(), name);
        }
    }

    private static Violation Of(Reason reason, string field, string value, params Argument[] arguments) => new(reason, field, value, arguments);

    private static string Written(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
