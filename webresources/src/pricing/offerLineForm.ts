import type { PriceStatusChoice } from "../generated/choices";
import type { QuoteLineForm } from "../generated/quoteLineForms";
import { showNotices } from "../page/notice";
import {
  discountCost,
  discountNoticeId,
  expectedVerdict,
  furtherDiscountPercent,
  offerLineNoticeIds,
  storedVerdict,
  verdictNoticeId,
  type DiscountCost,
  type JudgedPrice,
  type LineTerms,
} from "./offerLineNotices";

/** Long enough that a number is typed to its end, short enough that nobody waits. */
const typingMilliseconds = 400;

let saved: LineTerms | null = null;
let asked = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Shows what the server found about the price, and cost and margin to who may read them. OnLoad; then again whenever the form's data come anew, so after each save. */
export function showPrice(context: Xrm.Events.EventContext): void {
  const form = formOf(context);
  const show = (): void => {
    forgetTyping();
    saved = termsOf(form);
    const status = form.getAttribute("kam_pricestatus").getValue() as PriceStatusChoice | null;
    showNotices(form, "pricing", offerLineNoticeIds, storedVerdict(status, form.getAttribute("kam_pricereason").getValue()));
    form.ui.tabs.get("summary")?.sections.get("section_cost")?.setVisible(readsMargin(form));
  };
  form.data.addOnLoad(show);
  show();
}

/** Shows while somebody types what the server would find, and what a further discount costs. OnChange of quantity, price and discount. */
export function judgeWhileTyping(context: Xrm.Events.EventContext): void {
  const form = formOf(context);
  forgetTyping();
  showNotices(form, "pricing", offerLineNoticeIds, [expectedVerdict(null)]);
  const lineId = form.data.entity.getId().replace(/[{}]/g, "");
  if (!lineId) return;
  waiting = setTimeout(() => void judge(form, lineId, asked), typingMilliseconds);
}

async function judge(form: QuoteLineForm, lineId: string, question: number): Promise<void> {
  const now = termsOf(form);
  const line = { LineId: { guid: lineId }, Table: form.data.entity.getEntityName() };
  const percent = saved && furtherDiscountPercent(now, saved, form.getAttribute("kam_pocketprice").getValue());
  const [judged, cost] = await Promise.all([
    ask<JudgedPrice>("kam_JudgeLinePrice", {
      ...line,
      Quantity: now.quantity ?? undefined,
      PricePerUnit: now.isPriceOverridden ? (now.price ?? undefined) : undefined,
      ManualDiscount: now.discount ?? 0,
    }),
    percent === null ? null : ask<DiscountCost>("kam_ExplainDiscount", { ...line, DiscountPercent: percent }),
  ]);
  // Somebody may have typed on, or saved, while the answers were on their way.
  if (question !== asked) return;
  showNotices(form, "pricing", [verdictNoticeId], [expectedVerdict(judged)]);
  showNotices(form, "pricing", [discountNoticeId], cost ? discountCost(cost, readsMargin(form)) : []);
}

async function ask<Answer>(api: string, parameters: Record<string, unknown>): Promise<Answer> {
  const types: Record<string, string> = { LineId: "Edm.Guid", Table: "Edm.String" };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const response = await Xrm.WebApi.online.execute({
    ...Object.fromEntries(given),
    getMetadata: () => ({
      boundParameter: null,
      operationType: 0,
      operationName: api,
      parameterTypes: Object.fromEntries(given.map(([name]) => [name, { typeName: types[name] ?? "Edm.Decimal", structuralProperty: 1 }])),
    }),
  });
  return (await response.json()) as Answer;
}

function forgetTyping(): void {
  clearTimeout(waiting);
  asked++;
}

function termsOf(form: QuoteLineForm): LineTerms {
  return {
    quantity: form.getAttribute("quantity").getValue(),
    price: form.getAttribute("priceperunit").getValue(),
    isPriceOverridden: form.getAttribute("ispriceoverridden").getValue() === true,
    discount: form.getAttribute("manualdiscountamount").getValue(),
  };
}

function readsMargin(form: QuoteLineForm): boolean {
  return form.getAttribute("kam_pocketmargin").getUserPrivilege().canRead;
}

// The form of an order line holds the same columns and sections under the same names, so one script serves both.
function formOf(context: Xrm.Events.EventContext): QuoteLineForm {
  return context.getFormContext();
}
