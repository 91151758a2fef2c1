using System.Collections.Generic;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Agreements;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Judges every line of a price agreement before it is stored, as if its price were quoted for the smallest quantity it holds for. Refuses KAM-PRC-120 to 123.</summary>
/// <remarks>
/// A discount is taken off the account's own price list; for a whole family there is no list price, so a discount on a family is not judged. Requests as for a quote line.
/// </remarks>
/// <model stage="5 Pricing">price agreement and its lines</model>
[Step(Message.Create, PriceAgreementLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceAgreementLineRow.Table, Stage.PreOperation, When = [
    PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId, PriceAgreementLineRow.Column.PricePerUnit,
    PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.FromQuantity, PriceAgreementLineRow.Column.TransactionCurrencyId, PriceAgreementLineRow.Column.Verdict,
    PriceAgreementLineRow.Column.PriceStatus, PriceAgreementLineRow.Column.RequiredLevelId, PriceAgreementLineRow.Column.PriceReason, PriceAgreementLineRow.Column.PocketPrice,
    PriceAgreementLineRow.Column.PocketMargin, PriceAgreementLineRow.Column.Waterfall])]
[Image(ImageMoment.Before,
    PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId, PriceAgreementLineRow.Column.PricePerUnit,
    PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.FromQuantity, PriceAgreementLineRow.Column.TransactionCurrencyId, PriceAgreementLineRow.Column.PriceStatus)]
public sealed class JudgeAgreementLine : KamPlugin
{
    private static readonly string[] Inputs =
    [
        PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId, PriceAgreementLineRow.Column.PricePerUnit,
        PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.FromQuantity, PriceAgreementLineRow.Column.TransactionCurrencyId,
    ];

    private readonly PriceModels models = new();
    private readonly ReadersLanguage languages = new();

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (!JudgedLine.IsToBeJudged(request, Inputs)) return;
        var line = request.Merged<PriceAgreementLineRow>();
        RefusalException.WhenAny(Violations(line));
        var before = request.Context.MessageName == Message.Update ? request.Before<PriceAgreementLineRow>() : null;
        var found = new LineJudge(request.DataverseAsSystem, models, AsOfDate.Today(request)).Judge(OfferLine.Of(line));
        if (JudgedLine.Changes(request, Inputs)) AgreementLifecycle.RefuseChange((PriceAgreementStatusReason?)found.Facts.AgreementStatus, line.Name ?? "");
        var isSigned = JudgedLine.IsSigned(request, Inputs, before?.PriceStatus);
        JudgedLine.Write(request.Target<PriceAgreementLineRow>(), found, isSigned, languages.Of(request));
        DocumentStatus.Raise(request.DataverseAsSystem, line.PriceAgreementId, found.Facts.DocumentStatus, found.Judgement.Status(isSigned));
    }

    private static IReadOnlyList<Violation> Violations(PriceAgreementLineRow line) =>
    [
        .. line.ProductId is null == line.FamilyId is null ? [Violation.Of(PricingReasons.ProductOrFamily, nameof(line.ProductId), "")] : System.Array.Empty<Violation>(),
        .. line.PricePerUnit is null == line.DiscountPercent is null ? [Violation.Of(PricingReasons.PriceOrDiscount, nameof(line.PricePerUnit), "")] : System.Array.Empty<Violation>(),
    ];
}
