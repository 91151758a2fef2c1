import { callAction } from "../src/customApi";
import type { Host } from "../src/host";

export const states = ["Chance", "Bought", "Lapsed", "Gap"] as const;

/** How an account and a family stand: likely to be bought, bought, bought before and not lately, or nothing of these. */
export type State = (typeof states)[number];

/** An account and a family. Amounts in base currency. */
export interface Cell {
  readonly state: State;
  /** Of the past year. */
  readonly revenue?: number | null | undefined;
  /** 0 to 1. */
  readonly probability?: number | null | undefined;
  /** Of a year; missing for who may not read margins. */
  readonly expectedMargin?: number | null | undefined;
  /** Why it is likely, in the user's language. */
  readonly reason?: string | null | undefined;
}

export interface Family {
  readonly id: string;
  readonly name: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  /** By family; a family that is not there is a gap. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface Whitespace {
  /** 2026-03-31. */
  readonly asOf: string;
  /** ISO code of the base currency. */
  readonly currency: string;
  /** The most valuable first. */
  readonly accounts: readonly Account[];
  /** The most bought first. */
  readonly families: readonly Family[];
  /** True when there are more accounts than are shown. */
  readonly hasMoreAccounts: boolean;
  /** True when there may be more families than are shown. */
  readonly hasMoreFamilies: boolean;
}

/** A page as kam_Whitespace writes it. */
export interface Page {
  readonly asOf: string;
  readonly currency: string;
  readonly isCut: boolean;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly families: readonly { readonly id: string; readonly name: string; readonly bought: number }[];
  readonly cells: readonly ({ readonly accountId: string; readonly familyId: string } & Cell)[];
}

const gap: Cell = { state: "Gap" };
const pageSize = 1000;
const mostAccounts = 2000;
// A portfolio is looked for among this many accounts, the most valuable of all.
const mostPages = 10;
const mostFamiliesOfAPage = 200;

/** What an account and a family have to do with each other. */
export function cellOf(account: Account, family: Family): Cell {
  return account.cells.get(family.id) ?? gap;
}

/** Reads the whitespace of the form's row; null while that is not saved. A request for each 1,000 accounts, for a portfolio one more. */
export async function readWhitespace({ record, webApi }: Host): Promise<Whitespace | null> {
  switch (record.table) {
    case "account":
      return record.id === "" ? null : joined(await pagesOf({ AccountId: record.id }));
    case "kam_segment":
      return record.id === "" ? null : joined(await pagesOf({ SegmentId: record.id }));
    case "kam_portfolio": {
      if (record.id === "") return null;
      const query = `?$select=accountid&$filter=_kam_portfolioid_value eq ${record.id} and statecode eq 0`;
      const { entities } = await webApi.retrieveMultipleRecords("account", query, mostAccounts);
      const ids = new Set(entities.map(({ accountid }) => String(accountid).toLowerCase()));
      return joined(await pagesOf({}, ids));
    }
    default:
      return joined(await pagesOf({}));
  }
}

interface Read {
  readonly pages: readonly Page[];
  readonly hasMore: boolean;
}

async function pagesOf(whose: { readonly AccountId?: string; readonly SegmentId?: string }, wanted?: ReadonlySet<string>): Promise<Read> {
  const pages: Page[] = [];
  const isWanted = ({ id }: { readonly id: string }): boolean => wanted?.has(id.toLowerCase()) ?? true;
  let [Cursor, found] = ["", 0];
  do {
    const answer = await callAction<{ readonly Matrix: string; readonly NextCursor?: string | null }>("kam_Whitespace", {
      ...whose,
      PageSize: pageSize,
      Cursor: Cursor || undefined,
    });
    const page = readPage(answer.Matrix);
    const accounts = page.accounts.filter(isWanted);
    pages.push({ ...page, accounts });
    found += accounts.length;
    Cursor = answer.NextCursor ?? "";
  } while (Cursor !== "" && found < Math.min(wanted?.size ?? mostAccounts, mostAccounts) && pages.length < mostPages);
  return { pages, hasMore: Cursor !== "" && found < (wanted?.size ?? Infinity) };
}

/**
 * Reads a page.
 * @throws {SyntaxError} Not such JSON.
 */
export function readPage(json: string): Page {
  const page = JSON.parse(json) as Partial<Page> | null;
  const { accounts, families, cells } = page ?? {};
  const isPage = [accounts, families, cells].every(Array.isArray) && typeof page?.asOf === "string" && typeof page.currency === "string";
  if (!isPage || cells?.some(({ state }) => !states.includes(state))) throw new SyntaxError("Not a whitespace matrix in JSON.");
  return page as Page;
}

/** Puts pages together: families by their id, the most bought of all accounts first. */
export function joined({ pages, hasMore }: Read): Whitespace {
  const families = new Map<string, { readonly id: string; readonly name: string; bought: number }>();
  const cells = new Map<string, Map<string, Cell>>();
  for (const page of pages) {
    for (const { id, name } of page.families) if (!families.has(id)) families.set(id, { id, name, bought: 0 });
    for (const account of page.accounts) cells.set(account.id, new Map());
    for (const { accountId, familyId, ...cell } of page.cells) {
      const ofAccount = cells.get(accountId);
      const family = families.get(familyId);
      if (!ofAccount || !family) continue;
      ofAccount.set(familyId, cell);
      if (cell.state === "Bought") family.bought++;
    }
  }
  const last = pages[pages.length - 1];
  return {
    asOf: last?.asOf ?? "",
    currency: last?.currency ?? "",
    accounts: pages.flatMap((page) => page.accounts.map(({ id, name }) => ({ id, name, cells: cells.get(id) ?? new Map<string, Cell>() }))),
    families: [...families.values()].sort((one, other) => other.bought - one.bought),
    hasMoreAccounts: hasMore,
    // A page is also cut by the accounts that follow it: only then its families tell.
    hasMoreFamilies: pages.some((page) => page.isCut && page.families.length >= mostFamiliesOfAPage),
  };
}
