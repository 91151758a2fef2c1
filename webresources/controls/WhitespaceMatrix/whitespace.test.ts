import { expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import { rowsForTests } from "../src/rowsForTests";
import { readPage, readWhitespace, type Page } from "./whitespace";

const page = (first: number, count: number, more: Partial<Page> = {}): Page => ({
  asOf: "2026-03-31",
  currency: "CHF",
  isCut: false,
  accounts: Array.from({ length: count }, (_, index) => ({ id: `a${first + index}`, name: `Account ${first + index}` })),
  families: [{ id: "f1", name: "Bikes", bought: 0 }],
  cells: [],
  ...more,
});
const answering = (pages: readonly Page[]) =>
  serverForTests({
    kam_Whitespace: ({ Cursor }) => {
      const index = Number(Cursor ?? 0);
      return { Matrix: JSON.stringify(pages[index]), NextCursor: index + 1 < pages.length ? String(index + 1) : "", AccountCount: -1 };
    },
  });
const read = (table: string, id: string, rows: readonly object[] = []) =>
  readWhitespace(hostForTests("WhitespaceMatrix", { record: { table, id }, webApi: rowsForTests({ account: rows }) }));

it("asks for the account or the segment of the form, for nothing while that is new, and for all elsewhere", async () => {
  const { asked } = answering([page(0, 1)]);
  expect(await read("account", "")).toBeNull();
  expect(await read("kam_portfolio", "")).toBeNull();
  await read("account", "7");
  await read("kam_segment", "8");
  await read("", "");
  expect(asked.map(({ parameters }) => parameters)).toEqual([
    { AccountId: "7", PageSize: 1000 },
    { SegmentId: "8", PageSize: 1000 },
    { PageSize: 1000 },
  ]);
});

it("goes on with the cursor up to 2,000 accounts, and says that there are more", async () => {
  const { asked } = answering([page(0, 1000), page(1000, 1000), page(2000, 1000)]);
  const whitespace = await read("", "");
  expect(asked.map(({ parameters }) => parameters.Cursor)).toEqual([undefined, "1"]);
  expect([whitespace?.accounts.length, whitespace?.hasMoreAccounts, whitespace?.hasMoreFamilies]).toEqual([2_000, true, false]);
});

it("looks for the accounts of a portfolio page by page until all are there", async () => {
  const { asked } = answering([page(0, 3), page(3, 3), page(6, 3)]);
  const whitespace = await read("kam_portfolio", "p", [{ accountid: "A1" }, { accountid: "A4" }]);
  expect(whitespace?.accounts.map(({ name }) => name)).toEqual(["Account 1", "Account 4"]);
  expect([asked.length, whitespace?.hasMoreAccounts]).toEqual([2, false]);
});

it("puts the families of pages together by their id, the most bought of all first", async () => {
  const bought = (accountId: string, familyId: string) => ({ accountId, familyId, state: "Bought" as const, revenue: 1 });
  const [bikes, locks] = [
    { id: "f1", name: "Bikes", bought: 1 },
    { id: "f2", name: "Locks", bought: 1 },
  ];
  answering([
    page(0, 2, { families: [bikes, locks], cells: [bought("a0", "f1"), bought("a1", "f2")] }),
    page(2, 1, { families: [locks], cells: [bought("a2", "f2")] }),
  ]);
  const whitespace = await read("", "");
  expect(whitespace?.families.map(({ name }) => name)).toEqual(["Locks", "Bikes"]);
  expect(whitespace?.accounts.map(({ cells }) => [...cells.keys()])).toEqual([["f1"], ["f2"], ["f2"]]);
});

it("refuses what is no whitespace", () => {
  expect(() => readPage("{}")).toThrow(SyntaxError);
  expect(() => readPage("null")).toThrow(SyntaxError);
  expect(() => readPage(JSON.stringify({ ...page(0, 1), cells: [{ accountId: "a0", familyId: "f1", state: "Sold" }] }))).toThrow(
    SyntaxError,
  );
});
