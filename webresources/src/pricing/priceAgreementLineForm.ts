import { PriceStatusChoice } from "../generated/choices";
import type { PriceAgreementLineForm } from "../generated/priceAgreementLineForms";
import { showNotices } from "../page/notice";
import { lineTermsNotice, lineTermsNoticeId } from "./lineTermsNotice";

const verdictNoticeId = "kam_verdict";
/**
 * Shows what the server found about the price, and while somebody types that it will be judged anew; says what keeps the line from being saved.
 * OnLoad, and OnChange of whatever the price follows from. The server judges; the form shows.
 */
export function showVerdict(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as PriceAgreementLineForm;
  const product = form.getAttribute("kam_productid");
  const family = form.getAttribute("kam_familyid");
  const price = form.getAttribute("kam_priceperunit");
  const discount = form.getAttribute("kam_discountpercent");
  const isChanged = [product, family, price, discount, form.getAttribute("kam_fromquantity")].some((attribute) => attribute.getIsDirty());
  showNotices(
    form,
    "pricing",
    [lineTermsNoticeId],
    lineTermsNotice({
      isChanged,
      hasProduct: product.getValue() !== null,
      hasFamily: family.getValue() !== null,
      hasPrice: price.getValue() !== null,
      hasDiscount: discount.getValue() !== null,
    }),
  );

  form.ui.clearFormNotification(verdictNoticeId);
  const reason = form.getAttribute("kam_pricereason").getValue();
  if (isChanged || reason === null) return;
  const isWarning = form.getAttribute("kam_pricestatus").getValue() === PriceStatusChoice.NeedsApproval;
  form.ui.setFormNotification(reason, isWarning ? "WARNING" : "INFO", verdictNoticeId);
}
