using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>What counts as revenue and when its margin is known: as the scoring model in use says, so that every dimension and the account's score speak of the same figures.</summary>
/// <remarks>Two requests: the environment variables and the model. Without a model in use revenue is that of orders, and margin is known when every line has its cost.</remarks>
internal sealed class RevenueBasis
{
    private const decimal EveryLine = 100m;

    private RevenueBasis(Settings settings, ScoringModelRow? model)
    {
        Settings = settings;
        Tables = RevenueTables.For(model?.RevenueSource ?? RevenueSourceChoice.Orders, settings);
        MinimumCoveragePercent = model?.MinimumCostCoveragePercent ?? EveryLine;
    }

    public Settings Settings { get; }

    public RevenueTables Tables { get; }

    /// <summary>Lines with a cost must carry at least this part of the revenue, percent.</summary>
    public decimal MinimumCoveragePercent { get; }

    public int RollingDays => Settings.Number(SettingNames.RollingDays, 1, 3660);

    public int CallSeconds => Settings.Number(SettingNames.CallSeconds, 0, 90);

    public static RevenueBasis Of(IOrganizationService dataverse)
    {
        var query = new QueryExpression(ScoringModelRow.Table)
        {
            ColumnSet = new ColumnSet(ScoringModelRow.Column.RevenueSource, ScoringModelRow.Column.MinimumCostCoveragePercent),
            TopCount = 1,
        };
        query.Criteria.AddCondition(ScoringModelRow.Column.StatusCode, ConditionOperator.Equal, (int)ScoringModelStatusReason.InUse);
        query.AddOrder(ScoringModelRow.Column.ActivatedOn, OrderType.Descending);
        return new RevenueBasis(new Settings(dataverse), dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ScoringModelRow>());
    }
}
