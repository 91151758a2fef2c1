using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Marks the account whose invoice was paid, delivered or cancelled, after the save: payment delay counts in every model, revenue of invoices in those that say so.</summary>
/// <remarks>As a job: whoever books the payment does not wait. One request. Which models are in use is not asked: a needless valuation changes nothing.</remarks>
/// <model stage="1 Value Insights">Measures per account from existing CRM rows</model>
[Step(Message.Create, InvoiceRow.Table, Stage.PostOperation, Mode = Mode.Asynchronous)]
[Step(Message.Update, InvoiceRow.Table, Stage.PostOperation, When = [InvoiceRow.Column.PaidOn, InvoiceRow.Column.DueDate, InvoiceRow.Column.DateDelivered, InvoiceRow.Column.StateCode], Mode = Mode.Asynchronous)]
[Image(ImageMoment.After, InvoiceRow.Column.CustomerId, InvoiceRow.Column.PaidOn, InvoiceRow.Column.DateDelivered, InvoiceRow.Column.StateCode)]
public sealed class MarkPayerStale : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var invoice = request.After<InvoiceRow>();
        var counts = invoice.PaidOn is not null || invoice.DateDelivered is not null || invoice.StateCode is InvoiceState.Paid or InvoiceState.Canceled;
        if (!counts || invoice.CustomerId is not { LogicalName: AccountRow.Table } payer) return;
        request.DataverseAsSystem.Update(new AccountRow { Id = payer.Id, ScoreStaleOn = request.Context.OperationCreatedOn });
    }
}
