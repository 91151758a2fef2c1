using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Reading;

/// <summary>The sums that measures are made from, as aggregates over many accounts at once; the account is always under the alias "account".</summary>
internal static class FigureQuestions
{
    // extendedamount, tax, baseamount exist under the same names on order and invoice lines; cost is ours on both.
    private const string Amount = OrderLineRow.Column.ExtendedAmountBase, Tax = OrderLineRow.Column.TaxBase,
        Cost = OrderLineRow.Column.Cost, CostBase = OrderLineRow.Column.CostBase, Product = OrderLineRow.Column.ProductId;

    /// <summary>Revenue, tax, cost, number of lines, lines with a cost, and days with an order.</summary>
    public static AggregateQuestion Lines(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{Amount}' alias='revenue' aggregate='sum'/>
          <attribute name='{Tax}' alias='tax' aggregate='sum'/>
          <attribute name='{CostBase}' alias='cost' aggregate='sum'/>
          <attribute name='{tables.LineId}' alias='lines' aggregate='count'/>
          <attribute name='{Cost}' alias='covered' aggregate='countcolumn'/>
          {Header(tables, accounts, from, before, $"<attribute name='{tables.On}' alias='days' aggregate='countcolumn' distinct='true'/>")}
        </entity></fetch>
        """;

    /// <summary>Revenue and tax of the lines without a cost.</summary>
    public static AggregateQuestion UncoveredLines(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{Amount}' alias='revenue' aggregate='sum'/>
          <attribute name='{Tax}' alias='tax' aggregate='sum'/>
          <filter><condition attribute='{Cost}' operator='null'/></filter>
          {Header(tables, accounts, from, before, "")}
        </entity></fetch>
        """;

    /// <summary>Product families bought, one group for each account and family.</summary>
    public static AggregateQuestion Families(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{tables.LineId}' alias='lines' aggregate='count'/>
          <filter><condition attribute='{OrderLineRow.Column.Quantity}' operator='gt' value='0'/></filter>
          <link-entity name='{ProductRow.Table}' from='{ProductRow.Column.ProductId}' to='{Product}' alias='product'>
            <attribute name='{ProductRow.Column.ParentProductId}' alias='family' groupby='true'/>
            <filter><condition attribute='{ProductRow.Column.ParentProductId}' operator='not-null'/></filter>
          </link-entity>
          {Header(tables, accounts, from, before, "")}
        </entity></fetch>
        """;

    /// <summary>First and last day with a purchase, and the number of such days. A document that only takes goods back is none; one without a total is taken for one.</summary>
    public static AggregateQuestion OrderDays(RevenueTables tables) => (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Header}'>
          <attribute name='{tables.Customer}' alias='account' groupby='true'/>
          <attribute name='{tables.On}' alias='first' aggregate='min'/>
          <attribute name='{tables.On}' alias='last' aggregate='max'/>
          <attribute name='{tables.On}' alias='days' aggregate='countcolumn' distinct='true'/>
          {Counting(tables, accounts, from, before, PurchasesOnly)}
        </entity></fetch>
        """;

    /// <summary>Days from due date to payment, of invoices paid in the span.</summary>
    public static AggregateQuestion Payments { get; } = (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{InvoiceRow.Table}'>
          <attribute name='{InvoiceRow.Column.CustomerId}' alias='account' groupby='true'/>
          <attribute name='{InvoiceRow.Column.PaymentDelayDays}' alias='delay' aggregate='sum'/>
          <attribute name='{InvoiceRow.Column.PaymentDelayDays}' alias='paid' aggregate='countcolumn'/>
          <filter>
            {In(InvoiceRow.Column.CustomerId, accounts)}{Between(InvoiceRow.Column.PaidOn, from, before)}
            <condition attribute='{InvoiceRow.Column.StateCode}' operator='ne' value='{(int)InvoiceState.Canceled}'/>
          </filter>
        </entity></fetch>
        """;

    /// <summary>Cases opened in the span.</summary>
    public static AggregateQuestion Cases { get; } = (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{CaseRow.Table}'>
          <attribute name='{CaseRow.Column.CustomerId}' alias='account' groupby='true'/>
          <attribute name='{CaseRow.Column.IncidentId}' alias='cases' aggregate='count'/>
          <filter>{In(CaseRow.Column.CustomerId, accounts)}{Between(CaseRow.Column.CreatedOn, from, before)}</filter>
        </entity></fetch>
        """;

    /// <summary>Minutes of activities completed in the span.</summary>
    public static AggregateQuestion Activities { get; } = (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{ActivityRow.Table}'>
          <attribute name='{ActivityRow.Column.RegardingObjectId}' alias='account' groupby='true'/>
          <attribute name='{ActivityRow.Column.ActualDurationMinutes}' alias='minutes' aggregate='sum'/>
          <filter>
            {In(ActivityRow.Column.RegardingObjectId, accounts)}{Between(ActivityRow.Column.ActualEnd, from, before)}
            <condition attribute='{ActivityRow.Column.StateCode}' operator='eq' value='{(int)ActivityState.Completed}'/>
          </filter>
        </entity></fetch>
        """;

    /// <summary>Estimated revenue of opportunities created in the span and still open.</summary>
    public static AggregateQuestion Pipeline { get; } = (accounts, from, before, paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{OpportunityRow.Table}'>
          <attribute name='{OpportunityRow.Column.CustomerId}' alias='account' groupby='true'/>
          <attribute name='{OpportunityRow.Column.EstimatedValueBase}' alias='pipeline' aggregate='sum'/>
          <filter>
            {In(OpportunityRow.Column.CustomerId, accounts)}{Between(OpportunityRow.Column.CreatedOn, from, before)}
            <condition attribute='{OpportunityRow.Column.StateCode}' operator='eq' value='{(int)OpportunityState.Open}'/>
          </filter>
        </entity></fetch>
        """;

    private static string Header(RevenueTables tables, string accounts, string from, string before, string aggregates) => $"""
        <link-entity name='{tables.Header}' from='{tables.HeaderId}' to='{tables.HeaderId}' alias='header'>
          <attribute name='{tables.Customer}' alias='account' groupby='true'/>{aggregates}
          {Counting(tables, accounts, from, before)}
        </link-entity>
        """;

    private const string PurchasesOnly = $"""
        <filter type='or'>
          <condition attribute='{OrderRow.Column.TotalAmount}' operator='gt' value='0'/>
          <condition attribute='{OrderRow.Column.TotalAmount}' operator='null'/>
        </filter>
        """;

    private static string Counting(RevenueTables tables, string accounts, string from, string before, string further = "") => $"""
        <filter>
          {In(tables.Customer, accounts)}{Between(tables.On, from, before)}
          <condition attribute='{OrderRow.Column.StateCode}' operator='ne' value='{tables.Cancelled}'/>{further}
        </filter>
        """;

    private static string In(string column, string accounts) => $"<condition attribute='{column}' operator='in'>{accounts}</condition>";

    private static string Between(string column, string from, string before) =>
        $"<condition attribute='{column}' operator='ge' value='{from}'/><condition attribute='{column}' operator='lt' value='{before}'/>";
}
