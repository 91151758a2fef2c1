using System;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Where a key account manager stands in the plan in force today: what the last statement came to. One request, however many lines were sold.</summary>
internal sealed class BonusPosition
{
    private const string PlanAlias = "plan", ComponentAlias = "component", StatementAlias = "statement", PartAlias = "part";

    private BonusPosition(BonusPlan plan, BonusSums sums, decimal marginBefore, decimal share, DateTime? statedUntil)
    {
        Plan = plan;
        Sums = sums;
        MarginBefore = marginBefore;
        Share = share;
        StatedUntil = statedUntil;
    }

    public BonusPlan Plan { get; }

    public BonusSums Sums { get; }

    public decimal MarginBefore { get; }

    public decimal Share { get; }

    /// <summary>Last day of the statement; null before the first, and then nothing was reached yet.</summary>
    public DateTime? StatedUntil { get; }

    /// <summary>Null when no plan in force covers the manager on the day.</summary>
    public static BonusPosition? Of(IOrganizationService dataverse, Guid managerId, DateTime today)
    {
        var rows = dataverse.RetrieveMultiple(Query(managerId, today)).Entities;
        if (rows.Count == 0) return null;
        var first = rows[0];
        var planRow = Part<BonusPlanRow>(first, PlanAlias);
        var period = BonusRows.Period(planRow, first.ToEntity<BonusParticipantRow>());
        if (today < period.First || today > period.Last) return null;
        var components = rows.Select(row => Part<BonusComponentRow>(row, ComponentAlias)).GroupBy(row => row.BonusComponentId).Select(same => Named(same.First())).ToList();
        var plan = BonusRows.Plan(planRow, components);
        if (plan.Violations().Count > 0) return null;
        var statement = Part<BonusStatementRow>(first, StatementAlias);
        if (statement.PeriodUntil is not { } until) return new BonusPosition(plan, BonusSums.None, 0m, period.Share(today), null);

        var share = statement.SharePercent!.Value / 100m;
        var reached = rows.Select(row => Part<BonusPartRow>(row, PartAlias)).Where(part => part.Driver is not null)
            .GroupBy(part => (BonusDriver)part.Driver!.Value).ToDictionary(same => same.Key, same => same.First().Reached ?? 0m);
        var margin = statement.Margin?.Value ?? 0m;
        var sums = new BonusSums(
            margin,
            reached.TryGetValue(BonusDriver.CrossSell, out var crossSell) ? crossSell : 0m,
            reached.TryGetValue(BonusDriver.PriceRealisation, out var realised) ? (realised - 100m) / 100m * plan.PlannedRevenue * share : 0m,
            margin / plan.StandardMarginPercent * 100m,
            statement.LinesWithoutCost ?? 0);
        return new BonusPosition(plan, sums, statement.MarginBefore?.Value ?? 0m, share, until);
    }

    private static BonusComponent Named(BonusComponentRow row)
    {
        row.Id = row.BonusComponentId ?? Guid.Empty;
        return BonusRows.Component(row);
    }

    private static QueryExpression Query(Guid managerId, DateTime today)
    {
        var query = new QueryExpression(BonusParticipantRow.Table) { ColumnSet = new ColumnSet(BonusParticipantRow.Column.EntryOn, BonusParticipantRow.Column.LeaveOn) };
        query.Criteria.AddCondition(BonusParticipantRow.Column.KeyAccountManagerId, ConditionOperator.Equal, managerId);
        query.Criteria.AddCondition(BonusParticipantRow.Column.StateCode, ConditionOperator.Equal, 0);
        var plan = query.AddLink(BonusPlanRow.Table, BonusParticipantRow.Column.BonusPlanId, BonusPlanRow.Column.BonusPlanId);
        plan.EntityAlias = PlanAlias;
        plan.Columns = new ColumnSet(BonusPlanRow.Column.PeriodFrom, BonusPlanRow.Column.PeriodUntil, BonusPlanRow.Column.PlannedRevenue, BonusPlanRow.Column.StandardMarginPercent,
            BonusPlanRow.Column.MarginFallLimitPercent, BonusPlanRow.Column.MaximumPay, BonusPlanRow.Column.ExchangeRate);
        plan.LinkCriteria.AddCondition(BonusPlanRow.Column.StatusCode, ConditionOperator.Equal, (int)BonusPlanStatusReason.InForce);
        plan.LinkCriteria.AddCondition(BonusPlanRow.Column.PeriodFrom, ConditionOperator.OnOrBefore, today);
        plan.LinkCriteria.AddCondition(BonusPlanRow.Column.PeriodUntil, ConditionOperator.OnOrAfter, today);
        var component = plan.AddLink(BonusComponentRow.Table, BonusPlanRow.Column.BonusPlanId, BonusComponentRow.Column.BonusPlanId);
        component.EntityAlias = ComponentAlias;
        component.Columns = new ColumnSet(BonusComponentRow.Column.BonusComponentId, BonusComponentRow.Column.Name, BonusComponentRow.Column.Driver, BonusComponentRow.Column.TargetPay,
            BonusComponentRow.Column.Threshold, BonusComponentRow.Column.Target, BonusComponentRow.Column.Cap, BonusComponentRow.Column.ThresholdPayPercent, BonusComponentRow.Column.CapPayPercent,
            BonusComponentRow.Column.ExchangeRate);
        component.LinkCriteria.AddCondition(BonusComponentRow.Column.StateCode, ConditionOperator.Equal, 0);
        var statement = query.AddLink(BonusStatementRow.Table, BonusParticipantRow.Column.CurrentStatementId, BonusStatementRow.Column.BonusStatementId, JoinOperator.LeftOuter);
        statement.EntityAlias = StatementAlias;
        statement.Columns = new ColumnSet(BonusStatementRow.Column.PeriodUntil, BonusStatementRow.Column.SharePercent, BonusStatementRow.Column.Margin, BonusStatementRow.Column.MarginBefore,
            BonusStatementRow.Column.LinesWithoutCost);
        var part = statement.AddLink(BonusPartRow.Table, BonusStatementRow.Column.BonusStatementId, BonusPartRow.Column.BonusStatementId, JoinOperator.LeftOuter);
        part.EntityAlias = PartAlias;
        part.Columns = new ColumnSet(BonusPartRow.Column.Driver, BonusPartRow.Column.Reached);
        return query;
    }

    // What came under an alias, as a row of its own.
    private static TRow Part<TRow>(Entity row, string alias) where TRow : Entity, new()
    {
        var part = new TRow();
        foreach (var value in row.Attributes.Where(v => v.Key.StartsWith(alias + ".", StringComparison.Ordinal)))
            part.Attributes[value.Key.Substring(alias.Length + 1)] = ((AliasedValue)value.Value).Value;
        return part;
    }
}
