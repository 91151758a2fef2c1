using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Whether a scoring model can score: finds everything wrong with it and its submodels at once.</summary>
/// <model stage="1 Value Insights">each criterion maps its raw value through a curve …, weighted mean over criteria</model>
public static class ScoringModelCheck
{
    /// <summary>Highest weight of a criterion.</summary>
    public const decimal MaximumWeight = 1_000_000m;

    /// <summary>Most levels of submodels, the model itself included.</summary>
    public const int MaximumDepth = 10;

    /// <summary>Most criteria once all submodels are opened.</summary>
    public const int MaximumParts = 200;

    /// <summary>All violations of a model and of the submodels it reaches; empty when it can score.</summary>
    /// <param name="model">The model.</param>
    /// <param name="others">Other models by id, for submodels; may hold more than needed.</param>
    public static IReadOnlyList<Violation> Violations(ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others)
    {
        var graph = new SubmodelGraph(model, others);
        return
        [
            .. OwnSettings(model),
            .. Reachable(model, others).SelectMany(reached => Criteria(reached, others)),
            .. Nesting(model, graph),
        ];
    }

    private static IEnumerable<Violation> OwnSettings(ScoringModel model)
    {
        var bands = model.Bands;
        if (!bands.AreInOrder)
        {
            yield return Violation.Of(
                ValueInsightsReasons.BandsNotDescending,
                nameof(ScoringModel.Bands),
                string.Join(" / ", new[] { bands.TopFrom, bands.HighFrom, bands.MediumFrom }.Select(Written)),
                Argument.Number(bands.TopFrom),
                Argument.Number(bands.HighFrom),
                Argument.Number(bands.MediumFrom));
        }

        if (model.MinimumCostCoveragePercent is < 0m or > 100m)
        {
            yield return OfNumber(ValueInsightsReasons.CostCoverageOutOfRange, nameof(ScoringModel.MinimumCostCoveragePercent), model.MinimumCostCoveragePercent);
        }
    }

    private static IEnumerable<Violation> Criteria(ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others)
    {
        if (model.Criteria.Count == 0)
        {
            yield return Violation.Of(ValueInsightsReasons.ModelWithoutCriteria, nameof(ScoringModel.Criteria), "", Argument.Text(model.Name));
            yield break;
        }

        foreach (var violation in model.Criteria.SelectMany(criterion => CriterionCheck.Violations(criterion, model, others)))
        {
            yield return violation;
        }

        if (model.Criteria.All(criterion => criterion.Weight == 0m))
        {
            yield return Violation.Of(ValueInsightsReasons.WeightsSumToZero, nameof(ScoringCriterion.Weight), "0", Argument.Text(model.Name));
        }
    }

    private static IEnumerable<Violation> Nesting(ScoringModel model, SubmodelGraph graph)
    {
        if (graph.Cycle is { } cycle)
        {
            var circle = string.Join(" → ", cycle.Select(member => member.Name));
            yield return Violation.Of(ValueInsightsReasons.SubmodelCycle, nameof(ScoringCriterion.SubmodelId), circle, Argument.Text(circle));
        }

        if (graph.Depth > MaximumDepth) yield return TooMuch(ValueInsightsReasons.NestedTooDeep, model, graph.Depth, MaximumDepth);
        if (graph.PartCount > MaximumParts) yield return TooMuch(ValueInsightsReasons.TooManyParts, model, graph.PartCount, MaximumParts);
    }

    private static List<ScoringModel> Reachable(ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others)
    {
        var reached = new List<ScoringModel> { model };
        var seen = new HashSet<Guid> { model.Id };
        for (var next = 0; next < reached.Count; next++)
        {
            reached.AddRange(reached[next].Criteria
                .Where(criterion => criterion.SubmodelId is { } id && others.ContainsKey(id) && seen.Add(id))
                .Select(criterion => others[criterion.SubmodelId!.Value]));
        }

        return reached;
    }

    private static Violation TooMuch(Reason reason, ScoringModel model, long found, int allowed) => Violation.Of(
        reason, nameof(ScoringModel.Criteria), Written(found), Argument.Text(model.Name), Argument.Number(found), Argument.Number(allowed));

    private static Violation OfNumber(Reason reason, string field, decimal value) =>
        Violation.Of(reason, field, Written(value), Argument.Number(value));

    private static string Written(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
