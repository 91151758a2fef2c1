using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Keeps how many days after its due date an invoice was paid, before it is saved.</summary>
/// <model stage="1 Value Insights">payment delay</model>
[Step(Message.Create, InvoiceRow.Table, Stage.PreOperation)]
[Step(Message.Update, InvoiceRow.Table, Stage.PreOperation, When = [InvoiceRow.Column.PaidOn, InvoiceRow.Column.DueDate])]
[Image(ImageMoment.Before, InvoiceRow.Column.PaidOn, InvoiceRow.Column.DueDate)]
public sealed class MeasurePaymentDelay : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var invoice = request.Merged<InvoiceRow>();
        request.Target<InvoiceRow>().PaymentDelayDays = PaymentDelay.Days(invoice.PaidOn, invoice.DueDate);
    }
}
