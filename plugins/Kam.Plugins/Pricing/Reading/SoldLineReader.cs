using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Reading;

/// <summary>Reads lines one by one, 5,000 a request, in pieces that plain paging reaches: so many products, or accounts, that a piece has at most 45,000 lines.</summary>
/// <remarks>Lines are read in the order of their ids and pieces share no line, so each line comes exactly once however the pieces are cut.</remarks>
internal sealed class SoldLineReader
{
    private const int PageSize = 5000;

    private readonly IOrganizationService dataverse;
    private readonly AggregateReader aggregates;
    private readonly RevenueTables tables;
    private readonly string by;

    private SoldLineReader(IOrganizationService dataverse, RevenueTables tables, string by)
    {
        this.dataverse = dataverse;
        aggregates = new AggregateReader(dataverse);
        this.tables = tables;
        this.by = by;
    }

    /// <summary>Lines of products.</summary>
    public static SoldLineReader OfProducts(IOrganizationService dataverse, RevenueTables tables) => new(dataverse, tables, OrderLineRow.Column.ProductId);

    /// <summary>Lines of accounts.</summary>
    public static SoldLineReader OfAccounts(IOrganizationService dataverse, RevenueTables tables) => new(dataverse, tables, tables.Customer);

    /// <summary>Cuts products, or accounts, and days into pieces; several pieces of one product, by days, follow one another.</summary>
    public IReadOnlyList<AggregatePiece> Cut(IReadOnlyList<Guid> ids, Period days) => aggregates.Cut(Question, ids, days);

    /// <summary>The lines of one piece.</summary>
    public IEnumerable<SoldLine> Read(AggregatePiece piece)
    {
        for (var page = 1; ; page++)
        {
            var fetch = XElement.Parse(Question(Values(piece.Accounts), Instant(piece.Days.First), Instant(piece.Days.End), $"count='{PageSize}' page='{page}'"));
            fetch.Attribute("aggregate")!.Remove();
            var answer = dataverse.RetrieveMultiple(new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting)));
            foreach (var row in answer.Entities) yield return Line(row);
            if (!answer.MoreRecords) yield break;
        }
    }

    private bool HasPocketPrice => tables.Line == OrderLineRow.Table;

    private string Question(string ids, string from, string before, string paging)
    {
        var pocketPrice = HasPocketPrice ? $"<attribute name='{OrderLineRow.Column.PocketPriceBase}'/>" : "";
        var ofProduct = by == OrderLineRow.Column.ProductId ? $"<filter><condition attribute='{by}' operator='in'>{ids}</condition></filter>" : "";
        var ofAccount = by == tables.Customer ? $"<condition attribute='{by}' operator='in'>{ids}</condition>" : "";
        return $"""
            <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
              <attribute name='{tables.LineId}'/><attribute name='{OrderLineRow.Column.ProductId}'/><attribute name='{OrderLineRow.Column.UoMId}'/>
              <attribute name='{OrderLineRow.Column.Quantity}'/><attribute name='{OrderLineRow.Column.ExtendedAmountBase}'/><attribute name='{OrderLineRow.Column.TaxBase}'/>
              <attribute name='{OrderLineRow.Column.CostBase}'/>{pocketPrice}
              {ofProduct}
              <order attribute='{tables.LineId}'/>
              <link-entity name='{tables.Header}' from='{tables.HeaderId}' to='{tables.HeaderId}' alias='header'>
                <attribute name='{tables.Customer}' alias='account'/><attribute name='{tables.On}' alias='on'/>
                <filter>
                  {ofAccount}
                  <condition attribute='{tables.On}' operator='ge' value='{from}'/><condition attribute='{tables.On}' operator='lt' value='{before}'/>
                  <condition attribute='{OrderRow.Column.StateCode}' operator='ne' value='{tables.Cancelled}'/>
                </filter>
                <link-entity name='{AccountRow.Table}' from='{AccountRow.Column.AccountId}' to='{tables.Customer}' alias='customer'>
                  <link-entity name='{SegmentRow.Table}' from='{SegmentRow.Column.SegmentId}' to='{AccountRow.Column.SegmentId}' link-type='outer' alias='segment'>
                    <attribute name='{SegmentRow.Column.SegmentId}' alias='segmentid'/><attribute name='{SegmentRow.Column.Rank}' alias='rank'/>
                  </link-entity>
                </link-entity>
              </link-entity>
              <link-entity name='{ProductRow.Table}' from='{ProductRow.Column.ProductId}' to='{OrderLineRow.Column.ProductId}' link-type='outer' alias='product'>
                <attribute name='{ProductRow.Column.ParentProductId}' alias='family'/>
              </link-entity>
            </entity></fetch>
            """;
    }

    private SoldLine Line(Entity row)
    {
        var quantity = row.GetAttributeValue<decimal?>(OrderLineRow.Column.Quantity) ?? 0m;
        var net = Amount(row, OrderLineRow.Column.ExtendedAmountBase) - Amount(row, OrderLineRow.Column.TaxBase) ?? Amount(row, OrderLineRow.Column.ExtendedAmountBase) ?? 0m;
        var found = HasPocketPrice ? Amount(row, OrderLineRow.Column.PocketPriceBase) : null;
        return new SoldLine(
            row.Id,
            row.Reference("account")!.Value,
            DateTime.SpecifyKind(row.Day("on")!.Value, DateTimeKind.Utc),
            row.GetAttributeValue<EntityReference>(OrderLineRow.Column.ProductId)?.Id,
            row.GetAttributeValue<EntityReference>(OrderLineRow.Column.UoMId)?.Id,
            row.Reference("family"),
            quantity,
            quantity == 0m ? 0m : found ?? net / quantity,
            Amount(row, OrderLineRow.Column.CostBase),
            row.Reference("segmentid"),
            row.Sum("rank") is { } rank ? (int)rank : null);
    }

    private static decimal? Amount(Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value;

    private static string Values(IReadOnlyList<Guid> ids) => string.Concat(ids.Select(id => $"<value>{id:D}</value>"));

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
