using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Corridors;

/// <summary>Keeps price corridors in order: floor, minimum and target, a family, one corridor at a time. Refuses KAM-PRC-110 to 114.</summary>
/// <remarks>
/// Who may not read the floor does not move the other bounds either: a minimum that is taken down step by step would be refused at the floor, and so tell it. Two requests, three when bounds change.
/// </remarks>
/// <model stage="5 Pricing">price corridor (segment x product family: target, minimum, floor)</model>
[Step(Message.Create, PriceCorridorRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceCorridorRow.Table, Stage.PreOperation, When = [
    PriceCorridorRow.Column.SegmentId, PriceCorridorRow.Column.FamilyId, PriceCorridorRow.Column.Target, PriceCorridorRow.Column.Minimum, PriceCorridorRow.Column.Floor,
    PriceCorridorRow.Column.TransactionCurrencyId, PriceCorridorRow.Column.ValidFrom, PriceCorridorRow.Column.ValidUntil, PriceCorridorRow.Column.StateCode])]
[Image(ImageMoment.Before,
    PriceCorridorRow.Column.SegmentId, PriceCorridorRow.Column.FamilyId, PriceCorridorRow.Column.Target, PriceCorridorRow.Column.Minimum, PriceCorridorRow.Column.Floor,
    PriceCorridorRow.Column.ValidFrom, PriceCorridorRow.Column.ValidUntil, PriceCorridorRow.Column.StateCode)]
public sealed class GuardCorridor : KamPlugin
{
    private const int Family = 2;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var corridor = request.Merged<PriceCorridorRow>();
        var target = request.Target<PriceCorridorRow>();
        if (corridor.ValidUntil < corridor.ValidFrom)
        {
            throw new RefusalException(PricingReasons.EndsBeforeItBegins, nameof(corridor.ValidUntil), $"{corridor.ValidUntil:yyyy-MM-dd}",
                Argument.Date(corridor.ValidFrom!.Value), Argument.Date(corridor.ValidUntil!.Value));
        }
        var movesBounds = target.Target is not null || target.Minimum is not null || target.Floor is not null || target.TransactionCurrencyId is not null;
        if (movesBounds && request.Context.MessageName == Message.Update && !ReadsFloor(request, corridor.Id))
            throw new RefusalException(PricingReasons.BoundsNeedCost, nameof(corridor.Minimum), "");
        if (movesBounds) RefuseDisorder(corridor);
        if (target.FamilyId is { } family) RefuseOtherThanFamily(request.DataverseAsSystem, family);
        if (corridor.StateCode != PriceCorridorState.Inactive) RefuseOverlap(request.DataverseAsSystem, corridor);
    }

    private static bool ReadsFloor(Request request, Guid id) =>
        request.Dataverse.Retrieve(PriceCorridorRow.Table, id, new ColumnSet(PriceCorridorRow.Column.Floor)).ToEntity<PriceCorridorRow>().Floor is not null;

    private static void RefuseDisorder(PriceCorridorRow corridor)
    {
        var floor = corridor.Floor?.Value ?? 0m;
        var minimum = corridor.Minimum?.Value ?? 0m;
        if (floor < 0m || floor > minimum || minimum > (corridor.Target?.Value ?? 0m)) throw new RefusalException(PricingReasons.CorridorOutOfOrder, nameof(corridor.Minimum), "");
    }

    private static void RefuseOtherThanFamily(IOrganizationService asSystem, EntityReference family)
    {
        var product = asSystem.Retrieve(ProductRow.Table, family.Id, new ColumnSet(ProductRow.Column.Name, ProductRow.Column.ProductStructure)).ToEntity<ProductRow>();
        if ((int?)product.ProductStructure != Family) throw new RefusalException(PricingReasons.NotAFamily, nameof(PriceCorridorRow.FamilyId), product.Name ?? "", Argument.Text(product.Name ?? ""));
    }

    private static void RefuseOverlap(IOrganizationService asSystem, PriceCorridorRow corridor)
    {
        if (corridor.SegmentId is null || corridor.FamilyId is null || corridor.ValidFrom is null) return;
        var query = new QueryExpression(PriceCorridorRow.Table) { ColumnSet = new ColumnSet(PriceCorridorRow.Column.ValidFrom), TopCount = 1 };
        query.Criteria.AddCondition(PriceCorridorRow.Column.SegmentId, ConditionOperator.Equal, corridor.SegmentId.Id);
        query.Criteria.AddCondition(PriceCorridorRow.Column.FamilyId, ConditionOperator.Equal, corridor.FamilyId.Id);
        query.Criteria.AddCondition(PriceCorridorRow.Column.StateCode, ConditionOperator.Equal, (int)PriceCorridorState.Active);
        query.Criteria.AddCondition(PriceCorridorRow.Column.PriceCorridorId, ConditionOperator.NotEqual, corridor.Id);
        if (corridor.ValidUntil is { } last) query.Criteria.AddCondition(PriceCorridorRow.Column.ValidFrom, ConditionOperator.OnOrBefore, last);
        var end = query.Criteria.AddFilter(LogicalOperator.Or);
        end.AddCondition(PriceCorridorRow.Column.ValidUntil, ConditionOperator.Null);
        end.AddCondition(PriceCorridorRow.Column.ValidUntil, ConditionOperator.OnOrAfter, corridor.ValidFrom.Value);
        if (asSystem.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<PriceCorridorRow>()).FirstOrDefault() is { } other)
            throw new RefusalException(PricingReasons.CorridorOverlaps, nameof(corridor.ValidFrom), $"{corridor.ValidFrom:yyyy-MM-dd}", Argument.Date(other.ValidFrom!.Value));
    }
}
