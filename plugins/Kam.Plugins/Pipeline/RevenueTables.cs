using Kam.Tables;

namespace Kam.Plugins.Pipeline;

/// <summary>Where revenue is read from: orders or invoices, as the scoring model in use says, dated by the column the environment names.</summary>
/// <model stage="1 Value Insights">Source of revenue is configurable (orders or invoices). Cancelled orders do not count.</model>
internal sealed class RevenueTables
{
    public string Header { get; }
    public string HeaderId { get; }
    public string Line { get; }
    public string LineId { get; }
    /// <summary>The customer on the header.</summary>
    public string Customer { get; }
    /// <summary>The day on which the revenue counts; a header without it does not count yet.</summary>
    public string On { get; }
    /// <summary>Value of statecode that does not count.</summary>
    public int Cancelled { get; }

    private RevenueTables(string header, string headerId, string line, string lineId, string customer, string on, int cancelled)
    {
        Header = header;
        HeaderId = headerId;
        Line = line;
        LineId = lineId;
        Customer = customer;
        On = on;
        Cancelled = cancelled;
    }

    public static RevenueTables For(RevenueSourceChoice source, Settings settings) => source == RevenueSourceChoice.Invoices
        ? new RevenueTables(InvoiceRow.Table, InvoiceRow.Column.InvoiceId, InvoiceLineRow.Table, InvoiceLineRow.Column.InvoiceDetailId,
            InvoiceRow.Column.CustomerId, settings.ColumnName(SettingNames.InvoiceDateColumn), (int)InvoiceState.Canceled)
        : new RevenueTables(OrderRow.Table, OrderRow.Column.SalesOrderId, OrderLineRow.Table, OrderLineRow.Column.SalesOrderDetailId,
            OrderRow.Column.CustomerId, settings.ColumnName(SettingNames.OrderDateColumn), (int)OrderState.Canceled);
}
