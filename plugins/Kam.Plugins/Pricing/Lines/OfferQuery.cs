using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>
/// The one question that is asked for each line, or the two for all lines of a document: its document with customer, segment, price models, score, currency and agreements; the product with its price list item, its
/// discounts and the corridors of its family; the approval levels.
/// </summary>
/// <remarks>
/// One question, so that nothing which bounds a price is ever read from a cache: a corridor, level, cost or rate that changes, in the same transaction or elsewhere, counts from the next line on.
/// Document and product have nothing in common but their organisation, so the product and the levels are joined by it, through the business unit that owns the document; both are then one row, or a few.
/// Dataverse allows 15 joins in a query; these are 15 at most.
/// </remarks>
internal static class OfferQuery
{
    public const string Account = "a", Segment = "s", SegmentModel = "sm", AccountModel = "am", Score = "v", Agreement = "g", AgreementModel = "gm", CurrencyAlias = "c", Organisation = "o",
        Level = "l", Product = "p", Corridor = "k", Item = "i", Discount = "d";

    /// <summary>Around one line.</summary>
    public static QueryExpression For(OfferLine line, string table, DateTime today)
    {
        var query = Document(line, table, today, out var account, out var unit);
        if ((line.ProductId ?? line.FamilyId) is { } product)
        {
            var link = Outer(unit.AddLink(ProductRow.Table, BusinessUnitRow.Column.OrganizationId, ProductRow.Column.OrganizationId, JoinOperator.LeftOuter), Product, ProductColumns);
            link.LinkCriteria.AddCondition(ProductRow.Column.ProductId, ConditionOperator.Equal, product);
            Corridors(link.AddLink(PriceCorridorRow.Table, ToFamily(line), PriceCorridorRow.Column.FamilyId, JoinOperator.LeftOuter), today);
        }
        if (line.ProductId is { } onList) PriceList(query, account, table == PriceAgreementRow.Table, onList, line);
        return query;
    }

    /// <summary>Around all lines of a document that have one currency, but for their products.</summary>
    public static QueryExpression ForDocument(OfferLine line, string table, DateTime today) => Document(line, table, today, out _, out _);

    /// <summary>Products of several lines, or families of agreement lines: costs, corridors of one segment, and on one price list items of every unit with discounts for every quantity.</summary>
    /// <param name="ids">The products or families.</param>
    /// <param name="isFamily">Whether they are families.</param>
    /// <param name="segment">Whose corridors.</param>
    /// <param name="priceList">Whose items; null for none.</param>
    /// <param name="today">The day.</param>
    public static QueryExpression ForProducts(IReadOnlyCollection<Guid> ids, bool isFamily, Guid? segment, Guid? priceList, DateTime today)
    {
        var query = new QueryExpression(ProductRow.Table) { PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 }, ColumnSet = new ColumnSet(ProductRow.Column.ProductId) };
        query.Criteria.AddCondition(ProductRow.Column.ProductId, ConditionOperator.In, ids.Cast<object>().ToArray());
        // Under the alias that the question about one line gives them.
        var product = Outer(query.AddLink(ProductRow.Table, ProductRow.Column.ProductId, ProductRow.Column.ProductId, JoinOperator.LeftOuter), Product, ProductColumns);
        var corridor = product.AddLink(PriceCorridorRow.Table, isFamily ? ProductRow.Column.ProductId : ProductRow.Column.ParentProductId, PriceCorridorRow.Column.FamilyId, JoinOperator.LeftOuter);
        Corridors(corridor, today);
        corridor.LinkCriteria.AddCondition(PriceCorridorRow.Column.SegmentId, ConditionOperator.Equal, segment ?? Guid.Empty);
        if (priceList is not { } list) return query;
        var item = product.AddLink(PriceListItemRow.Table, ProductRow.Column.ProductId, PriceListItemRow.Column.ProductId, JoinOperator.LeftOuter);
        var discount = ItemAndDiscounts(item);
        item.LinkCriteria.AddCondition(PriceListItemRow.Column.PriceLevelId, ConditionOperator.Equal, list);
        discount.Columns.AddColumns(DiscountRow.Column.LowQuantity, DiscountRow.Column.HighQuantity);
        return query;
    }

    private static QueryExpression Document(OfferLine line, string table, DateTime today, out LinkEntity account, out LinkEntity unit)
    {
        var query = new QueryExpression(table) { PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        query.Criteria.AddCondition(table + "id", ConditionOperator.Equal, line.Document!.Id);
        var isAgreement = table == PriceAgreementRow.Table;
        account = Outer(query.AddLink(AccountRow.Table, isAgreement ? PriceAgreementRow.Column.AccountId : QuoteRow.Column.CustomerId, AccountRow.Column.AccountId, JoinOperator.LeftOuter), Account,
            AccountRow.Column.AccountId, AccountRow.Column.SegmentId, AccountRow.Column.DefaultPriceLevelId);
        Customer(account, today);
        unit = query.AddLink(BusinessUnitRow.Table, PriceAgreementRow.Column.OwningBusinessUnit, BusinessUnitRow.Column.BusinessUnitId, JoinOperator.LeftOuter);
        var organisation = Outer(unit.AddLink(OrganizationRow.Table, BusinessUnitRow.Column.OrganizationId, OrganizationRow.Column.OrganizationId, JoinOperator.LeftOuter), Organisation,
            OrganizationRow.Column.DiscountCalculationMethod);
        Currency(query, unit, organisation, isAgreement, line);
        Levels(unit);
        query.ColumnSet = isAgreement
            ? new ColumnSet(PriceAgreementRow.Column.StatusCode, PriceAgreementRow.Column.PriceStatus)
            : new ColumnSet(QuoteRow.Column.ExchangeRate, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage, QuoteRow.Column.TotalLineItemAmount, QuoteRow.Column.PriceStatus, QuoteRow.Column.PriceLevelId);
        if (table == OrderRow.Table) query.ColumnSet.AddColumn(OrderRow.Column.IsPriceLocked);
        return query;
    }

    private static void Customer(LinkEntity account, DateTime today)
    {
        var segment = Outer(account.AddLink(SegmentRow.Table, AccountRow.Column.SegmentId, SegmentRow.Column.SegmentId, JoinOperator.LeftOuter), Segment,
            SegmentRow.Column.Name, SegmentRow.Column.MaximumDiscountPercent);
        Model(segment, SegmentRow.Column.PriceModelId, SegmentModel);
        Model(account, AccountRow.Column.PriceModelId, AccountModel);
        Outer(account.AddLink(ValueScoreRow.Table, AccountRow.Column.CurrentScoreId, ValueScoreRow.Column.ValueScoreId, JoinOperator.LeftOuter), Score,
            ValueScoreRow.Column.TenureYears, ValueScoreRow.Column.FamilyCount, ValueScoreRow.Column.MarginBase, ValueScoreRow.Column.MarginPriorBase, ValueScoreRow.Column.PaymentDelayDays);
        var agreement = Outer(account.AddLink(PriceAgreementRow.Table, AccountRow.Column.AccountId, PriceAgreementRow.Column.AccountId, JoinOperator.LeftOuter), Agreement, PriceAgreementRow.Column.ValidFrom);
        agreement.LinkCriteria.AddCondition(PriceAgreementRow.Column.StatusCode, ConditionOperator.Equal, (int)PriceAgreementStatusReason.InForce);
        agreement.LinkCriteria.AddCondition(PriceAgreementRow.Column.PriceModelId, ConditionOperator.NotNull);
        Valid(agreement, PriceAgreementRow.Column.ValidFrom, PriceAgreementRow.Column.ValidUntil, today);
        Model(agreement, PriceAgreementRow.Column.PriceModelId, AgreementModel);
    }

    private static void Model(LinkEntity from, string lookup, string alias) => Outer(from.AddLink(PriceModelRow.Table, lookup, PriceModelRow.Column.PriceModelId, JoinOperator.LeftOuter), alias,
        PriceModelRow.Column.PriceModelId, PriceModelRow.Column.ConfigurationVersion, PriceModelRow.Column.MaximumConditionPercent, PriceModelRow.Column.Rounding);

    // An agreement has no currency of its own: that of the line counts, else the organisation's.
    private static void Currency(QueryExpression query, LinkEntity unit, LinkEntity organisation, bool isAgreement, OfferLine line)
    {
        var currency = !isAgreement ? query.AddLink(CurrencyRow.Table, QuoteRow.Column.TransactionCurrencyId, CurrencyRow.Column.TransactionCurrencyId, JoinOperator.LeftOuter)
            : line.CurrencyId is null ? organisation.AddLink(CurrencyRow.Table, OrganizationRow.Column.BaseCurrencyId, CurrencyRow.Column.TransactionCurrencyId, JoinOperator.LeftOuter)
            : unit.AddLink(CurrencyRow.Table, BusinessUnitRow.Column.OrganizationId, CurrencyRow.Column.OrganizationId, JoinOperator.LeftOuter);
        Outer(currency, CurrencyAlias, CurrencyRow.Column.TransactionCurrencyId, CurrencyRow.Column.ISOCurrencyCode, CurrencyRow.Column.CurrencyPrecision, CurrencyRow.Column.ExchangeRate);
        if (isAgreement && line.CurrencyId is { } id) currency.LinkCriteria.AddCondition(CurrencyRow.Column.TransactionCurrencyId, ConditionOperator.Equal, id);
    }

    private static void Levels(LinkEntity unit)
    {
        var level = Outer(unit.AddLink(ApprovalLevelRow.Table, BusinessUnitRow.Column.OrganizationId, ApprovalLevelRow.Column.OrganizationId, JoinOperator.LeftOuter), Level,
            ApprovalLevelRow.Column.ApprovalLevelId, ApprovalLevelRow.Column.Name, ApprovalLevelRow.Column.Rank, ApprovalLevelRow.Column.MaximumDeviationPercent, ApprovalLevelRow.Column.MaximumAmountBase);
        level.LinkCriteria.AddCondition(ApprovalLevelRow.Column.StateCode, ConditionOperator.Equal, (int)ApprovalLevelState.Active);
    }

    private static string[] ProductColumns =>
    [
        ProductRow.Column.ParentProductId, ProductRow.Column.StandardCostBase, ProductRow.Column.StandardCost, ProductRow.Column.CurrentCost, ProductRow.Column.Price, ProductRow.Column.DefaultUoMId,
        ProductRow.Column.DefaultUoMScheduleId,
    ];

    private static string ToFamily(OfferLine line) => line.ProductId is null ? ProductRow.Column.ProductId : ProductRow.Column.ParentProductId;

    private static void Corridors(LinkEntity link, DateTime today)
    {
        var corridor = Outer(link, Corridor,
            PriceCorridorRow.Column.PriceCorridorId, PriceCorridorRow.Column.SegmentId, PriceCorridorRow.Column.TransactionCurrencyId,
            PriceCorridorRow.Column.Target, PriceCorridorRow.Column.Minimum, PriceCorridorRow.Column.Floor,
            PriceCorridorRow.Column.TargetBase, PriceCorridorRow.Column.MinimumBase, PriceCorridorRow.Column.FloorBase);
        corridor.LinkCriteria.AddCondition(PriceCorridorRow.Column.StateCode, ConditionOperator.Equal, (int)PriceCorridorState.Active);
        Valid(corridor, PriceCorridorRow.Column.ValidFrom, PriceCorridorRow.Column.ValidUntil, today);
    }

    private static void PriceList(QueryExpression query, LinkEntity account, bool isAgreement, Guid product, OfferLine line)
    {
        var item = isAgreement
            ? account.AddLink(PriceListItemRow.Table, AccountRow.Column.DefaultPriceLevelId, PriceListItemRow.Column.PriceLevelId, JoinOperator.LeftOuter)
            : query.AddLink(PriceListItemRow.Table, QuoteRow.Column.PriceLevelId, PriceListItemRow.Column.PriceLevelId, JoinOperator.LeftOuter);
        var discount = ItemAndDiscounts(item);
        item.LinkCriteria.AddCondition(PriceListItemRow.Column.ProductId, ConditionOperator.Equal, product);
        if (line.UnitId is { } unit) item.LinkCriteria.AddCondition(PriceListItemRow.Column.UoMId, ConditionOperator.Equal, unit);
        discount.LinkCriteria.AddCondition(DiscountRow.Column.LowQuantity, ConditionOperator.LessEqual, line.Quantity);
        discount.LinkCriteria.AddCondition(DiscountRow.Column.HighQuantity, ConditionOperator.GreaterEqual, line.Quantity);
    }

    private static LinkEntity ItemAndDiscounts(LinkEntity item)
    {
        Outer(item, Item, PriceListItemRow.Column.ProductPriceLevelId, PriceListItemRow.Column.Amount, PriceListItemRow.Column.PricingMethodCode,
            PriceListItemRow.Column.Percentage, PriceListItemRow.Column.UoMId);
        return Outer(item.AddLink(DiscountRow.Table, PriceListItemRow.Column.DiscountTypeId, DiscountRow.Column.DiscountTypeId, JoinOperator.LeftOuter), Discount,
            DiscountRow.Column.DiscountId, DiscountRow.Column.Amount, DiscountRow.Column.Percentage);
    }

    private static void Valid(LinkEntity link, string from, string until, DateTime today)
    {
        link.LinkCriteria.AddCondition(from, ConditionOperator.OnOrBefore, today);
        var end = link.LinkCriteria.AddFilter(LogicalOperator.Or);
        end.AddCondition(until, ConditionOperator.Null);
        end.AddCondition(until, ConditionOperator.OnOrAfter, today);
    }

    private static LinkEntity Outer(LinkEntity link, string alias, params string[] columns)
    {
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
        return link;
    }
}
