import { number, sentence, words, type Sentence } from "../vocabulary/sentence";

/** What is typed of a bundle component's quantities. */
export interface QuantityEntries {
  readonly name: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** What is typed of a bundle group's bounds. */
export interface GroupEntries {
  readonly name: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * Why these quantities would keep the bundle from being released, in the words with which the server would refuse it; null while they could hold.
 * The server decides; this only says it while there is time.
 */
export function whyNoQuantities({ name, minimum, maximum }: QuantityEntries): Sentence | null {
  const isWrong = (minimum !== null && minimum <= 0) || (minimum !== null && maximum !== null && minimum > maximum);
  return isWrong ? sentence("solutions.quantityBoundsWrong", words(name ?? ""), number(minimum), number(maximum ?? minimum)) : null;
}

/** The same for how many components of a group are to be chosen. */
export function whyNoChoice({ name, minimum, maximum }: GroupEntries): Sentence | null {
  const isWrong = (minimum !== null && minimum < 0) || (minimum !== null && maximum !== null && minimum > maximum);
  return isWrong ? sentence("solutions.groupBoundsWrong", words(name ?? ""), number(minimum), number(maximum ?? minimum)) : null;
}

/** A rule needs two different components of the bundle; null while it could hold. Ids are compared as the platform writes them, with braces or without. */
export function whyNoRule(bundle: string | null, component: string | null, other: string | null): Sentence | null {
  const plain = (id: string | null): string | null => id?.replace(/[{}]/g, "").toLowerCase() ?? null;
  return component !== null && plain(component) === plain(other) ? sentence("solutions.ruleWithoutComponents", words(bundle ?? "")) : null;
}
