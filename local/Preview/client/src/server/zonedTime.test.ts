import { expect, it } from "vitest";
import { momentOf, offsetMinutes, wallClock, zoneOf } from "./zonedTime";

it.each([
  ["2026-07-01T07:30:00Z", "Europe/Zurich", "2026-07-01T09:30"],
  ["2026-12-31T23:30:00Z", "Europe/Zurich", "2027-01-01T00:30"],
  ["2026-07-01T03:00:00Z", "America/New_York", "2026-06-30T23:00"],
  ["2026-07-01T07:30:00Z", "UTC", "2026-07-01T07:30"],
])("%s in %s is %s, and back", (moment, zone, clock) => {
  expect(wallClock(new Date(moment), zone)).toBe(clock);
  expect(momentOf(clock, zone).toISOString()).toBe(new Date(moment).toISOString());
});

it("knows summer time", () => {
  expect(offsetMinutes(new Date("2026-07-01T00:00:00Z"), "Europe/Zurich")).toBe(120);
  expect(offsetMinutes(new Date("2026-01-01T00:00:00Z"), "Europe/Zurich")).toBe(60);
});

it("takes an hour that spring leaves out an hour later", () => {
  expect(wallClock(momentOf("2026-03-29T02:30", "Europe/Zurich"), "Europe/Zurich")).toBe("2026-03-29T03:30");
});

it("says which time zone it does not know", () => {
  expect(zoneOf(null)).toBe("UTC");
  expect(zoneOf(110)).toBe("Europe/Zurich");
  expect(() => zoneOf(999)).toThrow("Not supported here: the time zone 999");
});
