import type { Notice } from "../page/notice";

/** What an agreement line holds while somebody types. */
export interface LineTerms {
  readonly isChanged: boolean;
  readonly hasProduct: boolean;
  readonly hasFamily: boolean;
  readonly hasPrice: boolean;
  readonly hasDiscount: boolean;
}

export const lineTermsNoticeId = "kam_lineTerms";

/** What keeps the line from being saved, all at once; or that its price is judged when it is. Nothing for a line nobody changes. */
export function lineTermsNotice(line: LineTerms): readonly Notice[] {
  if (!line.isChanged) return [];
  const wrong = [
    ...(line.hasProduct === line.hasFamily ? ["pricing.productOrFamily", "pricing.productOrFamilyWayOut"] : []),
    ...(line.hasPrice === line.hasDiscount ? ["pricing.priceOrDiscount", "pricing.priceOrDiscountWayOut"] : []),
  ];
  const keys = wrong.length > 0 ? wrong : ["pricing.judgedWhenSaved"];
  return [
    {
      id: lineTermsNoticeId,
      level: wrong.length > 0 ? "WARNING" : "INFO",
      sentences: keys.map((key) => ({ key, arguments: [] })),
    },
  ];
}
