import { StepKind, type Waterfall, type WaterfallStep } from "./waterfall";

export type TotalName = "list" | "invoice" | "pocket" | "margin";

/** A row of the picture and of its table alike. */
export interface Figure {
  /** Set for a step that adds or takes away. */
  readonly step?: WaterfallStep;
  /** Set for what is left at a station. */
  readonly total?: TotalName;
  /** Of the whole line, or per unit when so asked. */
  readonly amount: number;
  /** Between which amounts it stands: a total from nothing, a step from what was left before it. */
  readonly from: number;
  readonly to: number;
  /** Share of the list price in percent; null where there is no list price. */
  readonly percentOfList: number | null;
  /** How many steps it stands for, where it gathers some. */
  readonly folded?: number | undefined;
}

export interface Bound {
  readonly name: "target" | "minimum" | "floor";
  readonly amount: number;
}

/** Where the pocket price stands in its corridor, as the bounds that the reader sees tell. */
export type Standing = "atTarget" | "belowTarget" | "belowMinimum" | "withoutCorridor";

export interface WaterfallFigures {
  readonly currency: string;
  readonly quantity: number;
  readonly isPerUnit: boolean;
  readonly figures: readonly Figure[];
  /** From the highest to the lowest. */
  readonly bounds: readonly Bound[];
  readonly standing: Standing;
  /** What the pocket price lacks to the next better bound, as a positive amount; null at the target or without corridor. */
  readonly missing: number | null;
}

/**
 * The waterfall as rows: list price, what is taken off, invoice price, what is paid later, pocket price and, for readers of cost, cost and margin.
 * @param isPerUnit Amounts divided by the quantity; a line without units stays as it is.
 */
export function figuresOf(waterfall: Waterfall, isPerUnit: boolean): WaterfallFigures {
  const { quantity, steps, marginAmount } = waterfall;
  const perUnit = isPerUnit && quantity !== 0;
  const scaled = (amount: number): number => (perUnit ? amount / quantity : amount);
  const list = steps.find((step) => step.kind === StepKind.listPrice)?.amount ?? 0;
  const figures: Figure[] = [];
  let left = 0;
  const percentOf = (amount: number): number | null => (list === 0 ? null : (amount / list) * 100);
  const put = (step: WaterfallStep): void => {
    figures.push({
      step,
      amount: scaled(step.amount),
      from: scaled(left),
      to: scaled(left + step.amount),
      percentOfList: percentOf(step.amount),
    });
    left += step.amount;
  };
  const stop = (total: TotalName, amount: number): void => {
    figures.push({ total, amount: scaled(amount), from: 0, to: scaled(amount), percentOfList: percentOf(amount) });
    left = amount;
  };

  stop("list", list);
  for (const step of steps) if (step.kind === StepKind.discount || step.kind === StepKind.onInvoice) put(step);
  stop("invoice", waterfall.invoiceAmount);
  for (const step of steps) if (step.kind === StepKind.retroactive) put(step);
  stop("pocket", waterfall.pocketAmount);
  // Cost without margin, or the other way round, would be half a truth: neither is shown.
  if (marginAmount !== undefined) {
    for (const step of steps) if (step.kind === StepKind.cost) put(step);
    stop("margin", marginAmount);
  }

  return { currency: waterfall.currency, quantity, isPerUnit: perUnit, figures, ...corridorOf(waterfall, perUnit) };
}

function corridorOf(waterfall: Waterfall, isPerUnit: boolean): Pick<WaterfallFigures, "bounds" | "standing" | "missing"> {
  const { quantity, targetPrice, minimumPrice, floorPrice } = waterfall;
  if (targetPrice === undefined || minimumPrice === undefined || quantity === 0)
    return { bounds: [], standing: "withoutCorridor", missing: null };
  const times = isPerUnit ? 1 : quantity;
  const bounds: Bound[] = [
    { name: "target", amount: targetPrice * times },
    { name: "minimum", amount: minimumPrice * times },
  ];
  if (floorPrice !== undefined) bounds.push({ name: "floor", amount: floorPrice * times });
  // The rounded pocket amount of many units is as good as their price to half a unit of the currency; a bound counts as reached on it.
  const price = waterfall.pocketAmount / quantity;
  const slack = 0.005 / Math.abs(quantity) + 1e-9;
  const standing = price >= targetPrice - slack ? "atTarget" : price >= minimumPrice - slack ? "belowTarget" : "belowMinimum";
  const better = standing === "belowTarget" ? targetPrice : minimumPrice;
  return { bounds, standing, missing: standing === "atTarget" ? null : (better - price) * Math.abs(times) };
}
