using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Target prices of segments and product families on a day. One request for up to 5,000 corridors.</summary>
internal sealed class TargetPrices
{
    private readonly ILookup<string, PriceCorridorRow> corridors;

    public TargetPrices(IOrganizationService dataverse)
    {
        var query = new QueryExpression(PriceCorridorRow.Table)
        {
            ColumnSet = new ColumnSet(PriceCorridorRow.Column.SegmentId, PriceCorridorRow.Column.FamilyId, PriceCorridorRow.Column.TargetBase, PriceCorridorRow.Column.ValidFrom, PriceCorridorRow.Column.ValidUntil),
            PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 },
        };
        query.Criteria.AddCondition(PriceCorridorRow.Column.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(PriceCorridorRow.Column.PriceCorridorId, OrderType.Ascending);
        var rows = new List<PriceCorridorRow>();
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            rows.AddRange(answer.Entities.Select(e => e.ToEntity<PriceCorridorRow>()));
            if (!answer.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
        corridors = rows.ToLookup(row => Key(row.SegmentId?.Id, row.FamilyId?.Id), StringComparer.Ordinal);
    }

    /// <summary>Per unit, base currency; null without a corridor on that day. Of several the one that began last.</summary>
    public decimal? Of(Guid? segmentId, Guid? familyId, DateTime on) => segmentId is null || familyId is null ? null : corridors[Key(segmentId, familyId)]
        .Where(row => row.ValidFrom <= on && (row.ValidUntil is not { } until || on.Date <= until))
        .OrderByDescending(row => row.ValidFrom)
        .FirstOrDefault()?.TargetBase?.Value;

    private static string Key(Guid? segmentId, Guid? familyId) => string.Format(CultureInfo.InvariantCulture, "{0:N} {1:N}", segmentId, familyId);
}
