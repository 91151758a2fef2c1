using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Agreements;

/// <summary>Keeps price agreements to their life: drafted, in force without change, ended for good. Refuses KAM-PRC-112, 120 and 121.</summary>
/// <remarks>No requests.</remarks>
/// <model stage="5 Pricing">price agreement and its lines</model>
[Step(Message.Create, PriceAgreementRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceAgreementRow.Table, Stage.PreOperation, When = [
    PriceAgreementRow.Column.AccountId, PriceAgreementRow.Column.PriceModelId, PriceAgreementRow.Column.ValidFrom, PriceAgreementRow.Column.ValidUntil, PriceAgreementRow.Column.StateCode,
    PriceAgreementRow.Column.StatusCode])]
[Image(ImageMoment.Before,
    PriceAgreementRow.Column.AccountId, PriceAgreementRow.Column.PriceModelId, PriceAgreementRow.Column.ValidFrom, PriceAgreementRow.Column.ValidUntil, PriceAgreementRow.Column.StatusCode)]
public sealed class GuardAgreement : KamPlugin
{
    private static readonly string[] Agreed = [nameof(PriceAgreementRow.AccountId), nameof(PriceAgreementRow.PriceModelId), nameof(PriceAgreementRow.ValidFrom), nameof(PriceAgreementRow.ValidUntil)];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.IsMovedByMerge(PriceAgreementRow.Column.AccountId)) return;
        var after = request.Merged<PriceAgreementRow>();
        if (after.ValidUntil < after.ValidFrom)
            throw new RefusalException(PricingReasons.EndsBeforeItBegins, nameof(after.ValidUntil), $"{after.ValidUntil:yyyy-MM-dd}", Argument.Date(after.ValidFrom!.Value), Argument.Date(after.ValidUntil!.Value));
        if (request.Context.MessageName != Message.Update) return;
        var before = request.Before<PriceAgreementRow>();
        var changed = ChangedFields.Of(before, (Entity)request.Context.InputParameters["Target"], Agreed);
        if (changed.Count > 0) AgreementLifecycle.RefuseChange(before.StatusCode, changed[0]);
        var isBackward = before.StatusCode == PriceAgreementStatusReason.InForce && after.StatusCode == PriceAgreementStatusReason.Draft;
        if (isBackward || (before.StatusCode == PriceAgreementStatusReason.Ended && after.StatusCode != PriceAgreementStatusReason.Ended))
            AgreementLifecycle.RefuseChange(before.StatusCode, nameof(after.StatusCode));
    }
}
