using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Asks what Dataverse knows around a line, and reads the answer.</summary>
internal static class OfferReader
{
    private const int PerUnit = 1;

    /// <summary>Everything around the line as it is at this moment. One request; a line without document has nothing around it.</summary>
    /// <param name="asSystem">Dataverse with all rights: the caller need not be allowed to read floors and costs.</param>
    /// <param name="line">The line.</param>
    /// <param name="today">The day whose corridors and agreements count.</param>
    public static OfferFacts Read(IOrganizationService asSystem, OfferLine line, DateTime today)
    {
        if (line.Document is not { } document) return new OfferFacts();
        var rows = asSystem.RetrieveMultiple(OfferQuery.For(line, document.LogicalName, today)).Entities;
        return Facts(rows, rows, line);
    }

    /// <summary>What the answers say around a line.</summary>
    /// <param name="rows">What stands around the document.</param>
    /// <param name="products">What stands around the line's product; the same rows when one question asked for both.</param>
    /// <param name="line">The line.</param>
    public static OfferFacts Facts(IReadOnlyList<Entity> rows, IReadOnlyList<Entity> products, OfferLine line)
    {
        if (rows.Count == 0) return new OfferFacts();
        // What is not joined many times stands in every row.
        var row = rows[0];
        var product = products.Count == 0 ? new Entity() : products[0];
        var code = row.Text(Name(OfferQuery.CurrencyAlias, CurrencyRow.Column.ISOCurrencyCode));
        return new OfferFacts
        {
            AccountId = row.Reference(Name(OfferQuery.Account, AccountRow.Column.AccountId)),
            SegmentId = row.Reference(Name(OfferQuery.Account, AccountRow.Column.SegmentId)),
            Segment = row.Text(Name(OfferQuery.Segment, SegmentRow.Column.Name)),
            MaximumDiscountPercent = row.Sum(Name(OfferQuery.Segment, SegmentRow.Column.MaximumDiscountPercent)),
            Model = ModelOfAgreement(rows) ?? Model(row, OfferQuery.AccountModel) ?? Model(row, OfferQuery.SegmentModel),
            Measured = Measured(row, line),
            CurrencyId = row.Reference(Name(OfferQuery.CurrencyAlias, CurrencyRow.Column.TransactionCurrencyId)),
            Currency = code.Length == 3 ? new Currency(code, (int)(row.Sum(Name(OfferQuery.CurrencyAlias, CurrencyRow.Column.CurrencyPrecision)) ?? 2m)) : null,
            Rate = row.GetAttributeValue<decimal?>(QuoteRow.Column.ExchangeRate) ?? row.Sum(Name(OfferQuery.CurrencyAlias, CurrencyRow.Column.ExchangeRate)) ?? 1m,
            DocumentStatus = (PriceStatus?)row.GetAttributeValue<OptionSetValue>(QuoteRow.Column.PriceStatus)?.Value,
            AgreementStatus = line.Document?.LogicalName == PriceAgreementRow.Table ? row.GetAttributeValue<OptionSetValue>(PriceAgreementRow.Column.StatusCode)?.Value : null,
            IsPriceLocked = row.GetAttributeValue<bool>(OrderRow.Column.IsPriceLocked),
            IsDiscountPerUnit = Option(row, OfferQuery.Organisation, OrganizationRow.Column.DiscountCalculationMethod) == PerUnit,
            DocumentDiscount = row.GetAttributeValue<Money>(QuoteRow.Column.DiscountAmount)?.Value ?? 0m,
            DocumentDiscountPercent = row.GetAttributeValue<decimal?>(QuoteRow.Column.DiscountPercentage) ?? 0m,
            DocumentAmount = row.GetAttributeValue<Money>(QuoteRow.Column.TotalLineItemAmount)?.Value ?? 0m,
            FamilyId = product.Reference(Name(OfferQuery.Product, ProductRow.Column.ParentProductId)),
            ProductUnitId = product.Reference(Name(OfferQuery.Product, ProductRow.Column.DefaultUoMId)),
            UnitGroupId = product.Reference(Name(OfferQuery.Product, ProductRow.Column.DefaultUoMScheduleId)),
            StandardCost = product.Sum(Name(OfferQuery.Product, ProductRow.Column.StandardCostBase)),
            PriceListItemId = product.Reference(Name(OfferQuery.Item, PriceListItemRow.Column.ProductPriceLevelId)),
            ListPrice = ListPrice(product),
            VolumeDiscount = VolumeDiscount(product),
            VolumeDiscountId = product.Reference(Name(OfferQuery.Discount, DiscountRow.Column.DiscountId)),
            Corridors = Corridors(products),
            Levels = Levels(rows),
        };
    }

    internal static string Name(string alias, string column) => $"{alias}.{column}";

    private static int? Option(Entity row, string alias, string column) => (row.GetAttributeValue<AliasedValue>(Name(alias, column))?.Value as OptionSetValue)?.Value;

    // Should two agreements in force name a model, the younger one holds.
    private static PriceModelFacts? ModelOfAgreement(IEnumerable<Entity> rows) => rows
        .Where(row => row.Reference(Name(OfferQuery.AgreementModel, PriceModelRow.Column.PriceModelId)) is not null)
        .OrderByDescending(row => row.Day(Name(OfferQuery.Agreement, PriceAgreementRow.Column.ValidFrom)))
        .ThenBy(row => row.Reference(Name(OfferQuery.AgreementModel, PriceModelRow.Column.PriceModelId)))
        .Select(row => Model(row, OfferQuery.AgreementModel))
        .FirstOrDefault();

    private static PriceModelFacts? Model(Entity row, string alias) => row.Reference(Name(alias, PriceModelRow.Column.PriceModelId)) is not { } id
        ? null
        : new PriceModelFacts(
            id,
            row.Text(Name(alias, PriceModelRow.Column.ConfigurationVersion)),
            row.Sum(Name(alias, PriceModelRow.Column.MaximumConditionPercent)),
            Option(row, alias, PriceModelRow.Column.Rounding) == (int)RoundingChoice.Cash ? Rounding.Cash : Rounding.OnAccount);

    // What the customer's latest value score measured; what it could not measure stays unknown, and what it rewards gives nothing.
    private static Dictionary<ConditionKind, decimal> Measured(Entity row, OfferLine line)
    {
        var measured = new Dictionary<ConditionKind, decimal> { [ConditionKind.Volume] = Math.Abs(line.Quantity) };
        void Add(ConditionKind kind, decimal? value)
        {
            if (value is { } known) measured[kind] = known;
        }

        Add(ConditionKind.Loyalty, row.Sum(Name(OfferQuery.Score, ValueScoreRow.Column.TenureYears)));
        Add(ConditionKind.CrossSell, row.Sum(Name(OfferQuery.Score, ValueScoreRow.Column.FamilyCount)));
        Add(ConditionKind.Payment, -row.Sum(Name(OfferQuery.Score, ValueScoreRow.Column.PaymentDelayDays)));
        var prior = row.Sum(Name(OfferQuery.Score, ValueScoreRow.Column.MarginPriorBase));
        if (prior > 0m) Add(ConditionKind.Growth, (row.Sum(Name(OfferQuery.Score, ValueScoreRow.Column.MarginBase)) - prior) / prior * 100m);
        return measured;
    }

    private static decimal? ListPrice(Entity row)
    {
        var percentage = row.Sum(Name(OfferQuery.Item, PriceListItemRow.Column.Percentage));
        decimal? Of(string column) => row.Sum(Name(OfferQuery.Product, column));
        // The platform's pricing methods: an amount, a percentage of the list price, markup or margin on either cost.
        return Option(row, OfferQuery.Item, PriceListItemRow.Column.PricingMethodCode) switch
        {
            2 => Of(ProductRow.Column.Price) * percentage / 100m,
            3 => Of(ProductRow.Column.CurrentCost) * (1m + (percentage / 100m)),
            4 => percentage < 100m ? Of(ProductRow.Column.CurrentCost) / (1m - (percentage / 100m)) : null,
            5 => Of(ProductRow.Column.StandardCost) * (1m + (percentage / 100m)),
            6 => percentage < 100m ? Of(ProductRow.Column.StandardCost) / (1m - (percentage / 100m)) : null,
            _ => row.Sum(Name(OfferQuery.Item, PriceListItemRow.Column.Amount)),
        };
    }

    private static decimal VolumeDiscount(Entity row) =>
        row.Sum(Name(OfferQuery.Discount, DiscountRow.Column.Percentage)) is > 0m and var percentage
            ? (ListPrice(row) ?? 0m) * percentage / 100m
            : row.Sum(Name(OfferQuery.Discount, DiscountRow.Column.Amount)) ?? 0m;

    private static List<StoredCorridor> Corridors(IEnumerable<Entity> rows)
    {
        var corridors = new Dictionary<Guid, StoredCorridor>();
        foreach (var row in rows)
        {
            if (row.Reference(Name(OfferQuery.Corridor, PriceCorridorRow.Column.PriceCorridorId)) is not { } id || corridors.ContainsKey(id)) continue;
            decimal Amount(string column) => row.Sum(Name(OfferQuery.Corridor, column)) ?? 0m;
            corridors.Add(id, new StoredCorridor(
                row.Reference(Name(OfferQuery.Corridor, PriceCorridorRow.Column.SegmentId)) ?? Guid.Empty,
                row.Reference(Name(OfferQuery.Corridor, PriceCorridorRow.Column.TransactionCurrencyId)),
                new PriceCorridor(Amount(PriceCorridorRow.Column.Target), Amount(PriceCorridorRow.Column.Minimum), Amount(PriceCorridorRow.Column.Floor)),
                new PriceCorridor(Amount(PriceCorridorRow.Column.TargetBase), Amount(PriceCorridorRow.Column.MinimumBase), Amount(PriceCorridorRow.Column.FloorBase))));
        }
        return [.. corridors.Values];
    }

    private static List<ApprovalLevel> Levels(IEnumerable<Entity> rows)
    {
        var levels = new Dictionary<Guid, ApprovalLevel>();
        foreach (var row in rows)
        {
            if (row.Reference(Name(OfferQuery.Level, ApprovalLevelRow.Column.ApprovalLevelId)) is not { } id || levels.ContainsKey(id)) continue;
            levels.Add(id, new ApprovalLevel(
                id,
                row.Text(Name(OfferQuery.Level, ApprovalLevelRow.Column.Name)),
                row.Count(Name(OfferQuery.Level, ApprovalLevelRow.Column.Rank)),
                row.Sum(Name(OfferQuery.Level, ApprovalLevelRow.Column.MaximumDeviationPercent)) ?? 0m,
                row.Sum(Name(OfferQuery.Level, ApprovalLevelRow.Column.MaximumAmountBase)) ?? 0m));
        }
        return [.. levels.Values];
    }
}
