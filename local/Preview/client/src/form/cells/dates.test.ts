import { expect, it } from "vitest";
import { clockOf, dateText, parseDate, parseTime, valueOfClock } from "./dates";

it.each([
  ["de-CH", "30.09.2026"],
  ["fr-CH", "30.09.2026"],
  ["it-CH", "30.09.2026"],
  ["en-US", "09/30/2026"],
  ["en-GB", "30/09/2026"],
])("writes and reads a day in %s as %s", (locale, text) => {
  expect(dateText("2026-09-30", locale)).toBe(text);
  expect(parseDate(text, locale)).toBe("2026-09-30");
});

it("reads what people type, and nothing else", () => {
  expect(parseDate("1.2.26", "de-CH")).toBe("2026-02-01");
  expect(parseDate(" ", "de-CH")).toBeNull();
  expect(parseDate("31.4.2026", "de-CH")).toBeUndefined();
  expect(parseDate("tomorrow", "en-US")).toBeUndefined();
  expect([parseTime("9:05"), parseTime("2:30 PM"), parseTime("25:00"), parseTime("noon")]).toEqual([
    "09:05",
    "14:30",
    undefined,
    undefined,
  ]);
});

it("shows a moment in the user's time zone, a day as it is", () => {
  const late = new Date("2026-06-30T22:30:00Z");

  expect(clockOf(late, { behavior: "UserLocal" }, "Europe/Zurich")).toBe("2026-07-01T00:30");
  expect(clockOf(late, { behavior: "TimeZoneIndependent" }, "Europe/Zurich")).toBe("2026-06-30T22:30");
  expect(clockOf(new Date("2026-07-01T00:00:00Z"), { behavior: "DateOnly" }, "America/New_York")).toBe("2026-07-01T00:00");
  expect(valueOfClock("2026-07-01T00:30", { behavior: "UserLocal" }, "Europe/Zurich")).toEqual(late);
});
