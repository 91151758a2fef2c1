using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Reads scoring models with their criteria. Two requests, however many models there are.</summary>
internal sealed class ScoringModelStore
{
    private static readonly ColumnSet ModelColumns = new(
        ScoringModelRow.Column.Name, ScoringModelRow.Column.Version, ScoringModelRow.Column.StatusCode, ScoringModelRow.Column.RevenueSource,
        ScoringModelRow.Column.MinimumCostCoveragePercent, ScoringModelRow.Column.HourlyRateBase, ScoringModelRow.Column.HorizonMonths,
        ScoringModelRow.Column.DiscountRatePercent, ScoringModelRow.Column.MinimumCustomers, ScoringModelRow.Column.BandPercent,
        ScoringModelRow.Column.TopFrom, ScoringModelRow.Column.HighFrom, ScoringModelRow.Column.MediumFrom);

    private static readonly ColumnSet CriterionColumns = new(
        ScoringCriterionRow.Column.Name, ScoringCriterionRow.Column.ScoringModelId, ScoringCriterionRow.Column.Measure, ScoringCriterionRow.Column.SubmodelId,
        ScoringCriterionRow.Column.Weight, ScoringCriterionRow.Column.Curve, ScoringCriterionRow.Column.Worst, ScoringCriterionRow.Column.Best,
        ScoringCriterionRow.Column.MissingValuePolicy, ScoringCriterionRow.Column.Sequence);

    private readonly IOrganizationService dataverse;

    public ScoringModelStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>The one model in use that is not the submodel of another.</summary>
    /// <exception cref="RefusalException">None or several are in use, or it cannot score.</exception>
    public ModelInUse InUse() => RowsInUse().InUse();

    /// <summary>All models in use, submodels too.</summary>
    public ModelRows RowsInUse() => WithCriteria(Rows(ScoringModelStatusReason.InUse));

    /// <summary>Every model by id, drafts and retired ones too: for checks before one is put in use.</summary>
    public IReadOnlyDictionary<Guid, ScoringModel> All() => WithCriteria(Rows(null)).ById();

    private List<ScoringModelRow> Rows(ScoringModelStatusReason? status)
    {
        var query = new QueryExpression(ScoringModelRow.Table) { ColumnSet = ModelColumns };
        if (status is { } only) query.Criteria.AddCondition(ScoringModelRow.Column.StatusCode, ConditionOperator.Equal, (int)only);
        query.AddOrder(ScoringModelRow.Column.Name, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<ScoringModelRow>()).ToList();
    }

    private ModelRows WithCriteria(List<ScoringModelRow> rows)
    {
        if (rows.Count == 0) return new ModelRows([], []);
        var query = new QueryExpression(ScoringCriterionRow.Table) { ColumnSet = CriterionColumns };
        query.Criteria.AddCondition(ScoringCriterionRow.Column.ScoringModelId, ConditionOperator.In, rows.Select(r => (object)r.Id).ToArray());
        query.Criteria.AddCondition(ScoringCriterionRow.Column.StateCode, ConditionOperator.Equal, (int)ScoringCriterionState.Active);
        query.AddOrder(ScoringCriterionRow.Column.Sequence, OrderType.Ascending);
        query.AddOrder(ScoringCriterionRow.Column.Name, OrderType.Ascending);
        return new ModelRows(rows, dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<ScoringCriterionRow>()).ToList());
    }

    /// <summary>The rule's model of a row and its criteria.</summary>
    public static ScoringModel Model(ScoringModelRow row, IReadOnlyList<ScoringCriterion> criteria) => new()
    {
        Id = row.Id,
        Name = row.Name ?? "",
        Version = row.Version ?? 1,
        Status = row.StatusCode is { } status ? (ScoringModelStatus)(int)status : ScoringModelStatus.Draft,
        Criteria = criteria,
        Bands = new BandThresholds(row.TopFrom ?? 80m, row.HighFrom ?? 60m, row.MediumFrom ?? 40m),
        MinimumCostCoveragePercent = row.MinimumCostCoveragePercent ?? 95m,
        HourlyRate = row.HourlyRateBase?.Value,
    };

    /// <summary>The rule's criterion of a row.</summary>
    public static ScoringCriterion Criterion(ScoringCriterionRow row) => new()
    {
        Id = row.Id,
        Name = row.Name ?? "",
        NameKey = NameKey(row),
        Measure = row.Measure is { } measure ? (Measure)(int)measure : null,
        SubmodelId = row.SubmodelId?.Id,
        Weight = row.Weight ?? 0m,
        Curve = row.Curve is { } curve ? (CurveShape)(int)curve : CurveShape.Linear,
        Worst = row.Worst ?? 0m,
        Best = row.Best ?? 100m,
        MissingValue = row.MissingValuePolicy is { } policy ? (MissingValuePolicy)(int)policy : MissingValuePolicy.LeaveOut,
    };

    // A criterion as it came with the solution: whoever renames it wants to read their own name.
    private static string? NameKey(ScoringCriterionRow row)
    {
        var key = row.Measure is { } measure ? "valueInsights.criterion" + (Measure)(int)measure : null;
        return key is not null && Texts.In(Texts.BaseLanguage).Find(key) is { } shipped && shipped == row.Name ? key : null;
    }
}
