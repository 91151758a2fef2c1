using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>What a run stands on, as it is stored with it. Public because serialisers in partial trust see public members only.</summary>
[DataContract]
public sealed class StoredBasis
{
    [DataMember] public Dictionary<string, string> Settings { get; set; } = [];
    [DataMember] public StoredModel[] ScoringModels { get; set; } = [];
    [DataMember] public StoredCriterion[] Criteria { get; set; } = [];
    [DataMember] public Guid CurrencyId { get; set; }
    [DataMember] public string CurrencyCode { get; set; } = "";
    [DataMember] public int CurrencyPrecision { get; set; }

    internal static StoredBasis Of(Settings settings, ModelRows rows, BaseCurrency currency) => new()
    {
        Settings = settings.Values.ToDictionary(v => v.Key, v => v.Value),
        ScoringModels = rows.Models.Select(StoredModel.Of).ToArray(),
        Criteria = rows.Criteria.Select(StoredCriterion.Of).ToArray(),
        CurrencyId = currency.Reference.Id,
        CurrencyCode = currency.Code,
        CurrencyPrecision = currency.Precision,
    };

    internal ModelRows Models() => new(ScoringModels.Select(m => m.Row()).ToList(), Criteria.Select(c => c.Row()).ToList());
}

/// <summary>A scoring model in a <see cref="StoredBasis"/>; null is what the row leaves empty.</summary>
[DataContract]
public sealed class StoredModel
{
    [DataMember] public Guid Id { get; set; }
    [DataMember] public string? Name { get; set; }
    [DataMember] public int? Version { get; set; }
    [DataMember] public int? Status { get; set; }
    [DataMember] public int? RevenueSource { get; set; }
    [DataMember] public decimal? MinimumCostCoveragePercent { get; set; }
    [DataMember] public decimal? HourlyRateBase { get; set; }
    [DataMember] public int? HorizonMonths { get; set; }
    [DataMember] public decimal? DiscountRatePercent { get; set; }
    [DataMember] public int? MinimumCustomers { get; set; }
    [DataMember] public decimal? BandPercent { get; set; }
    [DataMember] public decimal? TopFrom { get; set; }
    [DataMember] public decimal? HighFrom { get; set; }
    [DataMember] public decimal? MediumFrom { get; set; }

    internal static StoredModel Of(ScoringModelRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Version = row.Version,
        Status = (int?)row.StatusCode,
        RevenueSource = (int?)row.RevenueSource,
        MinimumCostCoveragePercent = row.MinimumCostCoveragePercent,
        HourlyRateBase = row.HourlyRateBase?.Value,
        HorizonMonths = row.HorizonMonths,
        DiscountRatePercent = row.DiscountRatePercent,
        MinimumCustomers = row.MinimumCustomers,
        BandPercent = row.BandPercent,
        TopFrom = row.TopFrom,
        HighFrom = row.HighFrom,
        MediumFrom = row.MediumFrom,
    };

    internal ScoringModelRow Row() => new()
    {
        Id = Id,
        Name = Name,
        Version = Version,
        StatusCode = (ScoringModelStatusReason?)Status,
        RevenueSource = (RevenueSourceChoice?)RevenueSource,
        MinimumCostCoveragePercent = MinimumCostCoveragePercent,
        HourlyRateBase = HourlyRateBase is { } rate ? new Money(rate) : null,
        HorizonMonths = HorizonMonths,
        DiscountRatePercent = DiscountRatePercent,
        MinimumCustomers = MinimumCustomers,
        BandPercent = BandPercent,
        TopFrom = TopFrom,
        HighFrom = HighFrom,
        MediumFrom = MediumFrom,
    };
}

/// <summary>A criterion in a <see cref="StoredBasis"/>; null is what the row leaves empty.</summary>
[DataContract]
public sealed class StoredCriterion
{
    [DataMember] public Guid Id { get; set; }
    [DataMember] public string? Name { get; set; }
    [DataMember] public Guid ScoringModelId { get; set; }
    [DataMember] public int? Measure { get; set; }
    [DataMember] public Guid? SubmodelId { get; set; }
    [DataMember] public decimal? Weight { get; set; }
    [DataMember] public int? Curve { get; set; }
    [DataMember] public decimal? Worst { get; set; }
    [DataMember] public decimal? Best { get; set; }
    [DataMember] public int? MissingValuePolicy { get; set; }

    internal static StoredCriterion Of(ScoringCriterionRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        ScoringModelId = row.ScoringModelId!.Id,
        Measure = (int?)row.Measure,
        SubmodelId = row.SubmodelId?.Id,
        Weight = row.Weight,
        Curve = (int?)row.Curve,
        Worst = row.Worst,
        Best = row.Best,
        MissingValuePolicy = (int?)row.MissingValuePolicy,
    };

    internal ScoringCriterionRow Row() => new()
    {
        Id = Id,
        Name = Name,
        ScoringModelId = new EntityReference(ScoringModelRow.Table, ScoringModelId),
        Measure = (MeasureChoice?)Measure,
        SubmodelId = SubmodelId is { } submodel ? new EntityReference(ScoringModelRow.Table, submodel) : null,
        Weight = Weight,
        Curve = (CurveChoice?)Curve,
        Worst = Worst,
        Best = Best,
        MissingValuePolicy = (MissingValuePolicyChoice?)MissingValuePolicy,
    };
}
