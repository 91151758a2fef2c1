using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Growth;

/// <summary>What was sold in a span of days, as aggregates over many accounts at once.</summary>
internal static class GrowthQuestions
{
    /// <summary>Units, revenue, tax and cost of the lines that have a cost, one group for each account, product and unit; written-in products are one group.</summary>
    public static AggregateQuestion Costed(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{OrderLineRow.Column.ProductId}' alias='product' groupby='true'/>
          <attribute name='{OrderLineRow.Column.UoMId}' alias='unit' groupby='true'/>
          <attribute name='{OrderLineRow.Column.Quantity}' alias='quantity' aggregate='sum'/>
          {Amounts}
          <attribute name='{OrderLineRow.Column.CostBase}' alias='cost' aggregate='sum'/>
          <filter><condition attribute='{OrderLineRow.Column.Cost}' operator='not-null'/></filter>
          {Header(tables, accounts, from, before)}
        </entity></fetch>
        """;

    /// <summary>Revenue, tax and number of the lines without a cost, one group for each account.</summary>
    public static AggregateQuestion Uncosted(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{tables.LineId}' alias='lines' aggregate='count'/>
          {Amounts}
          <filter><condition attribute='{OrderLineRow.Column.Cost}' operator='null'/></filter>
          {Header(tables, accounts, from, before)}
        </entity></fetch>
        """;

    // The amounts have the same names on order and invoice lines.
    private const string Amounts = $"""
        <attribute name='{OrderLineRow.Column.ExtendedAmountBase}' alias='revenue' aggregate='sum'/>
        <attribute name='{OrderLineRow.Column.TaxBase}' alias='tax' aggregate='sum'/>
        """;

    private static string Header(RevenueTables tables, string accounts, string from, string before) => $"""
        <link-entity name='{tables.Header}' from='{tables.HeaderId}' to='{tables.HeaderId}' alias='header'>
          <attribute name='{tables.Customer}' alias='account' groupby='true'/>
          <filter>
            <condition attribute='{tables.Customer}' operator='in'>{accounts}</condition>
            <condition attribute='{tables.On}' operator='ge' value='{from}'/><condition attribute='{tables.On}' operator='lt' value='{before}'/>
            <condition attribute='{OrderRow.Column.StateCode}' operator='ne' value='{tables.Cancelled}'/>
          </filter>
        </link-entity>
        """;
}
