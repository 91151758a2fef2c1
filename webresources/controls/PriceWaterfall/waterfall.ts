/** What a step of the waterfall is. The numbers are those of the rule, WaterfallStepKind. */
export const StepKind = {
  listPrice: 781340000,
  discount: 781340001,
  onInvoice: 781340002,
  retroactive: 781340003,
  cost: 781340004,
} as const;

export interface WaterfallStep {
  readonly kind: number;
  /** Key of its name; empty for a condition, which has a name of its own. */
  readonly textKey: string;
  readonly name: string;
  /** Of the whole line, currency of the line; what takes away is negative. */
  readonly amount: number;
  /** What the customer has reached, in the unit of the condition. */
  readonly measured?: number | undefined;
  /** The percentage that is reached, before caps. */
  readonly percent?: number | undefined;
  /** Code of the reason why it gives less. */
  readonly whyLess?: string | undefined;
}

/** The waterfall of a line as custom API kam_ExplainLinePrice answers it. Whoever may not read cost gets neither a cost step nor margin nor floor. */
export interface Waterfall {
  readonly currency: string;
  readonly quantity: number;
  readonly steps: readonly WaterfallStep[];
  readonly invoiceAmount: number;
  readonly pocketAmount: number;
  readonly marginAmount?: number | undefined;
  /** Bounds of the corridor, per unit of the line; absent where the line is held against none. */
  readonly targetPrice?: number | undefined;
  readonly minimumPrice?: number | undefined;
  readonly floorPrice?: number | undefined;
}

/**
 * Reads the answer; null for a line that was stored before prices were judged.
 * @throws {SyntaxError} Not such JSON.
 */
export function readWaterfall(json: string | null | undefined): Waterfall | null {
  if (!json) return null;
  const read = JSON.parse(json) as Partial<Waterfall> | null;
  if (
    !read ||
    typeof read.currency !== "string" ||
    !isNumber(read.quantity) ||
    !isNumber(read.invoiceAmount) ||
    !isNumber(read.pocketAmount)
  )
    throw new SyntaxError("Not a price waterfall in JSON.");
  if (!Array.isArray(read.steps) || !read.steps.every((step: WaterfallStep) => isNumber(step.kind) && isNumber(step.amount)))
    throw new SyntaxError("Not the steps of a price waterfall in JSON.");
  return read as Waterfall;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
