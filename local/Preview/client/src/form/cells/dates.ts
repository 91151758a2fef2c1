import type { Column } from "../../server/definitions";
import { momentOf, wallClock } from "../../server/zonedTime";

type DateColumn = Pick<Column, "behavior">;

/** Day and time of a value as the user sees them: in his time zone, unless the column has none ("Behavior and format of the date and time column"). */
export function clockOf(value: Date, column: DateColumn, zone: string): string {
  return wallClock(value, isLocal(column) ? zone : "UTC");
}

/** The value of a day and time that somebody entered. */
export function valueOfClock(clock: string, column: DateColumn, zone: string): Date {
  return momentOf(clock, isLocal(column) ? zone : "UTC");
}

function isLocal(column: DateColumn): boolean {
  return column.behavior !== "DateOnly" && column.behavior !== "TimeZoneIndependent";
}

const ofDay: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" };

/** A day, such as 2026-09-30, as it is written in a locale. */
export function dateText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, ofDay).format(new Date(`${day}T00:00:00Z`));
}

/** The day somebody wrote in the order of a locale; null for nothing, undefined for what is no day. */
export function parseDate(text: string, locale: string): string | null | undefined {
  if (text.trim() === "") return null;
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  if (numbers.length !== 3 || !/^[\d\s./-]+$/.test(text.trim())) return undefined;
  const order = new Intl.DateTimeFormat(locale, ofDay)
    .formatToParts(new Date(0))
    .map((each) => each.type)
    .filter((each) => each !== "literal");
  const of = (type: "year" | "month" | "day") => numbers[order.indexOf(type)] ?? 0;
  const year = of("year") < 100 ? 2000 + of("year") : of("year");
  const day = `${String(year).padStart(4, "0")}-${String(of("month")).padStart(2, "0")}-${String(of("day")).padStart(2, "0")}`;
  const moment = new Date(`${day}T00:00:00Z`);
  // The 31st of a month of 30 days is no day.
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day ? undefined : day;
}

/** A time such as 14:05 out of what somebody wrote; undefined for what is no time. */
export function parseTime(text: string): string | undefined {
  const found = /^(\d{1,2})[:.h](\d{2})\s*(am|pm)?$/i.exec(text.trim());
  if (!found) return undefined;
  const half = found[3]?.toLowerCase();
  const hour = half === undefined ? Number(found[1]) : (Number(found[1]) % 12) + (half === "pm" ? 12 : 0);
  return hour > 23 || Number(found[2]) > 59 ? undefined : `${String(hour).padStart(2, "0")}:${found[2] ?? ""}`;
}
