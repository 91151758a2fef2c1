import { cellOf, states, type Account, type Cell, type Family, type State, type Whitespace } from "./whitespace";

export const accountOrders = ["value", "name", "chances", "probability", "margin"] as const;
export const familyOrders = ["probability", "margin", "revenue", "name"] as const;
export type Order = (typeof accountOrders)[number] | (typeof familyOrders)[number];

/** What somebody wants to see of a whitespace, and in which order. */
export interface Choice {
  /** Part of a name, of the accounts or, of a single account, of the families. */
  readonly text: string;
  /** Only accounts that stand so with a family; empty for all. */
  readonly state: State | "";
  /** Only this family; empty for all. */
  readonly familyId: string;
  readonly order: Order;
}

const has = (name: string, text: string, locale: string): boolean =>
  name.toLocaleLowerCase(locale).includes(text.trim().toLocaleLowerCase(locale));

/** The families of a choice as columns. */
export function chosenFamilies({ families }: Whitespace, { familyId }: Choice): readonly Family[] {
  return familyId === "" ? families : families.filter(({ id }) => id === familyId);
}

/** The accounts of a choice, in its order; equal ones stay as they came, the most valuable first. */
export function chosenAccounts(whitespace: Whitespace, choice: Choice, locale: string): readonly Account[] {
  const families = chosenFamilies(whitespace, choice);
  const ids = new Set(families.map(({ id }) => id));
  const cellsOf = (account: Account): Cell[] => [...account.cells].filter(([id]) => ids.has(id)).map(([, cell]) => cell);
  const stands = (account: Account): boolean => {
    if (choice.state === "") return true;
    const cells = cellsOf(account);
    return choice.state === "Gap" ? cells.length < families.length : cells.some(({ state }) => state === choice.state);
  };
  const accounts = whitespace.accounts.filter((account) => has(account.name, choice.text, locale) && stands(account));
  if (choice.order === "value") return accounts;
  if (choice.order === "name") return [...accounts].sort((one, other) => one.name.localeCompare(other.name, locale));
  const weights = new Map(accounts.map((account) => [account.id, weightOf(cellsOf(account), choice.order)]));
  return [...accounts].sort((one, other) => (weights.get(other.id) ?? 0) - (weights.get(one.id) ?? 0));
}

/** The families of one account in the order of a choice. */
export function chosenFamiliesOf(account: Account, whitespace: Whitespace, choice: Choice, locale: string): readonly Family[] {
  const families = whitespace.families.filter(
    (family) => has(family.name, choice.text, locale) && (choice.state === "" || cellOf(account, family).state === choice.state),
  );
  if (choice.order === "name") return families.sort((one, other) => one.name.localeCompare(other.name, locale));
  const weight = (family: Family): number => weightOf([cellOf(account, family)], choice.order);
  const rank = (family: Family): number => states.indexOf(cellOf(account, family).state);
  return families.sort((one, other) => weight(other) - weight(one) || rank(one) - rank(other));
}

function weightOf(cells: readonly Cell[], order: Order): number {
  const sum = (of: (cell: Cell) => number): number => cells.reduce((before, cell) => before + of(cell), 0);
  switch (order) {
    case "chances":
      return sum(({ state }) => (state === "Chance" ? 1 : 0));
    case "probability":
      return cells.reduce((before, { probability }) => Math.max(before, probability ?? 0), 0);
    case "margin":
      return sum(({ expectedMargin }) => expectedMargin ?? 0);
    default:
      return sum(({ revenue }) => revenue ?? 0);
  }
}

/** How many pairs of accounts and families stand how. */
export function countsOf(accounts: readonly Account[], families: readonly Family[]): Readonly<Record<State, number>> {
  const ids = new Set(families.map(({ id }) => id));
  const counts = { Chance: 0, Bought: 0, Lapsed: 0, Gap: accounts.length * families.length };
  for (const { cells } of accounts) {
    for (const [id, { state }] of cells) {
      if (!ids.has(id) || state === "Gap") continue;
      counts[state]++;
      counts.Gap--;
    }
  }
  return counts;
}

/** The items of a long row that are in sight, with a few beyond each edge. */
export function inSight(
  scrolled: number,
  room: number,
  size: number,
  count: number,
  beyond = 3,
): { readonly from: number; readonly until: number } {
  const from = Math.max(0, Math.min(Math.floor(scrolled / size), count - 1) - beyond);
  return { from, until: Math.min(count, Math.ceil((scrolled + room) / size) + beyond) };
}

/** Where to scroll so that an item is in sight; where it is already, nothing moves. */
export function scrolledTo(index: number, size: number, scrolled: number, room: number): number {
  return Math.max(Math.min(scrolled, index * size), (index + 1) * size - room, 0);
}
