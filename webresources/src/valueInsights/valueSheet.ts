import type { Sentence } from "../vocabulary/sentence";

/** The two-sided sheet as kam_ValueToCustomer returns it in Sheet. Amounts as numbers, null is unknown or not to be seen. */
export interface ValueSheet {
  /** ISO code of worthToThem and charged: the proposition's currency. */
  readonly currency: string;
  /** ISO code of worthToUs. */
  readonly baseCurrency: string;
  readonly worthToUs: CustomerWorth;
  readonly worthToThem: EconomicValue;
  readonly charged: Charge;
  readonly sentences: {
    readonly toUs: readonly Sentence[];
    readonly toThem: readonly Sentence[];
    readonly charged: readonly Sentence[];
  };
}

/** What they are worth to us. */
export interface CustomerWorth {
  /** 0 to 100; null when not scored. */
  readonly score: number | null;
  readonly band: "Top" | "High" | "Medium" | "Low" | null;
  readonly revenue: number | null;
  readonly margin: number | null;
  readonly lifetimeValue: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Whether the reader may see cost; if not, margin and lifetime value are left out. */
  readonly seesCost: boolean;
}

/** What we are worth to them: reference + positive − negative. */
export interface EconomicValue {
  readonly reference: number;
  readonly positive: number;
  /** What we do worse, zero or more. */
  readonly negative: number;
  readonly differentiation: number;
  readonly total: number;
  /** Sum of the amounts that nothing proves yet. */
  readonly unproven: number;
  readonly lines: readonly DifferentiationLine[];
}

/** One difference to the next best alternative. */
export interface DifferentiationLine {
  readonly name: string;
  readonly direction: "Positive" | "Negative";
  /** Zero or more. */
  readonly amount: number;
  /** What proves it; null or blank when nothing does. */
  readonly evidence: string | null;
}

/** What we charge of it. */
export interface Charge {
  readonly price: number | null;
  /** What the customer keeps; below zero when the price is above the value. */
  readonly surplus: number | null;
  /** Share of the differentiation that our price takes, percent; null without a price or without extra value. */
  readonly capturedPercent: number | null;
}
