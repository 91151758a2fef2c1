using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Lets a agreement stand better when the line it stood badly for got better or went.</summary>
/// <remarks>No request when the line did not get better; two or three otherwise.</remarks>
/// <model stage="5 Pricing">Validation on every quote and order line</model>
[Step(Message.Update, PriceAgreementLineRow.Table, Stage.PostOperation, When = [PriceAgreementLineRow.Column.PriceStatus])]
[Step(Message.Delete, PriceAgreementLineRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.PriceStatus)]
[Image(ImageMoment.After, PriceAgreementLineRow.Column.PriceStatus, Of = Message.Update)]
public sealed class RelieveAgreement : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var before = request.Before<PriceAgreementLineRow>();
        var isGone = request.Context.MessageName == Message.Delete;
        var now = isGone ? null : (PriceStatus?)request.After<PriceAgreementLineRow>().PriceStatus;
        if (before.PriceAgreementId is not { } document || request.IsPartOf(Message.Delete, PriceAgreementRow.Table) || !DocumentStatus.IsWorse((PriceStatus?)before.PriceStatus, now)) return;
        var stored = request.DataverseAsSystem.Retrieve(PriceAgreementRow.Table, document.Id, new Microsoft.Xrm.Sdk.Query.ColumnSet(PriceAgreementRow.Column.PriceStatus)).ToEntity<PriceAgreementRow>().PriceStatus;
        if ((PriceStatus?)stored == (PriceStatus?)before.PriceStatus)
            DocumentStatus.Lower(request.DataverseAsSystem, PriceAgreementLineRow.Table, PriceAgreementLineRow.Column.PriceAgreementId, document, (PriceStatus?)stored);
    }
}
