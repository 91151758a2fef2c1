import { decimalText, moneyText, percentText, say, type Reader } from "../../src/vocabulary/reader";
import type { Figures } from "../src/DataTable";
import { cellOf, type Account, type Cell, type Family, type State, type Whitespace } from "./whitespace";

/** The name of a state. */
export function stateText(reader: Reader, state: State): string {
  return say(reader, `whitespaceMatrix.state${state}`);
}

/** A probability from 0 to 1 as a percentage. */
export function chanceText(reader: Reader, probability: number | null | undefined): string {
  return probability === null || probability === undefined ? "" : percentText(decimalText(reader, probability * 100, 0));
}

/** Everything about an account and a family beside their names: state and figures, then the reason. */
export function cellText(reader: Reader, cell: Cell, currency: string): string {
  const { state, revenue, probability, expectedMargin, reason } = cell;
  const parts = [stateText(reader, state)];
  if (revenue) parts.push(say(reader, "whitespaceMatrix.inPastYear", moneyText(reader, revenue, currency)));
  if (probability !== null && probability !== undefined) parts.push(chanceText(reader, probability));
  if (expectedMargin !== null && expectedMargin !== undefined)
    parts.push(say(reader, "whitespaceMatrix.expected", moneyText(reader, expectedMargin, currency)));
  return reason ? `${parts.join(", ")}. ${reason}` : parts.join(", ");
}

/** The whole whitespace as a table: each pair that is no gap, then the gaps of an account in one row. */
export function tableOf(reader: Reader, whitespace: Whitespace, open: (account: Account) => void): Figures {
  const owners: Account[] = [];
  const rows: string[][] = [];
  for (const account of whitespace.accounts) {
    const gaps: string[] = [];
    for (const family of whitespace.families) {
      const cell = cellOf(account, family);
      if (cell.state === "Gap") gaps.push(family.name);
      else {
        owners.push(account);
        rows.push([account.name, ...rowOf(reader, family.name, cell, whitespace.currency)]);
      }
    }
    if (gaps.length === 0) continue;
    owners.push(account);
    rows.push([account.name, ...rowOf(reader, gaps.join(", "), { state: "Gap" }, whitespace.currency)]);
  }
  return {
    columns: [{ label: say(reader, "whitespaceMatrix.columnAccount") }, ...columnsOf(reader)],
    rows,
    open: (row) => {
      const account = owners[row];
      if (account) open(account);
    },
  };
}

/** The families of one account as a table. */
export function tableOfFamilies(
  reader: Reader,
  account: Account,
  families: readonly Family[],
  currency: string,
  open: (family: Family) => void,
): Figures {
  return {
    columns: columnsOf(reader),
    rows: families.map((family) => rowOf(reader, family.name, cellOf(account, family), currency)),
    open: (row) => {
      const family = families[row];
      if (family) open(family);
    },
  };
}

function columnsOf(reader: Reader): Figures["columns"] {
  const column = (key: string, isNumber = false): { label: string; isNumber: boolean } => ({
    label: say(reader, `whitespaceMatrix.column${key}`),
    isNumber,
  });
  return [column("Family"), column("State"), column("Chance", true), column("Margin", true), column("Revenue", true), column("Reason")];
}

function rowOf(reader: Reader, family: string, cell: Cell, currency: string): string[] {
  const money = (amount: number | null | undefined): string =>
    amount === null || amount === undefined ? "" : moneyText(reader, amount, currency);
  const { state, probability, expectedMargin, revenue, reason } = cell;
  return [family, stateText(reader, state), chanceText(reader, probability), money(expectedMargin), money(revenue), reason ?? ""];
}
