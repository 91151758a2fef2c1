using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>What accounts bought of which family, as aggregates over many accounts at once: one group for each account and family.</summary>
/// <remarks>Each names the account "account" and the family "family". Lines without a product, or of a product without a family, are in no group.</remarks>
internal static class PurchaseQuestions
{
    /// <summary>First and last day of a purchase. A line that only takes goods back is none.</summary>
    public static AggregateQuestion Days(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <filter><condition attribute='{OrderLineRow.Column.Quantity}' operator='gt' value='0'/></filter>
          {Family}
          {Header(tables, accounts, from, before, $"<attribute name='{tables.On}' alias='first' aggregate='min'/><attribute name='{tables.On}' alias='last' aggregate='max'/>")}
        </entity></fetch>
        """;

    /// <summary>Revenue, tax, cost, lines, and lines with a cost.</summary>
    public static AggregateQuestion Amounts(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{OrderLineRow.Column.ExtendedAmountBase}' alias='revenue' aggregate='sum'/>
          <attribute name='{OrderLineRow.Column.TaxBase}' alias='tax' aggregate='sum'/>
          <attribute name='{OrderLineRow.Column.CostBase}' alias='cost' aggregate='sum'/>
          <attribute name='{tables.LineId}' alias='lines' aggregate='count'/>
          <attribute name='{OrderLineRow.Column.Cost}' alias='covered' aggregate='countcolumn'/>
          {Family}
          {Header(tables, accounts, from, before, "")}
        </entity></fetch>
        """;

    private const string Family = $"""
        <link-entity name='{ProductRow.Table}' from='{ProductRow.Column.ProductId}' to='{OrderLineRow.Column.ProductId}' alias='product'>
          <attribute name='{ProductRow.Column.ParentProductId}' alias='family' groupby='true'/>
          <filter><condition attribute='{ProductRow.Column.ParentProductId}' operator='not-null'/></filter>
        </link-entity>
        """;

    private static string Header(RevenueTables tables, string accounts, string from, string before, string aggregates) => $"""
        <link-entity name='{tables.Header}' from='{tables.HeaderId}' to='{tables.HeaderId}' alias='header'>
          <attribute name='{tables.Customer}' alias='account' groupby='true'/>{aggregates}
          <filter>
            <condition attribute='{tables.Customer}' operator='in'>{accounts}</condition>
            <condition attribute='{tables.On}' operator='ge' value='{from}'/><condition attribute='{tables.On}' operator='lt' value='{before}'/>
            <condition attribute='{OrderRow.Column.StateCode}' operator='ne' value='{tables.Cancelled}'/>
          </filter>
        </link-entity>
        """;
}
