using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Agreements;

/// <summary>Keeps the lines of an agreement that is in force or ended: none is deleted by itself. Refuses KAM-PRC-120 and 121.</summary>
/// <remarks>One request. Lines go with their agreement.</remarks>
/// <model stage="5 Pricing">price agreement and its lines</model>
[Step(Message.Delete, PriceAgreementLineRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.Name)]
public sealed class KeepAgreementLines : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var line = request.Before<PriceAgreementLineRow>();
        if (line.PriceAgreementId is not { } agreement || request.IsPartOf(Message.Delete, PriceAgreementRow.Table)) return;
        var status = request.DataverseAsSystem.Retrieve(PriceAgreementRow.Table, agreement.Id, new ColumnSet(PriceAgreementRow.Column.StatusCode)).ToEntity<PriceAgreementRow>().StatusCode;
        AgreementLifecycle.RefuseChange(status, line.Name ?? "");
    }
}
