using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.ValueInsights;

namespace Kam.Rules.Tests.ValueInsights;

/// <summary>Scoring models as an administrator would set them up.</summary>
internal static class Models
{
    internal static readonly IReadOnlyDictionary<Guid, ScoringModel> NoOthers = new Dictionary<Guid, ScoringModel>();
    internal static readonly IReadOnlyDictionary<Measure, Distribution> NoPortfolio = new Dictionary<Measure, Distribution>();

    internal static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    internal static ScoringCriterion Criterion(
        int id, string name, Measure measure, decimal weight, decimal worst, decimal best, MissingValuePolicy missing = MissingValuePolicy.LeaveOut) =>
        new() { Id = Id(id), Name = name, Measure = measure, Weight = weight, Worst = worst, Best = best, MissingValue = missing };

    internal static ScoringCriterion OfSubmodel(int id, ScoringModel submodel, decimal weight) =>
        new() { Id = Id(id), Name = submodel.Name, SubmodelId = submodel.Id, Weight = weight };

    internal static ScoringModel Model(int id, string name, params ScoringCriterion[] criteria) =>
        new() { Id = Id(id), Name = name, Criteria = criteria };

    internal static IReadOnlyDictionary<Guid, ScoringModel> Others(params ScoringModel[] models) => models.ToDictionary(model => model.Id);

    internal static AccountMeasures Measured(params MeasuredValue[] values) => AccountMeasures.From(values);
}
