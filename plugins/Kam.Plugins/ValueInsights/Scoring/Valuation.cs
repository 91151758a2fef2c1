using System;
using System.Collections.Generic;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.LifetimeValue;
using Kam.Plugins.ValueInsights.Reading;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>What a valuation of one day stands on, read once: settings, model in use, base currency, fit. Five requests.</summary>
internal sealed class Valuation
{
    private readonly IOrganizationService dataverse;
    private readonly Settings settings;

    public DateTime AsOf { get; }
    public ModelInUse Model { get; }
    public MeasureBasis Basis { get; }
    public BaseCurrency Currency { get; }
    public ValueModelFitRow? Fit { get; }

    public Valuation(IOrganizationService dataverse, DateTime asOf)
    {
        this.dataverse = dataverse;
        AsOf = asOf;
        settings = new Settings(dataverse);
        Model = new ScoringModelStore(dataverse).InUse();
        Basis = new MeasureBasis(asOf, settings.Number(SettingNames.RollingDays, 1, 3660), Model.Model.MinimumCostCoveragePercent, Model.Model.HourlyRate);
        Currency = new BaseCurrency(dataverse);
        Fit = new ValueModelStore(dataverse).NewestUpTo(asOf);
    }

    /// <summary>Reads figures of accounts.</summary>
    public FigureReader Figures() => new(dataverse, RevenueTables.For(Model.RevenueSource, settings), Basis);

    /// <summary>Adds lifetime values.</summary>
    public AccountMeasuring Measuring() => new(Model, Basis, ValueModelStore.Models(Fit));

    /// <summary>Scores and stores against a portfolio.</summary>
    public SnapshotWriter Writer(IReadOnlyDictionary<Measure, Distribution> spread, DateTime now) =>
        new(dataverse, Model, Basis, new ScoreCalculation(Model.Model, Model.Others, spread), Currency, Texts.In(settings.Number(SettingNames.ExplanationLanguage, 1, 99999)), now);

    /// <summary>Most accounts a call of kam_ScorePortfolio takes.</summary>
    public int PageSize => settings.Number(SettingNames.ScorePageSize, 1, 500);

    /// <summary>The fit as snapshots refer to it.</summary>
    public EntityReference? FitReference => Fit is null ? null : new EntityReference(ValueModelFitRow.Table, Fit.Id);
}
