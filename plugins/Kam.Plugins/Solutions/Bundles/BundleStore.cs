using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>A bundle as it is stored: the rule's, when it may be offered, and what its components are sold as.</summary>
/// <param name="Row">The bundle itself.</param>
/// <param name="Bundle">The rule's.</param>
/// <param name="Products">Product and unit of the components that have one.</param>
internal sealed record StoredBundle(SolutionBundleRow Row, SolutionBundle Bundle, IReadOnlyDictionary<Guid, ComponentProduct> Products)
{
    public BundleAvailability Availability => new(Bundle.Name, Row.StatusCode == SolutionBundleStatusReason.Released, Row.ValidFrom, Row.ValidUntil);
}

/// <summary>What a component is sold as.</summary>
/// <param name="Product">The product.</param>
/// <param name="Unit">The component's unit, else the product's.</param>
internal sealed record ComponentProduct(EntityReference Product, EntityReference? Unit);

/// <summary>Reads bundles: four requests each. With the rights of a caller who may not read cost, the costs are unknown.</summary>
internal sealed class BundleStore
{
    private const string Product = "product", Bundle = "bundle";

    private readonly IOrganizationService dataverse;

    public BundleStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    public StoredBundle One(Guid id)
    {
        var row = dataverse.Retrieve(SolutionBundleRow.Table, id, new ColumnSet(
            SolutionBundleRow.Column.Name, SolutionBundleRow.Column.StatusCode, SolutionBundleRow.Column.ValidFrom, SolutionBundleRow.Column.ValidUntil,
            SolutionBundleRow.Column.TransactionCurrencyId, SolutionBundleRow.Column.Description)).ToEntity<SolutionBundleRow>();
        return Of(row);
    }

    /// <summary>The parts of a bundle whose row is at hand: three requests.</summary>
    public StoredBundle Of(SolutionBundleRow row)
    {
        var components = Components(row.Id);
        var bundle = new SolutionBundle(row.Id, row.Name ?? "", Groups(row.Id), components.Select(Rule).ToArray(), Rules(row.Id));
        return new StoredBundle(row, bundle, components.Where(component => component.ProductId is not null).ToDictionary(component => component.Id, Sold));
    }

    /// <summary>What helps to sell the bundle, by name. One request.</summary>
    public IReadOnlyList<EnablementMaterialRow> Materials(Guid bundleId) => Parts<EnablementMaterialRow>(EnablementMaterialRow.Table, bundleId, EnablementMaterialRow.Column.SolutionBundleId,
        EnablementMaterialRow.Column.StateCode, EnablementMaterialRow.Column.Name, EnablementMaterialRow.Column.Name, EnablementMaterialRow.Column.Url, EnablementMaterialRow.Column.Description);

    /// <summary>Bundles that may be offered on a day, with the families of their products. One request for some thousand components.</summary>
    public IReadOnlyList<BundleFamilies> Offered(DateTime day)
    {
        var query = new QueryExpression(BundleComponentRow.Table) { ColumnSet = new ColumnSet(BundleComponentRow.Column.SolutionBundleId) };
        query.Criteria.AddCondition(BundleComponentRow.Column.StateCode, ConditionOperator.Equal, (int)BundleComponentState.Active);
        var product = query.AddLink(ProductRow.Table, BundleComponentRow.Column.ProductId, ProductRow.Column.ProductId);
        product.EntityAlias = Product;
        product.Columns = new ColumnSet(ProductRow.Column.ParentProductId);
        product.LinkCriteria.AddCondition(ProductRow.Column.ParentProductId, ConditionOperator.NotNull);
        var bundle = query.AddLink(SolutionBundleRow.Table, BundleComponentRow.Column.SolutionBundleId, SolutionBundleRow.Column.SolutionBundleId);
        bundle.EntityAlias = Bundle;
        bundle.Columns = new ColumnSet(SolutionBundleRow.Column.Name, SolutionBundleRow.Column.ValidFrom, SolutionBundleRow.Column.ValidUntil);
        bundle.LinkCriteria.AddCondition(SolutionBundleRow.Column.StatusCode, ConditionOperator.Equal, (int)SolutionBundleStatusReason.Released);
        return dataverse.RetrieveMultiple(query).Entities
            .GroupBy(row => row.ToEntity<BundleComponentRow>().SolutionBundleId!.Id)
            .Where(parts => new BundleAvailability("", true, parts.First().Day($"{Bundle}.{SolutionBundleRow.Column.ValidFrom}"), parts.First().Day($"{Bundle}.{SolutionBundleRow.Column.ValidUntil}")).Violations(day).Count == 0)
            .Select(parts => new BundleFamilies(parts.Key, parts.First().Text($"{Bundle}.{SolutionBundleRow.Column.Name}"), parts.Select(part => part.Reference($"{Product}.{ProductRow.Column.ParentProductId}")!.Value).Distinct().ToArray()))
            .ToArray();
    }

    /// <summary>ISO code of the bundle's currency, that of the organisation where it has none. One request.</summary>
    public string CurrencyOf(SolutionBundleRow bundle) => bundle.TransactionCurrencyId is { } currency
        ? dataverse.Retrieve(CurrencyRow.Table, currency.Id, new ColumnSet(CurrencyRow.Column.ISOCurrencyCode)).ToEntity<CurrencyRow>().ISOCurrencyCode!
        : BaseCurrency.Of(dataverse).Code;

    private BundleGroup[] Groups(Guid bundleId) => Parts<BundleGroupRow>(BundleGroupRow.Table, bundleId, BundleGroupRow.Column.SolutionBundleId, BundleGroupRow.Column.StateCode, BundleGroupRow.Column.Sequence,
        BundleGroupRow.Column.Name, BundleGroupRow.Column.Minimum, BundleGroupRow.Column.Maximum)
        .Select(row => new BundleGroup(row.Id, row.Name ?? "", row.Minimum ?? 0, row.Maximum ?? 0)).ToArray();

    private BundleRule[] Rules(Guid bundleId) => Parts<BundleRuleRow>(BundleRuleRow.Table, bundleId, BundleRuleRow.Column.SolutionBundleId, BundleRuleRow.Column.StateCode, BundleRuleRow.Column.Name,
        BundleRuleRow.Column.Kind, BundleRuleRow.Column.ComponentId, BundleRuleRow.Column.OtherComponentId)
        .Select(row => new BundleRule(row.Id, (BundleRuleKind)(int)(row.Kind ?? KindOfRuleChoice.Requires), row.ComponentId?.Id ?? Guid.Empty, row.OtherComponentId?.Id ?? Guid.Empty)).ToArray();

    private BundleComponentRow[] Components(Guid bundleId)
    {
        var query = Query(BundleComponentRow.Table, bundleId, BundleComponentRow.Column.SolutionBundleId, BundleComponentRow.Column.StateCode, BundleComponentRow.Column.Sequence,
            BundleComponentRow.Column.Name, BundleComponentRow.Column.Kind, BundleComponentRow.Column.BundleGroupId, BundleComponentRow.Column.ProductId, BundleComponentRow.Column.UomId,
            BundleComponentRow.Column.MinimumQuantity, BundleComponentRow.Column.MaximumQuantity, BundleComponentRow.Column.UnitPrice, BundleComponentRow.Column.UnitCost,
            BundleComponentRow.Column.Differentiation, BundleComponentRow.Column.CustomerValue);
        var product = query.AddLink(ProductRow.Table, BundleComponentRow.Column.ProductId, ProductRow.Column.ProductId, JoinOperator.LeftOuter);
        product.EntityAlias = Product;
        product.Columns = new ColumnSet(ProductRow.Column.DefaultUoMId);
        return Rows<BundleComponentRow>(query);
    }

    private TRow[] Parts<TRow>(string table, Guid bundleId, string bundle, string state, string order, params string[] columns) where TRow : Entity =>
        Rows<TRow>(Query(table, bundleId, bundle, state, order, columns));

    private TRow[] Rows<TRow>(QueryExpression query) where TRow : Entity => dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<TRow>()).ToArray();

    private static QueryExpression Query(string table, Guid bundleId, string bundle, string state, string order, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(bundle, ConditionOperator.Equal, bundleId);
        query.Criteria.AddCondition(state, ConditionOperator.Equal, 0);
        query.AddOrder(order, OrderType.Ascending);
        query.AddOrder(table + "id", OrderType.Ascending);
        return query;
    }

    private static BundleComponent Rule(BundleComponentRow row) => new(
        row.Id,
        row.Name ?? "",
        row.BundleGroupId?.Id,
        (ComponentKind)(int)(row.Kind ?? KindOfComponentChoice.Option),
        row.MinimumQuantity ?? 0m,
        row.MaximumQuantity ?? 0m,
        row.UnitPrice?.Value ?? 0m,
        row.UnitCost?.Value,
        row.Differentiation ?? 0,
        row.CustomerValue?.Value);

    private static ComponentProduct Sold(BundleComponentRow row) =>
        new(row.ProductId!, row.UomId ?? row.GetAttributeValue<AliasedValue>($"{Product}.{ProductRow.Column.DefaultUoMId}")?.Value as EntityReference);
}
