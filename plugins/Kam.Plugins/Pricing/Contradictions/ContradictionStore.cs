using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Contradictions;

/// <summary>Products to look at, volume bands, and the contradictions of a day.</summary>
internal sealed class ContradictionStore
{
    private const int ProductsTogether = 50;
    private const int RowsPerPage = 5000;
    private const int ProductStructureProduct = 1;

    private readonly IOrganizationService dataverse;
    private readonly DateTime runOn;

    public ContradictionStore(IOrganizationService dataverse, DateTime runOn)
    {
        this.dataverse = dataverse;
        this.runOn = runOn;
    }

    /// <summary>The next 50 products, retired ones too, in the order of their ids.</summary>
    public IReadOnlyList<ProductRow> Products(string position, out string? next)
    {
        var query = new QueryExpression(ProductRow.Table) { ColumnSet = new ColumnSet(ProductRow.Column.Name), PageInfo = PagePosition.Read(position, ProductsTogether) };
        query.Criteria.AddCondition(ProductRow.Column.ProductStructure, ConditionOperator.Equal, ProductStructureProduct);
        query.AddOrder(ProductRow.Column.ProductId, OrderType.Ascending);
        var answer = dataverse.RetrieveMultiple(query);
        next = answer.MoreRecords ? PagePosition.Write(query.PageInfo.PageNumber + 1, answer.PagingCookie) : null;
        return answer.Entities.Select(e => e.ToEntity<ProductRow>()).ToList();
    }

    /// <summary>The active volume bands.</summary>
    /// <exception cref="RefusalException">KAM-PRC-050 to 053: they contradict themselves, or there is none.</exception>
    public IReadOnlyList<VolumeBand> Bands()
    {
        var query = new QueryExpression(VolumeBandRow.Table) { ColumnSet = new ColumnSet(VolumeBandRow.Column.From, VolumeBandRow.Column.TolerancePercent) };
        query.Criteria.AddCondition(VolumeBandRow.Column.StateCode, ConditionOperator.Equal, 0);
        var bands = dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<VolumeBandRow>())
            .Select(row => new VolumeBand(row.From ?? 0m, row.TolerancePercent ?? 0m)).ToList();
        RefusalException.WhenAny(PriceConsistency.Violations(bands));
        return bands;
    }

    /// <summary>What the day already has for these products, by what they contradict about.</summary>
    public IReadOnlyDictionary<Guid, Dictionary<string, PriceContradictionRow>> Stored(IReadOnlyList<Guid> products)
    {
        var query = new QueryExpression(PriceContradictionRow.Table)
        {
            ColumnSet = new ColumnSet(PriceContradictionRow.Column.ProductId, PriceContradictionRow.Column.UomId, PriceContradictionRow.Column.AccountId, PriceContradictionRow.Column.OtherAccountId,
                PriceContradictionRow.Column.FromQuantity, PriceContradictionRow.Column.Quantity, PriceContradictionRow.Column.PocketPrice, PriceContradictionRow.Column.OtherPocketPrice,
                PriceContradictionRow.Column.AmountAtStake, PriceContradictionRow.Column.PairCount, PriceContradictionRow.Column.SegmentRank, PriceContradictionRow.Column.OtherSegmentRank),
            PageInfo = new PagingInfo { Count = RowsPerPage, PageNumber = 1 },
        };
        query.Criteria.AddCondition(PriceContradictionRow.Column.RunOn, ConditionOperator.On, runOn);
        query.Criteria.AddCondition(PriceContradictionRow.Column.ProductId, ConditionOperator.In, products.Select(id => (object)id).ToArray());
        query.AddOrder(PriceContradictionRow.Column.PriceContradictionId, OrderType.Ascending);
        var stored = products.ToDictionary(id => id, _ => new Dictionary<string, PriceContradictionRow>(StringComparer.Ordinal));
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            foreach (var row in answer.Entities.Select(e => e.ToEntity<PriceContradictionRow>())) stored[row.ProductId!.Id][Key(row)] = row;
            if (!answer.MoreRecords) return stored;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
    }

    /// <summary>Creates the row, or changes the stored one where it says something else. At most one request.</summary>
    /// <returns>Whether a request was needed.</returns>
    public bool Write(PriceContradictionRow row, PriceContradictionRow? stored)
    {
        if (stored is null)
        {
            row.RunOn = runOn;
            dataverse.Create(row);
            return true;
        }
        if (SaysTheSame(row, stored)) return false;
        row.Id = stored.Id;
        dataverse.Update(row);
        return true;
    }

    /// <summary>Takes a contradiction away that is none any more.</summary>
    public void Delete(PriceContradictionRow row) => dataverse.Delete(PriceContradictionRow.Table, row.Id);

    /// <summary>What a contradiction of a product is about: unit, the two accounts, the volume.</summary>
    public static string Key(PriceContradictionRow row) => $"{row.UomId?.Id:N} {row.AccountId!.Id:N} {row.OtherAccountId!.Id:N} {row.FromQuantity:0.#####}";

    private static bool SaysTheSame(PriceContradictionRow row, PriceContradictionRow stored) =>
        row.AmountAtStake!.Value == stored.AmountAtStake?.Value && row.PocketPrice!.Value == stored.PocketPrice?.Value && row.OtherPocketPrice!.Value == stored.OtherPocketPrice?.Value
        && row.Quantity == stored.Quantity && row.PairCount == stored.PairCount && row.SegmentRank == stored.SegmentRank && row.OtherSegmentRank == stored.OtherSegmentRank;
}
