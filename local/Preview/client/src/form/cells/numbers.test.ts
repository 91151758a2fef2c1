import { expect, it } from "vitest";
import { parseNumber } from "./numbers";

it.each([
  ["1’234.50", "de-CH", 1234.5],
  ["1'234.50", "de-CH", 1234.5],
  ["1,234.5", "en-US", 1234.5],
  ["1 234,5", "fr-CH", 1234.5],
  ["\u2212 12", "de-CH", -12],
  [".5", "en-US", 0.5],
])("reads %s in %s as %d", (text, locale, expected) => {
  expect(parseNumber(text, locale)).toBe(expected);
});

it("tells nothing from what is no number", () => {
  expect(parseNumber("  ", "de-CH")).toBeNull();
  expect(parseNumber("about 5", "de-CH")).toBeUndefined();
  expect(parseNumber("1.2.3", "en-US")).toBeUndefined();
});
