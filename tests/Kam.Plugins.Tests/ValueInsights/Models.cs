using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.ValueInsights;

/// <summary>Scoring models as tests put them in use.</summary>
internal static class Models
{
    /// <summary>The model that comes with the solution.</summary>
    public static readonly Guid Standard = new("61091f4d-5686-5477-8e5d-7ab66ea64824");

    public static ScoringCriterionRow Criterion(string name, MeasureChoice? measure, decimal weight, decimal worst, decimal best,
        CurveChoice curve = CurveChoice.Linear, MissingValuePolicyChoice missing = MissingValuePolicyChoice.LeaveOutAndReWeigh) => new()
        {
            Name = name,
            Measure = measure,
            Weight = weight,
            Worst = worst,
            Best = best,
            Curve = curve,
            MissingValuePolicy = missing,
        };

    /// <summary>Half revenue up to 100,000, three tenths margin up to 50 %, two tenths growth from −50 to 50 %.</summary>
    public static ScoringCriterionRow[] Simple() =>
    [
        Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 50m, 0m, 100_000m),
        Criterion("Margin", MeasureChoice.MarginPercent, 30m, 0m, 50m),
        Criterion("Growth", MeasureChoice.RevenueGrowthPercent, 20m, -50m, 50m),
    ];

    /// <summary>A model nobody scores by yet.</summary>
    public static Guid Draft(this Crm crm, string name, params ScoringCriterionRow[] criteria)
    {
        var model = crm.Create(new ScoringModelRow { Name = name, Version = 1, RevenueSource = RevenueSourceChoice.Orders, HourlyRate = new Money(120m), MinimumCostCoveragePercent = 95m, TopFrom = 80m, HighFrom = 60m, MediumFrom = 40m });
        foreach (var (criterion, place) in criteria.Select((c, i) => (c, i)))
        {
            criterion.ScoringModelId = new EntityReference(ScoringModelRow.Table, model);
            criterion.Sequence = place;
            criterion.Id = crm.Create(criterion);
        }
        return model;
    }

    public static void PutInUse(this Crm crm, Guid model) => crm.Service.Update(new ScoringModelRow { Id = model, StatusCode = ScoringModelStatusReason.InUse });

    public static void Retire(this Crm crm, Guid model) =>
        crm.Service.Update(new ScoringModelRow { Id = model, StateCode = ScoringModelState.Inactive, StatusCode = ScoringModelStatusReason.Retired });

    /// <summary>Scores by these criteria instead of the Standard model.</summary>
    public static Guid ScoreBy(this Crm crm, params ScoringCriterionRow[] criteria)
    {
        crm.Retire(Standard);
        var model = crm.Draft("Test", criteria);
        crm.PutInUse(model);
        return model;
    }
}
