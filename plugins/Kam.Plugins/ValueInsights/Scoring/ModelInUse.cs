using System;
using System.Collections.Generic;
using Kam.Rules.ValueInsights;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>The scoring model that scores, with the settings of the row that are not the rule's own.</summary>
internal sealed class ModelInUse
{
    private readonly ScoringModelRow row;

    public ModelInUse(ScoringModelRow row, ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others)
    {
        this.row = row;
        Model = model;
        Others = others;
    }

    public ScoringModel Model { get; }
    public IReadOnlyDictionary<Guid, ScoringModel> Others { get; }
    public RevenueSourceChoice RevenueSource => row.RevenueSource ?? RevenueSourceChoice.Orders;
    public int HorizonMonths => row.HorizonMonths ?? 36;
    public decimal DiscountRatePercent => row.DiscountRatePercent ?? 10m;
    public int MinimumCustomers => row.MinimumCustomers ?? 100;
    public decimal BandPercent => row.BandPercent ?? 80m;
}
