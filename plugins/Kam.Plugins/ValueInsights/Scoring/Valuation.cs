using System;
using System.Collections.Generic;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.LifetimeValue;
using Kam.Plugins.ValueInsights.Reading;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>A valuation of one day: its settings, model in use, base currency and fit, and from them what reads, measures and scores.</summary>
internal sealed class Valuation
{
    private readonly IOrganizationService dataverse;
    private readonly Settings settings;
    private readonly Lazy<ValueModelFitRow?> fit;
    private readonly RunBasis runBasis;

    public DateTime AsOf { get; }
    public ModelInUse Model { get; }
    public MeasureBasis Basis { get; }

    private Valuation(IOrganizationService dataverse, DateTime asOf, RunBasis runBasis, Func<ValueModelFitRow?> fit)
    {
        this.dataverse = dataverse;
        this.runBasis = runBasis;
        this.fit = new Lazy<ValueModelFitRow?>(fit);
        AsOf = asOf;
        settings = runBasis.Settings;
        Model = runBasis.Models.InUse();
        Basis = new MeasureBasis(asOf, settings.Number(SettingNames.RollingDays, 1, 3660), Model.Model.MinimumCostCoveragePercent, Model.Model.HourlyRate);
    }

    /// <summary>By what is in use now: four requests, and one when the fit is needed.</summary>
    public static Valuation Now(IOrganizationService dataverse, DateTime asOf) =>
        new(dataverse, asOf, RunBasis.Now(dataverse), () => new ValueModelStore(dataverse).NewestUpTo(asOf));

    /// <summary>By what was in use when the run began: no request, and one when the fit is needed.</summary>
    public static Valuation Of(IOrganizationService dataverse, ScoringRunRow run) =>
        new(dataverse, run.AsOf!.Value, RunBasis.Of(run), () => run.ValueModelFitId is { } fitted ? new ValueModelStore(dataverse).Finished(fitted.Id) : null);

    /// <summary>What it stands on, to be kept with a run.</summary>
    public string Stored() => runBasis.Write();

    /// <summary>Reads figures of accounts.</summary>
    public FigureReader Figures() => new(dataverse, RevenueTables.For(Model.RevenueSource, settings), Basis);

    /// <summary>Adds lifetime values.</summary>
    public AccountMeasuring Measuring() => new(Model, Basis, ValueModelStore.Models(fit.Value));

    /// <summary>Scores and stores against a portfolio.</summary>
    public SnapshotWriter Writer(IReadOnlyDictionary<Measure, Distribution> spread, DateTime now) =>
        new(dataverse, Model, Basis, new ScoreCalculation(Model.Model, Model.Others, spread), runBasis.Currency, StoredTexts, now);

    /// <summary>The language in which sentences are stored.</summary>
    public Texts StoredTexts => Texts.In(settings.Number(SettingNames.ExplanationLanguage, 1, 99999));

    /// <summary>Most accounts a call of kam_ScorePortfolio scores.</summary>
    public int PageSize => settings.Number(SettingNames.ScorePageSize, 1, MostAccountsPerCall);

    /// <summary>Bound of <see cref="PageSize"/>.</summary>
    public const int MostAccountsPerCall = 5000;

    /// <summary>Begins to count how long this call works.</summary>
    public CallTime CallTime() => new(settings.Number(SettingNames.CallSeconds, 0, 90));

    /// <summary>The fit as snapshots refer to it.</summary>
    public EntityReference? FitReference => fit.Value is { } row ? new EntityReference(ValueModelFitRow.Table, row.Id) : null;
}
