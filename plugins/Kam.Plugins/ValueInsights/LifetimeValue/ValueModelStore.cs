using System;
using System.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.LifetimeValue;

/// <summary>Fits of the lifetime value models: one row for each as-of date.</summary>
internal sealed class ValueModelStore
{
    private static readonly ColumnSet Parameters = new(
        ValueModelFitRow.Column.Family, ValueModelFitRow.Column.IsUsable, ValueModelFitRow.Column.R, ValueModelFitRow.Column.Alpha, ValueModelFitRow.Column.A, ValueModelFitRow.Column.B,
        ValueModelFitRow.Column.P, ValueModelFitRow.Column.Q, ValueModelFitRow.Column.Gamma, ValueModelFitRow.Column.ContractAlpha, ValueModelFitRow.Column.ContractBeta,
        ValueModelFitRow.Column.Covariance);

    private readonly IOrganizationService dataverse;

    public ValueModelStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>The fit of a day, finished or not; null when it was never begun.</summary>
    public ValueModelFitRow? Of(DateTime asOf)
    {
        var query = new QueryExpression(ValueModelFitRow.Table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(ValueModelFitRow.Column.AsOf, ConditionOperator.Equal, asOf);
        return dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ValueModelFitRow>();
    }

    /// <summary>The newest finished fit up to a day; null when there is none.</summary>
    public ValueModelFitRow? NewestUpTo(DateTime asOf)
    {
        var query = new QueryExpression(ValueModelFitRow.Table) { ColumnSet = Parameters, TopCount = 1 };
        query.Criteria.AddCondition(ValueModelFitRow.Column.AsOf, ConditionOperator.LessEqual, asOf);
        query.Criteria.AddCondition(ValueModelFitRow.Column.Phase, ConditionOperator.Equal, (int)FitPhaseChoice.Finished);
        query.AddOrder(ValueModelFitRow.Column.AsOf, OrderType.Descending);
        return dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ValueModelFitRow>();
    }

    /// <summary>A finished fit by its id.</summary>
    public ValueModelFitRow Finished(Guid fitId) => dataverse.Retrieve(ValueModelFitRow.Table, fitId, Parameters).ToEntity<ValueModelFitRow>();

    /// <summary>The models of a finished fit; those that were refused are null.</summary>
    public static FittedModels Models(ValueModelFitRow? fit)
    {
        if (fit is null) return FittedModels.None;
        var family = fit.Family == ValueModelFamilyChoice.MbgNbd ? RepeatPurchaseFamily.MbgNbd : RepeatPurchaseFamily.BgNbd;
        return new FittedModels
        {
            Orders = fit is { IsUsable: true, R: { } r, Alpha: { } alpha, A: { } a, B: { } b } ? new RepeatPurchaseModel(family, r, alpha, a, b, CovarianceText.Read(fit.Covariance, 0)) : null,
            MarginPerOrder = fit is { P: { } p, Q: { } q, Gamma: { } gamma } ? new GammaGammaModel(p, q, gamma, CovarianceText.Read(fit.Covariance, 1)) : null,
            Contracts = fit is { ContractAlpha: { } contractAlpha, ContractBeta: { } contractBeta }
                ? new ShiftedBetaGeometricModel(contractAlpha, contractBeta, CovarianceText.Read(fit.Covariance, 2)) : null,
        };
    }
}
