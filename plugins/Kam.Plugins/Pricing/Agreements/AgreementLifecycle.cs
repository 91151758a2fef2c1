using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Agreements;

/// <summary>What an agreement lets happen: a draft anything, one in force nothing but its end, an ended one nothing.</summary>
internal static class AgreementLifecycle
{
    /// <summary>Refuses a change of anything that was agreed.</summary>
    /// <exception cref="RefusalException">KAM-PRC-120 in force, KAM-PRC-121 ended.</exception>
    public static void RefuseChange(PriceAgreementStatusReason? status, string what)
    {
        if (status == PriceAgreementStatusReason.InForce) throw new RefusalException(PricingReasons.AgreementInForce, what, "", Argument.Text(what));
        if (status == PriceAgreementStatusReason.Ended) throw new RefusalException(PricingReasons.AgreementEnded, what, "");
    }
}
