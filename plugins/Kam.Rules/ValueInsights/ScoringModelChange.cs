using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>
/// What may still change about a scoring model: everything while it is a draft; once in use only what no score depends on.
/// Whoever wants other weights makes the next version.
/// </summary>
/// <model stage="1 Value Insights">the inputs, the rule and the version of the configuration that made it</model>
public static class ScoringModelChange
{
    /// <summary>Fields of a model that scores depend on, by their names in the rules.</summary>
    public static IReadOnlyCollection<string> FrozenModelFields { get; } =
    [
        nameof(ScoringModel.Version), "RevenueSource", nameof(ScoringModel.MinimumCostCoveragePercent), nameof(ScoringModel.HourlyRate),
        "HorizonMonths", "DiscountRatePercent", "MinimumCustomers", "BandPercent",
        nameof(BandThresholds.TopFrom), nameof(BandThresholds.HighFrom), nameof(BandThresholds.MediumFrom),
        "PreviousVersionId",
    ];

    /// <summary>Fields of a criterion that scores depend on. Name and reading order may be corrected.</summary>
    public static IReadOnlyCollection<string> FrozenCriterionFields { get; } =
    [
        "ScoringModelId", nameof(ScoringCriterion.Measure), nameof(ScoringCriterion.SubmodelId), nameof(ScoringCriterion.Weight),
        nameof(ScoringCriterion.Curve), nameof(ScoringCriterion.Worst), nameof(ScoringCriterion.Best), "MissingValuePolicy",
    ];

    /// <summary>Name of the field that stands for adding or removing a whole criterion.</summary>
    public const string Criteria = nameof(ScoringModel.Criteria);

    /// <summary>Whether scores may already stand on a model of this status.</summary>
    public static bool IsFrozen(ScoringModelStatus status) => status != ScoringModelStatus.Draft;

    /// <summary>One violation for each field that may no longer be changed (KAM-VAL-048); empty when the change is fine.</summary>
    /// <param name="model">The model as it is stored, before the change.</param>
    /// <param name="changedFields">
    /// Names of the fields whose value really changes, of the model or of one of its criteria; <see cref="Criteria"/> when a
    /// criterion is added or removed.
    /// </param>
    /// <param name="existingVersions">Versions of the model that exist, for the number of the next one.</param>
    public static IReadOnlyList<Violation> Violations(ScoringModel model, IEnumerable<string> changedFields, IEnumerable<int> existingVersions)
    {
        if (!IsFrozen(model.Status)) return [];
        var next = NextVersion(existingVersions.Concat([model.Version]));
        return changedFields
            .Where(field => field == Criteria || FrozenModelFields.Contains(field) || FrozenCriterionFields.Contains(field))
            .Distinct()
            .Select(field => Violation.Of(
                ValueInsightsReasons.ModelFrozen,
                field,
                "",
                Argument.Text(field),
                Argument.Text(model.Name),
                Argument.Number(model.Version),
                Argument.Number(next)))
            .ToArray();
    }

    /// <summary>A model that was in use never becomes a draft again (KAM-VAL-048): its weights would be open to change. Empty when the status may change.</summary>
    public static IReadOnlyList<Violation> WhyNotStatus(ScoringModel model, ScoringModelStatus next) =>
        next == ScoringModelStatus.Draft ? Violations(model, [nameof(ScoringModel.Criteria)], []) : [];

    /// <summary>Everything that keeps a model from being put in use: what is wrong with it, and submodels that may still change.</summary>
    public static IReadOnlyList<Violation> WhyNotActivated(ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others) =>
    [
        .. ScoringModelCheck.Violations(model, others),
        .. model.Criteria
            .Where(criterion => criterion.SubmodelId is { } id && id != model.Id && others.TryGetValue(id, out var submodel) && submodel.Status != ScoringModelStatus.InUse)
            .Select(criterion => Violation.Of(
                ValueInsightsReasons.SubmodelNotInUse,
                nameof(ScoringCriterion.SubmodelId),
                others[criterion.SubmodelId!.Value].Name,
                Argument.Text(criterion.Name),
                Argument.Text(others[criterion.SubmodelId!.Value].Name))),
    ];

    /// <summary>The number of the next version: one above the highest, 1 for the first. Gaps are not filled.</summary>
    public static int NextVersion(IEnumerable<int> existingVersions) => existingVersions.DefaultIfEmpty(0).Max() + 1;

    /// <summary>The next version of a model as a draft, with the same criteria under new ids.</summary>
    /// <param name="model">The version to start from.</param>
    /// <param name="existingVersions">Versions that exist.</param>
    /// <param name="newId">Gives a new id each time.</param>
    public static ScoringModel NextDraft(ScoringModel model, IEnumerable<int> existingVersions, Func<Guid> newId) => model with
    {
        Id = newId(),
        Version = NextVersion(existingVersions.Concat([model.Version])),
        Status = ScoringModelStatus.Draft,
        Criteria = model.Criteria.Select(criterion => criterion with { Id = newId() }).ToArray(),
    };
}
