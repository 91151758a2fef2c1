import { callAction, ServerError } from "./customApi";
import type { Host } from "./host";

/** Where an account stands by value and potential, as the server names it. */
export type Quadrant = "Partner" | "Keep" | "Develop" | "Serve" | "Unknown";

/** An account as a point. Amounts in base currency. */
export interface AccountPoint {
  readonly accountId: string;
  readonly name: string;
  /** Value score, 0 to 100; missing where it cannot be scored. */
  readonly value?: number | null;
  /** Yearly revenue it could bring; missing where nobody knows. */
  readonly potential?: number | null;
  readonly revenue: number;
  readonly isKeyAccount: boolean;
  readonly quadrant: Quadrant;
  readonly segment?: string | null;
}

/** What kam_AnalyzePortfolio answers, as far as it is drawn. */
export interface PortfolioAnalysis {
  /** 2026-03-31. */
  readonly asOf: string;
  /** ISO code of the base currency. */
  readonly currency: string;
  /** How many accounts were analysed; of more than 2,000, points are the ones of most revenue. */
  readonly accounts: number;
  readonly revenue: number;
  readonly keyAccountSharePercent?: number | null;
  /** 0 to 10,000. */
  readonly herfindahlIndex?: number | null;
  /** 0 (all equal) to 1 (one brings everything). */
  readonly normalisedHerfindahl?: number | null;
  readonly accountsForFourFifths?: number | null;
  readonly pareto: readonly { readonly accountSharePercent: number; readonly revenueSharePercent: number }[];
  readonly valueFrom: number;
  readonly potentialFrom: number;
  readonly matrix: readonly { readonly name: Quadrant; readonly accounts: number; readonly revenue: number }[];
  readonly points: readonly AccountPoint[];
}

// The reason of a portfolio nobody has valued yet: not an error to who looks, there is just nothing to see.
const notMeasured = "KAM-VAL-052";

/** Reads the portfolio of the form, or everything the user may read on any other form; null where nothing has been valued yet. One request. */
export async function portfolioAnalysis({ record }: Host): Promise<PortfolioAnalysis | null> {
  const PortfolioId = record.table === "kam_portfolio" ? record.id : undefined;
  if (PortfolioId === "") return null;
  try {
    const { Analysis } = await callAction<{ readonly Analysis: string }>("kam_AnalyzePortfolio", { PortfolioId });
    return JSON.parse(Analysis) as PortfolioAnalysis;
  } catch (reason) {
    if (reason instanceof ServerError && reason.message.includes(notMeasured)) return null;
    throw reason;
  }
}
