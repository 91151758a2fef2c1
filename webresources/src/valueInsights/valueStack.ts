import type { ValueSheet } from "./valueSheet";

/** A bar of the value stack, from one amount to another. */
export interface Step {
  readonly kind: "reference" | "positive" | "negative" | "total" | "price" | "surplus";
  /** Name of a difference; the other kinds have texts of their own. */
  readonly name: string | null;
  /** Signed: a negative difference is below zero. */
  readonly amount: number;
  readonly from: number;
  readonly to: number;
  readonly proven: boolean;
  readonly evidence: string | null;
}

/** The value stack: from the alternative over every difference to the economic value, then the price and what the customer keeps. */
export interface ValueStack {
  readonly steps: readonly Step[];
  /** Ends of the scale; zero is always on it. */
  readonly low: number;
  readonly high: number;
  readonly price: number | null;
}

/** Lays out the bars of a sheet: what we do better first, then what we do worse, each in the order of its lines. */
export function valueStack({ worthToThem, charged }: ValueSheet): ValueStack {
  const steps: Step[] = [step("reference", worthToThem.reference, 0, worthToThem.reference)];
  let running = worthToThem.reference;
  for (const direction of ["Positive", "Negative"] as const) {
    for (const line of worthToThem.lines.filter((each) => each.direction === direction)) {
      const amount = direction === "Positive" ? line.amount : -line.amount;
      const evidence = line.evidence?.trim() ?? "";
      const kind = direction === "Positive" ? "positive" : "negative";
      steps.push({
        ...step(kind, amount, running, running + amount),
        name: line.name,
        proven: evidence !== "",
        evidence: evidence === "" ? null : evidence,
      });
      running += amount;
    }
  }
  steps.push(step("total", worthToThem.total, 0, worthToThem.total));
  const { price, surplus } = charged;
  if (price !== null) {
    steps.push(step("price", price, 0, price));
    if (surplus !== null) steps.push(step("surplus", surplus, price, price + surplus));
  }
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  return { steps, low: Math.min(0, ...ends), high: Math.max(0, ...ends), price };
}

function step(kind: Step["kind"], amount: number, from: number, to: number): Step {
  return { kind, name: null, amount, from, to, proven: true, evidence: null };
}

/** Where an amount lies on the scale, 0 to 100 percent. Everything lies at 0 when all amounts are zero. */
export function position({ low, high }: Pick<ValueStack, "low" | "high">, amount: number): number {
  return high === low ? 0 : Math.round(((amount - low) / (high - low)) * 10000) / 100;
}

/** Where a bar lies on the scale: its left end and its width, in percent. */
export function extent(
  stack: Pick<ValueStack, "low" | "high">,
  { from, to }: Pick<Step, "from" | "to">,
): { readonly left: number; readonly width: number } {
  const [left, right] = [position(stack, Math.min(from, to)), position(stack, Math.max(from, to))];
  return { left, width: Math.round((right - left) * 100) / 100 };
}
