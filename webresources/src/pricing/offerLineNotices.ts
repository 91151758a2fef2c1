import { PriceStatusChoice } from "../generated/choices";
import type { Notice } from "../page/notice";
import { number, sentence, words } from "../vocabulary/sentence";

export const verdictNoticeId = "kam_verdict";
export const discountNoticeId = "kam_discountCost";
export const offerLineNoticeIds = [verdictNoticeId, discountNoticeId] as const;

/** What kam_JudgeLinePrice answers. */
export interface JudgedPrice {
  readonly PriceStatus: PriceStatusChoice;
  readonly Reason: string;
}

/** What kam_ExplainDiscount answers, base currency. */
export interface DiscountCost {
  readonly Margin: number;
  readonly Pay: number;
  readonly HasPlan: boolean;
}

/** What a price follows from, as far as somebody types it. */
export interface LineTerms {
  readonly quantity: number | null;
  readonly price: number | null;
  readonly isPriceOverridden: boolean;
  readonly discount: number | null;
}

/** What the server found about the line as it is stored; nothing for a line without judgement. */
export function storedVerdict(status: PriceStatusChoice | null, reason: string | null): Notice[] {
  return reason ? [{ id: verdictNoticeId, level: levelOf(status), sentences: [sentence("pricing.said", words(reason))] }] : [];
}

/** What the server would find if the line were saved now; that it will judge, while nothing is known yet. */
export function expectedVerdict(judged: JudgedPrice | null): Notice {
  return judged === null
    ? { id: verdictNoticeId, level: "INFO", sentences: [sentence("pricing.judgedWhenSaved")] }
    : { id: verdictNoticeId, level: levelOf(judged.PriceStatus), sentences: [sentence("pricing.ifSaved", words(judged.Reason))] };
}

/** What the discount costs: the margin for readers of cost, the own bonus for who has a plan; nobody else is told anything. */
export function discountCost(cost: DiscountCost, readsMargin: boolean): Notice[] {
  const sentences = [
    ...(readsMargin ? [sentence("pricing.discountCostsMargin", number(cost.Margin))] : []),
    ...(cost.HasPlan ? [sentence("pricing.discountCostsBonus", number(cost.Pay))] : []),
  ];
  return sentences.length > 0 ? [{ id: discountNoticeId, level: "INFO", sentences }] : [];
}

/** How much more comes off the line than when it was saved, percent of what it comes to in our pocket; null when nothing more does. */
export function furtherDiscountPercent(now: LineTerms, saved: LineTerms, pocketPrice: number | null): number | null {
  const quantity = saved.quantity ?? 0;
  const pocket = (pocketPrice ?? 0) * quantity;
  if (pocket <= 0) return null;
  const lessPrice = now.isPriceOverridden && now.price !== null && saved.price !== null ? (saved.price - now.price) * quantity : 0;
  const percent = ((lessPrice + (now.discount ?? 0) - (saved.discount ?? 0)) / pocket) * 100;
  return percent > 0 ? Math.min(100, Math.round(percent * 1e6) / 1e6) : null;
}

function levelOf(status: PriceStatusChoice | null): Notice["level"] {
  return status === PriceStatusChoice.NeedsApproval ? "WARNING" : "INFO";
}
